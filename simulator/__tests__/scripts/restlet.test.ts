import type { User } from '../../src/kernel/execution';
import { type RestletRequest, runRestlet } from '../../src/scripts/restlet';
import { installProject } from '../../src/sdf/install';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';
import { type Bench, CALLER, CLERK, openBench } from './bench';
import { MODULES } from './jobs';

const CODE = `{
  get: function (parameters) {
    if (parameters.as === 'json') return restlet.createResponse({ content: '{"a":1}', contentType: 'application/json' });
    if (parameters.as === 'object') return { a: 1 };
    return 'text ' + parameters.a;
  },
  post: function (body) {
    if (body.fail) throw error.create({ name: 'MY_CODE', message: 'My <message>' });
    if (body.crash) return missing.member;
    if (body.nothing) return;
    return typeof body === 'string' ? 'got ' + body : { array: Array.isArray(body), body: body, role: runtime.getCurrentUser().roleId };
  }
}`;

describe('a RESTlet', () => {
  let bench: Bench;
  const deployment = (id: string, rest: string): string =>
    `<scriptdeployment scriptid="${id}"><title>${id}</title>${rest}</scriptdeployment>`;

  beforeAll(async () => {
    bench = openBench();
    const project = suiteApp({
      [`FileCabinet/SuiteApps/${APP}/echo.js`]: script('Restlet', CODE, [...MODULES, 'N/scriptTypes/restlet']),
      ...object('<role scriptid="customrole_clerk"><name>Clerk</name><centertype>BASIC</centertype></role>'),
      ...object(`<restlet scriptid="customscript_x_echo"><name>Echo</name><scriptfile>[/SuiteApps/${APP}/echo.js]</scriptfile>
        <scriptdeployments>
          ${deployment('customdeploy_open', '<status>RELEASED</status><allroles>T</allroles>')}
          ${deployment('customdeploy_clerks', '<status>RELEASED</status><audslctrole>[scriptid=customrole_clerk]|ACCOUNTANT</audslctrole>')}
          ${deployment('customdeploy_nobody', '<status>RELEASED</status>')}
          ${deployment('customdeploy_testing', '<status>TESTING</status><allroles>T</allroles>')}
          ${deployment('customdeploy_off', '<status>RELEASED</status><allroles>T</allroles><isdeployed>F</isdeployed>')}
        </scriptdeployments></restlet>`),
    });
    await bench.perform(installProject(bench.account, folderOf(project)));
  });
  afterAll(async () => {
    await bench.close();
    removeProjects();
  });

  const call = (request: Partial<RestletRequest>, user: User = CLERK) =>
    bench.perform(
      runRestlet(
        bench.account,
        { ...CALLER, user },
        {
          script: 'customscript_x_echo',
          deploy: 'customdeploy_open',
          method: 'GET',
          parameters: {},
          body: null,
          contentType: null,
          ...request,
        },
      ),
    );
  const post = (body: string, contentType: string | null = 'application/json') =>
    call({ method: 'POST', body, contentType });

  test('answers JSON with JSON', async () => {
    const answer = await post('[1, {"b": null}]');
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' });
    expect(JSON.parse(answer.body)).toEqual({ array: true, body: [1, { b: null }], role: 'customrole_clerk' });
  });

  test('answers text with text, and a header with a charset the same', async () => {
    expect(await post('hello', 'text/plain; charset=utf-8')).toEqual({
      status: 200,
      contentType: 'text/plain',
      body: 'got hello',
    });
  });

  test('without a body answers text, unless it makes a response of its own', async () => {
    expect(await call({ parameters: { a: '1' } })).toEqual({ status: 200, contentType: 'text/plain', body: 'text 1' });
    expect(await call({ parameters: { as: 'json' } })).toEqual({
      status: 200,
      contentType: 'application/json',
      body: '{"a":1}',
    });
    expect(await call({ parameters: { as: 'object' } })).toMatchObject({
      status: 400,
      body: expect.stringContaining('INVALID_RETURN_DATA_FORMAT'),
    });
    expect(await call({ parameters: { as: 'object' }, contentType: 'application/json' })).toMatchObject({
      status: 200,
      body: '{"a":1}',
    });
  });

  test('that returns nothing answers 200 without a body', async () => {
    expect(await post('{"nothing":true}')).toEqual({ status: 200, contentType: 'application/json', body: '' });
  });

  test('that throws answers 400 with code and message, in the shape of its content type', async () => {
    const fail = '{"fail":true}';
    expect(await post(fail)).toEqual({
      status: 400,
      contentType: 'application/json',
      body: '{"error":{"code":"MY_CODE","message":"My <message>"}}',
    });
    expect(await post('{"crash":true}')).toMatchObject({
      status: 400,
      body: expect.stringContaining('"code":"UNEXPECTED_ERROR"'),
    });
  });

  test.each<[string, Partial<RestletRequest>, number, string]>([
    ['a script that does not exist', { script: 'customscript_none' }, 404, 'SSS_INVALID_SCRIPTLET_ID'],
    ['a deployment that does not exist', { deploy: 'customdeploy_none' }, 404, 'SSS_INVALID_SCRIPTLET_ID'],
    ['a deployment that is off', { deploy: 'customdeploy_off' }, 400, 'SSS_INVALID_SCRIPTLET_ID'],
    [
      "a deployment in testing that is someone else's",
      { deploy: 'customdeploy_testing' },
      400,
      'SSS_INVALID_SCRIPTLET_ID',
    ],
    ['a role outside of the audience', { deploy: 'customdeploy_nobody' }, 400, 'INSUFFICIENT_PERMISSION'],
    [
      'a method without entry point',
      { method: 'PUT', body: '{}', contentType: 'application/json' },
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['a method that RESTlets do not have', { method: 'PATCH' }, 405, 'METHOD_NOT_ALLOWED'],
    ['a body on GET', { body: 'x', contentType: 'text/plain' }, 400, 'INVALID_REQUEST'],
    ['a missing content type', { method: 'POST', body: '{}' }, 415, 'INVALID_CONTENT_TYPE'],
    ['another content type', { method: 'POST', body: '', contentType: 'text/html' }, 415, 'INVALID_CONTENT_TYPE'],
    [
      'a content type in upper case',
      { method: 'POST', body: '{}', contentType: 'Application/JSON' },
      415,
      'INVALID_CONTENT_TYPE',
    ],
    ['JSON that is none', { method: 'POST', body: '{', contentType: 'application/json' }, 400, 'SYNTAX_ERROR'],
    ['an empty body as JSON', { method: 'POST', body: '', contentType: 'application/json' }, 400, 'SYNTAX_ERROR'],
  ])('refuses %s', async (_, request, status, code) => {
    expect(await call(request)).toMatchObject({ status, body: expect.stringContaining(code) });
  });

  test('lets in the roles of its audience only', async () => {
    const request = { deploy: 'customdeploy_clerks', parameters: { a: 'x' } };
    expect((await call(request)).status).toBe(200);
    expect((await call(request, { ...CLERK, role: '3', roleScriptId: 'administrator' })).status).toBe(400);
  });

  test('is found by internal ids and by the number of its deployment', async () => {
    const [ids] = bench.rows(
      "SELECT script, primarykey FROM scriptdeployment WHERE scriptid = 'customdeploy_open'",
    ) as { script: number; primarykey: number }[];
    expect((await call({ script: String(ids?.script), deploy: String(ids?.primarykey) })).status).toBe(200);
    expect((await call({ script: String(ids?.script), deploy: '1' })).status).toBe(200);
  });
});
