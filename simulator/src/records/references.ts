import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import { quoted } from '../store/schema/table';
import type { RecordType } from './recordType';

/** Columns that refer to rows of a table; a row that one of them names cannot be deleted. */
const REFERENCES: Readonly<Record<string, readonly (readonly [table: string, column: string])[]>> = {
  customer: [
    ['transaction', 'entity'],
    ['customer', 'parent'],
    ['job', 'customer'],
    ['contact', 'company'],
  ],
  employee: [['transaction', 'entity']],
  job: [
    ['transaction', 'entity'],
    ['transactionline', 'entity'],
    ['transactionline', 'job'],
  ],
  item: [
    ['transactionline', 'item'],
    ['item', 'parent'],
  ],
  account: [
    ['transactionaccountingline', 'account'],
    ['account', 'parent'],
    ['item', 'incomeaccount'],
    ['item', 'assetaccount'],
    ['item', 'expenseaccount'],
    ['salestaxitem', 'taxaccount'],
    ['customer', 'receivablesaccount'],
  ],
  subsidiary: [
    ['transactionline', 'subsidiary'],
    ['customer', 'subsidiary'],
    ['subsidiary', 'parent'],
  ],
  currency: [
    ['transaction', 'currency'],
    ['customer', 'currency'],
    ['subsidiary', 'currency'],
  ],
  term: [
    ['transaction', 'terms'],
    ['customer', 'terms'],
  ],
  department: [['transactionline', 'department']],
  classification: [['transactionline', 'class']],
  location: [['transactionline', 'location']],
  salestaxitem: [['transactionline', 'taxcode']],
};

/**
 * Refuses to delete what other records refer to: standard ones by the table above, custom ones by their select fields
 * unless the field says SET_NULL, which empties it.
 */
export function refuseWhereUsed(account: Account, type: RecordType, id: number): void {
  for (const [table, column] of REFERENCES[type.table] ?? []) {
    if (isUsed(account, table, column, id)) throw hasDependents();
  }
  if (type.group !== 'customrecord') return;
  const fields = account.store.all<{ scriptid: string; recordtype: string; onparentdelete: string }>(
    "SELECT scriptid, recordtype, onparentdelete FROM customfield WHERE source = ? AND valuetype = 'select' AND kind = 'customrecordcustomfield'",
    [type.id],
  );
  for (const { scriptid, recordtype, onparentdelete } of fields) {
    if (!isUsed(account, recordtype, scriptid, id)) continue;
    if (onparentdelete !== 'SET_NULL') throw hasDependents();
    account.store.run(
      `UPDATE ${quoted(recordtype)} SET ${quoted(scriptid)} = NULL, recordversion = recordversion + 1 WHERE ${quoted(scriptid)} = ?`,
      [id],
    );
  }
}

function isUsed(account: Account, table: string, column: string, id: number): boolean {
  return account.store.get(`SELECT 1 AS used FROM ${quoted(table)} WHERE ${quoted(column)} = ? LIMIT 1`, [id]) !== null;
}

function hasDependents(): NetSuiteError {
  return new NetSuiteError(
    'THIS_RECORD_CANNOT_BE_DELETED_BECAUSE_IT_HAS_DEPENDENT_RECORDS',
    'This record cannot be deleted because it has dependent records.',
  );
}
