import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { removeProjects, script } from '../sdf/projects';
import { bearer, ECHO, NOW, type ServedAccount, served, testProject } from './served';

const AT = 'FileCabinet/SuiteApps/org.example.app';
const SENDER = script(
  'Restlet',
  `{ post: (body) => {
    const send = () => {
      switch (body.how) {
        case 'json': return https.post({ url: body.url, body: JSON.stringify({ a: 1 }), headers: { 'Content-Type': 'application/json', 'X-Key': 'k', Host: 'evil' } });
        case 'form': return https.post({ url: body.url, body: { a: 'ä&b', c: 2 } });
        case 'secret': {
          const basic = https.createSecureString({ input: 'user:{custsecret_x_key}' })
            .convertEncoding({ fromEncoding: https.Encoding.UTF_8, toEncoding: https.Encoding.BASE_64 });
          const header = https.createSecureString({ input: 'Basic ' }).appendSecureString({ secureString: basic });
          const shown = String(header) + JSON.stringify(header);
          const answer = https.get({ url: body.url, headers: { Authorization: header } });
          return { code: answer.code, body: answer.body, headers: { shown } };
        }
        case 'underscore': return https.get({ url: body.url, headers: { my_header: 'x' } });
        default: return https.request({ method: body.method || 'GET', url: body.url });
      }
    };
    try { const { code, body: text, headers } = send(); return { code, text, headers }; }
    catch (e) { return { name: e.name, message: e.message }; }
  } }`,
  ['N/https'],
);
const JOB = script(
  'ScheduledScript',
  "{ execute: ({ type }) => { log.audit('ran', type + ' ' + runtime.getCurrentScript().getParameter({ name: 'custscript_x_word' })); } }",
  ['N/log', 'N/runtime'],
);
const PROJECT = {
  [`${AT}/send.js`]: SENDER,
  [`${AT}/job.js`]: JOB,
  'Objects/customscript_x_send.xml': `<restlet scriptid="customscript_x_send"><name>send</name>
    <scriptfile>[/SuiteApps/org.example.app/send.js]</scriptfile><scriptdeployments>
    <scriptdeployment scriptid="customdeploy_x_send"><status>RELEASED</status><title>send</title><allroles>T</allroles></scriptdeployment>
    </scriptdeployments></restlet>`,
  'Objects/customscript_x_job.xml': `<scheduledscript scriptid="customscript_x_job"><name>job</name>
    <scriptfile>[/SuiteApps/org.example.app/job.js]</scriptfile>
    <scriptcustomfields><scriptcustomfield scriptid="custscript_x_word"><label>Word</label><fieldtype>TEXT</fieldtype></scriptcustomfield></scriptcustomfields>
    <scriptdeployments>
    <scriptdeployment scriptid="customdeploy_x_job"><status>NOTSCHEDULED</status><title>job</title><loglevel>AUDIT</loglevel></scriptdeployment>
    </scriptdeployments></scheduledscript>`,
};

let server: ServedAccount;
let authorization: string;
let outside: Server;
let address: string;
let seen: { method: string; url: string; headers: Record<string, unknown>; body: string }[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      if (url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (url === '/moved') response.writeHead(302, { location: '/here' }).end();
      else if (url === '/image') response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([1, 2, 255]));
      else
        response
          .writeHead(url === '/missing' ? 404 : 200, { 'content-type': 'text/plain', 'x-answer': 'yes' })
          .end('hello');
    });
  });
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  server = await served({}, testProject(PROJECT));
  authorization = await bearer(server);
});

beforeEach(() => {
  seen = [];
});

afterAll(async () => {
  await server.account.close();
  await new Promise((resolve) => outside.close(resolve));
  removeProjects();
});

async function control(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/simulator/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function send(body: Record<string, unknown>): Promise<Record<string, unknown>> {
  const path = '/app/site/hosting/restlet.nl?script=customscript_x_send&deploy=customdeploy_x_send';
  const headers = { authorization, 'content-type': 'application/json' };
  const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}

describe('controls of the local account', () => {
  it('run a script to its end and report it', async () => {
    const { status, body } = await control('run', {
      script: 'customscript_x_job',
      deployment: 'customdeploy_x_job',
      params: { custscript_x_word: 'now' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'COMPLETE', script: 'customscript_x_job', stages: [{ stage: 'execute' }] });
    const log = (await control('log?script=customscript_x_job')).body.log as { title: string; details: string }[];
    expect(log.at(-1)).toMatchObject({ title: 'ran', details: expect.stringContaining('now') });
  });

  it('say so for a script that is none', async () => {
    expect(await control('run', { script: 'customscript_none' })).toMatchObject({ status: 400 });
    expect(await control('run', {})).toMatchObject({ status: 400 });
    expect(await control('nothing')).toMatchObject({ status: 404 });
  });

  it('move the clock on, never back', async () => {
    const before = Date.parse(String((await control('clock')).body.now));
    const { body } = await control('clock', { advance: 'PT1H30M' });
    expect(Date.parse(String(body.now)) - before).toBe(5_400_000);
    expect(await control('clock', { now: NOW })).toMatchObject({ status: 400 });
    expect(await control('clock', { advance: 'an hour' })).toMatchObject({ status: 400 });
    authorization = await bearer(server);
  });

  it('tell what was used by script and call', async () => {
    const { body } = await control('usage');
    expect(body.usage).toContainEqual(expect.objectContaining({ script: 'customscript_x_job', executions: 1 }));
  });

  it('plan faults and count what went wrong', async () => {
    const rules = [{ kind: 'errorBefore', op: 'https.request', error: { name: 'PLANNED', message: 'as planned' } }];
    await control('faults', { rules });
    expect(await send({ url: address })).toMatchObject({ name: 'PLANNED', message: 'as planned' });
    expect(await send({ url: address })).toMatchObject({ code: 200 });
    expect((await control('faults')).body.hits).toHaveLength(1);
    expect((await control('faults', { rules: 'none' })).status).toBe(400);
  });

  it('lose the answer of a RESTlet: the connection ends', async () => {
    await control('faults', { rules: [{ kind: 'lostAnswer' }] });
    await expect(send({ url: address })).rejects.toThrow('fetch failed');
    expect((await control('faults')).body.hits).toHaveLength(1);
  });

  it('close and lock periods', async () => {
    const closed = async (name: string) => {
      const { body } = await control('periods');
      return (body.periods as { name: string; isClosed: boolean }[]).find((period) => period.name === name)?.isClosed;
    };
    expect(await closed('Aug 2026')).toBe(false);
    await control('periods', { period: 'Aug 2026', closed: true });
    expect(await closed('Aug 2026')).toBe(true);
    expect(await control('periods', { period: 'Aug 2026', closed: 'yes' })).toMatchObject({ status: 400 });
    await control('periods', { period: 'Jul 2026', closed: false });
    expect(await closed('Aug 2026')).toBe(false);
  });

  it('go back to a snapshot', async () => {
    const count = async () => Number((await server.account.suiteql('SELECT COUNT(*) AS n FROM loginaudit'))[0]?.n);
    const before = await count();
    const { snapshot } = (await control('snapshot', {})).body;
    await fetch(`${server.url}${ECHO}`, { method: 'POST' });
    expect(await count()).toBe(before + 1);
    expect(await control('restore', { snapshot })).toMatchObject({ status: 200 });
    expect(await count()).toBe(before);
    expect(await control('restore', { snapshot: 'none' })).toMatchObject({ status: 404 });
  });

  it('take no requests from pages of other sites', async () => {
    expect(await control('idle', {}, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    expect(await control('idle', {}, { origin: server.url })).toMatchObject({ status: 200 });
  });
});

describe('N/https', () => {
  it('sends a text body as it is, and drops the headers that scripts may not set', async () => {
    expect(await send({ how: 'json', url: `${address}/a?b=1` })).toMatchObject({ code: 200, text: 'hello' });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/a?b=1', body: '{"a":1}' });
    expect(seen[0]?.headers).toMatchObject({ 'x-key': 'k', host: address.replace('http://', '') });
  });

  it('sends an object as a form', async () => {
    await send({ how: 'form', url: address });
    expect(seen[0]?.body).toBe('a=%C3%A4%26b&c=2');
    expect(seen[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it('gives headers in lower case and as they are usually written, and any status', async () => {
    const answer = await send({ url: `${address}/missing` });
    expect(answer.code).toBe(404);
    expect(answer.headers).toMatchObject({ 'x-answer': 'yes', 'X-Answer': 'yes' });
  });

  it('gives content that is no text as base64', async () => {
    expect((await send({ url: `${address}/image` })).text).toBe(Buffer.from([1, 2, 255]).toString('base64'));
  });

  it('follows redirects, and ends loops', async () => {
    expect(await send({ url: `${address}/moved` })).toMatchObject({ code: 200 });
    expect(await send({ url: `${address}/loop` })).toMatchObject({ name: 'SSS_REQUEST_LOOP_DETECTED' });
  });

  it('puts secrets in only when it sends: the script never sees them', async () => {
    await control('secrets', { id: 'custsecret_x_key', value: 'päss' });
    const answer = await send({ how: 'secret', url: address });
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('user:päss').toString('base64')}`);
    expect(JSON.stringify(answer)).not.toContain('päss');
  });

  it.each([
    ['not an address', 'SSS_INVALID_URL'],
    ['ftp://127.0.0.1/', 'SSS_INVALID_URL'],
    ['http://example.com/', 'SSS_INVALID_URL'],
    ['https://example.com/', 'SSS_UNKNOWN_HOST'],
    ['http://127.0.0.1:1/', 'SSS_CONNECTION_CLOSED'],
  ])('refuses %s with %s', async (url, name) => {
    expect(await send({ url })).toMatchObject({ name });
  });

  it('refuses a header with an underscore', async () => {
    expect(await send({ how: 'underscore', url: address })).toMatchObject({ name: 'SSS_INVALID_HEADER' });
  });

  it('reaches what stands in for a host outside', async () => {
    await control('hosts', { host: 'api.platform.example', target: address });
    expect(await send({ url: 'https://api.platform.example/v1/things?a=1' })).toMatchObject({ code: 200 });
    expect(seen[0]?.url).toBe('/v1/things?a=1');
  });
});
