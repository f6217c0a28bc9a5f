import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Account } from '../../src/kernel/account';
import * as enumerations from '../../src/script/search/enumerations';
import { searchInputRows } from '../../src/search/inputRows';
import { ledgerAccount } from '../query/ledger';
import { result } from '../query/scriptBench';

let account: Account;
beforeEach(() => {
  account = ledgerAccount();
});
afterEach(() => account.store.close());

const script = async (body: string) => (await result(account, body)).value;

describe('N/search in a script', () => {
  test('creating and running is free, each costs 10 units', async () => {
    expect(
      await result(
        account,
        `() => {
        const found = [];
        search.create({ type: search.Type.CUSTOMER, filters: [['isinactive', 'is', 'F']], columns: ['entityid', 'customer.nothing'].slice(0, 1) })
          .run().each((row) => { found.push([row.id, row.recordType, row.getValue('entityid')]); return true; });
        return found;
      }`,
      ),
    ).toEqual({
      value: [
        ['101', 'customer', 'C101'],
        ['102', 'customer', 'C102'],
      ],
      units: 10,
    });
  });

  test('columns are found by object, by name, and by name with join and summary', async () => {
    expect(
      await script(`() => {
        const email = search.createColumn({ name: 'email', join: 'customer' });
        const [row] = search.create({
          type: 'invoice',
          filters: [search.createFilter({ name: 'mainline', operator: search.Operator.IS, values: ['T'] })],
          columns: [email, 'entity', search.createColumn({ name: 'tranid', sort: search.Sort.DESC }), 'taxline'],
        }).run().getRange({ start: 1, end: 2 });
        return [row.getValue(email), row.getValue({ name: 'email', join: 'customer' }), row.getText('entity'),
          row.getValue('entity'), row.getValue('tranid'), row.getValue('taxline'), row.getValue('nothing')];
      }`),
    ).toEqual(['billing@acme.test', 'billing@acme.test', 'C101 Acme, Inc. & Søns', '101', 'INV1', false, null]);
  });

  test('a result as JSON has lists for selects', async () => {
    expect(
      await script(`() => JSON.parse(JSON.stringify(search.create({
        type: 'customer', filters: ['internalid', 'is', '102'], columns: ['internalid', 'currency', 'isinactive', 'email'],
      }).run().getRange({ start: 0, end: 1 })))`),
    ).toEqual([
      {
        recordType: 'customer',
        id: '102',
        values: {
          internalid: [{ value: '102', text: '102' }],
          currency: [{ value: '2', text: 'Euro' }],
          isinactive: false,
          email: '',
        },
      },
    ]);
  });

  test('filters of a search can be read, added to and set', async () => {
    expect(
      await script(`() => {
        const found = search.create({ type: 'customer', filters: [['isinactive', 'is', 'F'], 'and', ['currency', 'anyof', '1', '2']] });
        const before = found.runPaged().count;
        found.filters = [...found.filters, search.createFilter({ name: 'currency', operator: 'anyof', values: [2] })];
        const added = found.runPaged().count;
        found.filterExpression = ['internalid', 'anyof', '101'];
        return [before, added, found.runPaged({ pageSize: 5 }).count];
      }`),
    ).toEqual([2, 1, 1]);
  });

  test('dates of the script are filters, too', async () => {
    expect(
      await script(
        "() => search.create({ type: 'invoice', filters: [['trandate', 'onorafter', new Date(2026, 2, 20)], 'and', ['mainline', 'is', 'T']] }).runPaged().count",
      ),
    ).toBe(1);
  });

  test('pages cost 5 units each', async () => {
    addCustomers(12);
    expect(
      await result(
        account,
        `() => {
        const paged = search.create({ type: 'customer', columns: [search.createColumn({ name: 'internalid', sort: 'ASC' })] }).runPaged({ pageSize: 5 });
        const sizes = paged.pageRanges.map((range) => paged.fetch({ index: range.index }).data.length);
        const second = paged.fetch(0).next();
        return { count: paged.count, sizes, labels: paged.pageRanges.map((range) => range.compoundLabel), second: [second.isFirst, second.isLast, second.data[0].id] };
      }`,
      ),
    ).toEqual({
      value: {
        count: 15,
        sizes: [5, 5, 5],
        labels: ['1 to 5', '6 to 10', '11 to 15'],
        second: [false, false, '106'],
      },
      units: 5 + 3 * 5 + 2 * 5,
    });
  });

  test('lookupFields costs 1 unit', async () => {
    expect(
      await result(
        account,
        "() => search.lookupFields({ type: 'invoice', id: 1001, columns: ['entity', 'tranid', 'customer.email'] })",
      ),
    ).toEqual({
      value: {
        entity: [{ value: '101', text: 'C101 Acme, Inc. & Søns' }],
        tranid: 'INV1',
        'customer.email': 'billing@acme.test',
      },
      units: 1,
    });
  });

  test('promises come to the same', async () => {
    expect(
      await script("() => typeof search.lookupFields.promise({ type: 'customer', id: '101', columns: 'email' }).then"),
    ).toBe('function');
  });

  test('a saved search is loaded by its id or script id, run, and deleted', async () => {
    expect(
      await script(`() => {
        const made = search.create({ type: 'customer', title: 'Active', id: 'customsearch_active', filters: [['isinactive', 'is', 'F']], columns: [search.createColumn({ name: 'entityid', sort: 'DESC' })] });
        const id = made.save();
        const found = search.load({ id: 'customsearch_active' });
        const rows = search.load({ id }).run().getRange({ start: 0, end: 10 }).map((row) => row.getValue('entityid'));
        let twice; try { search.create({ type: 'customer', title: 'Active' }).save(); } catch (error) { twice = error.name; }
        search.delete({ id });
        let gone; try { search.load({ id }); } catch (error) { gone = error.name; }
        return [found.title, found.searchId === id, rows, twice, gone];
      }`),
    ).toEqual(['Active', true, ['C102', 'C101'], 'NAME_ALREADY_IN_USE', 'INVALID_SEARCH']);
  });

  test.each([
    ['search.create({})', 'SSS_MISSING_REQD_ARGUMENT'],
    ["search.create({ type: 'customer', columns: [5] })", 'SSS_INVALID_SRCH_COL'],
    ["search.create({ type: 'customer', filters: [['a', 'is', 1], 'and'] })", 'SSS_INVALID_SRCH_FILTER_EXPR'],
    ["search.create({ type: 'customer', filters: [['email', 'like', 'x']] })", 'SSS_INVALID_SRCH_OPERATOR'],
    ["search.createFilter({ name: 'email' })", 'SSS_MISSING_REQD_ARGUMENT'],
    ["search.create({ type: 'customer' }).run().getRange({ start: 0, end: 1001 })", 'SSS_SEARCH_RESULT_LIMIT_EXCEEDED'],
    ["search.create({ type: 'customer' }).run().getRange({ start: 0 })", 'SSS_MISSING_REQD_ARGUMENT'],
    ["search.create({ type: 'customer' }).runPaged({ pageSize: 1001 })", 'SSS_INVALID_SRCH_SETTING_VALUE'],
    ["search.create({ type: 'customer' }).runPaged().fetch({ index: 1 })", 'INVALID_PAGE_RANGE'],
    ["search.lookupFields({ type: 'customer', id: '101' })", 'SSS_MISSING_REQD_ARGUMENT'],
    ["search.lookupFields({ type: 'customer', id: '101', columns: 'nothing' })", 'SSS_INVALID_SRCH_COL'],
    ["search.global({ keywords: 'x' })", 'SIMULATOR_NOT_SUPPORTED'],
    ["search.duplicates({ type: 'customer' })", 'SIMULATOR_NOT_SUPPORTED'],
  ])('%s throws %s', async (call, name) => {
    expect(await script(`() => { try { ${call}; return null; } catch (error) { return error.name; } }`)).toBe(name);
  });

  test('each ends with SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED after 4,000 rows', async () => {
    addCustomers(4_000);
    expect(
      await script(`() => {
        let rows = 0;
        try { search.create({ type: 'customer' }).run().each(() => { rows += 1; return true; }); } catch (error) { return [rows, error.name]; }
      }`),
    ).toEqual([4000, 'SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED']);
  });
});

describe('a map/reduce script gets', () => {
  const user = { id: '1', name: 'A', email: '', role: '3', roleScriptId: 'administrator', subsidiary: null };
  const caller = { user, context: 'MAPREDUCE', execution: null };
  const column = { join: null, summary: null, formula: null, function: null, sort: null };

  test('each row of a search under its internal id, selects as one object', () => {
    const columns = ['internalid', 'currency', 'parent', 'isinactive', 'email'].map((name) => ({ ...column, name }));
    const [first] = searchInputRows(account, caller, { type: 'customer', filter: null, columns });
    expect(first?.key).toBe('101');
    expect(JSON.parse(first?.value ?? '')).toEqual({
      recordType: 'customer',
      id: '101',
      values: {
        internalid: { value: '101', text: '101' },
        currency: { value: '1', text: 'US Dollar' },
        parent: '',
        isinactive: 'F',
        email: 'billing@acme.test',
      },
    });
  });

  test('the rows of a summary by number', () => {
    const columns = [
      { ...column, name: 'currency', summary: 'GROUP' as const, sort: 'ASC' as const },
      { ...column, name: 'internalid', summary: 'COUNT' as const },
    ];
    const rows = searchInputRows(account, caller, { type: 'customer', filter: null, columns });
    expect(rows.map(({ key, value }) => [key, JSON.parse(value)])).toEqual([
      [
        '1',
        {
          recordType: null,
          id: '1',
          values: { 'GROUP(currency)': { value: '2', text: 'Euro' }, 'COUNT(internalid)': '1' },
        },
      ],
      [
        '2',
        {
          recordType: null,
          id: '2',
          values: { 'GROUP(currency)': { value: '1', text: 'US Dollar' }, 'COUNT(internalid)': '2' },
        },
      ],
    ]);
  });
});

test("enumerations have the values of Oracle's own stubs", () => {
  const stubs = readFileSync(
    createRequire(import.meta.url).resolve('@oracle/suitecloud-unit-testing/stubs/search/search.js'),
    'utf8',
  );
  const { Type, Operator, Summary, Sort } = enumerations;
  for (const [key, value] of [Type, Operator, Summary, Sort].flatMap((names) => Object.entries(names))) {
    expect(stubs).toContain(`this.${key} = '${value}';`);
  }
  expect(Object.keys(Type)).toHaveLength(312);
});

function addCustomers(count: number): void {
  account.store.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      account.store.run("INSERT INTO customer (entityid, isinactive) VALUES (?, 'F')", [`N${index}`]);
    }
  });
}
