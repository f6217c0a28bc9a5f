import { equal, holds } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';

/** Rows of a statement as lists of values, or `[code]` where it fails. */
const ROWS = `function rows(sql, params) {
  try { return query.runSuiteQL({ query: sql, params: params || [] }).results.map(function (row) { return row.values; }); }
  catch (e) { return [e.name]; }
}`;

function reads(
  id: string,
  rule: string,
  sql: string,
  expected: unknown,
  without: Switch,
  params = '[]',
): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      equal(await api.script(`${ROWS} return rows(${JSON.stringify(sql)}, ${params});`), expected);
    },
  };
}

function fails(id: string, rule: string, sql: string, without: Switch): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      const found = (await api.script(`${ROWS} return rows(${JSON.stringify(sql)});`)) as unknown[];
      holds(typeof found[0] === 'string' && /ERROR|INVALID/.test(found[0]), found);
    },
  };
}

export const runSuiteQL: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_157960542026',
  title: 'query.runSuiteQL(options)',
  cases: [
    reads(
      'suiteql-parameters',
      'Parameters stand for question marks, in order.',
      'SELECT symbol FROM currency WHERE symbol = ? OR name = ? ORDER BY symbol',
      [['EUR'], ['USD']],
      {
        file: 'src/query/run.ts',
        find: "if (typeof value === 'string') return value === '' ? null : value;",
        replace: 'return null;',
      },
      "['EUR', 'US Dollar']",
    ),
    {
      id: 'suiteql-parameter-types',
      rule: 'A parameter that is no text, number or boolean is an invalid type argument.',
      without: {
        file: 'src/script/modules/query.ts',
        find: "if (!['string', 'number', 'boolean'].includes(typeof value)) {",
        replace: 'if (params.length > 9) {',
      },
      run: async (api) => {
        const run =
          "function () { query.runSuiteQL({ query: 'SELECT id FROM currency WHERE id = ?', params: [{}] }); }";
        equal(await api.script(`return [caught(${run}), message(${run})];`), [
          'SSS_INVALID_TYPE_ARG',
          'You have entered an invalid type argument: params',
        ]);
      },
    },
    reads(
      'suiteql-boolean-parameter',
      'A boolean parameter compares with T and F.',
      'SELECT COUNT(*) FROM currency WHERE isbasecurrency = ?',
      [[1]],
      { file: 'src/query/run.ts', find: "return value ? 'T' : 'F';", replace: "return value ? '1' : '0';" },
      '[true]',
    ),
    {
      id: 'suiteql-5000-rows',
      rule: 'runSuiteQL gives at most 5,000 rows.',
      without: { file: 'src/calls/query.ts', find: 'MOST_ROWS = 5_000', replace: 'MOST_ROWS = 50_000' },
      run: async (api) => {
        const sql = 'SELECT a.id FROM accountingperiod a, accountingperiod b, currency c, currency d';
        const body = `${ROWS} return [rows(${JSON.stringify(sql)}).length];`;
        equal(await api.script(body), [5_000]);
      },
    },
    {
      id: 'suiteql-missing-query',
      rule: 'Without a query runSuiteQL throws a missing argument.',
      without: {
        file: 'src/script/modules/query.ts',
        find: "throw missingArgument(method, 'query');",
        replace: "return { query: 'SELECT 1 AS one FROM DUAL', params: [] };",
      },
      run: async (api) => {
        equal(await api.script('return [caught(function () { query.runSuiteQL({}); })];'), [
          'SSS_MISSING_REQD_ARGUMENT',
        ]);
      },
    },
    {
      id: 'suiteql-mapped-results',
      rule: 'asMappedResults gives objects by column name or alias, in lower case.',
      without: {
        file: 'src/query/compile/select.ts',
        find: 'columns.push({ name: name.toLowerCase(),',
        replace: 'columns.push({ name: name.toUpperCase(),',
      },
      run: async (api) => {
        const body =
          'return query.runSuiteQL({ query: "SELECT Symbol, name AS TheName FROM currency WHERE symbol = \'EUR\'" }).asMappedResults();';
        equal(await api.script(body), [{ symbol: 'EUR', thename: 'Euro' }]);
      },
    },
  ],
};

export const runSuiteQLPaged: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_157960586441',
  title: 'query.runSuiteQLPaged(options)',
  cases: [
    {
      id: 'suiteql-pages',
      rule: 'A paged query tells how many rows there are, and gives them page by page.',
      without: {
        file: 'src/calls/query.ts',
        find: 'offset: pageSize * index',
        replace: 'offset: 0',
      },
      run: async (api) => {
        const body = `var paged = query.runSuiteQLPaged({ query: 'SELECT id FROM accountingperiod ORDER BY id', pageSize: 20 });
          var seen = {}; paged.pageRanges.forEach(function (range) { paged.fetch({ index: range.index }).data.results.forEach(function (row) { seen[row.values[0]] = true; }); });
          return [paged.count === Object.keys(seen).length, paged.pageRanges.length === Math.ceil(paged.count / 20)];`;
        equal(await api.script(body), [true, true]);
      },
    },
    {
      id: 'suiteql-page-size',
      rule: 'A page has 5 to 1,000 rows.',
      without: {
        file: 'src/script/query/pages.ts',
        find: 'size < 5 || size > 1000',
        replace: 'size < 1 || size > 1000',
      },
      run: async (api) => {
        const paged = (size: number): string =>
          `caught(function () { query.runSuiteQLPaged({ query: 'SELECT id FROM currency', pageSize: ${size} }); })`;
        const [four, five, thousand, more] = (await api.script(
          `return [${paged(4)}, ${paged(5)}, ${paged(1000)}, ${paged(1001)}];`,
        )) as string[];
        holds(four !== 'nothing' && five === 'nothing' && thousand === 'nothing' && more !== 'nothing', [four, five]);
      },
    },
  ],
};

export const limitations: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_156257796125',
  title: 'SuiteQL Limitations and Exceptions',
  cases: [
    reads(
      'suiteql-names-ignore-case',
      'Names of tables and columns may be written in any case.',
      "SELECT SYMBOL FROM Currency WHERE sYmBoL = 'EUR'",
      [['EUR']],
      {
        file: 'src/query/compile/environment.ts',
        find: 'this.tables.find(name.toLowerCase())',
        replace: 'this.tables.find(name)',
      },
    ),
    fails('suiteql-no-square-brackets', 'Square brackets are not supported.', 'SELECT [symbol] FROM currency', {
      file: 'src/query/language/tokens.ts',
      find: "if (SYMBOLS.includes(first)) return make('symbol', first, first);",
      replace:
        "if (SYMBOLS.includes(first)) return make('symbol', first, first);\n  if (first === '[') { const to = sql.indexOf(']', start); return make('quoted', sql.slice(start, to + 1), sql.slice(start + 1, to)); }",
    }),
  ],
};

const ORACLE_ONLY = 'src/query/compile/from.ts';

export const syntax: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_156257790831',
  title: 'SuiteQL Syntax and Examples',
  cases: [
    reads(
      'suiteql-oracle-outer-join',
      'A plus sign in parentheses makes an outer join, as in Oracle SQL.',
      'SELECT s.name, t.name FROM subsidiary s, subsidiary t WHERE t.parent(+) = s.id AND s.parent IS NOT NULL',
      [['Northwind Analytics GmbH', null]],
      { file: ORACLE_ONLY, find: '`LEFT JOIN ${item.sql} ON', replace: '`INNER JOIN ${item.sql} ON' },
    ),
    reads(
      'suiteql-left-join',
      'Joins may be written as in SQL-92.',
      'SELECT s.name, t.name FROM subsidiary s LEFT OUTER JOIN subsidiary t ON t.parent = s.id WHERE s.parent IS NOT NULL',
      [['Northwind Analytics GmbH', null]],
      { file: ORACLE_ONLY, find: 'return `${left} ${item.type} JOIN', replace: 'return `${left} INNER JOIN' },
    ),
    fails(
      'suiteql-one-syntax-for-joins',
      'One query cannot have joins of both kinds.',
      'SELECT s.name FROM subsidiary s, subsidiary t INNER JOIN currency c ON c.id = t.currency WHERE t.parent(+) = s.id',
      {
        file: ORACLE_ONLY,
        find: "if (item.kind === 'join') throw unsupportedSearch();",
        replace: "if (item.kind === 'join') { inner.push(joinSql(item, scope, compilation)); continue; }",
      },
    ),
    fails(
      'suiteql-select-only',
      'SuiteQL reads: a statement that changes data is refused.',
      "UPDATE currency SET name = 'x'",
      {
        file: 'src/query/language/parse.ts',
        find: "cursor.expect('SELECT');",
        replace:
          "if (!cursor.accept('SELECT')) { while (!cursor.atEnd()) cursor.next(); return { ...parse('SELECT 1 AS one FROM DUAL').query.body } as never; }",
      },
    ),
    fails('suiteql-unknown-table', 'A table that is not there is an error.', 'SELECT 1 AS one FROM nothing', {
      file: 'src/query/compile/environment.ts',
      find: 'if (!found) throw invalidSearchType(name);',
      replace: "if (!found) return this.table('dual', givenAlias);",
    }),
  ],
};

export const functions: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_158513731864',
  title: 'SuiteQL Supported and Unsupported Functions',
  cases: [
    reads(
      'suiteql-nvl',
      'NVL gives its second argument where the first is null.',
      'SELECT NVL(parent, 0) FROM subsidiary ORDER BY id FETCH FIRST 1 ROWS ONLY',
      [[0]],
      {
        file: 'src/query/functions/conditional.ts',
        find: "NVL: choice('ifnull', 2, 2)",
        replace: "NVL: choice('nullif', 2, 2)",
      },
    ),
    reads(
      'suiteql-decode',
      'DECODE chooses by equal values and takes null as equal to null.',
      "SELECT DECODE(NULL, NULL, 'none', 'some'), DECODE(2, 1, 'a', 2, 'b', 'c') FROM DUAL",
      [['none', 'b']],
      {
        file: 'src/query/functions/conditional.ts',
        find: 'if (search.literal === null) return `${operand.sql} IS NULL`;',
        replace: "if (search.literal === null) return '0';",
      },
    ),
    reads(
      'suiteql-to-char',
      'TO_CHAR writes a date in the given format.',
      "SELECT TO_CHAR(TO_DATE('2026-03-05', 'YYYY-MM-DD'), 'DD.MM.YYYY') FROM DUAL",
      [['05.03.2026']],
      {
        file: 'src/query/functions/dates.ts',
        find: 'if (!format) return toText(value);',
        replace: 'if (!format || isDate(value)) return toText(value);',
      },
    ),
    reads(
      'suiteql-trunc-date',
      'TRUNC of a date gives the first day of the unit.',
      "SELECT TO_CHAR(TRUNC(TO_DATE('2026-03-25', 'YYYY-MM-DD'), 'MM'), 'YYYY-MM-DD') FROM DUAL",
      [['2026-03-01']],
      { file: 'src/query/functions/dates.ts', find: 'if (!unit) return computed(', replace: 'return computed(' },
    ),
    reads(
      'suiteql-add-months',
      'ADD_MONTHS keeps the last day of the month.',
      "SELECT TO_CHAR(ADD_MONTHS(TO_DATE('2026-01-31', 'YYYY-MM-DD'), 1), 'YYYY-MM-DD') FROM DUAL",
      [['2026-02-28']],
      {
        file: 'src/query/functions/dates.ts',
        find: '`ns_add_months(${date.sql}, ${months.sql})`',
        replace: "`date(${date.sql}, '+' || ${months.sql} || ' months')`",
      },
    ),
    reads(
      'suiteql-empty-text-is-null',
      'An empty text is null.',
      "SELECT NVL(TRIM('  '), 'nothing'), LENGTH('') FROM DUAL",
      [['nothing', null]],
      {
        file: 'src/query/functions/text.ts',
        find: "TRIM: ofText((text) => `nullif(trim(${text}), '')`)",
        replace: 'TRIM: ofText((text) => `trim(${text})`)',
      },
    ),
    reads(
      'suiteql-analytic-function',
      'ROW_NUMBER counts within partitions.',
      'SELECT symbol, ROW_NUMBER() OVER (ORDER BY symbol DESC) FROM currency ORDER BY symbol',
      [
        ['EUR', 3],
        ['GBP', 2],
        ['USD', 1],
      ],
      { file: 'src/query/functions/aggregates.ts', find: 'ROW_NUMBER: [0, 0],', replace: '' },
    ),
    fails(
      'suiteql-unsupported-function',
      'A function that is not in the list cannot be used.',
      "SELECT SUBSTRING('abc', 1, 1) FROM DUAL",
      {
        file: 'src/query/functions/text.ts',
        find: 'TEXT_FUNCTIONS: FunctionTable = {',
        replace: "TEXT_FUNCTIONS: FunctionTable = {\n  SUBSTRING: native('ns_substr3', 3, 'tnn', []),",
      },
    ),
  ],
};

export const builtIn: ConformancePage = {
  paragraph: 'Reading',
  page: 'article_161950565221',
  title: 'SuiteQL Supported Built-in Functions',
  cases: [
    reads(
      'suiteql-builtin-df',
      'BUILTIN.DF gives the display value of a field: the name of the record that it points to.',
      'SELECT BUILTIN.DF(currency) FROM subsidiary WHERE parent IS NOT NULL',
      [['Euro']],
      {
        file: 'src/query/functions/builtin.ts',
        find: "if (value.column.display) return { sql: value.column.display(value.sql), type: 'text', constant: false };",
        replace: '',
      },
    ),
    reads(
      'suiteql-relative-range',
      'BUILTIN.RELATIVE_RANGES gives the start or the end of a range of dates.',
      "SELECT TO_CHAR(BUILTIN.RELATIVE_RANGES('LM', 'START'), 'YYYY-MM-DD'), TO_CHAR(BUILTIN.RELATIVE_RANGES('LM', 'END'), 'YYYY-MM-DD') FROM DUAL",
      [['2026-06-01', '2026-06-30']],
      {
        file: 'src/query/functions/relativeRange.ts',
        find: 'LM: (_, { year, month: index }) => month(year, index - 1)',
        replace: 'LM: (_, { year, month: index }) => month(year, index)',
      },
    ),
  ],
};
