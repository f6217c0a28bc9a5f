import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

const RUNNER = script(
  'Restlet',
  `{ post: ({ code }) => {
    try {
      return { value: new Function('record', 'search', code)(record, search) };
    } catch (error) {
      return { error: error.name };
    }
  } }`,
  ['N/record', 'N/search'],
);

/** Writes a default, plays with the form as scripts of public repositories do, and may refuse. */
const EVENT = script(
  'UserEventScript',
  `{
    beforeLoad: ({ type, newRecord, form }) => {
      log.audit('beforeLoad ' + type, newRecord.type + '|' + newRecord.getValue('comments'));
      if (newRecord.getValue('comments') === 'refuse') throw error.create({ name: 'REFUSED', message: 'No' });
      form.addButton({ id: 'custpage_go', label: 'Go', functionName: 'go' });
      form.clientScriptModulePath = './client.js';
      const phone = form.getField({ id: 'phone' });
      phone.updateDisplayType({ displayType: 'disabled' });
      phone.isMandatory = true;
      const column = form.getSublist({ id: 'addressbook' }).getField({ id: 'label' });
      column.updateDisplayType({ displayType: 'hidden' });
      if (form.getField({ id: 'custpage_none' }) !== null || form.getSublist({ id: 'none' }) !== null) throw new Error('found');
      newRecord.setValue({ fieldId: 'comments', value: 'by beforeLoad' });
      if (newRecord.id) record.load({ type: 'customer', id: newRecord.id });
    },
    afterSubmit: ({ newRecord }) => {
      redirect.toRecord({ type: 'customer', id: newRecord.id });
      log.audit('afterSubmit', newRecord.getValue('comments'));
    },
  }`,
  ['N/log', 'N/error', 'N/record', 'N/redirect'],
);

let account: SimulatedAccount;
let start: ReturnType<SimulatedAccount['snapshot']>;

beforeAll(async () => {
  account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00Z' });
  const deployment = (id: string, more: string): string =>
    `<scriptdeployments><scriptdeployment scriptid="customdeploy_${id}"><status>RELEASED</status>${more}
     <allroles>T</allroles><loglevel>AUDIT</loglevel></scriptdeployment></scriptdeployments>`;
  await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/run.js`]: RUNNER,
        [`FileCabinet/SuiteApps/${APP}/event.js`]: EVENT,
        ...object(`<restlet scriptid="customscript_x_run"><name>Run</name>
          <scriptfile>[/SuiteApps/${APP}/run.js]</scriptfile>${deployment('x_run', '<title>Run</title>')}</restlet>`),
        ...object(`<usereventscript scriptid="customscript_x_event"><name>Event</name>
          <scriptfile>[/SuiteApps/${APP}/event.js]</scriptfile>${deployment('x_event', '<recordtype>CUSTOMER</recordtype>')}</usereventscript>`),
      }),
    ),
  );
  start = account.snapshot();
});

beforeEach(() => account.restore(start));
afterAll(async () => {
  removeProjects();
  await account.close();
});

async function run(code: string): Promise<{ value?: unknown; error?: string }> {
  const { body } = await account.callRestlet({
    script: 'customscript_x_run',
    deploy: 'customdeploy_x_run',
    method: 'POST',
    body: { code },
  });
  return JSON.parse(body) as { value?: unknown; error?: string };
}

const MAKE = (isDynamic: boolean, comments = ''): string => `
  const made = record.create({ type: 'customer', isDynamic: ${isDynamic} });
  made.setValue('companyname', 'Acme');
  made.setValue('subsidiary', 1);
  ${comments === '' ? '' : `made.setValue('comments', '${comments}');`}
  const id = made.save();`;

const lines = (): string[] =>
  account.log({ script: 'customscript_x_event' }).map(({ title, details }) => `${title}: ${details}`);

describe('beforeLoad', () => {
  it.each([false, true])('leaves what it sets on a new record, dynamic: %s', async (isDynamic) => {
    const code = `${MAKE(isDynamic)}
      return [made.isDynamic, made.getValue('comments'), search.lookupFields({ type: 'customer', id, columns: ['comments'] }).comments];`;
    expect(await run(code)).toEqual({ value: [isDynamic, 'by beforeLoad', 'by beforeLoad'] });
    expect(lines()).toEqual(['beforeLoad create: customer|', 'afterSubmit: by beforeLoad']);
  });

  it('sees a record that is loaded; what it sets there is ignored', async () => {
    const code = `${MAKE(false, 'kept')}
      const loaded = record.load({ type: 'customer', id, isDynamic: true });
      return [loaded.isDynamic, loaded.getValue('comments')];`;
    expect(await run(code)).toEqual({ value: [true, 'kept'] });
    expect(lines().slice(-1)).toEqual(['beforeLoad edit: customer|kept']);
  });

  it('runs for a copy, as copy', async () => {
    const code = `${MAKE(false, 'kept')} return record.copy({ type: 'customer', id }).getValue('comments');`;
    expect(await run(code)).toEqual({ value: 'by beforeLoad' });
    expect(lines().slice(-1)).toEqual(['beforeLoad copy: customer|kept']);
  });

  it('stops the reading with the error that it throws', async () => {
    expect(await run(`${MAKE(false, 'refuse')} record.load({ type: 'customer', id });`)).toEqual({ error: 'REFUSED' });
  });

  it('is not run by searches, nor for records of other types', async () => {
    await run(
      `record.create({ type: 'location' }); search.create({ type: 'customer' }).run().getRange({ start: 0, end: 1 });`,
    );
    expect(lines()).toEqual([]);
  });
});
