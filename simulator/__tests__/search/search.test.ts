import type { Account } from '../../src/kernel/account';
import type { Caller } from '../../src/kernel/execution';
import { filterTree } from '../../src/script/search/expression';
import type { FilterTree, SearchColumn } from '../../src/search/definition';
import { lookupFields } from '../../src/search/lookup';
import { countSearch, runSearch } from '../../src/search/run';
import { insert, ledgerAccount } from '../query/ledger';

let account: Account;
beforeAll(() => {
  account = ledgerAccount();
});
afterAll(() => account.store.close());

const caller: Caller = {
  user: { id: '1', name: 'A', email: 'a@a.test', role: '3', roleScriptId: 'administrator', subsidiary: null },
  context: 'SUITELET',
  execution: null,
};

function column(path: string, options: Partial<SearchColumn> = {}): SearchColumn {
  const [first = '', second] = path.split('.');
  return {
    name: second ?? first,
    join: second === undefined ? null : first,
    summary: null,
    formula: null,
    function: null,
    sort: null,
    ...options,
  };
}

const search = (type: string, filters: unknown, columns: readonly SearchColumn[] = []) =>
  runSearch(account, caller, { type, filter: filterTree(filters), columns }, { start: 0, end: null });
const ids = (type: string, filters: unknown) => [...new Set(search(type, filters).map(({ id }) => id))];
const values = (type: string, filters: unknown, ...columns: SearchColumn[]) =>
  search(type, filters, columns).map(({ cells }) => cells.map(({ value }) => value));

describe('filters by kind of field (article_4094344956)', () => {
  test.each<[string, string, unknown, string[]]>([
    ['anyof on ids', 'customer', ['internalid', 'anyof', [101, '103']], ['101', '103']],
    ['is on the id', 'customer', ['internalid', 'is', '102'], ['102']],
    ['noneof', 'customer', ['internalid', 'noneof', '101'], ['102', '103']],
    ['anyof none', 'customer', ['parent', 'anyof', '@NONE@'], ['101', '103']],
    ['noneof none', 'customer', ['parent', 'noneof', '@NONE@'], ['102']],
    ['internalidnumber', 'customer', ['internalidnumber', 'greaterthan', 101], ['102', '103']],
    ['externalid', 'customer', ['externalid', 'anyof', 'cust-103', 'cust-101'], ['101', '103']],
    ['externalidstring', 'customer', ['externalidstring', 'is', 'cust-102'], ['102']],
    ['text without regard to case', 'customer', ['companyname', 'is', 'ACME, inc. & søns'], ['101']],
    ['startswith', 'customer', ['companyname', 'startswith', 'zE'], ['103']],
    ['contains', 'customer', ['companyname', 'contains', '"quotes"'], ['102']],
    ['doesnotcontain', 'customer', ['email', 'doesnotcontain', 'acme'], ['102', '103']],
    ['isempty', 'customer', ['email', 'isempty', ''], ['102']],
    ['isnotempty', 'customer', ['email', 'isnotempty', ''], ['101', '103']],
    ['checkbox', 'customer', ['isinactive', 'is', 'T'], ['103']],
    ['checkbox as boolean', 'customer', ['isinactive', 'is', false], ['101', '102']],
    ['on', 'invoice', ['trandate', 'on', '3/5/2026'], ['1001']],
    ['before', 'invoice', ['trandate', 'before', '3/20/2026'], ['1001']],
    ['onorafter', 'invoice', ['trandate', 'onorafter', '3/20/2026'], ['1002']],
    ['within', 'transaction', ['trandate', 'within', '3/20/2026', '3/31/2026'], ['1002']],
    ['within a relative range', 'invoice', ['trandate', 'within', 'thismonth'], ['1001', '1002']],
    ['a relative day', 'invoice', ['trandate', 'onorafter', 'daysago11'], ['1002']],
    ['a moment by its day in the time zone of the account', 'invoice', ['datecreated', 'on', '3/20/2026'], ['1002']],
    ['a moment by a time of day', 'invoice', ['lastmodifieddate', 'onorafter', '3/5/2026 10:01 am'], ['1002']],
    ['numbers', 'invoice', [['total', 'greaterthan', 150], 'and', ['mainline', 'is', 'T']], ['1002']],
    ['between', 'invoice', ['exchangerate', 'between', 1.05, 1.2], ['1002']],
    ['status by type and letter', 'transaction', ['status', 'anyof', 'CustInvc:A', 'CustCred:A'], ['1001']],
    ['type', 'transaction', ['type', 'anyof', 'CustInvc'], ['1001', '1002']],
    ['a join', 'invoice', ['customer.email', 'contains', 'acme'], ['1001']],
    ['a custom field', 'customrecord_crate', ['custrecord_crate_color', 'anyof', '2'], ['1']],
    ['a formula', 'customer', ['formulanumeric: LENGTH({companyname})', 'lessthan', 5], ['103']],
    [
      'or binds less than and',
      'customer',
      [['internalid', 'is', '101'], 'or', ['internalid', 'is', '102'], 'and', ['isinactive', 'is', 'F']],
      ['101', '102'],
    ],
    ['not', 'customer', ['not', ['email', 'contains', 'acme']], ['102', '103']],
    [
      'nested',
      'customer',
      [[['internalid', 'is', '101'], 'or', ['internalid', 'is', '103']], 'and', ['isinactive', 'is', 'T']],
      ['103'],
    ],
  ])('%s', (_, type, filters, expected) => {
    expect(ids(type, filters)).toEqual(expected);
  });
});

describe('rows of transactions', () => {
  test('are lines: mainline tells the header from them', () => {
    const of = (mainline: string) =>
      values(
        'invoice',
        [['internalid', 'is', '1001'], 'and', ['mainline', 'is', mainline]],
        column('line'),
        column('mainline'),
      );
    expect(of('T')).toEqual([['0', '*']]);
    expect(of('F')).toEqual([
      ['1', ''],
      ['2', ''],
    ]);
  });

  test('amounts have the sign of the document, two decimals, and no zero before the point', () => {
    const columns = [column('amount'), column('quantity')];
    expect(values('invoice', [['internalid', 'is', '1001']], ...columns)).toEqual([
      ['100.10', ''],
      ['60.10', '1'],
      ['40.00', '2'],
    ]);
    insert(account, 'transactionline', {
      transaction: 1003,
      id: 0,
      uniquekey: 10030,
      mainline: 'T',
      foreignamount: -0.3,
      subsidiary: 1,
    });
    expect(values('creditmemo', [], ...columns)).toEqual([['-.30', '']]);
  });

  test('amounts in the base currency follow the exchange rate', () => {
    const [row] = values(
      'invoice',
      [['internalid', 'is', '1002'], 'and', ['mainline', 'is', 'T']],
      column('total'),
      column('fxamount'),
    );
    expect(row).toEqual(['220.22', '200.20']);
  });
});

describe('results', () => {
  test('selects have value and text, dates and moments the formats of the account', () => {
    const [row] = search(
      'invoice',
      [['internalid', 'is', '1001'], 'and', ['mainline', 'is', 'T']],
      [
        column('entity'),
        column('status'),
        column('trandate'),
        column('datecreated'),
        column('customer.companyname'),
        column('closedate'),
      ],
    );
    expect(row).toMatchObject({ recordType: 'invoice', id: '1001' });
    expect(row?.cells).toEqual([
      { kind: 'select', value: '101', text: 'C101 Acme, Inc. & Søns' },
      { kind: 'select', value: 'open', text: 'Open' },
      { kind: 'text', value: '3/5/2026', text: null },
      { kind: 'text', value: '3/5/2026 10:00 am', text: null },
      { kind: 'text', value: 'Acme, Inc. & Søns', text: null },
      { kind: 'text', value: '', text: null },
    ]);
  });

  test('text ends after 4,000 bytes (section_N3352288)', () => {
    expect(values('customrecord_crate', [], column('custrecord_crate_note'))).toEqual([['é'.repeat(2000)]]);
  });

  test('formulas see fields by their text, and by their id', () => {
    const formula = (text: string, name = 'formulatext') => column(name, { formula: text });
    expect(
      values(
        'invoice',
        [['internalid', 'is', '1001'], 'and', ['mainline', 'is', 'T']],
        formula("{entity} || '/' || {entity.id}"),
        formula("CASE WHEN {amount} > 100 THEN 'big' ELSE 'small' END"),
        formula('{amount} * 2', 'formulacurrency'),
        formula('{trandate} + 1', 'formuladate'),
        formula('TO_CHAR({customer.internalid})'),
      ),
    ).toEqual([['C101 Acme, Inc. & Søns/101', 'big', '200.20', '3/6/2026', '101']]);
  });

  test('are sorted by columns, selects by their text', () => {
    expect(values('customer', [], column('internalid', { sort: 'DESC' }))).toEqual([['103'], ['102'], ['101']]);
    expect(values('customer', [], column('companyname', { sort: 'ASC' }))).toEqual([
      ['Acme, Inc. & Søns'],
      ['O\'Neil "Quotes"'],
      ['Zeta'],
    ]);
  });

  test('summaries group, count and add', () => {
    const filters = [['mainline', 'is', 'T'], 'and', ['type', 'anyof', 'CustInvc']];
    const columns = [
      column('currency', { summary: 'GROUP', sort: 'ASC' }),
      column('internalid', { summary: 'COUNT' }),
      column('fxamount', { summary: 'SUM' }),
      column('trandate', { summary: 'MAX' }),
    ];
    expect(search('transaction', filters, columns)).toEqual([
      {
        recordType: null,
        id: null,
        cells: [
          { kind: 'select', value: '2', text: 'Euro' },
          { kind: 'text', value: '1', text: null },
          { kind: 'text', value: '200.20', text: null },
          { kind: 'text', value: '3/20/2026', text: null },
        ],
      },
      {
        recordType: null,
        id: null,
        cells: [
          { kind: 'select', value: '1', text: 'US Dollar' },
          { kind: 'text', value: '1', text: null },
          { kind: 'text', value: '100.10', text: null },
          { kind: 'text', value: '3/5/2026', text: null },
        ],
      },
    ]);
    expect(
      values('transaction', [...filters, 'and', ['sum(fxamount)', 'greaterthan', 150]], ...columns.slice(0, 1)),
    ).toEqual([['2']]);
  });

  test('a group without a value is called - None -', () => {
    const rows = search(
      'customer',
      [],
      [column('email', { summary: 'GROUP' }), column('parent', { summary: 'GROUP' })],
    );
    expect(rows.map(({ cells }) => cells)).toContainEqual([
      { kind: 'text', value: '- None -', text: null },
      { kind: 'select', value: '101', text: 'C101 Acme, Inc. & Søns' },
    ]);
    expect(rows.map(({ cells }) => cells[1])).toContainEqual({ kind: 'select', value: '', text: '- None -' });
  });

  test('are counted and cut to ranges', () => {
    const definition = { type: 'customer', filter: null, columns: [column('internalid')] };
    expect(countSearch(account, caller, definition)).toBe(3);
    expect(runSearch(account, caller, definition, { start: 1, end: 2 }).map(({ id }) => id)).toEqual(['102']);
  });
});

describe('what is not valid is refused with the codes of Oracle', () => {
  const tree = (filters: unknown): FilterTree | null => filterTree(filters);
  test.each<[string, string, unknown, SearchColumn[], string]>([
    ['a filter', 'customer', ['nothing', 'is', 'x'], [], 'SSS_INVALID_SRCH_FILTER'],
    ["a filter's join", 'customer', ['nothing.name', 'is', 'x'], [], 'SSS_INVALID_SRCH_FILTER_JOIN'],
    ['an operator of another kind', 'customer', ['companyname', 'anyof', 'x'], [], 'SSS_INVALID_SRCH_OPERATOR'],
    [
      'an operator of another kind on ids',
      'customer',
      ['internalid', 'contains', '1'],
      [],
      'SSS_INVALID_SRCH_OPERATOR',
    ],
    ['a column', 'customer', [], [column('nothing')], 'SSS_INVALID_SRCH_COL'],
    ["a column's join", 'customer', [], [column('nothing.name')], 'SSS_INVALID_SRCH_COL_JOIN'],
    [
      'a column without summary beside one with',
      'customer',
      [],
      [column('email'), column('internalid', { summary: 'COUNT' })],
      'SSS_INVALID_SRCH_COLUMN_SUM',
    ],
    ['a custom record type', 'customrecord_nothing', [], [], 'INVALID_RCRD_TYPE'],
    ['a type that the simulator lacks', 'supportcase', [], [], 'SIMULATOR_NOT_SUPPORTED'],
    ['a status without its type', 'invoice', ['status', 'anyof', 'open'], [], 'SSS_INVALID_SRCH_FILTER'],
  ])('%s', (_, type, filters, columns, name) => {
    const run = () => runSearch(account, caller, { type, filter: tree(filters), columns }, { start: 0, end: null });
    expect(run).toThrow(expect.objectContaining({ name }));
  });

  test.each([[['a', 'is', 1], 'and', 'and', ['b', 'is', 2]], [['a', 'is', 1], 'or'], ['and'], [5]])(
    'an expression that makes no sense: %j',
    (...filters) => {
      expect(() => filterTree(filters)).toThrow(expect.objectContaining({ name: 'SSS_INVALID_SRCH_FILTER_EXPR' }));
    },
  );

  test('a value in a filter is a value, whatever it says', () => {
    expect(ids('customer', ['companyname', 'is', "x' OR 1=1 --"])).toEqual([]);
    expect(ids('customer', ['internalid', 'anyof', '101) OR (1=1'])).toEqual([]);
  });
});

describe('lookupFields (section_4345776651)', () => {
  test('gives selects as lists, checkboxes as booleans, the id as it is', () => {
    expect(
      lookupFields(account, caller, 'customer', '102', [
        'internalid',
        'companyname',
        'isinactive',
        'currency',
        'parent',
        'email',
      ]),
    ).toEqual({
      internalid: '102',
      companyname: 'O\'Neil "Quotes"',
      isinactive: false,
      currency: [{ value: '2', text: 'Euro' }],
      parent: [{ value: '101', text: 'C101 Acme, Inc. & Søns' }],
      email: '',
    });
  });

  test('follows joins, and gives nothing for a record that is not there', () => {
    expect(lookupFields(account, caller, 'invoice', '1002', ['customer.entityid', 'tranid'])).toEqual({
      'customer.entityid': 'C102',
      tranid: 'INV2',
    });
    expect(lookupFields(account, caller, 'customer', '9', ['email'])).toEqual({});
  });

  test('refuses a field that the record does not have', () => {
    expect(() => lookupFields(account, caller, 'customer', '102', ['nothing'])).toThrow(
      expect.objectContaining({ name: 'SSS_INVALID_SRCH_COL' }),
    );
  });
});
