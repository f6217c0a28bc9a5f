import type { Account } from '../../src/kernel/account';
import { runSuiteQL } from '../../src/query/run';
import { ledgerAccount } from './ledger';

let account: Account;
beforeAll(() => {
  account = ledgerAccount();
});
afterAll(() => account.store.close());

const run = (sql: string) => () => runSuiteQL(account, null, sql);
const count = () => runSuiteQL(account, null, 'SELECT COUNT(*) FROM customer').rows[0]?.[0];

describe('only one SELECT is a SuiteQL statement', () => {
  test.each([
    'DELETE FROM customer',
    "UPDATE customer SET email = 'x'",
    'INSERT INTO customer (id) VALUES (1)',
    'DROP TABLE customer',
    'CREATE TABLE x (id INTEGER)',
    'ALTER TABLE customer ADD COLUMN x TEXT',
    'PRAGMA table_info(customer)',
    "ATTACH DATABASE 'x' AS y",
    'VACUUM',
    'BEGIN',
    'REPLACE INTO customer (id) VALUES (1)',
    'SELECT id FROM customer; DELETE FROM customer',
    'SELECT id FROM customer;',
    'SELECT id FROM customer DELETE FROM customer',
    "SELECT id FROM customer WHERE id = 1'",
    'SELECT id FROM customer WHERE id = 1 /* open',
    'SELECT id FROM customer WHERE "id = 1',
    'SELECT id FROM customer LIMIT 1',
    'SELECT id FROM [customer]',
    'SELECT `id` FROM customer',
    'SELECT id FROM customer WHERE id = :id',
    'SELECT id FROM customer WHERE id = ?1',
    'SELECT id FROM customer WHERE id = $id',
    'SELECT id FROM customer WHERE id = @id',
    'SELECT id, FROM customer',
    'SELECT FROM customer',
    'SELECT id customer',
    'SELECT id FROM customer WHERE',
    'SELECT id FROM customer WHERE (id = 1',
    'SELECT id FROM customer GROUP id',
    'SELECT 1 & 2 FROM customer',
    'SELECT id FROM customer WHERE id == 1',
    'VALUES (1)',
    '',
    '   ',
    `SELECT ${'('.repeat(200_000)}1`,
  ])('%.60s', (sql) => {
    expect(run(sql)).toThrow(
      expect.objectContaining({
        name: 'SSS_SEARCH_ERROR_OCCURRED',
        message: expect.stringContaining('Failed to parse SQL'),
      }),
    );
    expect(count()).toBe(3);
  });

  test('the error shows the statement and where it stops making sense', () => {
    expect(run('SELECT id FROM transaction WHERE ROWNUM == 1')).toThrow(
      'Failed to parse SQL [SELECT id FROM transaction WHERE ROWNUM == 1]: syntax error, state:1108(10102) near: =(1,42, token code:0)',
    );
  });
});

describe('only what SuiteQL shows can be read', () => {
  test.each([
    ['a table that no account has', 'SELECT id FROM nothing', 'INVALID_SEARCH_TYPE', 'Invalid search type: nothing'],
    [
      "SQLite's own tables",
      'SELECT name FROM sqlite_master',
      'INVALID_SEARCH_TYPE',
      'Invalid search type: sqlite_master',
    ],
    [
      "SQLite's table functions",
      'SELECT name FROM pragma_table_info',
      'INVALID_SEARCH_TYPE',
      'Invalid search type: pragma_table_info',
    ],
    [
      'tables that the account keeps to itself',
      'SELECT * FROM companypreference',
      'INVALID_SEARCH_TYPE',
      'Invalid search type: companypreference',
    ],
    [
      'a column that no table has',
      'SELECT nothing FROM customer',
      'SSS_SEARCH_ERROR_OCCURRED',
      "Search error occurred: Unknown identifier 'nothing'. Available identifiers are: {customer=customer}",
    ],
    [
      "SQLite's row id",
      'SELECT rowid FROM customer',
      'SIMULATOR_NOT_SUPPORTED',
      'The simulator does not support SuiteQL ROWID.',
    ],
    [
      "SQLite's row id under its other names",
      'SELECT _rowid_ FROM customer',
      'SSS_SEARCH_ERROR_OCCURRED',
      "Search error occurred: Unknown identifier '_rowid_'. Available identifiers are: {customer=customer}",
    ],
    [
      'a column that is there and not shown',
      'SELECT t.subsidiary FROM transaction t',
      'SSS_SEARCH_ERROR_OCCURRED',
      "Search error occurred: Field 'subsidiary' for record 'transaction' was not found. Reason: NOT_EXPOSED",
    ],
    [
      'the version of a record',
      'SELECT recordversion FROM customrecord_crate',
      'SSS_SEARCH_ERROR_OCCURRED',
      "Search error occurred: Field 'recordversion' for record 'customrecord_crate' was not found. Reason: NOT_EXPOSED",
    ],
    [
      'an alias of another block',
      'SELECT c.id FROM customer c JOIN (SELECT c.id FROM currency x) y ON 1 = 1',
      'SSS_SEARCH_ERROR_OCCURRED',
      "Search error occurred: Unknown identifier 'c.id'. Available identifiers are: {x=currency}",
    ],
  ])('%s', (_, sql, name, message) => {
    expect(run(sql)).toThrow(expect.objectContaining({ name, message }));
  });

  test('SELECT * shows no hidden column', () => {
    const { columns } = runSuiteQL(account, null, 'SELECT * FROM transaction');
    const names = columns.map(({ name }) => name);
    expect(names).toContain('tranid');
    expect(names).toContain('custbody_gate');
    expect(names).not.toContain('subsidiary');
    expect(names).not.toContain('recordversion');
  });

  test('without OneWorld there is no subsidiary', () => {
    const single = ledgerAccount();
    single.store.run("INSERT INTO companyfeature (id, isenabled) VALUES ('MULTICURRENCY', 'T'), ('SUBSIDIARIES', 'F')");
    expect(() => runSuiteQL(single, null, 'SELECT id FROM subsidiary')).toThrow(
      "Search error occurred: Record 'subsidiary' was not found.",
    );
    expect(() => runSuiteQL(single, null, 'SELECT subsidiary FROM transactionline')).toThrow(
      "Unknown identifier 'subsidiary'",
    );
    single.store.run("UPDATE companyfeature SET isenabled = 'T'");
    expect(runSuiteQL(single, null, 'SELECT id FROM subsidiary').rows).toEqual([[1], [2]]);
    single.store.close();
  });

  test('a field that a snapshot takes away is gone from queries, too', () => {
    const other = ledgerAccount();
    const before = other.store.snapshot();
    other.store.run("INSERT INTO customfield (scriptid, valuetype) VALUES ('custbody_new', 'DATE')");
    other.store.script('ALTER TABLE "transaction" ADD COLUMN custbody_new TEXT');
    expect(runSuiteQL(other, null, 'SELECT custbody_new FROM transaction WHERE id = 1001').rows).toEqual([[null]]);
    other.store.restore(before);
    expect(() => runSuiteQL(other, null, 'SELECT custbody_new FROM transaction')).toThrow(
      "Unknown identifier 'custbody_new'",
    );
    other.store.close();
  });
});

describe('what parses and Oracle would not run is refused', () => {
  test.each([
    ['a column that is not grouped (ORA-00979)', 'SELECT entity, tranid, COUNT(*) FROM transaction GROUP BY entity'],
    ['a column beside an aggregate (ORA-00937)', 'SELECT tranid, COUNT(*) FROM transaction'],
    ['all columns beside groups', 'SELECT * FROM transaction GROUP BY id'],
    ['an order by what is not grouped', 'SELECT COUNT(*) FROM transaction GROUP BY entity ORDER BY tranid'],
    ['a value as condition', 'SELECT id FROM customer WHERE isinactive'],
    ['a condition as value', 'SELECT id = 1 FROM customer'],
    ['a name that two tables have (ORA-00918)', 'SELECT id FROM customer c, currency y'],
    ['text that is no number (ORA-01722)', "SELECT id FROM customer WHERE id = 'abc'"],
    [
      'text that is no date (ORA-01861)',
      "SELECT id FROM transaction WHERE trandate = TO_DATE('31.03.2026', 'YYYY-MM-DD')",
    ],
    ['a day that no month has (ORA-01847)', "SELECT TO_DATE('2026-02-30', 'YYYY-MM-DD') FROM DUAL"],
    ['a division by zero (ORA-01476)', 'SELECT foreigntotal / 0 FROM transaction'],
    [
      'columns that differ in number between set operations',
      'SELECT id, name FROM currency UNION SELECT id FROM currency',
    ],
    ['a subquery of several columns', 'SELECT (SELECT id, name FROM currency) FROM customer'],
    [
      'both ways of writing joins (section_3903316302)',
      'SELECT c.id FROM customer c JOIN currency y ON y.id = c.currency, transaction t WHERE t.entity(+) = c.id',
    ],
    ['functions that SuiteQL does not have (section_158513731864)', 'SELECT SUBSTRING(tranid, 1, 2) FROM transaction'],
    ["SQLite's functions", "SELECT load_extension('x') FROM customer"],
    ["the account's own functions", 'SELECT ns_now() FROM customer'],
    ['too many arguments', "SELECT UPPER('a', 'b') FROM customer"],
    ['dates added up', 'SELECT trandate + duedate FROM transaction'],
  ])('%s', (_, sql) => {
    expect(run(sql)).toThrow(
      expect.objectContaining({
        name: 'SSS_SEARCH_ERROR_OCCURRED',
        message: 'Search error occurred: Invalid or unsupported search',
      }),
    );
  });

  test.each([
    ['SELECT MEDIAN(id) FROM customer', 'SuiteQL MEDIAN'],
    ['SELECT SOUNDEX(tranid) FROM transaction', 'SuiteQL SOUNDEX'],
    ["SELECT BUILTIN.HIERARCHY(parent, 'LEVEL') FROM customer", 'SuiteQL BUILTIN.HIERARCHY'],
    ['SELECT BUILTIN.CURRENCY(amount) FROM transactionaccountingline', 'SuiteQL BUILTIN.CURRENCY'],
    ['SELECT CAST(id AS VARCHAR2(10)) FROM customer', 'SuiteQL CAST'],
  ])('what NetSuite has and the simulator has not is named: %s', (sql, what) => {
    expect(run(sql)).toThrow(
      expect.objectContaining({ name: 'SIMULATOR_NOT_SUPPORTED', message: expect.stringContaining(what) }),
    );
  });
});
