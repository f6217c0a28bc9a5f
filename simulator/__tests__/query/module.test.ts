import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Account } from '../../src/kernel/account';
import { queryInputRows } from '../../src/query/inputRows';
import * as enumerations from '../../src/script/query/enumerations';
import { ledgerAccount } from './ledger';
import { result } from './scriptBench';

let account: Account;
beforeEach(() => {
  account = ledgerAccount();
});
afterEach(() => account.store.close());

const script = async (body: string) => (await result(account, body)).value;

describe('query.runSuiteQL (section_157960542026)', () => {
  test('takes text, or an object with parameters, at 10 units', async () => {
    expect(
      await result(
        account,
        "() => query.runSuiteQL('SELECT id, entityid FROM customer ORDER BY id').asMappedResults()",
      ),
    ).toEqual({
      value: [
        { id: 101, entityid: 'C101' },
        { id: 102, entityid: 'C102' },
        { id: 103, entityid: 'C103' },
      ],
      units: 10,
    });
    expect(
      await script(
        "() => query.runSuiteQL({ query: 'SELECT id FROM customer WHERE isinactive = ? AND id > ?', params: [false, 101] }).results[0].values",
      ),
    ).toEqual([102]);
  });

  test('gives results by position and by name, with columns and an iterator', async () => {
    expect(
      await script(`() => {
        const set = query.runSuiteQL({ query: 'SELECT id AS MyId, tranid FROM transaction ORDER BY id' });
        const seen = [];
        set.iterator().each(({ value }) => { seen.push(value.values[0]); return seen.length < 2; });
        return { columns: set.columns.map((column) => column.alias), map: set.results[0].asMap(), seen,
          isArray: set.results instanceof Array, values: JSON.stringify(set.results[0]) };
      }`),
    ).toEqual({
      columns: ['myid', 'tranid'],
      map: { myid: 1001, tranid: 'INV1' },
      seen: [1001, 1002],
      isArray: true,
      values: '{"values":[1001,"INV1"]}',
    });
  });

  test.each([
    ['query.runSuiteQL()', 'SSS_MISSING_REQD_ARGUMENT'],
    ["query.runSuiteQL({ query: '' })", 'SSS_MISSING_REQD_ARGUMENT'],
    [
      "query.runSuiteQL({ query: 'SELECT id FROM customer WHERE id = ?', params: [new Date()] })",
      'SSS_INVALID_TYPE_ARG',
    ],
    ["query.runSuiteQL({ query: 'SELECT id FROM customer WHERE id = ?', params: [null] })", 'SSS_INVALID_TYPE_ARG'],
    ["query.runSuiteQL('SELECT nothing FROM customer')", 'SSS_SEARCH_ERROR_OCCURRED'],
    ["query.runSuiteQLPaged({ query: 'SELECT id FROM customer', pageSize: 4 })", 'INVALID_PAGE_SIZE'],
    ["query.runSuiteQLPaged({ query: 'SELECT id FROM customer' }).fetch(5)", 'INVALID_PAGE_RANGE'],
    ["query.runSuiteQLPaged({ query: 'SELECT id FROM customer' }).fetch({})", 'INVALID_PAGE_INDEX'],
    ["query.load({ id: 'custworkbook_a' })", 'SIMULATOR_NOT_SUPPORTED'],
  ])('%s throws %s', async (call, name) => {
    expect(await script(`() => { try { ${call}; return null; } catch (error) { return error.name; } }`)).toBe(name);
  });

  test('ends after 5,000 rows', async () => {
    addCurrencies(5_100);
    expect(await script("() => query.runSuiteQL('SELECT id FROM currency').results.length")).toBe(5_000);
  });
});

describe('query.runSuiteQLPaged', () => {
  test('counts, and reads each page at 10 units', async () => {
    addCurrencies(23);
    expect(
      await result(
        account,
        `() => {
        const paged = query.runSuiteQLPaged({ query: 'SELECT id FROM currency ORDER BY id', pageSize: 10 });
        const sizes = [];
        paged.iterator().each((page) => { sizes.push(page.value.data.results.length); return true; });
        const last = paged.fetch({ index: 2 });
        return { count: paged.count, ranges: paged.pageRanges, sizes, isLast: last.isLast,
          ids: last.data.asMappedResults().map((row) => row.id) };
      }`,
      ),
    ).toEqual({
      value: {
        count: 25,
        ranges: [
          { index: 0, size: 10 },
          { index: 1, size: 10 },
          { index: 2, size: 5 },
        ],
        sizes: [10, 10, 5],
        isLast: true,
        ids: [21, 22, 23, 24, 25],
      },
      units: 50,
    });
  });
});

test('a map/reduce script gets the values of each row under its number (section_4549604332)', () => {
  const user = { id: '1', name: 'A', email: '', role: '3', roleScriptId: 'administrator', subsidiary: null };
  const caller = { user, context: 'MAPREDUCE', execution: null };
  const source = { query: 'SELECT id, email FROM customer WHERE currency = ? ORDER BY id', params: [1] };
  expect(queryInputRows(account, caller, source)).toEqual([
    { key: '0', value: '{"values":[101,"billing@acme.test"]}' },
    { key: '1', value: '{"values":[103,"z@zeta.test"]}' },
  ]);
});

test("enumerations have the values of Oracle's own stubs", () => {
  const stubs = readFileSync(
    createRequire(import.meta.url).resolve('@oracle/suitecloud-unit-testing/stubs/query/query.js'),
    'utf8',
  );
  const { Aggregate, ReturnType, DateId, FieldContext, PeriodType, PeriodAdjustment, PeriodCode, Type } = enumerations;
  const all = [Aggregate, ReturnType, DateId, FieldContext, PeriodType, PeriodAdjustment, PeriodCode];
  for (const [key, value] of all.flatMap((names) => Object.entries(names))) {
    expect(stubs).toContain(`this.${key} = '${value}';`);
  }
  expect(Type.CUSTOMER).toBe('customer');
});

function addCurrencies(count: number): void {
  account.store.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      account.store.run('INSERT INTO currency (name) VALUES (?)', [`C${index}`]);
    }
  });
}
