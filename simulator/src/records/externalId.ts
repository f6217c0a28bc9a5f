import { preference } from '../company/settings';
import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { RecordType } from './recordType';

/**
 * Keeps external ids unique. They are unique over a whole group of record types: all transactions share one space, so do
 * all entities and all items; every custom record type and every list has its own (section_N3436356). Case does not
 * matter.
 *
 * Which code NetSuite throws for a doubled one is not documented for SuiteScript: the company preference
 * DUPLICATEEXTERNALIDCODE chooses `DUP_RCRD` (default) or `UNIQUE_RCRD_ID_REQD`.
 */
export function claimExternalId(
  account: Account,
  type: RecordType,
  id: number,
  before: string | null,
  after: string | null,
): void {
  if (before === after) return;
  const space = type.externalIdSpace ?? type.id;
  const { store } = account;
  if (before !== null) {
    store.run('DELETE FROM externalid WHERE recordgroup = ? AND value = ?', [space, before.toLowerCase()]);
  }
  if (after === null) return;
  const { changes } = store.run(
    'INSERT OR IGNORE INTO externalid (recordgroup, value, recordtype, recordid) VALUES (?, ?, ?, ?)',
    [space, after.toLowerCase(), type.id, id],
  );
  if (changes === 0) throw duplicateExternalId(account);
}

/** The record that has an external id, over all types of the group of `type`; null where none has. */
export function recordByExternalId(
  account: Account,
  type: RecordType,
  externalId: string,
): { readonly type: string; readonly id: string } | null {
  const row = account.store.get<{ recordtype: string; recordid: number }>(
    'SELECT recordtype, recordid FROM externalid WHERE recordgroup = ? AND value = ?',
    [type.externalIdSpace ?? type.id, externalId.toLowerCase()],
  );
  return row === null ? null : { type: row.recordtype, id: String(row.recordid) };
}

function duplicateExternalId(account: Account): NetSuiteError {
  return preference(account, 'DUPLICATEEXTERNALIDCODE') === 'UNIQUE_RCRD_ID_REQD'
    ? new NetSuiteError(
        'UNIQUE_RCRD_ID_REQD',
        'A record with this ID already exists. You must enter a unique ID to create or update this record.',
      )
    : new NetSuiteError('DUP_RCRD', 'This record already exists');
}
