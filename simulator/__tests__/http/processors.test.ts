import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';

let account: SimulatedAccount;
let url: string;
beforeAll(async () => {
  account = await createAccount({ company: 'demo', processors: 5, now: '2026-07-15T17:00:00Z' });
  await account.install(
    folderOf(
      suiteApp({
        [`FileCabinet/SuiteApps/${APP}/job.js`]: script(
          'ScheduledScript',
          '{ execute: () => undefined }',
          ['N/log'],
          '',
        ),
        ...object(`<scheduledscript scriptid="customscript_job"><name>Job</name><scriptfile>[/SuiteApps/${APP}/job.js]</scriptfile>
          <scriptdeployments><scriptdeployment scriptid="customdeploy_a"><status>NOTSCHEDULED</status><title>A</title></scriptdeployment>
          <scriptdeployment scriptid="customdeploy_b"><status>NOTSCHEDULED</status><title>B</title></scriptdeployment></scriptdeployments></scheduledscript>`),
      }),
    ),
  );
  ({ url } = await account.listen());
});
afterAll(async () => {
  await account.close();
  removeProjects();
});

async function control(body?: unknown): Promise<{ status: number; answer: unknown }> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${url}/simulator/processors`, init);
  return { status: answer.status, answer: await answer.json() };
}

test('tells the preferences of SuiteCloud Processors, which reserve and raise nothing at first', async () => {
  expect(await control()).toEqual({
    status: 200,
    answer: { count: 5, reserved: 0, elevationMinutes: null, priorities: [] },
  });
});

test('sets what it names, for one deployment or for all of a script', async () => {
  const priorities = [
    { script: 'customscript_job', priority: 'LOW' },
    { script: 'customscript_job', deployment: 'customdeploy_b', priority: 'HIGH' },
  ];
  expect((await control({ count: 10, reserved: 3, elevation: 90, priorities })).answer).toEqual({
    count: 10,
    reserved: 3,
    elevationMinutes: 90,
    priorities: [
      { script: 'customscript_job', deployment: 'customdeploy_a', priority: 'LOW' },
      { script: 'customscript_job', deployment: 'customdeploy_b', priority: 'HIGH' },
    ],
  });
  const change = { elevation: 'none', priorities: [{ script: 'customscript_job', priority: 'STANDARD' }] };
  expect((await control(change)).answer).toEqual({ count: 10, reserved: 3, elevationMinutes: null, priorities: [] });
});

test.each<[unknown, string]>([
  [{ priorities: [{ script: 'customscript_job', priority: 'URGENT' }] }, 'SSS_INVALID_TYPE_ARG'],
  [{ priorities: [{ script: 'customscript_none', priority: 'HIGH' }] }, 'SSS_INVALID_SCRIPT'],
  [{ priorities: [{ priority: 'HIGH' }] }, 'INVALID_REQUEST'],
  [{ priorities: 'HIGH' }, 'INVALID_REQUEST'],
  [{ count: 0 }, 'SSS_INVALID_TYPE_ARG'],
  [{ reserved: 'all' }, 'SSS_INVALID_TYPE_ARG'],
  [{ elevation: 'slow' }, 'SSS_INVALID_TYPE_ARG'],
])('refuses %j and changes nothing', async (change, code) => {
  const before = (await control()).answer;
  const { status, answer } = await control({ ...(change as object) });
  expect([status, (answer as { error: { code: string } }).error.code]).toEqual([400, code]);
  expect((await control()).answer).toEqual(before);
});

test('a part of a change that is refused leaves the other parts as they were, too', async () => {
  const before = (await control()).answer;
  await control({ count: 4, priorities: [{ script: 'customscript_none', priority: 'HIGH' }] });
  expect((await control()).answer).toEqual(before);
});
