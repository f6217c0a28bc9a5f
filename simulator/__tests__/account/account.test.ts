import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setSecret } from '../../src/company/secrets';
import { createAccount, type SimulatedAccount } from '../../src/index';
import { all, type Operation, turn } from '../../src/kernel/operation';
import { APP, folderOf, manifest, object, removeProjects, script } from '../sdf/projects';

const NOW = '2026-07-15T17:03:00.000Z';

const RESTLET = script(
  'Restlet',
  `{
    get: (parameters) => {
      for (let step = 0; step < 5; step += 1) {
        log.audit(parameters.name + step, Math.random());
        runtime.isFeatureInEffect({ feature: 'X' });
      }
      return { name: parameters.name };
    },
    post: (body) => {
      runtime.getCurrentSession().set({ name: 'kept', value: body.value });
      cache.getCache({ name: 'c' }).put({ key: 'k', value: body.value });
    },
    put: () => ({
      kept: runtime.getCurrentSession().get({ name: 'kept' }),
      cached: cache.getCache({ name: 'c' }).get({ key: 'k' }),
    }),
    delete: () => {
      const key = crypto.createSecretKey({ secret: 'custsecret_a', encoding: 'UTF_8' });
      return crypto.createHmac({ algorithm: 'SHA256', key }).digest();
    },
  }`,
  ['N/log', 'N/runtime', 'N/cache', 'N/crypto'],
);

const SCHEDULED = script(
  'ScheduledScript',
  "{ execute: ({ type }) => log.audit('tick ' + new Date().toISOString(), type) }",
  ['N/log'],
);

function project(): string {
  return folderOf({
    'manifest.xml': manifest('1.0.0'),
    'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files><objects><path>~/Objects/*</path></objects></deploy>`,
    [`FileCabinet/SuiteApps/${APP}/r.js`]: RESTLET,
    [`FileCabinet/SuiteApps/${APP}/s.js`]: SCHEDULED,
    ...object(`<restlet scriptid="customscript_x_r"><name>R</name><scriptfile>[/SuiteApps/${APP}/r.js]</scriptfile>
      <scriptdeployments><scriptdeployment scriptid="customdeploy_x_r">
        <status>RELEASED</status><title>R</title><allroles>T</allroles><loglevel>AUDIT</loglevel>
      </scriptdeployment></scriptdeployments></restlet>`),
    ...object(`<scheduledscript scriptid="customscript_x_s"><name>S</name><scriptfile>[/SuiteApps/${APP}/s.js]</scriptfile>
      <scriptdeployments><scriptdeployment scriptid="customdeploy_x_s">
        <status>SCHEDULED</status><title>S</title><loglevel>AUDIT</loglevel>
        <recurrence><daily><everyxdays>1</everyxdays><startdate>2026-01-01</startdate><starttime>00:00:00Z</starttime>
          <repeat>PT15M</repeat></daily></recurrence>
      </scriptdeployment></scriptdeployments></scheduledscript>`),
  });
}

let account: SimulatedAccount;

beforeEach(async () => {
  account = await createAccount({ company: 'demo', seed: 7, now: NOW });
  await account.install(project());
});

afterEach(() => account.close());
afterAll(removeProjects);

type Call = Parameters<SimulatedAccount['callRestlet']>[0];
const call = (method: Call['method'], more: Partial<Call> = {}) =>
  account.callRestlet({
    script: 'customscript_x_r',
    deploy: 'customdeploy_x_r',
    method,
    contentType: 'application/json',
    ...more,
  });

async function busyLog(): Promise<string[]> {
  const before = account.log().length;
  await Promise.all(['a', 'b', 'c'].map((name) => call('GET', { parameters: { name } })));
  return account
    .log()
    .slice(before)
    .map(({ title, details, date }) => `${date} ${title} ${details}`);
}

test('a RESTlet is called in the process; its log and its usage can be read', async () => {
  const answer = await call('GET', { parameters: { name: 'a' } });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toEqual({ name: 'a' });
  expect(account.log({ script: 'customscript_x_r' })).toHaveLength(5);
  expect(account.log({ type: 'ERROR' })).toEqual([]);
  expect(account.log()[0]).toMatchObject({
    date: NOW,
    type: 'AUDIT',
    title: 'a0',
    script: 'customscript_x_r',
    deployment: 'customdeploy_x_r',
    entryPoint: 'get',
  });
  expect(account.usage()).toMatchObject([
    {
      script: 'customscript_x_r',
      entryPoint: 'get',
      executions: 1,
      calls: { 'runtime.isFeatureInEffect': { calls: 5 } },
    },
  ]);
});

test('going back restores data, clock and chance, so that a run can be replayed; another seed orders it anew', async () => {
  const state = account.snapshot();
  const first = await busyLog();
  expect(account.clock.now()).toBeGreaterThan(Date.parse(NOW));
  account.restore(state);
  expect(account.clock.now()).toBe(Date.parse(NOW));
  expect(account.log()).toEqual([]);
  expect(await busyLog()).toEqual(first);
  account.restore(state, 8);
  const other = await busyLog();
  expect(other).not.toEqual(first);
  expect(other).toHaveLength(first.length);
});

test('caches are gone when the account goes back, what it kept is as it was', async () => {
  await call('POST', { body: { value: 'before' } });
  const state = account.snapshot();
  await call('POST', { body: { value: 'after' } });
  expect(JSON.parse((await call('PUT', { body: {} })).body)).toEqual({ kept: 'after', cached: 'after' });
  account.restore(state);
  expect(JSON.parse((await call('PUT', { body: {} })).body)).toEqual({ kept: 'before', cached: null });
});

test('an account that is at work has no state to go back to', async () => {
  function* work(): Operation<string> {
    yield* turn();
    return 'done';
  }
  const state = account.snapshot();
  const working = account.perform(all([work()], 1));
  expect(() => account.snapshot()).toThrow('not idle');
  expect(() => account.restore(state)).toThrow('not idle');
  expect(await working).toEqual(['done']);
  await account.idle();
  account.restore(state);
});

test('as time passes, what is scheduled runs, each at its time', async () => {
  await account.passTime('2026-07-15T18:00:00.000Z');
  expect(account.log().map(({ title, details }) => `${title} ${details}`)).toEqual([
    'tick 2026-07-15T17:15:00.000Z SCHEDULED',
    'tick 2026-07-15T17:30:00.000Z SCHEDULED',
    'tick 2026-07-15T17:45:00.000Z SCHEDULED',
    'tick 2026-07-15T18:00:00.000Z SCHEDULED',
  ]);
  await account.passTime(60_000);
  expect(account.log()).toHaveLength(4);
  expect(account.clock.now()).toBeGreaterThanOrEqual(Date.parse('2026-07-15T18:01:00.000Z'));
});

test('a script is run on demand', async () => {
  const report = await account.run({ script: 'customscript_x_s', deployment: 'customdeploy_x_s' });
  expect(report).toMatchObject({ status: 'COMPLETE', script: 'customscript_x_s' });
  expect(account.log()).toHaveLength(1);
});

test('a fault ends the RESTlet with an error, and the next call works', async () => {
  account.faults.plan({ rules: [{ kind: 'crashBefore', call: 3 }] });
  const crashed = await call('GET', { parameters: { name: 'a' } });
  expect(crashed.status).toBeGreaterThanOrEqual(400);
  expect(account.log({ type: 'SYSTEM' })).toMatchObject([{ title: 'SSS_APP_SERVER_RESTART' }]);
  expect((await call('GET', { parameters: { name: 'a' } })).status).toBe(200);
});

test('a secret of the account signs, and a script cannot read it', async () => {
  expect((await call('DELETE')).body).toContain('custsecret_a');
  setSecret(account.account, 'CUSTSECRET_A', 'key');
  expect((await call('DELETE')).body).toBe('5D5D139563C95B5967B9BD9A8C9B233A9DEDB45072794CD232DC1B74832607D0');
});

test('SuiteQL reads the account', async () => {
  const rows = await account.suiteql('SELECT scriptid FROM script WHERE scriptid = ?', ['customscript_x_r']);
  expect(rows.map(({ scriptid }) => String(scriptid).toLowerCase())).toEqual(['customscript_x_r']);
});

test('an account in a file goes on where it was closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'account-'));
  try {
    const data = join(folder, 'account.db');
    const first = await createAccount({ company: 'demo', data, now: NOW });
    await first.install(project());
    await first.passTime('2026-07-15T17:20:00.000Z');
    const [lines, time] = [first.log(), first.clock.now()];
    await first.close();
    const again = await createAccount({ data });
    expect(again.log()).toEqual(lines);
    expect(again.clock.now()).toBe(time);
    await again.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a time that is none is refused', async () => {
  await expect(createAccount({ now: 'yesterday' })).rejects.toThrow('yesterday');
});
