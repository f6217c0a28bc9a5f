import { createAccount, type OutsideRequest, type SimulatedAccount } from '../../src/index';
import { folderOf, removeProjects, script, suiteApp } from '../sdf/projects';

const SENDER = script(
  'Restlet',
  `{ post: (body) => {
    const key = https.createSecureString({ input: 'Bearer {custsecret_x_key}' });
    try {
      const { code, body: text, headers } = https.request({
        method: 'PUT', url: body.url, body: 'é', headers: { Authorization: key, 'X-Kind': 'a' } });
      return { code, text, headers };
    } catch (e) { return { name: e.name }; }
  } }`,
  ['N/https'],
);

const seen: OutsideRequest[] = [];
let account: SimulatedAccount;

beforeAll(async () => {
  account = await createAccount({
    now: '2026-07-15T17:00:00.000Z',
    outside: (request) => {
      seen.push(request);
      const { hostname, pathname } = new URL(request.url);
      if (hostname !== 'api.example.com') return null;
      if (pathname === '/slow') return 'no answer';
      if (pathname === '/cut') return 'closed';
      if (pathname === '/moved') return { code: 302, headers: { Location: '/here' }, body: '' };
      return { code: 201, headers: { 'RateLimit-Remaining': '3' }, body: pathname };
    },
  });
  const folder = folderOf(
    suiteApp({
      'FileCabinet/SuiteApps/org.example.app/send.js': SENDER,
      'Objects/customscript_x_send.xml': `<restlet scriptid="customscript_x_send"><name>send</name>
      <scriptfile>[/SuiteApps/org.example.app/send.js]</scriptfile><scriptdeployments>
      <scriptdeployment scriptid="customdeploy_x_send"><status>RELEASED</status><title>send</title><allroles>T</allroles></scriptdeployment>
      </scriptdeployments></restlet>`,
    }),
  );
  await account.install(folder);
  account.account.store.run("INSERT INTO apisecret (scriptid, value) VALUES ('custsecret_x_key', 'hush')");
});

afterAll(async () => {
  await account.close();
  removeProjects();
});

async function send(url: string): Promise<unknown> {
  const { body } = await account.callRestlet({
    script: 'customscript_x_send',
    deploy: 'customdeploy_x_send',
    method: 'POST',
    body: { url },
  });
  return JSON.parse(String(body));
}

test('a host that stands in for the outside answers in the program, with the secrets that the script never saw', async () => {
  expect(await send('https://api.example.com/a')).toMatchObject({
    code: 201,
    text: '/a',
    headers: { 'ratelimit-remaining': '3' },
  });
  expect(seen.at(-1)).toMatchObject({
    method: 'PUT',
    url: 'https://api.example.com/a',
    headers: { authorization: 'Bearer hush', 'x-kind': 'a' },
    body: 'é',
  });
});

test('its failures are NetSuite errors', async () => {
  expect(await send('https://api.example.com/slow')).toEqual({ name: 'SSS_REQUEST_TIME_EXCEEDED' });
  expect(await send('https://api.example.com/cut')).toEqual({ name: 'SSS_CONNECTION_CLOSED' });
});

test('a redirect that it answers is followed', async () => {
  expect(await send('https://api.example.com/moved')).toMatchObject({ code: 201, text: '/here' });
});

test('a host that it does not answer for is unknown, as without it', async () => {
  expect(await send('https://other.example.com/')).toEqual({ name: 'SSS_UNKNOWN_HOST' });
});
