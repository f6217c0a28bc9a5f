import { configCalls } from '../../src/calls/config';
import { fileCalls } from '../../src/calls/file';
import { runtimeCalls } from '../../src/calls/runtime';
import { taskCalls } from '../../src/calls/task';
import type { CallTable } from '../../src/kernel/call';
import { runRestlet } from '../../src/scripts/restlet';
import { installProject } from '../../src/sdf/install';
import { testAccount } from '../records/testAccount';
import { type Bench, CALLER, openBench } from '../scripts/bench';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';
import { inRole, lacks, lacksLevel, type Permissions, refusal } from './roles';

const t = testAccount();

/** What a call throws for a role with these permissions. */
const calling = (table: CallTable, op: string, args: unknown) => (permissions: Permissions) =>
  refusal(() => table[op]?.serve(args, t.account, inRole(t, permissions)));

describe('N/task.submit', () => {
  const submit = calling(taskCalls, 'task.submit', {
    type: 'MAPREDUCE',
    script: 'customscript_none',
    deployment: null,
    params: {},
  });
  const all = { LIST_FILECABINET: 1, ADMI_CUSTOMSCRIPT: 1, ADMI_SS_SCHEDULING: 4 };

  test.each([
    ['LIST_FILECABINET', 'Lists -> Documents and Files'],
    ['ADMI_CUSTOMSCRIPT', 'SuiteScript'],
    ['ADMI_SS_SCHEDULING', 'SuiteScript Scheduling'],
  ])('needs %s', (permission, name) => {
    expect(submit({ ...all, [permission]: 0 })).toBe(lacks(name));
  });

  test('needs SuiteScript Scheduling in full', () => {
    expect(submit({ ...all, ADMI_SS_SCHEDULING: 3 })).toBe(lacksLevel('SuiteScript Scheduling'));
    expect(submit(all)).toMatch(/^FAILED_TO_SUBMIT_JOB_REQUEST_1/);
  });
});

describe('N/file', () => {
  const file = { name: 'a.txt', folder: -15, fileType: 'PLAINTEXT', description: '', encoding: 'UTF-8', contents: 'a' };
  const NAME = 'Lists -> Documents and Files';

  test.each([
    ['file.load', { id: 999 }, 1],
    ['file.save', { ...file, id: null, isInactive: false, isOnline: false }, 2],
    ['file.copy', { id: 999, folder: -15, conflictResolution: 'FAIL' }, 2],
    ['file.save', { ...file, id: 999, isInactive: false, isOnline: false }, 3],
    ['file.delete', { id: 999 }, 4],
  ])('%s needs Documents and Files, case %#', (op, args, level) => {
    const call = calling(fileCalls, op, args);
    expect(call({})).toBe(lacks(NAME));
    if (level > 1) expect(call({ LIST_FILECABINET: level - 1 })).toBe(lacksLevel(NAME));
    expect(call({ LIST_FILECABINET: level })).not.toMatch(/INSUFFICIENT_PERMISSION/);
  });
});

describe('N/config', () => {
  test.each([
    ['companyinformation', 'ADMI_SETUPCOMPANY', 'Set Up Company'],
    ['companypreferences', 'ADMI_SETUPCOMPANY', 'Set Up Company'],
    ['accountingpreferences', 'ADMI_ACCTSETUP', 'Accounting Preferences'],
    ['companyfeatures', 'ADMI_ENABLEFEATURES', 'Enable Features'],
  ])('%s needs %s', (type, permission, name) => {
    const load = calling(configCalls, 'config.load', { type });
    expect(load({})).toBe(lacks(name));
    expect(load({ [permission]: 1 })).toBeNull();
  });
});

test('N/runtime tells the level of a permission', () => {
  const level = (permissions: Permissions, name: string) =>
    runtimeCalls['runtime.getPermission']?.serve({ name }, t.account, inRole(t, permissions));
  expect(level({ TRAN_CUSTINVC: 3 }, 'tran_custinvc')).toBe(3);
  expect(level({ customrecord_thing: 2 }, 'CUSTOMRECORD_THING')).toBe(2);
  expect(level({}, 'TRAN_CUSTINVC')).toBe(0);
});

describe('a RESTlet', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = openBench();
    const project = suiteApp({
      [`FileCabinet/SuiteApps/${APP}/echo.js`]: script('Restlet', "{ get: function () { return 'called'; } }", []),
      ...object(`<restlet scriptid="customscript_x_echo"><name>Echo</name><scriptfile>[/SuiteApps/${APP}/echo.js]</scriptfile>
        <scriptdeployments><scriptdeployment scriptid="customdeploy_open"><title>x</title><status>RELEASED</status>
          <allroles>T</allroles></scriptdeployment></scriptdeployments></restlet>`),
    });
    await bench.perform(installProject(bench.account, folderOf(project)));
  });
  afterAll(async () => {
    await bench.close();
    removeProjects();
  });

  const call = () =>
    bench.perform(
      runRestlet(bench.account, CALLER, {
        script: 'customscript_x_echo',
        deploy: 'customdeploy_open',
        method: 'GET',
        parameters: {},
        body: null,
        contentType: 'application/json',
      }),
    );

  test('answers 400 to a role in its audience that lacks the permission SuiteScript', async () => {
    expect(await call()).toMatchObject({ status: 200 });
    bench.account.store.run("DELETE FROM rolepermissions WHERE permkey = 'ADMI_CUSTOMSCRIPT'");
    const answer = await call();
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({
      error: {
        code: 'INSUFFICIENT_PERMISSION',
        message: lacks('SuiteScript').replace(/^INSUFFICIENT_PERMISSION: /, ''),
      },
    });
  });
});
