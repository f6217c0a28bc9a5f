import type { Account } from '../../src/kernel/account';
import { insert, ledgerAccount } from './ledger';
import { result } from './scriptBench';

let account: Account;
beforeEach(() => {
  account = ledgerAccount();
});
afterEach(() => account.store.close());

const script = async (body: string) => (await result(account, body)).value;
/** Runs a query of transactions with what the body does to it, and gives the values of the rows. */
const transactions = (body: string, columns = "['id']") =>
  script(`() => {
    const q = query.create({ type: query.Type.TRANSACTION });
    q.columns = ${columns}.map((fieldId) => q.createColumn({ fieldId }));
    q.sort = [q.createSort({ column: q.columns[0] })];
    const O = query.Operator;
    ${body}
    return q.run().results.map(({ values }) => values.length === 1 ? values[0] : values);
  }`);
const where = (options: string) => transactions(`q.condition = q.createCondition(${options});`);

const CODE = (body: string): Promise<unknown> =>
  script(`() => { try { ${body}; return 'nothing'; } catch (thrown) { return thrown.name; } }`);

describe('conditions (section_1510275752)', () => {
  // 1001: INV1 of 3/5, customer 101; 1002: INV2 of 3/20, customer 102, no memo; 1003: CM1 of 3/31, today, customer 101.
  test.each<[string, unknown]>([
    ["{ fieldId: 'tranid', operator: O.IS, values: 'inv1' }", [1001]],
    ["{ fieldId: 'tranid', operator: O.IS, values: 'inv1', caseSensitive: true }", []],
    ["{ fieldId: 'tranid', operator: O.START_WITH, values: 'inv' }", [1001, 1002]],
    ["{ fieldId: 'tranid', operator: O.START_WITH_NOT, values: 'inv' }", [1003]],
    ["{ fieldId: 'tranid', operator: O.ENDWITH, values: 'V2' }", [1002]],
    ["{ fieldId: 'memo', operator: O.CONTAIN, values: '50% d' }", [1003]],
    ["{ fieldId: 'memo', operator: O.CONTAIN, values: '5%' }", []],
    ["{ fieldId: 'memo', operator: O.EMPTY }", [1002]],
    ["{ fieldId: 'memo', operator: O.EMPTY_NOT }", [1001, 1003]],
    ["{ fieldId: 'entity', operator: O.ANY_OF, values: [102, 103] }", [1002]],
    ["{ fieldId: 'entity', operator: O.ANY_OF, values: ['101'] }", [1001, 1003]],
    ["{ fieldId: 'type', operator: O.ANY_OF, values: ['CustCred'] }", [1003]],
    ["{ fieldId: 'id', operator: O.EQUAL_NOT, values: 1001 }", [1002, 1003]],
    ["{ fieldId: 'foreigntotal', operator: O.BETWEEN, values: [0, 150] }", [1001]],
    ["{ fieldId: 'foreigntotal', operator: O.GREATER_OR_EQUAL, values: 100.1 }", [1001, 1002]],
    ["{ fieldId: 'posting', operator: O.IS, values: [true] }", [1001, 1002, 1003]],
    ["{ fieldId: 'posting', operator: O.IS_NOT, values: true }", []],
    ["{ fieldId: 'trandate', operator: O.ON, values: '3/20/2026' }", [1002]],
    ["{ fieldId: 'trandate', operator: O.BEFORE, values: new Date(2026, 2, 20) }", [1001]],
    ["{ fieldId: 'trandate', operator: O.AFTER, values: new Date(2026, 2, 20) }", [1003]],
    ["{ fieldId: 'trandate', operator: O.ON_OR_AFTER, values: '3/20/2026' }", [1002, 1003]],
    ["{ fieldId: 'trandate', operator: O.WITHIN, values: ['3/5/2026', '3/20/2026'] }", [1001, 1002]],
    ["{ fieldId: 'trandate', operator: O.ON, values: query.RelativeDateRange.TODAY }", [1003]],
    ["{ fieldId: 'trandate', operator: O.AFTER, values: query.RelativeDateRange.LAST_MONTH }", [1001, 1002, 1003]],
    ["{ fieldId: 'trandate', operator: O.BEFORE, values: query.RelativeDateRange.THIS_MONTH.start }", []],
    ["{ fieldId: 'trandate', operator: O.WITHIN_NOT, values: query.RelativeDateRange.THIS_WEEK }", [1001, 1002]],
    [
      "{ fieldId: 'trandate', operator: O.WITHIN, values: query.createRelativeDate({ dateId: 'dago', value: 11 }) }",
      [1002, 1003],
    ],
    ["{ fieldId: 'trandate', operator: O.ON, values: query.createRelativeDate({ dateId: 'wago', value: 1 }) }", []],
    [
      "{ fieldId: 'trandate', operator: O.AFTER, values: query.createRelativeDate({ dateId: 'mago', value: 1 }) }",
      [1001, 1002, 1003],
    ],
    // 10 o'clock in the morning in Los Angeles, the second at which the record was made.
    ["{ fieldId: 'createddate', operator: O.ON, values: new Date('2026-03-05T18:00:00Z') }", [1001]],
    // 2026-03-21T06:30Z is still 3/20 there.
    ["{ fieldId: 'createddate', operator: O.ON, values: '3/20/2026' }", [1002]],
    ["{ formula: '{foreigntotal} * 2', type: 'FLOAT', operator: O.LESS, values: 300 }", [1001, 1003]],
  ])('%s', async (options, expected) => {
    expect(await where(options)).toEqual(expected);
  });

  // The ids of a multiple select stand in one text: 1 red, 2 blue, 12 another.
  test.each<[string, unknown]>([
    ['ANY_OF, values: [2, 3]', [1]],
    ['ANY_OF_NOT, values: [2]', [2]],
    ['INCLUDE_ANY, values: [2, 12]', [1, 2]],
    ['INCLUDE_ALL, values: [1, 2]', [1]],
    ['INCLUDE_EXACTLY, values: [1]', []],
    ['INCLUDE_EXACTLY, values: [2, 1]', [1]],
    ['EXCLUDE_ALL, values: [2, 3]', [2]],
    ['EXCLUDE_ANY, values: [1, 12]', [1, 2]],
    ['EXCLUDE_EXACTLY, values: [12]', [1]],
  ])('of a multiple select: %s', async (test, expected) => {
    const { store } = account;
    store.script('ALTER TABLE customrecord_crate ADD COLUMN custrecord_crate_colors TEXT');
    insert(account, 'customfield', {
      scriptid: 'custrecord_crate_colors',
      valuetype: 'multiselect',
      source: 'customlist_color',
    });
    store.run("UPDATE customrecord_crate SET custrecord_crate_colors = '1, 2'");
    insert(account, 'customrecord_crate', { id: 2, name: 'Crate 2', isinactive: 'F', custrecord_crate_colors: '12' });
    expect(
      await script(`() => {
        const q = query.create({ type: 'customrecord_crate' });
        q.columns = [q.createColumn({ fieldId: 'id' })];
        q.condition = q.createCondition({ fieldId: 'custrecord_crate_colors', operator: query.Operator.${test} });
        return q.run().results.map(({ values }) => values[0]);
      }`),
    ).toEqual(expected);
  });

  test('are nested with and, or and not', async () => {
    const of = (field: string, value: string): string =>
      `q.createCondition({ fieldId: '${field}', operator: O.ANY_OF, values: ['${value}'] })`;
    expect(
      await transactions(
        `q.condition = q.or(${of('tranid', 'INV2')}, q.and(${of('entity', '101')}, q.not(${of('tranid', 'INV1')})));`,
      ),
    ).toEqual([1002, 1003]);
  });

  test('on aggregates are tested after the groups were made', async () => {
    expect(
      await script(`() => {
        const q = query.create({ type: 'transaction' });
        q.columns = [q.createColumn({ fieldId: 'entity', groupBy: true }), q.createColumn({ fieldId: 'id', aggregate: 'COUNT', alias: 'many' })];
        q.condition = q.and(
          q.createCondition({ fieldId: 'id', operator: 'GREATER', values: 0 }),
          q.createCondition({ fieldId: 'id', aggregate: 'COUNT', operator: 'GREATER', values: 1 }));
        return q.run().asMappedResults();
      }`),
    ).toEqual([{ entity: 101, many: 2 }]);
  });
});

describe('joins', () => {
  const joined = (body: string) => script(`() => { ${body} return q.run().results.map(({ values }) => values); }`);
  const sort = 'q.sort = [q.createSort({ column: q.columns[0] })];';

  test('autoJoin follows a field, joinTo names the record, joinFrom comes from it', async () => {
    expect(
      await joined(`const q = query.create({ type: 'transaction' }); const e = q.autoJoin({ fieldId: 'entity' });
        q.columns = [q.createColumn({ fieldId: 'id' }), e.createColumn({ fieldId: 'entityid' })]; ${sort}`),
    ).toEqual([
      [1001, 'C101'],
      [1002, 'C102'],
      [1003, 'C101'],
    ]);
    expect(
      await joined(`const q = query.create({ type: 'transaction' }); const c = q.joinTo({ fieldId: 'entity', target: 'customer' });
        q.columns = [q.createColumn({ fieldId: 'id' }), c.createColumn({ fieldId: 'email' })]; ${sort}`),
    ).toEqual([
      [1001, 'billing@acme.test'],
      [1002, null],
      [1003, 'billing@acme.test'],
    ]);
    expect(
      await joined(`const q = query.create({ type: 'customer' }); const t = q.joinFrom({ fieldId: 'entity', source: 'transaction' });
        q.columns = [q.createColumn({ fieldId: 'id' }), t.createColumn({ fieldId: 'tranid' })];
        q.sort = [...[0, 1].map((i) => q.createSort({ column: q.columns[i] }))];`),
    ).toEqual([
      [101, 'CM1'],
      [101, 'INV1'],
      [102, 'INV2'],
      [103, null],
    ]);
  });

  test('lead from a transaction to its lines and on to their amounts', async () => {
    expect(
      await joined(`const q = query.create({ type: 'transaction' });
        const lines = q.autoJoin({ fieldId: 'transactionlines' });
        const ledger = lines.autoJoin({ fieldId: 'accountingimpact' });
        q.columns = [q.createColumn({ fieldId: 'tranid' }), ledger.createColumn({ fieldId: 'amount' })];
        q.condition = ledger.createCondition({ fieldId: 'amount', operator: 'LESS', values: 0 });
        q.sort = [q.createSort({ column: q.columns[1] })];`),
    ).toEqual([
      ['INV1', -60.1],
      ['INV1', -40],
    ]);
  });

  test('of two records of one type have their own names, and formulas their trails', async () => {
    expect(
      await joined(`const q = query.create({ type: 'customer' }); const p = q.autoJoin({ fieldId: 'parent' });
        q.columns = [q.createColumn({ fieldId: 'id' }), p.createColumn({ fieldId: 'entityid' }),
          q.createColumn({ formula: "{customer.(entityid)} || ' of ' || {customer.parent.entityid}", type: 'STRING' }),
          q.createColumn({ formula: '{customer.entity < transaction.tranid}', type: 'STRING' })];
        q.condition = p.createCondition({ fieldId: 'id', operator: 'EMPTY_NOT' });`),
    ).toEqual([[102, 'C101', 'C102 of C101', 'INV2']]);
  });

  test('are refused twice, and where the field leads nowhere', async () => {
    const twice =
      "const q = query.create({ type: 'transaction' }); q.autoJoin({ fieldId: 'entity' }); q.join({ fieldId: 'entity' })";
    expect(await CODE(twice)).toBe('RELATIONSHIP_ALREADY_USED');
    const nowhere =
      "const q = query.create({ type: 'transaction' }); q.autoJoin({ fieldId: 'tranid' }); q.columns = [q.createColumn({ fieldId: 'id' })]; q.run()";
    expect(await CODE(nowhere)).toBe('SIMULATOR_NOT_SUPPORTED');
  });
});

describe('results', () => {
  test('sorts without regard to case, nulls last while ascending', async () => {
    const memos = (options: string) =>
      transactions(`q.sort = [q.createSort({ column: q.createColumn({ fieldId: 'memo' }), ${options} })];`);
    expect(await memos('')).toEqual([1003, 1001, 1002]);
    expect(await memos('ascending: false')).toEqual([1002, 1001, 1003]);
    expect(await memos('ascending: false, nullsLast: true')).toEqual([1001, 1003, 1002]);
  });

  test('come in pages, with their own columns', async () => {
    expect(
      await result(
        account,
        `() => {
          const q = query.create({ type: 'transaction', columns: [{ fieldId: 'id', alias: 'Number' }], sort: [{ fieldId: 'id' }] });
          const paged = q.runPaged({ pageSize: 5 });
          const seen = [];
          paged.iterator().each((page) => { seen.push(page.value.data.asMappedResults()); return true; });
          return { count: paged.count, seen, columns: paged.fetch(0).data.columns.map(({ alias }) => alias) };
        }`,
      ),
    ).toEqual({
      value: { count: 3, seen: [[{ Number: 1001 }, { Number: 1002 }, { Number: 1003 }]], columns: ['Number'] },
      units: 30,
    });
  });

  test('have display values, and checkboxes as true and false', async () => {
    expect(await transactions('', "['id', 'posting']")).toEqual([
      [1001, true],
      [1002, true],
      [1003, true],
    ]);
    expect(
      await script(`() => {
        const q = query.create({ type: 'transaction' });
        q.columns = [q.createColumn({ fieldId: 'currency', context: query.FieldContext.DISPLAY, groupBy: true })];
        q.sort = [q.createSort({ column: q.columns[0] })];
        return q.run().results.map(({ values }) => values[0]);
      }`),
    ).toEqual(['Euro', 'US Dollar']);
  });

  test('are those of the SuiteQL that the query becomes, which has no aliases', async () => {
    expect(
      await script(`() => {
        const q = query.create({ type: 'customer' });
        q.columns = [q.createColumn({ fieldId: 'entityid', alias: 'cust' })];
        q.condition = q.createCondition({ fieldId: 'id', operator: 'EQUAL', values: 102 });
        const s = q.toSuiteQL();
        return { query: s.query, params: s.params, type: s.type, rows: s.run().asMappedResults(), alias: s.columns[0].alias };
      }`),
    ).toEqual({
      query: 'SELECT customer.entityid AS entityid FROM customer WHERE customer.id = ?',
      params: [102],
      type: 'customer',
      rows: [{ entityid: 'C102' }],
      alias: 'cust',
    });
  });
});

describe('what is wrong', () => {
  const made = "const q = query.create({ type: 'transaction' });";
  test.each([
    ["query.create({ type: 'nonsense' })", 'INVALID_RCRD_TYPE'],
    ['query.create({})', 'SSS_MISSING_REQD_ARGUMENT'],
    ["query.create({ type: 'customrecord_none' })", 'nothing'],
    [
      "const q = query.create({ type: 'customrecord_none' }); q.columns = [q.createColumn({ fieldId: 'id' })]; q.run()",
      'SSS_SEARCH_ERROR_OCCURRED',
    ],
    [
      "const q = query.create({ type: 'solution' }); q.columns = [q.createColumn({ fieldId: 'id' })]; q.run()",
      'SIMULATOR_NOT_SUPPORTED',
    ],
    [`${made} q.run()`, 'SSS_SEARCH_ERROR_OCCURRED'],
    [`${made} q.columns = [q.createColumn({ fieldId: 'nosuchfield' })]; q.run()`, 'SSS_SEARCH_ERROR_OCCURRED'],
    [`${made} q.columns = ['id']`, 'WRONG_PARAMETER_TYPE'],
    [`${made} q.condition = {}`, 'WRONG_PARAMETER_TYPE'],
    [`${made} q.createColumn({})`, 'NEITHER_ARGUMENT_DEFINED'],
    [`${made} q.createColumn({ formula: '{id}' })`, 'SSS_MISSING_REQD_ARGUMENT'],
    [`${made} q.createColumn({ fieldId: 'id', formula: '{id}', type: 'INTEGER' })`, 'MUTUALLY_EXCLUSIVE_ARGUMENTS'],
    [`${made} q.createCondition({ fieldId: 'id', operator: 'NEAR', values: 1 })`, 'INVALID_SEARCH_OPERATOR'],
    [`${made} q.createCondition({ fieldId: 'id', operator: 'BETWEEN', values: 1 })`, 'OPERATOR_ARITY_MISMATCH'],
    [`${made} q.createCondition({ fieldId: 'id', operator: 'EMPTY', values: 1 })`, 'OPERATOR_ARITY_MISMATCH'],
    [`${made} q.runPaged({ pageSize: 4 })`, 'INVALID_PAGE_SIZE'],
    ["query.createRelativeDate({ dateId: 'xago', value: 1 })", 'INVALID_DATE_ID'],
    ["query.createPeriod({ code: 'XX' })", 'INVALID_PERIOD_CODE'],
    ["query.createPeriod({ code: 'TP', type: 'MIDDLE' })", 'INVALID_PERIOD_TYPE'],
    ["query.createPeriod({ code: 'TP', adjustment: 'SOME' })", 'INVALID_PERIOD_ADJUSTMENT'],
    ['query.createPeriod({ code: 5 })', 'WRONG_PARAMETER_TYPE'],
    ["query.load({ id: 'custworkbook_a' })", 'SIMULATOR_NOT_SUPPORTED'],
    ['query.delete({ id: 1 })', 'SIMULATOR_NOT_SUPPORTED'],
    [
      `${made} q.columns = [q.createColumn({ fieldId: 'foreigntotal', context: 'CONVERTED' })]; q.run()`,
      'SIMULATOR_NOT_SUPPORTED',
    ],
  ])('%s: %s', async (body, code) => {
    expect(await CODE(body)).toBe(code);
  });
});
