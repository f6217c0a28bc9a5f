import { equal } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { restlet } from '../../harness/scripts';
import { withRevenue } from './revenueBooks';

const MERGE = 'src/records/revenue/merge.ts';

/** A script that makes arrangements for customers and merges them as the documentation's sample does. */
const SCRIPT = restlet(
  `{ post: function (body) {
      var rule = query.runSuiteQL({ query: "SELECT id FROM revenuerecognitionrule WHERE name = 'A quarter'" }).asMappedResults()[0].id;
      var ledger = query.runSuiteQL({ query: "SELECT id FROM account WHERE acctnumber = '4010'" }).asMappedResults()[0].id;
      var schedule = query.runSuiteQL({ query: "SELECT id FROM taxschedule WHERE name = 'Not Taxable'" }).asMappedResults()[0].id;
      function fill(rec, values) {
        Object.keys(values).forEach(function (key) { rec.setValue({ fieldId: key, value: values[key] }); });
        return rec.save();
      }
      var item = fill(record.create({ type: 'serviceitem', defaultValues: { subtype: 'Sale' } }), { itemid: 'Service',
        incomeaccount: ledger, taxschedule: schedule, subsidiary: [1], includechildren: true, revenuerecognitionrule: rule });
      var customers = [1, 2].map(function (n) { return fill(record.create({ type: 'customer' }), { companyname: 'C' + n, subsidiary: 1 }); });
      [customers[0], body.mixed ? customers[1] : customers[0]].forEach(function (entity) {
        var rec = record.create({ type: 'salesorder', defaultValues: { entity: entity } });
        rec.setSublistValue({ sublistId: 'item', fieldId: 'item', line: 0, value: item });
        rec.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: 30 });
        rec.save();
      });
      function arrangements() {
        return query.runSuiteQL({ query: "SELECT id, foreigntotal AS total FROM transaction WHERE type = 'RevArrng' ORDER BY id" }).asMappedResults();
      }
      var task = recognition.create({ taskType: recognition.TaskType.MERGE_ARRANGEMENTS_TASK });
      task.arrangements = arrangements().map(function (row) { return row.id; });
      task.revenueArrangementDate = new Date(2026, 6, 20);
      var used = units(function () { task.id = task.submit(); });
      var status = recognition.checkStatus({ taskId: task.id });
      return { used: used, status: status.status, inputs: status.inputArrangements.length,
        merged: status.resultingArrangement !== null, totals: arrangements().map(function (row) { return row.total; }) };
    } }`,
  { modules: ['N/record', 'N/query', 'N/runtime', 'N/task/accounting/recognition'] },
);

async function merged(api: Api, body: { readonly mixed: boolean }): Promise<unknown> {
  const site = await api.site({ company: withRevenue('ADVANCEDREVENUERECOGNITION'), scripts: [SCRIPT] });
  return site.post(body);
}

export const mergeTasks: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_1498517429',
  title: 'Merging to Combine Revenue Arrangements',
  cases: [
    {
      id: 'merged-arrangements-make-a-new-one',
      rule: 'A merge moves the elements to a new arrangement; the original ones are kept.',
      without: {
        file: 'src/records/revenue/arrangements.ts',
        find: 'elements.length === 0 && !isMerged',
        replace: 'elements.length === 0',
      },
      run: async (api) =>
        equal(await merged(api, { mixed: false }), {
          used: 20,
          status: 'COMPLETE',
          inputs: 2,
          merged: true,
          totals: [0, 0, 60],
        }),
    },
    {
      id: 'merged-arrangements-have-one-customer',
      rule: 'Only arrangements of one customer, subsidiary and currency are merged.',
      without: {
        file: MERGE,
        find: "for (const column of ['entity', 'subsidiary', 'currency'] as const) {",
        replace: "for (const column of ['subsidiary', 'currency'] as const) {",
      },
      run: async (api) =>
        equal(await merged(api, { mixed: true }), {
          used: 20,
          status: 'FAILED',
          inputs: 2,
          merged: false,
          totals: [30, 30],
        }),
    },
  ],
};
