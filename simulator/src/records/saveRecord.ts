import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { Operation } from '../kernel/operation';
import { requireRecordPermission } from '../permissions/require';
import { firesUserEvents, runUserEvents } from '../scripts/userEvent';
import { recordContext } from './catalogue';
import { cloneData } from './cloneData';
import { refuseForbidden } from './createRecord';
import type { RecordData } from './data';
import { claimExternalId } from './externalId';
import type { RecordContext, RecordType, SaveOptions } from './recordType';
import type { SaveRequest } from './requests';
import { noSuchRecord, readRecord, storedVersion, writeRow } from './rows';
import { sourceStandard } from './sourcing';
import { checkRecordAccess, checkWrittenAccess } from './subsidiaryAccess';
import { fillTexts } from './texts';
import { refuseUnsupportedFields } from './unsupportedFields';
import { checkMandatory, checkSelects, normalize } from './validation';
import { isVoided, writeVoided } from './voiding/voided';

type TypeContext = RecordContext & { readonly type: RecordType };

/**
 * Stores a record (section_4267286323): beforeSubmit scripts may still change it; then version check, checks and write
 * happen in one transaction; then afterSubmit scripts see it as it was stored. Returns its internal id.
 *
 * Throws INSUFFICIENT_PERMISSION where the caller's role may not do it, RCRD_HAS_BEEN_CHANGED where the stored record is
 * not the version that was loaded (section_N2877583), and whatever the checks of the record type throw.
 *
 * @param alongside what happens in the same transaction as the write, with the record's internal id
 */
export function* saveRecord(
  account: Account,
  caller: Caller,
  request: SaveRequest,
  alongside?: (id: string) => void,
): Operation<string> {
  // What arrives belongs to the caller, and saving completes it.
  let data = cloneData(request.record);
  const context = recordContext(account, caller, data.type);
  const event = data.id === null ? 'create' : 'edit';
  requireRecordPermission(account, caller.user, data.type, event);
  refuseForbidden(context.type, event);
  const stored = data.id === null ? null : readRecord(context, context.type, data.id);
  if (stored) checkRecordAccess(context, stored, event);
  prepare(context, data, stored, request);
  const writeAll = (): string => {
    const id = write(context, data, stored, request);
    alongside?.(id);
    return id;
  };
  if (firesUserEvents(account, caller, data.type, event)) {
    forScripts(context, data);
    if (stored) fillTexts(context, stored);
    const submitted = new Set<string>();
    const before = yield* runUserEvents(account, caller, 'beforeSubmit', {
      type: event,
      record: data,
      stored,
      submitted,
    });
    data = cloneData(before);
    prepare(context, data, stored, request);
    const id = account.store.transaction(writeAll);
    const newRecord = readRecord(context, context.type, id);
    fillTexts(context, newRecord);
    yield* runUserEvents(account, caller, 'afterSubmit', { type: event, record: newRecord, stored, submitted });
    return id;
  }
  return account.store.transaction(writeAll);
}

/**
 * User event scripts see the record in standard mode. Of one that was made in dynamic mode everything is sourced
 * already, so that only what the scripts change is sourced again.
 */
function forScripts(context: TypeContext, data: RecordData): void {
  fillTexts(context, data);
  if (!data.isDynamic) return;
  data.isDynamic = false;
  data.changedFields = [];
  for (const line of Object.values(data.sublists).flat()) line.changed = [];
}

/** Normal form, sourcing and computed fields; nothing is written. */
export function prepare(
  context: TypeContext,
  data: RecordData,
  stored: RecordData | null,
  options: Pick<SaveOptions, 'enableSourcing'>,
): void {
  refuseUnsupportedFields(context.definition, data);
  normalize(context, data);
  if (!data.isDynamic && options.enableSourcing) sourceStandard(context, data, stored);
  context.type.complete?.(context, data, stored);
}

/** Checks and writes a prepared record; to be called inside a transaction. Returns the internal id. */
export function write(context: TypeContext, data: RecordData, stored: RecordData | null, options: SaveOptions): string {
  const { account, type } = context;
  checkWrittenAccess(context, data, stored);
  if (stored?.id) checkVersion(context, stored.id, data.version);
  if (stored?.id && isVoided(context, type, stored.id)) {
    writeVoided(context, data, stored);
    claimExternalId(account, type, Number(stored.id), idText(stored.fields.externalid), idText(data.fields.externalid));
    return stored.id;
  }
  checkSelects(context, data, stored);
  checkMandatory(context, data, options.ignoreMandatoryFields);
  const ignoresMandatory = options.ignoreMandatoryFields;
  type.validate?.({ ...context, ignoresMandatory }, data, stored, options);
  const id = writeRow(context, type, data, stored);
  claimExternalId(account, type, id, idText(stored?.fields.externalid), idText(data.fields.externalid));
  type.writeDetails?.(context, data, stored, id);
  return String(id);
}

function checkVersion(context: TypeContext, id: string, loaded: number | null): void {
  const version = storedVersion(context, context.type, id);
  if (version === null) throw noSuchRecord(context.type.id, id);
  if (context.definition.optimisticLocking && loaded !== null && loaded !== version) {
    throw new NetSuiteError('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');
  }
}

function idText(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}
