import { runSuitelet, type SuiteletRequest } from '../../src/scripts/suitelet';
import { installProject } from '../../src/sdf/install';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';
import { type Bench, CALLER, openBench } from './bench';
import { MODULES } from './jobs';

describe('a Suitelet', () => {
  let bench: Bench;
  const deployment = (id: string, rest: string): string =>
    `<scriptdeployment scriptid="${id}"><title>${id}</title><status>RELEASED</status>${rest}</scriptdeployment>`;

  beforeAll(async () => {
    bench = openBench();
    const code =
      "{ onRequest: function () { log.audit('role', runtime.getCurrentUser().roleId + ' ' + runtime.executionContext); } }";
    const project = suiteApp({
      [`FileCabinet/SuiteApps/${APP}/page.js`]: script('Suitelet', code, MODULES),
      ...object(`<suitelet scriptid="customscript_page"><name>Page</name><scriptfile>[/SuiteApps/${APP}/page.js]</scriptfile>
        <scriptdeployments>
          ${deployment('customdeploy_open', '<allroles>T</allroles>')}
          ${deployment('customdeploy_admin', '<allroles>T</allroles><runasrole>ADMINISTRATOR</runasrole>')}
          ${deployment('customdeploy_online', '<isonline>T</isonline>')}
        </scriptdeployments></suitelet>`),
    });
    await bench.perform(installProject(bench.account, folderOf(project)));
  });
  afterAll(async () => {
    await bench.close();
    removeProjects();
  });

  const input = {
    method: 'GET',
    url: '/',
    parameters: {},
    headers: {},
    body: '',
    files: {},
    clientIpAddress: '127.0.0.1',
  };
  const call = (request: Partial<SuiteletRequest>) =>
    bench.perform(
      runSuitelet(bench.account, CALLER, {
        script: 'customscript_page',
        deploy: 'customdeploy_open',
        input,
        ...request,
      }),
    );

  test("runs in the user's role, or in the one that its deployment names", async () => {
    await call({});
    await call({ deploy: 'customdeploy_admin' });
    expect(bench.logged('role')).toEqual(['customrole_clerk SUITELET', 'administrator SUITELET']);
  });

  test('without login is there only if it is available online', async () => {
    await expect(call({ isExternal: true })).rejects.toMatchObject({ name: 'SSS_INVALID_SCRIPTLET_ID' });
    expect((await call({ deploy: 'customdeploy_online', isExternal: true })).status).toBe('completed');
  });

  test('is closed to roles outside of its audience', async () => {
    await expect(call({ deploy: 'customdeploy_online' })).rejects.toMatchObject({ name: 'INSUFFICIENT_PERMISSION' });
  });

  test('has to exist', async () => {
    await expect(call({ script: 'customscript_none' })).rejects.toMatchObject({ name: 'SSS_INVALID_SCRIPTLET_ID' });
    await expect(call({ script: 'customscript_x_echo', deploy: '1' })).rejects.toMatchObject({
      name: 'SSS_INVALID_SCRIPTLET_ID',
    });
  });
});
