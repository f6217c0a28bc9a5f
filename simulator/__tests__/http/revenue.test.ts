import { demoCompany } from '../../src/company/presets/demo';
import { revenueRules } from '../records/revenueAccount';
import { APP, object, removeProjects, script } from '../sdf/projects';
import { type ServedAccount, served, testProject } from './served';

const AT = `FileCabinet/SuiteApps/${APP}`;
const MODULES = ['N/record', 'N/query', 'N/task/accounting/recognition'];

/** Sells to one customer by orders, and merges the elements that these have made. */
const SELLER = script(
  'Restlet',
  `(() => {
    const idOf = (table, column, value) =>
      query.runSuiteQL({ query: 'SELECT id FROM ' + table + ' WHERE ' + column + ' = ?', params: [value] }).asMappedResults()[0].id;
    const saved = (type, values, defaultValues) => {
      const rec = record.create({ type, defaultValues });
      for (const [fieldId, value] of Object.entries(values)) rec.setValue({ fieldId, value });
      return rec.save();
    };
    const sell = ({ amounts }) => {
      const item = saved('noninventoryitem', { itemid: 'Plan', incomeaccount: idOf('account', 'acctnumber', '4010'),
        taxschedule: idOf('taxschedule', 'name', 'Not Taxable'), subsidiary: [1], includechildren: true,
        revenuerecognitionrule: idOf('revenuerecognitionrule', 'name', 'A quarter') }, { subtype: 'Sale' });
      const entity = saved('customer', { companyname: 'Buyer', subsidiary: 1 });
      return amounts.map((amount) => {
        const order = record.create({ type: 'salesorder', defaultValues: { entity } });
        order.setSublistValue({ sublistId: 'item', fieldId: 'item', line: 0, value: item });
        order.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: 0, value: amount });
        return order.save();
      });
    };
    const merge = () => {
      const task = recognition.create({ taskType: recognition.TaskType.MERGE_ELEMENTS_TASK });
      task.elements = query.runSuiteQL({ query: 'SELECT id FROM revenueelement ORDER BY id' }).asMappedResults().map(({ id }) => id);
      const status = recognition.checkStatus({ taskId: task.submit() });
      let wrong = '';
      try { recognition.checkStatus({ taskId: 99 }); } catch (e) { wrong = e.name; }
      const rec = record.load({ type: 'revenuearrangement', id: status.resultingArrangement });
      return { status, wrong, lines: rec.getLineCount({ sublistId: 'revenueelement' }),
        total: rec.getValue({ fieldId: 'totalrevenueamount' }), complete: status.status === recognition.TaskStatus.COMPLETE };
    };
    return { post: (body) => (body.do === 'merge' ? merge() : sell(body)) };
  })()`,
  MODULES,
);
const WATCHER = script(
  'UserEventScript',
  "{ afterSubmit: ({ type, newRecord }) => { log.audit('journal', type + ' ' + runtime.executionContext + ' ' + newRecord.getValue('memo')); }, beforeSubmit: ({ newRecord }) => { newRecord.setValue('memo', 'month-end'); } }",
  ['N/log', 'N/runtime'],
);
const PROJECT = {
  [`${AT}/seller.js`]: SELLER,
  [`${AT}/watcher.js`]: WATCHER,
  ...object(`<restlet scriptid="customscript_x_seller"><name>seller</name><scriptfile>[/SuiteApps/${APP}/seller.js]</scriptfile>
    <scriptdeployments><scriptdeployment scriptid="customdeploy_x_seller"><status>RELEASED</status><title>s</title>
    <allroles>T</allroles></scriptdeployment></scriptdeployments></restlet>`),
  ...object(`<usereventscript scriptid="customscript_x_watcher"><name>watcher</name>
    <scriptfile>[/SuiteApps/${APP}/watcher.js]</scriptfile><scriptdeployments>
    <scriptdeployment scriptid="customdeploy_x_watcher"><status>RELEASED</status><allroles>T</allroles>
    <loglevel>AUDIT</loglevel><recordtype>JOURNALENTRY</recordtype></scriptdeployment></scriptdeployments></usereventscript>`),
};

let server: ServedAccount;

beforeAll(async () => {
  const features = [...demoCompany.features, 'ADVANCEDREVENUERECOGNITION'];
  server = await served({ company: { ...demoCompany, features, revenueRules } }, testProject(PROJECT));
  await seller({ amounts: [90, 30] });
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

async function seller(body: unknown): Promise<Record<string, unknown>> {
  const call = { script: 'customscript_x_seller', deploy: 'customdeploy_x_seller', method: 'POST', body } as const;
  const answer = await server.account.callRestlet(call);
  if (answer.status !== 200) throw new Error(answer.body);
  return JSON.parse(answer.body) as Record<string, unknown>;
}

async function recognize(body: unknown) {
  const init = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${server.url}/simulator/revenue`, init);
  return { status: response.status, body: (await response.json()) as { journals?: unknown[]; error?: unknown } };
}

describe('revenue recognition of a running account', () => {
  it('merges revenue elements by a task of a script, whose status can be asked for', async () => {
    expect(await seller({ do: 'merge' })).toMatchObject({
      status: { status: 'COMPLETE', inputElements: [1, 2], errorMessage: null },
      wrong: 'INVALID_TASK_ID',
      lines: 2,
      total: 120,
      complete: true,
    });
  });

  it('makes the journal entries of a period by a control, once', async () => {
    const { status, body } = await recognize({ period: 'Jul 2026', subsidiary: 'Northwind Analytics' });
    expect(status).toBe(200);
    expect(body.journals).toEqual([expect.objectContaining({ source: 'plans', count: 2, amount: '40' })]);
    expect(await recognize({ period: 'Jul 2026' })).toMatchObject({ status: 200, body: { journals: [] } });
  });

  it('runs the user event scripts of journal entries in the context ADVANCEDREVREC', () => {
    const lines = server.account.log().filter(({ title }) => title === 'journal');
    expect(lines.map(({ details }) => details)).toEqual(['create ADVANCEDREVREC month-end']);
  });

  it('shows recognized balances and the journal entry in SuiteQL', async () => {
    const plans = await server.account.suiteql(
      'SELECT status, totalrecognized, remainingdeferredbalance FROM revenueplan ORDER BY id',
    );
    expect(plans).toEqual([
      { status: 'INPROGRESS', totalrecognized: 30, remainingdeferredbalance: 60 },
      { status: 'INPROGRESS', totalrecognized: 10, remainingdeferredbalance: 20 },
    ]);
    const lines = await server.account.suiteql(
      "SELECT tl.isrevrectransaction AS r, BUILTIN.DF(tl.expenseaccount) AS a FROM transactionline tl JOIN transaction t ON t.id = tl.transaction WHERE t.type = 'Journal' ORDER BY tl.id",
    );
    expect(lines).toHaveLength(4);
    expect(lines.every(({ r }) => r === 'T')).toBe(true);
  });

  it('refuses what it cannot read, and what is not there', async () => {
    const wrong = [
      {},
      { period: 'Jul 2026', date: 'soon' },
      { period: 'Jul 2026', source: 'x' },
      { period: 1, approve: 1 },
    ];
    for (const body of wrong) {
      expect(await recognize(body)).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST' } } });
    }
    expect(await recognize({ period: 'Jul 1999' })).toMatchObject({ body: { error: { code: 'USER_ERROR' } } });
    const reclassification = { period: 'Jul 2026', process: 'reclassification' };
    expect(await recognize(reclassification)).toMatchObject({ body: { error: { code: 'SIMULATOR_NOT_SUPPORTED' } } });
    expect((await fetch(`${server.url}/simulator/revenue`)).status).toBe(405);
  });

  it('is an operation of the account, too', async () => {
    const journals = await server.account.recognizeRevenue({ period: '2026-08-15', date: '2026-08-20' });
    expect(journals).toEqual([expect.objectContaining({ amount: '40' })]);
    const [row] = await server.account.suiteql('SELECT trandate FROM transaction WHERE id = ?', [
      Number(journals[0]?.id),
    ]);
    expect(row).toEqual({ trandate: '8/20/2026' });
  });
});
