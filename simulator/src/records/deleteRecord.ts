import type { Account } from '../kernel/account';
import type { Caller } from '../kernel/execution';
import type { Operation } from '../kernel/operation';
import { requireRecordPermission } from '../permissions/require';
import { firesUserEvents, runUserEvents } from '../scripts/userEvent';
import { quoted } from '../store/schema/table';
import { recordContext } from './catalogue';
import { refuseForbidden } from './createRecord';
import type { RecordData } from './data';
import { claimExternalId } from './externalId';
import { storedType } from './loadRecord';
import type { RecordContext, RecordType } from './recordType';
import { refuseWhereUsed } from './references';
import { noSuchRecord, readRecord, storedVersion } from './rows';
import { checkRecordAccess } from './subsidiaryAccess';

/**
 * Deletes a record for good (section_4267255811), and leaves a row in `deletedrecord`. Throws THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS
 * where other records refer to it. Returns the internal id.
 */
export function* deleteRecord(
  account: Account,
  caller: Caller,
  request: { readonly type: string; readonly id: string },
): Operation<string> {
  const context = recordContext(account, caller, storedType(account, request.type, request.id));
  requireRecordPermission(account, caller.user, context.type.id, 'delete');
  refuseForbidden(context.type, 'delete');
  const stored = readRecord(context, context.type, request.id);
  checkRecordAccess(context, stored, 'delete');
  const fires = firesUserEvents(account, caller, context.type.id, 'delete');
  const submitted = new Set<string>();
  if (fires)
    yield* runUserEvents(account, caller, 'beforeSubmit', { type: 'delete', record: stored, stored, submitted });
  account.store.transaction(() => remove(context, stored));
  if (fires)
    yield* runUserEvents(account, caller, 'afterSubmit', { type: 'delete', record: stored, stored, submitted });
  return request.id;
}

function remove(context: RecordContext & { readonly type: RecordType }, stored: RecordData): void {
  const { account, caller, type } = context;
  const id = Number(stored.id);
  if (storedVersion(context, type, String(id)) === null) throw noSuchRecord(type.id, String(id));
  refuseWhereUsed(account, type, id);
  type.remove?.(context, stored, id);
  claimExternalId(account, type, id, textOrNull(stored.fields.externalid), null);
  account.store.run(`DELETE FROM ${quoted(type.table)} WHERE id = ?`, [id]);
  account.store.run(
    `INSERT INTO deletedrecord (type, recordtypeid, scriptid, recordid, name, deleteddate, deletedby, context,
       iscustomrecord, iscustomlist, iscustomtransaction) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'F', 'F')`,
    [
      type.label,
      type.internalId ? Number(type.internalId) : null,
      type.id,
      id,
      textOrNull(stored.fields.tranid ?? stored.fields.entityid ?? stored.fields.itemid ?? stored.fields.name),
      new Date(account.clock.now()).toISOString(),
      /^-?\d+$/.test(caller.user.id) ? Number(caller.user.id) : null,
      caller.context,
      type.group === 'customrecord' ? 'T' : 'F',
    ],
  );
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value);
}
