import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

const RESTLET = script(
  'Restlet',
  `{ post: (body) => run(body.code, body) }`,
  ['N/record', 'N/config', 'N/runtime', 'N/log'],
  `const run = (code, body) => {
    const before = runtime.getCurrentScript().getRemainingUsage();
    let value = null;
    let error = null;
    try {
      value = new Function('record', 'config', 'body', code)(record, config, body);
    } catch (thrown) {
      error = { name: thrown.name, message: thrown.message };
    }
    return { value: value === undefined ? null : value, error, units: before - runtime.getCurrentScript().getRemainingUsage() };
  };`,
);

const USER_EVENT = script(
  'UserEventScript',
  `{
    beforeSubmit: ({ type, newRecord, oldRecord }) => {
      log.audit('beforeSubmit ' + type, [newRecord.getValue('memo'), oldRecord && oldRecord.getValue('memo'), newRecord.getValue('total')].join('|'));
      const memo = newRecord.getValue('memo');
      if (memo === 'refuse') throw error.create({ name: 'REFUSED', message: 'Not this one' });
      if (type === 'create') newRecord.setValue({ fieldId: 'memo', value: memo + ' seen' });
      if (memo === 'double') newRecord.setSublistValue({ sublistId: 'item', fieldId: 'quantity', line: 0, value: 2 });
    },
    afterSubmit: ({ type, newRecord, oldRecord }) => {
      log.audit('afterSubmit ' + type, [newRecord.id > 0, newRecord.getValue('memo'), oldRecord && oldRecord.getValue('memo')].join('|'));
      if (newRecord.getValue('memo') === 'chain seen') {
        const other = record.load({ type: 'invoice', id: newRecord.id });
        other.setValue('memo', 'chained');
        other.save();
      }
    },
  }`,
  ['N/record', 'N/error', 'N/log'],
);

let account: SimulatedAccount;
let start: ReturnType<SimulatedAccount['snapshot']>;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  const deployment = (id: string, more = '') =>
    `<scriptdeployments><scriptdeployment scriptid="customdeploy_${id}"><status>RELEASED</status>${more}<allroles>T</allroles>
     <loglevel>AUDIT</loglevel></scriptdeployment></scriptdeployments>`;
  const report = await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/run.js`]: RESTLET,
        [`FileCabinet/SuiteApps/${APP}/event.js`]: USER_EVENT,
        ...object(`<restlet scriptid="customscript_x_run"><name>Run</name>
          <scriptfile>[/SuiteApps/${APP}/run.js]</scriptfile>${deployment('x_run', '<title>Run</title>')}</restlet>`),
        ...object(`<usereventscript scriptid="customscript_x_event"><name>Event</name>
          <scriptfile>[/SuiteApps/${APP}/event.js]</scriptfile>${deployment('x_event', '<recordtype>INVOICE</recordtype>')}</usereventscript>`),
      }),
    ),
  );
  expect(report).toBeDefined();
  start = account.snapshot();
});

beforeEach(() => account.restore(start));
afterAll(async () => {
  removeProjects();
  await account.close();
});

interface Result {
  value: unknown;
  error: { name: string; message: string } | null;
  units: number;
}

async function run(code: string, body: Record<string, unknown> = {}): Promise<Result> {
  const answer = await account.callRestlet({
    script: 'customscript_x_run',
    deploy: 'customdeploy_x_run',
    method: 'POST',
    body: { ...body, code },
  });
  return (typeof answer.body === 'string' ? JSON.parse(answer.body) : answer.body) as Result;
}

async function value(code: string, body: Record<string, unknown> = {}): Promise<unknown> {
  const result = await run(code, body);
  expect(result.error).toBeNull();
  return result.value;
}

/** Makes a customer and an item, and gives their ids. */
const SETUP = `
  const customer = record.create({ type: record.Type.CUSTOMER });
  customer.setValue({ fieldId: 'companyname', value: 'Acme' });
  customer.setValue({ fieldId: 'subsidiary', value: 1 });
  const address = customer.getLineCount({ sublistId: 'addressbook' });
  customer.insertLine({ sublistId: 'addressbook', line: address });
  customer.setSublistValue({ sublistId: 'addressbook', fieldId: 'label', line: 0, value: 'Office' });
  customer.setSublistValue({ sublistId: 'addressbook', fieldId: 'defaultbilling', line: 0, value: true });
  const sub = customer.getSublistSubrecord({ sublistId: 'addressbook', fieldId: 'addressbookaddress', line: 0 });
  sub.setValue({ fieldId: 'country', value: 'US' });
  sub.setValue({ fieldId: 'addr1', value: '1 Main St' });
  const entity = customer.save();
  const plan = record.create({ type: record.Type.NON_INVENTORY_ITEM, defaultValues: { subtype: 'Sale' } });
  plan.setValue('itemid', 'Plan');
  plan.setValue('subsidiary', [1]);
  plan.setValue('incomeaccount', body.income);
  plan.setValue('taxschedule', body.schedule);
  const item = plan.save({ enableSourcing: true, ignoreMandatoryFields: false });
  return { entity, item };`;

async function things(): Promise<{ entity: number; item: number }> {
  const [account4010] = await account.suiteql("SELECT id FROM account WHERE acctnumber = '4010'");
  const [schedule] = await account.suiteql("SELECT id FROM taxschedule WHERE name = 'Not Taxable'");
  return (await value(SETUP, { income: account4010?.id, schedule: schedule?.id })) as { entity: number; item: number };
}

const STANDARD = `
  const invoice = record.create({ type: 'invoice' });
  invoice.setValue({ fieldId: 'entity', value: body.entity });
  invoice.setValue({ fieldId: 'memo', value: body.memo });
  invoice.setSublistValue({ sublistId: 'item', fieldId: 'item', line: 0, value: body.item });
  invoice.setSublistValue({ sublistId: 'item', fieldId: 'quantity', line: 0, value: 3 });
  invoice.setSublistValue({ sublistId: 'item', fieldId: 'rate', line: 0, value: 10 });
  return invoice.save();`;

const DYNAMIC = `
  const invoice = record.create({ type: 'invoice', isDynamic: true });
  invoice.setValue({ fieldId: 'entity', value: body.entity });
  invoice.setValue({ fieldId: 'memo', value: body.memo });
  const currency = invoice.getText({ fieldId: 'currency' });
  invoice.selectNewLine({ sublistId: 'item' });
  invoice.setCurrentSublistValue({ sublistId: 'item', fieldId: 'item', value: body.item });
  invoice.setCurrentSublistValue({ sublistId: 'item', fieldId: 'quantity', value: 3 });
  invoice.setCurrentSublistValue({ sublistId: 'item', fieldId: 'rate', value: 10 });
  const amount = invoice.getCurrentSublistValue({ sublistId: 'item', fieldId: 'amount' });
  invoice.commitLine({ sublistId: 'item' });
  return { currency, amount, total: invoice.getValue('total'), id: invoice.save() };`;

const events = () =>
  account
    .log()
    .filter((line) => /Submit/.test(line.title))
    .map((line) => `${line.title}: ${line.details}`);

describe('N/record from a script', () => {
  test('an invoice in standard mode: what was set stays, the account does the rest', async () => {
    const ids = await things();
    const { value: id, units } = await run(STANDARD, { ...ids, memo: 'standard' });
    expect(units).toBe(30);
    expect(
      await value(
        'const r = record.load("invoice", body.id); return [r.getValue("total"), r.getText("currency"), r.getValue("billaddress"), r.getSublistText("item", "item", 0)];',
        { id },
      ),
    ).toEqual([30, 'US Dollar', '1 Main St\nUnited States', 'Plan']);
  });

  test('an invoice in dynamic mode: fields follow at once', async () => {
    const ids = await things();
    expect(await value(DYNAMIC, { ...ids, memo: 'dynamic' })).toMatchObject({
      currency: 'US Dollar',
      amount: 30,
      total: 30,
    });
  });

  test.each([
    ['standard', STANDARD],
    ['dynamic', DYNAMIC],
  ])('in %s mode beforeSubmit may change the record, and totals follow', async (_mode, code) => {
    const ids = await things();
    const saved = await value(code, { ...ids, memo: 'double' });
    const id = typeof saved === 'number' ? saved : (saved as { id: number }).id;
    expect(
      await value('const r = record.load("invoice", body.id); return [r.getValue("total"), r.getValue("memo")];', {
        id,
      }),
    ).toEqual([20, 'double seen']);
  });

  test('user events see type, old and new record, in order (section_1512409310)', async () => {
    const ids = await things();
    const id = await value(STANDARD, { ...ids, memo: 'm' });
    await value('const r = record.load("invoice", body.id); r.setValue("memo", "n"); r.save();', { id });
    await value('record.submitFields({ type: "invoice", id: body.id, values: { memo: "o" } });', { id });
    await value('record.delete({ type: "invoice", id: body.id });', { id });
    expect(events()).toEqual([
      'beforeSubmit create: m||30',
      'afterSubmit create: true|m seen|',
      'beforeSubmit edit: n|m seen|30',
      'afterSubmit edit: true|n|m seen',
      'beforeSubmit xedit: o|n|',
      'afterSubmit xedit: true|o|n',
      'beforeSubmit delete: o|o|30',
      'afterSubmit delete: true|o|o',
    ]);
  });

  test('an error in beforeSubmit stops the save with its own name; nothing is stored', async () => {
    const ids = await things();
    const { error } = await run(STANDARD, { ...ids, memo: 'refuse' });
    expect(error).toEqual({ name: 'REFUSED', message: 'Not this one' });
    expect(await account.suiteql('SELECT COUNT(*) AS n FROM transaction')).toEqual([{ n: 0 }]);
  });

  test('a user event’s own saves fire no user events (section_1512409310)', async () => {
    const ids = await things();
    const id = await value(STANDARD, { ...ids, memo: 'chain' });
    expect(await value('return record.load("invoice", body.id).getValue("memo");', { id })).toBe('chained');
    expect(events()).toEqual(['beforeSubmit create: chain||30', 'afterSubmit create: true|chain seen|']);
  });

  test('costs units by the kind of record (section_157072844224)', async () => {
    const ids = await things();
    expect((await run('record.load("customer", body.entity);', ids)).units).toBe(5);
    expect((await run('record.load("customer", body.entity).save();', ids)).units).toBe(15);
    const id = await value(STANDARD, { ...ids, memo: 'm' });
    expect(
      (await run('record.submitFields({ type: "invoice", id: body.id, values: { memo: "o" } });', { id })).units,
    ).toBe(10);
    expect((await run('record.delete({ type: "invoice", id: body.id });', { id })).units).toBe(20);
  });

  test('a stored line is changed by one of its fields, in either mode', async () => {
    const ids = await things();
    const id = await value(STANDARD, { ...ids, memo: 'm' });
    await value('const r = record.load("invoice", body.id); r.setSublistValue("item", "rate", 0, 12); r.save();', {
      id,
    });
    expect(await value('return record.load("invoice", body.id).getValue("total");', { id })).toBe(36);
    await value(
      `const r = record.load({ type: "invoice", id: body.id, isDynamic: true });
       r.selectLine({ sublistId: "item", line: 0 });
       r.setCurrentSublistValue({ sublistId: "item", fieldId: "quantity", value: 5 });
       r.commitLine({ sublistId: "item" });
       r.save();`,
      { id },
    );
    expect(await value('return record.load("invoice", body.id).getValue("total");', { id })).toBe(60);
  });

  test('two scripts’ copies of one record: the second save is RCRD_HAS_BEEN_CHANGED', async () => {
    const ids = await things();
    const { error } = await run(
      `const one = record.load("customer", body.entity); const other = record.load("customer", body.entity);
       one.setValue("comments", "one").save(); other.setValue("comments", "other").save();`,
      ids,
    );
    expect(error).toEqual({ name: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' });
  });

  test('a date comes back as the same day', async () => {
    const ids = await things();
    const id = await value(STANDARD, { ...ids, memo: 'm' });
    expect(
      await value(
        'const d = record.load("invoice", body.id).getValue("trandate"); return [d instanceof Date, d.getFullYear(), d.getMonth(), d.getDate(), d.getHours()];',
        { id },
      ),
    ).toEqual([true, 2026, 6, 15, 0]);
  });

  test('N/config shows preferences and features, 10 units a page (section_4261803800)', async () => {
    const code = `const page = config.load({ type: config.Type.ACCOUNTING_PREFERENCES });
      const features = config.load({ type: config.Type.FEATURES });
      return [page.getValue({ fieldId: 'assetcogsitemaccts' }), page.getValue('REVERSALVOIDING'), features.getValue('multicurrency')];`;
    expect(await run(code)).toMatchObject({ value: [true, false, true], units: 20 });
    expect((await run('config.load({ type: config.Type.TAX_PERIODS });')).error?.name).toBe('SIMULATOR_NOT_SUPPORTED');
    await value(
      "const page = config.load({ type: config.Type.ACCOUNTING_PREFERENCES }); page.setValue('reversalvoiding', true); page.save();",
    );
    expect(
      await value("return config.load({ type: config.Type.ACCOUNTING_PREFERENCES }).getValue('reversalvoiding');"),
    ).toBe(true);
  });
});
