import type { Account } from '../kernel/account';
import { notSupported } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { Operation } from '../kernel/operation';
import { requireRecordPermission } from '../permissions/require';
import { firesUserEvents, runUserEvents } from '../scripts/userEvent';
import { recordContext } from './catalogue';
import { cloneData } from './cloneData';
import { refuseForbidden } from './createRecord';
import type { FieldValue, RecordData } from './data';
import { storedType } from './loadRecord';
import { emptyRecord, type RecordContext, type RecordType } from './recordType';
import type { SubmitFieldsRequest } from './requests';
import { readRecord } from './rows';
import { prepare, write } from './saveRecord';
import { checkRecordAccess } from './subsidiaryAccess';

/**
 * Changes some body fields of a stored record without loading it (section_4267283788): only fields that allow inline
 * editing. User events run as `xedit` and see only the changed fields. There is no version to compare, so the last
 * writer wins. Returns the internal id. Throws INSUFFICIENT_PERMISSION where the caller's role may not edit it.
 */
export function* submitFields(account: Account, caller: Caller, request: SubmitFieldsRequest): Operation<string> {
  const context = recordContext(account, caller, storedType(account, request.type, request.id));
  requireRecordPermission(account, caller.user, context.type.id, 'edit');
  refuseForbidden(context.type, 'edit');
  const stored = readRecord(context, context.type, request.id);
  checkRecordAccess(context, stored, 'edit');
  let values = request.values;
  for (const fieldId of Object.keys(values)) checkEditable(context, fieldId);
  if (!firesUserEvents(account, caller, context.type.id, 'xedit')) {
    return account.store.transaction(() => change(context, request, values));
  }
  const submitted = new Set<string>();
  const changes = changesOnly(context.type, request.id, values);
  const before = yield* runUserEvents(account, caller, 'beforeSubmit', {
    type: 'xedit',
    record: changes,
    stored,
    submitted,
  });
  values = Object.fromEntries(before.changedFields.map((fieldId) => [fieldId, before.fields[fieldId] ?? null]));
  account.store.transaction(() => change(context, request, values));
  const record = changesOnly(context.type, request.id, values);
  yield* runUserEvents(account, caller, 'afterSubmit', { type: 'xedit', record, stored, submitted });
  return request.id;
}

function change(
  context: RecordContext & { readonly type: RecordType },
  request: SubmitFieldsRequest,
  values: Readonly<Record<string, FieldValue>>,
): string {
  // Read again: the scripts that ran in between may have changed the record.
  const current = readRecord(context, context.type, request.id);
  const data = cloneData(current);
  Object.assign(data.fields, values);
  data.changedFields = Object.keys(values);
  prepare(context, data, current, request);
  return write(context, data, current, request);
}

function checkEditable(context: RecordContext, fieldId: string): void {
  const field = context.definition.fields.get(fieldId);
  if (field && (field.submitFields || field.custom || fieldId === 'externalid')) return;
  throw notSupported(`record.submitFields of ${fieldId} of ${context.definition.id}, which has no inline editing,`);
}

/** The record as user events of type xedit see it: nothing but what changes. */
function changesOnly(type: RecordType, id: string, values: Readonly<Record<string, FieldValue>>): RecordData {
  const record = emptyRecord(type.id, false);
  record.id = id;
  record.fields = { ...values };
  record.changedFields = Object.keys(values);
  return record;
}
