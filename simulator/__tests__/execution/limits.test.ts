import { type CallTable, defineCall } from '../../src/kernel/call';
import { execute, type Operation } from '../../src/kernel/operation';
import { type Bench, bench, failed, restlet, returned } from './bench';

const calls: CallTable = { 'crypto.digest': defineCall({ units: 10, serve: () => '' }) };
const ASK = "const ask = () => crypto.createHash({ algorithm: 'SHA256' }).digest();";

let account: Bench;

/** An answer that takes this long on the account's clock. */
const takes = (milliseconds: number): string => {
  account.clock.advance(milliseconds);
  return '';
};

afterEach(() => account.close());

test('the usage limit ends the script and cannot be caught', async () => {
  const body = `${ASK} for (;;) { try { ask(); log.debug('asked'); } catch (e) { log.debug('caught'); } }`;
  account = bench({ '/SuiteScripts/a.js': restlet(body, ['N/crypto', 'N/log']) }, { calls });
  const outcome = await account.run('/SuiteScripts/a.js', { units: 35 });
  expect(failed(outcome)).toMatchObject({
    name: 'SSS_USAGE_LIMIT_EXCEEDED',
    message: 'Script Execution Usage Limit Exceeded',
    fatal: true,
  });
  expect(outcome.unitsUsed).toBe(30);
  expect(account.titles()).toEqual(['asked', 'asked', 'asked', 'SSS_USAGE_LIMIT_EXCEEDED']);
});

test('all units may be used', async () => {
  account = bench({ '/SuiteScripts/a.js': restlet(`${ASK} ask(); ask(); return 'done';`, ['N/crypto']) }, { calls });
  expect(returned(await account.run('/SuiteScripts/a.js', { units: 20 }))).toBe('done');
});

test('the time limit by the account’s clock ends the script and cannot be caught', async () => {
  const free: CallTable = { 'crypto.digest': defineCall({ units: 0, serve: () => takes(400) }) };
  const body = `${ASK} for (;;) { try { ask(); } catch (e) { log.debug('caught'); } finally { log.debug('finally'); } }`;
  account = bench({ '/SuiteScripts/a.js': restlet(body, ['N/crypto', 'N/log']) }, { calls: free });
  const outcome = await account.run('/SuiteScripts/a.js', { seconds: 1 });
  expect(failed(outcome)).toMatchObject({ name: 'SSS_TIME_LIMIT_EXCEEDED', fatal: true });
  expect(account.titles()).toEqual(['finally', 'finally', 'SSS_TIME_LIMIT_EXCEEDED']);
});

test('the time of scripts that it triggers does not count', async () => {
  const nested: CallTable = {
    'crypto.digest': defineCall({
      units: 0,
      serve: function* (): Operation<string> {
        const outcome = yield* execute(account.request('/SuiteScripts/child.js', { seconds: 300 }));
        return outcome.status === 'completed' ? '' : 'failed';
      },
    }),
    'runtime.isFeatureInEffect': defineCall({ units: 0, serve: () => takes(60_000) }),
  };
  account = bench(
    {
      '/SuiteScripts/a.js': restlet(`${ASK} ask(); ask(); return 'done';`, ['N/crypto']),
      '/SuiteScripts/child.js': restlet("runtime.isFeatureInEffect({ feature: 'X' });", ['N/runtime']),
    },
    { calls: nested },
  );
  expect(returned(await account.run('/SuiteScripts/a.js', { seconds: 10 }))).toBe('done');
});

test.each([
  ['an endless loop', 'for (;;) {}'],
  ['a loop of microtasks', 'const again = () => Promise.resolve().then(again); return again();'],
  ['a regular expression without end', "return /^(a+)+$/.test('a'.repeat(40) + 'b');"],
])('%s ends', async (_, body) => {
  account = bench(
    { '/SuiteScripts/a.js': restlet(body), '/SuiteScripts/b.js': restlet("return 'b';") },
    { patience: 2_000 },
  );
  const runaway = account.run('/SuiteScripts/a.js');
  const neighbour = account.run('/SuiteScripts/b.js');
  expect(failed(await runaway)).toMatchObject({ name: 'SSS_TIME_LIMIT_EXCEEDED', fatal: true });
  expect(returned(await neighbour)).toBe('b');
});

test('a script that logs for ever ends by its time limit', async () => {
  account = bench({ '/SuiteScripts/a.js': restlet("for (;;) log.debug('again');", ['N/log']) });
  const outcome = await account.run('/SuiteScripts/a.js', { seconds: 2, logLevel: 'ERROR' });
  expect(failed(outcome).name).toBe('SSS_TIME_LIMIT_EXCEEDED');
});

test('a script that takes all memory ends, and its neighbours do not', async () => {
  account = bench({
    '/SuiteScripts/a.js': restlet('const all = []; for (;;) all.push(new Array(100000).fill({}));'),
    '/SuiteScripts/b.js': restlet("return 'b';"),
  });
  const outcome = await account.run('/SuiteScripts/a.js');
  expect(failed(outcome)).toMatchObject({ name: 'SSS_MEMORY_USAGE_EXCEEDED', fatal: true });
  expect(returned(await account.run('/SuiteScripts/b.js'))).toBe('b');
});
