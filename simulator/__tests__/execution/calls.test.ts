import { type CallTable, defineCall } from '../../src/kernel/call';
import { NetSuiteError } from '../../src/kernel/errors';
import { execute, type Operation, outside, turn } from '../../src/kernel/operation';
import { type Bench, bench, failed, restlet, returned, START } from './bench';

let open: Bench | null = null;
const make = (...args: Parameters<typeof bench>): Bench => {
  open = bench(...args);
  return open;
};

afterEach(async () => {
  await open?.close();
  open = null;
});

/** A module of the test's own would need a place in N; N/crypto's one call stands for any call of the account. */
const digest = (serve: (input: string) => unknown, units = 0): CallTable => ({
  'crypto.digest': defineCall({ units, serve: ({ input }: { input: string }) => serve(input) as string }),
});

const ASK = "const ask = () => crypto.createHash({ algorithm: 'SHA256' }).digest({ outputEncoding: 'UTF_8' });";
const askOnce = restlet(`${ASK} return ask();`, ['N/crypto']);
const text = (plain: string): string => Buffer.from(plain).toString('base64');

test('a call gives the script the account’s answer', async () => {
  const account = make({ '/SuiteScripts/a.js': askOnce }, { calls: digest(() => text('answer')) });
  expect(returned(await account.run('/SuiteScripts/a.js'))).toBe('answer');
});

test('an error of the account is thrown in the script with code, message and NetSuite’s shape', async () => {
  const body = `${ASK} try { ask(); } catch (e) { return { type: e.type, name: e.name, message: e.message,
    stack: Array.isArray(e.stack), json: JSON.parse(String(e)).name, error: e instanceof Error }; }`;
  const calls = digest(() => {
    throw new NetSuiteError('RCRD_DSNT_EXIST', 'That record does not exist.');
  });
  const account = make({ '/SuiteScripts/a.js': restlet(body, ['N/crypto']) }, { calls });
  expect(returned(await account.run('/SuiteScripts/a.js'))).toEqual({
    type: 'error.SuiteScriptError',
    name: 'RCRD_DSNT_EXIST',
    message: 'That record does not exist.',
    stack: true,
    json: 'RCRD_DSNT_EXIST',
    error: false,
  });
});

test('a fault of the simulator shows as UNEXPECTED_ERROR and is written to the log', async () => {
  const calls = digest(() => {
    throw new RangeError('a bug');
  });
  const account = make({ '/SuiteScripts/a.js': askOnce }, { calls });
  expect(failed(await account.run('/SuiteScripts/a.js')).name).toBe('UNEXPECTED_ERROR');
  expect(account.titles()).toContain('SIMULATOR_FAULT');
});

test('a call that the account does not know is not supported, by name', async () => {
  const account = make({ '/SuiteScripts/a.js': askOnce });
  const error = failed(await account.run('/SuiteScripts/a.js'));
  expect(error).toMatchObject({ name: 'SIMULATOR_NOT_SUPPORTED' });
  expect(error.message).toContain('crypto.digest');
});

test('each call moves the clock, and the script sees the account’s time', async () => {
  const body = `${ASK} const before = Date.now(); ask(); ask(); return [before, Date.now(), new Date().getTime(), typeof Date()];`;
  const account = make({ '/SuiteScripts/a.js': restlet(body, ['N/crypto']) }, { calls: digest(() => text('')) });
  const [before, after, constructed, called] = returned(await account.run('/SuiteScripts/a.js')) as unknown[];
  expect([before, after, constructed, called]).toEqual([START, START + 2, START + 2, 'string']);
  expect(account.clock.now()).toBe(START + 2);
});

test('a script that waits for a time by reading the clock comes to an end', async () => {
  const body = 'const until = Date.now() + 50; let reads = 0; while (Date.now() < until) reads += 1; return reads;';
  const account = make({ '/SuiteScripts/a.js': restlet(body) });
  expect(returned(await account.run('/SuiteScripts/a.js'))).toBeGreaterThan(1000);
});

test('units are charged by call and script, and what is left is shown', async () => {
  const body = `${ASK} ask(); ask(); return runtime.getCurrentScript().getRemainingUsage();`;
  const account = make(
    { '/SuiteScripts/a.js': restlet(body, ['N/crypto', 'N/runtime']) },
    { calls: digest(() => text(''), 10) },
  );
  const outcome = await account.run('/SuiteScripts/a.js', { units: 1000 });
  expect(returned(outcome)).toBe(980);
  expect(outcome.unitsUsed).toBe(20);
  expect(account.usage.report()).toMatchObject([
    {
      script: 'customscript_test',
      entryPoint: 'get',
      executions: 1,
      units: 20,
      mostUnits: 20,
      calls: { 'crypto.digest': { calls: 2, units: 20 } },
    },
  ]);
});

test('a call that has to wait keeps its script blocked, and others go on', async () => {
  let release: (value: string) => void = () => {};
  const answer = new Promise<string>((resolve) => {
    release = resolve;
  });
  const calls: CallTable = {
    'crypto.digest': defineCall({ units: 0, serve: (): Operation<string> => outside(() => answer) }),
  };
  const account = make({ '/SuiteScripts/a.js': askOnce, '/SuiteScripts/b.js': restlet("return 'b';") }, { calls });
  const waiting = account.run('/SuiteScripts/a.js');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(returned(await account.run('/SuiteScripts/b.js'))).toBe('b');
  release(text('late'));
  expect(returned(await waiting)).toBe('late');
});

test('while one waits for the outside, what was started before stays as it is', async () => {
  const order: string[] = [];
  const account = make({});
  function* waits(): Operation<void> {
    yield* outside(() => account.scheduler.spawn('callback', note('callback')).then(() => order.push('answered')));
    order.push('went on');
  }
  function* note(name: string): Operation<void> {
    for (let step = 0; step < 3; step += 1) yield* turn();
    order.push(name);
  }
  function* slow(): Operation<void> {
    for (let step = 0; step < 100; step += 1) yield* turn();
    order.push('slow');
  }
  await Promise.all([account.scheduler.spawn('slow', slow()), account.scheduler.spawn('waits', waits())]);
  expect(order.indexOf('callback')).toBeLessThan(order.indexOf('slow'));
  expect(order.indexOf('answered')).toBeLessThan(order.indexOf('went on'));
});

test('a script may run another in a call, whose error is an outcome', async () => {
  const calls: CallTable = {
    'crypto.digest': defineCall({
      units: 0,
      serve: function* (): Operation<string> {
        const outcome = yield* execute(account.request('/SuiteScripts/child.js'));
        return text(outcome.status === 'failed' ? outcome.error.name : 'completed');
      },
    }),
  };
  const account = make(
    {
      '/SuiteScripts/a.js': askOnce,
      '/SuiteScripts/child.js': restlet("throw error.create({ name: 'CHILD', message: '' });", ['N/error']),
    },
    { calls },
  );
  expect(returned(await account.run('/SuiteScripts/a.js'))).toBe('CHILD');
  expect(account.entries.map(({ caller }) => caller.execution?.parent?.request.script.file)).toEqual([
    '/SuiteScripts/a.js',
  ]);
});
