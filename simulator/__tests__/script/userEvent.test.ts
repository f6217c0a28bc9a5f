import { type CallTable, defineCall } from '../../src/kernel/call';
import type { Wire } from '../../src/kernel/wire';
import type { RecordData } from '../../src/records/data';
import { type Bench, bench, failed } from '../execution/bench';

const calls: CallTable = {
  'record.describe': defineCall({
    units: 0,
    serve: () => ({ fields: [{ id: 'memo', label: 'Memo', type: 'text' }], sublists: [] }),
  }),
};

const record = (memo: string): RecordData => ({
  type: 'customer',
  id: '5',
  isDynamic: false,
  version: 1,
  fields: { memo },
  texts: {},
  sublists: {},
  subrecords: {},
  changedFields: [],
  changedSublists: [],
});

let account: Bench;
afterEach(() => account.close());

async function run(script: string, entryPoint: string, form: { title: string } | null = null) {
  account = bench({ '/SuiteScripts/a.js': `define(['N/log'], (log) => (${script}));` }, { calls });
  const input = { type: 'edit', newRecord: record('new'), oldRecord: record('old'), form } as unknown as Wire;
  return account.run('/SuiteScripts/a.js', { type: 'USEREVENT', entryPoint, input });
}

test('beforeSubmit sees both records and the type, and changes the new one', async () => {
  const script = `{ beforeSubmit: (context) => {
    const { newRecord, oldRecord, type, UserEventType } = context;
    log.debug(newRecord.type + newRecord.id, [oldRecord.getValue('memo'), newRecord.getValue({ fieldId: 'memo' }), type === UserEventType.EDIT]);
    newRecord.setValue({ fieldId: 'memo', value: 'changed' });
  } }`;
  const outcome = await run(script, 'beforeSubmit');
  expect(outcome).toMatchObject({
    status: 'completed',
    output: { newRecord: { id: '5', fields: { memo: 'changed' }, changedFields: ['memo'] }, form: null },
  });
  expect(account.entries).toMatchObject([{ title: 'customer5', details: '["old","new",true]' }]);
});

test('beforeLoad adds to the form of a page, and has none where there is no page', async () => {
  const script = `{ beforeLoad: ({ form }) => { if (form) form.addButton({ id: 'custpage_b', label: 'Press' }); else log.debug('no form'); } }`;
  const outcome = await run(script, 'beforeLoad', { title: 'Customer' });
  expect(outcome).toMatchObject({ output: { form: { title: 'Customer', buttons: [{ label: 'Press' }] } } });
  await account.close();
  await run(script, 'beforeLoad');
  expect(account.titles()).toEqual(['no form']);
});

test('an error keeps the save from happening: it is the outcome', async () => {
  const outcome = await run("{ beforeSubmit: () => { throw { name: 'NO', message: 'not this' }; } }", 'beforeSubmit');
  expect(failed(outcome)).toMatchObject({ name: 'NO', message: 'not this' });
});
