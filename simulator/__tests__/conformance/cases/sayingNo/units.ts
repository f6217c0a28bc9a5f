import { equal } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, SiteSetup, Switch } from '../../harness/case';
import { customRecord, mapReduce } from '../../harness/scripts';
import { ECHO_MAP, input, stages } from '../execution/summary';

const THING: SiteSetup = { objects: [customRecord('thing', { custrecord_a: 'TEXT' })] };
const JOB: SiteSetup = { scripts: [mapReduce(stages(input("['a']"), ECHO_MAP))] };
const SUBSIDIARY = "query.runSuiteQL({ query: 'SELECT MIN(id) AS id FROM subsidiary' }).asMappedResults()[0].id";
const CUSTOMER = `var customer = record.create({ type: 'customer' });
  customer.setValue('companyname', 'A'); customer.setValue('subsidiary', ${SUBSIDIARY});`;
const RECORD = 'src/calls/record.ts';

/** `work` costs so many units. */
function costs(
  id: string,
  rule: string,
  expected: number | readonly number[],
  work: string | readonly string[],
  without: Switch,
  { before = '', setup = {} }: { readonly before?: string; readonly setup?: SiteSetup } = {},
): ConformanceCase {
  const works = typeof work === 'string' ? [work] : work;
  return {
    id,
    rule,
    without,
    run: async (api) => {
      const body = `${before} return [${works.map((one) => `units(function () { ${one}; })`).join(', ')}];`;
      equal(await api.script(body, setup), typeof expected === 'number' ? [expected] : expected);
    },
  };
}

const rate = (from: string, to: string): Switch => ({ file: RECORD, find: from, replace: to });
const READ = 'transaction: 10, custom: 2, other: 5';
const WRITE = 'transaction: 20, custom: 4, other: 10';

export const apiGovernance: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_157072844224',
  title: 'SuiteScript 2.1 API Governance',
  cases: [
    costs(
      'units-create-transaction',
      'Creating a transaction in memory costs 10 units.',
      10,
      "record.create({ type: 'invoice' })",
      rate(READ, 'transaction: 5, custom: 2, other: 5'),
    ),
    costs(
      'units-load-other',
      'Loading a record that is neither transaction nor custom costs 5 units.',
      5,
      "record.load({ type: 'customer', id: id })",
      rate(READ, 'transaction: 10, custom: 2, other: 10'),
      { before: `${CUSTOMER} var id = customer.save();` },
    ),
    costs(
      'units-load-custom',
      'Loading a custom record costs 2 units.',
      2,
      "record.load({ type: 'customrecord_thing', id: id })",
      rate(READ, 'transaction: 10, custom: 5, other: 5'),
      { before: "var id = record.create({ type: 'customrecord_thing' }).save();", setup: THING },
    ),
    costs(
      'units-save-other',
      'Saving a record that is neither transaction nor custom costs 10 units.',
      10,
      'customer.save()',
      rate(WRITE, 'transaction: 20, custom: 4, other: 20'),
      { before: CUSTOMER },
    ),
    costs(
      'units-save-custom',
      'Saving a custom record costs 4 units.',
      4,
      'thing.save()',
      rate(WRITE, 'transaction: 20, custom: 10, other: 10'),
      { before: "var thing = record.create({ type: 'customrecord_thing' });", setup: THING },
    ),
    costs(
      'units-save-transaction',
      'Saving a transaction costs 20 units, also where it fails.',
      20,
      'caught(function () { invoice.save(); })',
      rate(WRITE, 'transaction: 10, custom: 4, other: 10'),
      { before: "var invoice = record.create({ type: 'invoice' });" },
    ),
    costs(
      'units-submit-fields',
      'record.submitFields costs as much as loading the record.',
      2,
      "record.submitFields({ type: 'customrecord_thing', id: id, values: { custrecord_a: 'x' } })",
      rate(
        "Answer<'record.submitFields'>>({\n    units: reading",
        "Answer<'record.submitFields'>>({\n    units: ({ type }, account) => WRITE[recordRate(account, type)]",
      ),
      { before: "var id = record.create({ type: 'customrecord_thing' }).save();", setup: THING },
    ),
    costs(
      'units-delete',
      'Deleting a record costs as much as saving it.',
      4,
      "record.delete({ type: 'customrecord_thing', id: id })",
      rate("Answer<'record.delete'>>({\n    units: writing", "Answer<'record.delete'>>({\n    units: reading"),
      { before: "var id = record.create({ type: 'customrecord_thing' }).save();", setup: THING },
    ),
    costs(
      'units-record-in-memory',
      'Methods of a record in memory cost nothing.',
      0,
      `customer.setValue('subsidiary', ${SUBSIDIARY} * 1); customer.getText('subsidiary'); customer.getValue('companyname')`.replace(
        SUBSIDIARY,
        'subsidiary',
      ),
      rate("Answer<'record.source'>>({\n    units: 0", "Answer<'record.source'>>({\n    units: 1"),
      {
        before: `var subsidiary = ${SUBSIDIARY}; var customer = record.create({ type: 'customer', isDynamic: true });`,
      },
    ),
    costs(
      'units-run-suiteql',
      'query.runSuiteQL costs 10 units.',
      10,
      "query.runSuiteQL({ query: 'SELECT id FROM currency' })",
      {
        file: 'src/calls/query.ts',
        find: "'query.runSuiteQL': defineCall<SuiteQLArgs, unknown>({\n    units: 10",
        replace: "'query.runSuiteQL': defineCall<SuiteQLArgs, unknown>({\n    units: 5",
      },
    ),
    costs(
      'units-run-suiteql-paged',
      'query.runSuiteQLPaged costs 10 units.',
      10,
      "query.runSuiteQLPaged({ query: 'SELECT id FROM currency', pageSize: 5 })",
      {
        file: 'src/calls/query.ts',
        find: "'query.runSuiteQLPaged': defineCall<SuiteQLArgs, unknown>({\n    units: 10",
        replace: "'query.runSuiteQLPaged': defineCall<SuiteQLArgs, unknown>({\n    units: 5",
      },
    ),
    costs(
      'units-search-range',
      'ResultSet.getRange and ResultSet.each cost 10 units a call, making and running the search none.',
      [0, 10, 10],
      [
        "var found = search.create({ type: 'customer', columns: ['entityid'] }).run()",
        'found.getRange({ start: 0, end: 5 })',
        'found.each(function () { return true; })',
      ],
      {
        file: 'src/calls/search.ts',
        find: "'search.getRange': defineCall<RangeArgs, unknown>({\n    units: 10",
        replace: "'search.getRange': defineCall<RangeArgs, unknown>({\n    units: 5",
      },
      { before: "var found = search.create({ type: 'customer', columns: ['entityid'] }).run();" },
    ),
    costs(
      'units-search-run-paged',
      'Search.runPaged costs 5 units.',
      5,
      "search.create({ type: 'customer', columns: ['entityid'] }).runPaged({ pageSize: 5 })",
      {
        file: 'src/calls/search.ts',
        find: "'search.runPaged': defineCall<{ definition: SearchDefinition }, unknown>({\n    units: 5",
        replace: "'search.runPaged': defineCall<{ definition: SearchDefinition }, unknown>({\n    units: 10",
      },
    ),
    costs(
      'units-lookup-fields',
      'search.lookupFields costs 1 unit.',
      1,
      "search.lookupFields({ type: 'customer', id: id, columns: ['entityid'] })",
      { file: 'src/calls/search.ts', find: 'units: 1,', replace: 'units: 5,' },
      { before: `${CUSTOMER} var id = customer.save();` },
    ),
    costs(
      'units-cache-get',
      'Cache.get costs 1 unit where the value is there, 2 where the loader is used; Cache.put and Cache.remove cost 1.',
      [2, 1, 1, 1],
      [
        "mine.get({ key: 'k', loader: function () { return 'v'; } })",
        "mine.get({ key: 'k', loader: function () { return 'v'; } })",
        "mine.put({ key: 'k', value: 'w' })",
        "mine.remove({ key: 'k' })",
      ],
      {
        file: 'src/calls/cache.ts',
        find: '(args.hasLoader && get(account, args) === null ? 2 : 1)',
        replace: '1',
      },
      { before: "var mine = cache.getCache({ name: 'c' });" },
    ),
    costs(
      'units-file',
      'Loading a file costs 10 units, saving and deleting one 20; making one costs nothing.',
      [0, 20, 10, 20],
      [
        "made = file.create({ name: 'x.txt', fileType: 'PLAINTEXT', contents: 'x', folder: -15 })",
        'id = made.save()',
        'file.load({ id: id }).getContents()',
        'file.delete({ id: id })',
      ],
      {
        file: 'src/calls/file.ts',
        find: "'file.load': defineCall({\n    units: 10",
        replace: "'file.load': defineCall({\n    units: 5",
      },
      { before: 'var made, id;' },
    ),
    costs(
      'units-task-submit',
      'Submitting a map/reduce script costs 20 units.',
      20,
      "task.create({ taskType: 'MAP_REDUCE', scriptId: 'customscript_job' }).submit()",
      { file: 'src/calls/task.ts', find: 'units: 20', replace: 'units: 10' },
      { setup: JOB },
    ),
    costs(
      'units-task-status',
      'task.checkStatus costs nothing, the counts of a map/reduce script 10 units and its sizes 25.',
      [0, 10, 25],
      ['status = task.checkStatus({ taskId: id })', 'status.getPendingMapCount()', 'status.getPendingMapSize()'],
      { file: 'src/calls/task.ts', find: 'units: 25', replace: 'units: 10' },
      {
        before: "var status, id = task.create({ taskType: 'MAP_REDUCE', scriptId: 'customscript_job' }).submit();",
        setup: JOB,
      },
    ),
    costs(
      'units-https',
      'A request to another server costs 10 units.',
      10,
      "caught(function () { https.get({ url: 'https://nowhere.example/' }); })",
      { file: 'src/calls/https.ts', find: 'units: 10', replace: 'units: 0' },
    ),
    costs(
      'units-log',
      'N/log and N/format cost nothing.',
      [0, 0],
      ["log.audit('a', 'b')", 'format.format({ value: new Date(), type: format.Type.DATE })'],
      { file: 'src/calls/format.ts', find: 'units: 0', replace: 'units: 1' },
    ),
  ],
};
