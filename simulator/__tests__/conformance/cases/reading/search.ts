import { equal, holds } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';

const MAKE = `var first = query.runSuiteQL({ query: 'SELECT MIN(id) AS id FROM subsidiary' }).asMappedResults()[0].id;
  var ids = ['Alpha', 'Beta', 'Gamma'].map(function (name, index) { var customer = record.create({ type: 'customer' });
    customer.setValue('companyname', name); customer.setValue('subsidiary', first); customer.setValue('email', name + '@a.example');
    if (index === 2) customer.setValue('isinactive', true); return customer.save(); });
  function names(filters, columns) { return search.create({ type: 'customer', filters: filters, columns: columns || [search.createColumn({ name: 'companyname', sort: search.Sort.ASC })] })
    .run().getRange({ start: 0, end: 10 }).map(function (found) { return found.getValue('companyname'); }); }`;

function finds(id: string, rule: string, expression: string, expected: unknown, without: Switch): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      equal(await api.script(`${MAKE} return ${expression};`), expected);
    },
  };
}

export const filters: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_4345777107',
  title: 'search.createFilter(options)',
  cases: [
    finds(
      'search-filter',
      'A filter keeps the records that it matches.',
      "names([['companyname', 'is', 'Beta']])",
      ['Beta'],
      { file: 'src/search/compile/filter.ts', find: 'else where.push(sql);', replace: '' },
    ),
    finds(
      'search-filter-or',
      'A filter expression may join terms with or.',
      "names([['companyname', 'is', 'Alpha'], 'or', ['companyname', 'is', 'Gamma']])",
      ['Alpha', 'Gamma'],
      { file: 'src/search/compile/filter.ts', find: "tree.kind === 'and' ? ' AND ' : ' OR '", replace: "' AND '" },
    ),
    finds(
      'search-filter-not',
      'A filter expression may negate a term.',
      "names(['not', ['companyname', 'is', 'Alpha']]).indexOf('Alpha')",
      -1,
      {
        file: 'src/search/compile/filter.ts',
        find: 'return `ifnull(NOT (${treeSql(account, tree.of, tables, parameters)}), 1)`;',
        replace: 'return treeSql(account, tree.of, tables, parameters);',
      },
    ),
    finds(
      'search-invalid-filter',
      'A filter on a field that is not there is SSS_INVALID_SRCH_FILTER.',
      "[caught(function () { names([['nothing', 'is', 'x']]); })]",
      ['SSS_INVALID_SRCH_FILTER'],
      { file: 'src/search/errors.ts', find: "'SSS_INVALID_SRCH_FILTER',", replace: "'SSS_SEARCH_ERROR_OCCURRED'," },
    ),
  ],
};

export const lookup: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_4345776651',
  title: 'search.lookupFields(options)',
  cases: [
    finds(
      'lookup-fields-shapes',
      'lookupFields gives selects as lists of value and text, checkboxes as booleans, the rest as text.',
      "(function () { var found = search.lookupFields({ type: 'customer', id: ids[2], columns: ['companyname', 'isinactive', 'subsidiary'] }); return [found.companyname, found.isinactive, found.subsidiary.length, found.subsidiary[0].text]; })()",
      ['Gamma', true, 1, 'Northwind Analytics'],
      { file: 'src/search/lookup.ts', find: "return cell.value === 'T';", replace: 'return cell.value;' },
    ),
  ],
};

export const resultLimits: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_N3352288',
  title: 'Search Result Limits',
  cases: [
    {
      id: 'search-range-1000',
      rule: 'getRange gives at most 1,000 rows.',
      without: { file: 'src/script/search/resultSet.ts', find: 'MOST_RANGE = 1_000', replace: 'MOST_RANGE = 10_000' },
      run: async (api) => {
        const range = (end: number): string =>
          `caught(function () { search.create({ type: 'customer', columns: ['entityid'] }).run().getRange({ start: 0, end: ${end} }); })`;
        const [fits, exceeds] = (await api.script(`return [${range(1000)}, ${range(1001)}];`)) as string[];
        holds(fits === 'nothing' && exceeds !== 'nothing', [fits, exceeds]);
      },
    },
  ],
};

export const runPaged: ConformancePage = {
  paragraph: 'Reading',
  page: 'section_4486596158',
  title: 'Search.runPaged(options)',
  cases: [
    finds(
      'search-page-size-least',
      'A page has at least 5 rows.',
      "[caught(function () { search.create({ type: 'customer' }).runPaged({ pageSize: 4 }); }) !== 'nothing', caught(function () { search.create({ type: 'customer' }).runPaged({ pageSize: 5 }); })]",
      [true, 'nothing'],
      { file: 'src/script/search/search.ts', find: 'pageSize < 5', replace: 'pageSize < 1' },
    ),
    finds(
      'search-page-size-most',
      'A page has at most 1,000 rows.',
      "[caught(function () { search.create({ type: 'customer' }).runPaged({ pageSize: 1001 }); }) !== 'nothing', caught(function () { search.create({ type: 'customer' }).runPaged({ pageSize: 1000 }); })]",
      [true, 'nothing'],
      { file: 'src/script/search/search.ts', find: 'pageSize > 1000', replace: 'pageSize > 10000' },
    ),
    finds(
      'search-page-size-code',
      'A page size that is not supported is SSS_INVALID_SRCH_SETTING_VALUE.',
      "[caught(function () { search.create({ type: 'customer' }).runPaged({ pageSize: 0 }); })]",
      ['SSS_INVALID_SRCH_SETTING_VALUE'],
      {
        file: 'src/script/search/search.ts',
        find: "throw scriptError('SSS_INVALID_SRCH_SETTING_VALUE'",
        replace: "throw scriptError('SSS_INVALID_PAGE_SIZE'",
      },
    ),
    finds(
      'search-page-size-default',
      'A page has 50 rows if nothing else is asked for.',
      "search.create({ type: 'customer' }).runPaged().pageSize",
      50,
      { file: 'src/script/search/search.ts', find: 'options?.pageSize ?? 50', replace: 'options?.pageSize ?? 1000' },
    ),
  ],
};
