import type { Account } from '../../src/kernel/account';
import { prepare } from '../../src/query/statement';
import { ledgerAccount } from './ledger';

let account: Account;
beforeAll(() => {
  account = ledgerAccount();
});
afterAll(() => account.store.close());

const plan = (sql: string) =>
  account.store
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${prepare(account, null, sql).sql}`)
    .map(({ detail }) => detail)
    .join('\n');

describe('a query finds its rows by index', () => {
  test.each([
    ['SELECT id FROM transaction WHERE externalid = ?', 'transaction_externalid (externalid=?)'],
    ['SELECT id FROM transaction WHERE externalid IN (?, ?, ?)', 'transaction_externalid (externalid=?)'],
    [
      "SELECT id FROM transaction WHERE externalid LIKE 'obc-%'",
      'transaction_externalid (externalid>? AND externalid<?)',
    ],
    ['SELECT id FROM transaction WHERE id = ?', 'INTEGER PRIMARY KEY (rowid=?)'],
    ["SELECT id FROM transaction WHERE id = '1001'", 'INTEGER PRIMARY KEY (rowid=?)'],
    ['SELECT tranid FROM transaction WHERE entity = ?', 'transaction_entity (entity=?)'],
    [
      "SELECT id, memo FROM transaction WHERE lastmodifieddate >= TO_DATE('2026-03-01', 'YYYY-MM-DD')",
      'transaction_lastmodifieddate (lastmodifieddate>?)',
    ],
    [
      "SELECT id, memo FROM transaction WHERE lastmodifieddate >= TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS')",
      'transaction_lastmodifieddate (lastmodifieddate>?)',
    ],
    [
      'SELECT id, memo FROM transaction WHERE lastmodifieddate > SYSDATE - 1',
      'transaction_lastmodifieddate (lastmodifieddate>?)',
    ],
    [
      "SELECT id, memo FROM transaction WHERE trandate BETWEEN TO_DATE('2026-03-01', 'YYYY-MM-DD') AND TO_DATE(?, 'YYYY-MM-DD')",
      'transaction_trandate (trandate>? AND trandate<?)',
    ],
    ['SELECT foreignamount FROM transactionline WHERE transaction = ?', '(transaction=?)'],
    [
      'SELECT l.foreignamount FROM transaction t JOIN transactionline l ON l.transaction = t.id WHERE t.externalid = ?',
      '(transaction=?)',
    ],
    ['SELECT id FROM customrecord_crate WHERE externalid = ?', 'customrecord_crate_externalid (externalid=?)'],
    ['SELECT id, memo FROM transaction ORDER BY id OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY', 'SCAN t1'],
  ])('%s', (sql, expected) => {
    const steps = plan(sql);
    expect(steps).toContain(expected);
    if (!expected.startsWith('SCAN')) expect(steps).not.toContain('SCAN');
    expect(steps).not.toContain('TEMP B-TREE');
  });
});
