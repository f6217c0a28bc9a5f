import { equal } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';

/** Queries of the demo company: US Dollar, Euro and Pound Sterling; two subsidiaries, one under the other; periods. */
const HELPERS = `
  var O = query.Operator;
  function made(type, fields) {
    var q = query.create({ type: type });
    q.columns = fields.map(function (fieldId) { return q.createColumn({ fieldId: fieldId }); });
    q.sort = [q.createSort({ column: q.columns[0] })];
    return q;
  }
  function values(q) { return q.run().results.map(function (row) { return row.values.length === 1 ? row.values[0] : row.values; }); }
  function currencies(options) {
    var q = made('currency', ['symbol']);
    q.condition = typeof options === 'function' ? options(q) : q.createCondition(options);
    return values(q);
  }
  function months(options) {
    var q = made('accountingperiod', ['startdate']);
    q.condition = q.and(q.createCondition({ fieldId: 'isquarter', operator: O.IS, values: false }),
      q.createCondition({ fieldId: 'isyear', operator: O.IS, values: false }), q.createCondition(options));
    return values(q);
  }
`;

function reads(id: string, rule: string, body: string, expected: unknown, without: Switch): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => equal(await api.script(`${HELPERS} return [(function () { ${body} })()];`), [expected]),
  };
}

const swap = (file: string, find: string, replace: string): Switch => ({
  file: `src/${file}`,
  find,
  replace,
});
const builder = 'query/builder';
const script = 'script/query/builder';

export const createQuery: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1510275581',
  title: 'query.create(options)',
  cases: [
    reads(
      'query-type-validated',
      'A standard query type must be one of query.Type.',
      "return caught(function () { query.create({ type: 'nonsense' }); });",
      'INVALID_RCRD_TYPE',
      swap(`${script}/query.ts`, '!Object.values(Type).includes(type) &&', 'false &&'),
    ),
    reads(
      'query-custom-type-at-run',
      'A custom record type that does not exist is noticed when the query is run, not when it is created.',
      "return [caught(function () { query.create({ type: 'customrecord_none' }); }), caught(function () { values(made('customrecord_none', ['id'])); })];",
      ['nothing', 'SSS_SEARCH_ERROR_OCCURRED'],
      swap(`${script}/query.ts`, '!/^custom(record|list|transaction)_?/i.test(type)', 'true'),
    ),
    reads(
      'query-created-with-columns',
      'Columns, a condition and sorts can be given as objects when the query is created.',
      "return values(query.create({ type: 'currency', columns: [{ fieldId: 'symbol' }], condition: { fieldId: 'symbol', operator: 'ANY_OF', values: ['USD', 'EUR'] }, sort: [{ fieldId: 'symbol', ascending: false }] }));",
      ['USD', 'EUR'],
      swap(`${script}/query.ts`, 'if (Array.isArray(sort)) query.sort', 'if (false) query.sort'),
    ),
  ],
};

export const queryConditions: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1510780329',
  title: 'Query.createCondition(options)',
  cases: [
    reads(
      'query-condition-case',
      'Texts are compared without regard to case unless the condition is case-sensitive.',
      "return [currencies({ fieldId: 'name', operator: O.IS, values: 'us dollar' }), currencies({ fieldId: 'name', operator: O.IS, values: 'us dollar', caseSensitive: true })];",
      [['USD'], []],
      swap(`${builder}/conditions.ts`, "kind === 'text' && !caseSensitive ?", 'false ?'),
    ),
    reads(
      'query-condition-formula-type',
      'A condition on a formula needs the formula’s return type.',
      "return caught(function () { currencies({ formula: '{exchangerate}', operator: O.GREATER, values: 0 }); });",
      'SSS_MISSING_REQD_ARGUMENT',
      swap(`${script}/options.ts`, "if (type === null) throw missingArgument(method, 'type');", ''),
    ),
    reads(
      'query-condition-aggregate',
      'A condition may compare an aggregate: groups that do not meet it are left out.',
      "var q = query.create({ type: 'accountingperiod' }); q.columns = [q.createColumn({ fieldId: 'isyear', groupBy: true })]; q.condition = q.createCondition({ fieldId: 'id', aggregate: 'COUNT', operator: 'GREATER', values: 100000 }); return values(q);",
      [],
      swap(`${builder}/translate.ts`, "having.length > 0 ? `HAVING ${having.join(' AND ')}` : ''", "''"),
    ),
  ],
};

export const queryLogic: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1510780422',
  title: 'Query.and(conditions)',
  cases: [
    reads(
      'query-and-or-not',
      'Conditions are nested with and, or and not.',
      "return currencies(function (q) { function is(s) { return q.createCondition({ fieldId: 'symbol', operator: O.IS, values: s }); } return q.and(q.not(q.or(is('USD'), is('EUR'))), q.not(is('XXX'))); }).indexOf('USD');",
      -1,
      swap(`${builder}/conditions.ts`, "return `NOT (${parts.join(' AND ')})`;", "return '1 = 1';"),
    ),
    reads(
      'query-or-is-no-and',
      'Of conditions under or one is enough.',
      "return currencies(function (q) { function is(s) { return q.createCondition({ fieldId: 'symbol', operator: O.IS, values: s }); } return q.or(is('USD'), is('EUR')); });",
      ['EUR', 'USD'],
      swap(`${builder}/conditions.ts`, "condition.kind === 'and' ? ' AND ' : ' OR '", "' AND '"),
    ),
  ],
};

export const queryOperators: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1510275752',
  title: 'query.Operator',
  cases: [
    reads(
      'query-operator-known',
      'An operator that is not in query.Operator is refused.',
      "return caught(function () { currencies({ fieldId: 'symbol', operator: 'SIMILAR', values: 'x' }); });",
      'INVALID_SEARCH_OPERATOR',
      swap(`${script}/condition.ts`, '!Object.values(Operator).includes(operator)', 'false'),
    ),
    reads(
      'query-operator-any-of',
      'ANY_OF finds what has one of the values, ANY_OF_NOT what has none of them.',
      "return [currencies({ fieldId: 'symbol', operator: O.ANY_OF, values: ['EUR', 'USD'] }), currencies({ fieldId: 'symbol', operator: O.ANY_OF_NOT, values: ['EUR', 'USD'] }).indexOf('USD')];",
      [['EUR', 'USD'], -1],
      swap(`${builder}/conditions.ts`, 'return isNot ? `NOT (${sql})` : sql;', 'return sql;'),
    ),
    reads(
      'query-operator-between',
      'BETWEEN takes two values and includes both.',
      "var q = made('currency', ['id']); q.condition = q.createCondition({ fieldId: 'id', operator: O.BETWEEN, values: [1, 2] }); return values(q);",
      [1, 2],
      swap(`${builder}/conditions.ts`, 'BETWEEN ${low} AND ${high}', '= ${low} OR ${high} IS NULL'),
    ),
    reads(
      'query-operator-contain',
      'CONTAIN finds a part of a text; a percent sign in it stands for itself.',
      "return [currencies({ fieldId: 'symbol', operator: O.CONTAIN, values: 's' }).indexOf('USD') >= 0, currencies({ fieldId: 'symbol', operator: O.CONTAIN, values: 'U%' })];",
      [true, []],
      swap(
        `${builder}/conditions.ts`,
        'CONTAIN: inText((operand, value) => `INSTR(${operand}, ${value}) > 0`)',
        "CONTAIN: inText((operand, value) => `${operand} LIKE '%' || ${value} || '%'`)",
      ),
    ),
  ],
};

export const queryJoins: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1530819144',
  title: 'Query.autoJoin(options)',
  cases: [
    reads(
      'query-auto-join',
      'The field decides which record is joined, and on which columns.',
      "var q = made('subsidiary', ['id']); var c = q.autoJoin({ fieldId: 'currency' }); q.columns = [q.createColumn({ fieldId: 'id' }), c.createColumn({ fieldId: 'isbasecurrency' })]; q.condition = q.createCondition({ fieldId: 'id', operator: O.EQUAL, values: 1 }); return values(q);",
      [[1, true]],
      swap(
        `${builder}/components.ts`,
        "kind === 'to' ? join.other : column.target",
        "kind === 'to' ? join.other : null",
      ),
    ),
    reads(
      'query-join-used-once',
      'The same join relationship cannot be made twice.',
      "return caught(function () { var q = query.create({ type: 'transaction' }); q.autoJoin({ fieldId: 'entity' }); q.autoJoin({ fieldId: 'entity' }); });",
      'RELATIONSHIP_ALREADY_USED',
      swap(`${script}/component.ts`, 'if (isUsed) throw', 'if (false) throw'),
    ),
  ],
};

export const inverseJoin: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1530819218',
  title: 'Query.joinFrom(options)',
  cases: [
    reads(
      'query-join-from',
      'An inverse join goes from the records whose field names this one.',
      "var q = query.create({ type: 'subsidiary' }); var child = q.joinFrom({ fieldId: 'parent', source: 'subsidiary' }); q.columns = [child.createColumn({ fieldId: 'parent' })]; q.condition = q.and(q.createCondition({ fieldId: 'id', operator: O.EQUAL, values: 1 }), child.createCondition({ fieldId: 'id', operator: O.EQUAL, values: 2 })); return values(q);",
      [1],
      swap(
        `${builder}/components.ts`,
        'return [[`${alias}.${field}`, `${parent.alias}.${parent.key}`]];',
        'return [[`${alias}.${parent.key}`, `${parent.alias}.${field}`]];',
      ),
    ),
  ],
};

export const formulas: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1536750827',
  title: 'Formulas in the N/query Module',
  cases: [
    reads(
      'query-formula-trail',
      'A formula names the fields of joined records by the trail from the base record; blanks and parentheses mean nothing.',
      "var q = query.create({ type: 'subsidiary' }); q.autoJoin({ fieldId: 'currency' }); q.columns = [q.createColumn({ formula: '{subsidiary.( currency ).symbol}', type: 'STRING' })]; q.condition = q.createCondition({ fieldId: 'id', operator: O.EQUAL, values: 1 }); return values(q);",
      ['USD'],
      swap(`${builder}/formula.ts`, "trail.replace(/[\\s()]/g, '')", 'trail'),
    ),
  ],
};

export const sorts: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1510780402',
  title: 'Query.createSort(options)',
  cases: [
    reads(
      'query-sort-nulls',
      'Nulls come last while the sort is ascending and first while it is not.',
      "function top(ascending) { var q = query.create({ type: 'subsidiary' }); q.columns = [q.createColumn({ fieldId: 'parent' })]; q.sort = [q.createSort({ column: q.columns[0], ascending: ascending })]; return values(q)[0]; } return [top(true), top(false)];",
      [1, null],
      swap(`${script}/sort.ts`, "booleanOption('nullsLast', options.nullsLast, this.ascending)", 'true'),
    ),
    reads(
      'query-sort-descending',
      'A sort is ascending unless ascending is false.',
      "var q = made('currency', ['id']); var up = values(q); q.sort[0].ascending = false; return JSON.stringify(values(q)) === JSON.stringify(up.reverse());",
      true,
      swap(`${builder}/translate.ts`, "${ascending ? 'ASC' : 'DESC'}", 'ASC'),
    ),
  ],
};

export const mappedColumns: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_156336566313',
  title: 'Column.alias',
  cases: [
    reads(
      'query-column-alias',
      'Mapped results have the alias of a column, or its field id where it has none.',
      "var q = query.create({ type: 'currency' }); q.columns = [q.createColumn({ fieldId: 'symbol', alias: 'Code' }), q.createColumn({ fieldId: 'isbasecurrency' })]; q.condition = q.createCondition({ fieldId: 'id', operator: O.EQUAL, values: 1 }); return q.run().asMappedResults();",
      [{ Code: 'USD', isbasecurrency: true }],
      swap(`${script}/column.ts`, 'textOrNull(options.alias) ?? operand.fieldId', 'operand.fieldId'),
    ),
  ],
};

export const toSuiteQL: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_157960522744',
  title: 'Query.toSuiteQL()',
  cases: [
    reads(
      'query-to-suiteql',
      'A query becomes SuiteQL that gives the same rows; the aliases of its columns are not in it.',
      "var q = query.create({ type: 'currency' }); q.columns = [q.createColumn({ fieldId: 'symbol', alias: 'code' })]; q.condition = q.createCondition({ fieldId: 'symbol', operator: O.IS, values: 'EUR' }); var s = q.toSuiteQL(); return [s.query.indexOf('code'), s.run().asMappedResults(), s.type];",
      [-1, [{ symbol: 'EUR' }], 'currency'],
      swap(
        `${builder}/translate.ts`,
        "const base = (fieldId ?? 'formula').toLowerCase();",
        "const base = (fieldId ?? 'formula').toLowerCase().replace('symbol', 'code');",
      ),
    ),
    reads(
      'query-to-suiteql-is-free',
      'To convert a query uses no governance units; to run it uses 10.',
      "var q = made('currency', ['id']); return [units(function () { q.toSuiteQL(); }), units(function () { q.run(); })];",
      [0, 10],
      swap(
        'calls/query.ts',
        "'query.toSuiteQL': defineCall<BuiltArgs, unknown>({\n    units: 0",
        "'query.toSuiteQL': defineCall<BuiltArgs, unknown>({\n    units: 10",
      ),
    ),
  ],
};

export const relativeDates: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1549916938',
  title: 'Relative Dates in the N/query Module',
  cases: [
    reads(
      'query-range-within',
      'A range of relative dates with WITHIN is bounded by its own start and end.',
      "return months({ fieldId: 'startdate', operator: O.WITHIN, values: query.RelativeDateRange.THIS_FISCAL_QUARTER });",
      ['7/1/2026', '8/1/2026', '9/1/2026'],
      swap(
        `${builder}/dates.ts`,
        "const [first, last] = [end ?? 'START', end ?? 'END'];",
        "const [first, last] = [end ?? 'START', end ?? 'START'];",
      ),
    ),
    reads(
      'query-moment-within',
      'One relative date with WITHIN makes a range with the current date.',
      "return months({ fieldId: 'startdate', operator: O.WITHIN, values: query.createRelativeDate({ dateId: query.DateId.DAYS_AGO, value: 14 }) });",
      ['7/1/2026'],
      swap(
        `${builder}/dates.ts`,
        '? { from: span.from, until: today.until }',
        '? { from: today.from, until: span.until }',
      ),
    ),
    reads(
      'query-range-ends',
      'The ends of two ranges can bound one condition.',
      "return months({ fieldId: 'startdate', operator: O.WITHIN, values: [query.RelativeDateRange.THIS_FISCAL_YEAR.start, query.RelativeDateRange.LAST_FISCAL_QUARTER.start] }).length;",
      4,
      swap(`${script}/relativeDate.ts`, "return this.isRange ? this.#end('START') : this;", 'return this;'),
    ),
  ],
};

export const createRelativeDate: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_1544108154',
  title: 'query.createRelativeDate(options)',
  cases: [
    reads(
      'query-date-id',
      'A date id that is not in query.DateId is refused.',
      "return caught(function () { query.createRelativeDate({ dateId: 'soon', value: 1 }); });",
      'INVALID_DATE_ID',
      swap(`${script}/relativeDate.ts`, '!Object.values(DateId).includes(dateId)', 'false'),
    ),
    reads(
      'query-months-ago',
      'A relative date counts from the current date.',
      "return months({ fieldId: 'startdate', operator: O.WITHIN, values: [query.createRelativeDate({ dateId: 'mago', value: 1 }), query.createRelativeDate({ dateId: 'dago', value: 0 })] });",
      ['7/1/2026'],
      swap(`${builder}/dates.ts`, 'mago: -1,', 'mago: -2,'),
    ),
  ],
};

export const createPeriod: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_158289670344',
  title: 'query.createPeriod(options)',
  cases: [
    reads(
      'query-period-errors',
      'Code, adjustment and type of a period must be texts, and in their enumerations.',
      "return [{ code: 5 }, { code: 'XX' }, { code: 'TP', adjustment: 'XX' }, { code: 'TP', type: 'XX' }].map(function (options) { return caught(function () { query.createPeriod(options); }); });",
      ['WRONG_PARAMETER_TYPE', 'INVALID_PERIOD_CODE', 'INVALID_PERIOD_ADJUSTMENT', 'INVALID_PERIOD_TYPE'],
      swap(`${script}/period.ts`, "if (typeof value !== 'string') throw", 'if (false) throw'),
    ),
    reads(
      'query-period-start-by-default',
      'A period means its start unless its type says otherwise.',
      "var p = query.createPeriod({ code: query.PeriodCode.LAST_PERIOD }); return [p.type, p.adjustment, months({ fieldId: 'startdate', operator: O.ON, values: [p] })];",
      ['START', 'NOT_LAST', ['6/1/2026']],
      swap(`${script}/period.ts`, "type ?? 'START'", "type ?? 'END'"),
    ),
  ],
};

export const queryPages: readonly ConformancePage[] = [
  createQuery,
  queryConditions,
  queryLogic,
  queryOperators,
  queryJoins,
  inverseJoin,
  formulas,
  sorts,
  mappedColumns,
  toSuiteQL,
  relativeDates,
  createRelativeDate,
  createPeriod,
];
