import { type CallTable, defineCall } from '../../src/kernel/call';
import { all, execute, type Operation, turn } from '../../src/kernel/operation';
import { type Bench, bench, restlet } from './bench';

const calls: CallTable = { 'crypto.digest': defineCall({ units: 1, serve: () => '' }) };

/** Logs, calls, logs again: ten times. */
const busy = restlet(
  `for (let step = 0; step < 10; step += 1) {
     log.debug(parameters.name + step, Math.random());
     crypto.createHash({ algorithm: 'SHA256' }).digest();
   }`,
  ['N/log', 'N/crypto'],
);

/** The log of five executions side by side. */
async function logOf(account: Bench): Promise<string> {
  account.entries.length = 0;
  const run = (name: string) => account.run('/SuiteScripts/a.js', { input: { name } });
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(run));
  return account.entries.map(({ title, details }) => `${title} ${details}`).join('\n');
}

async function freshLog(seed: number): Promise<string> {
  const account = bench({ '/SuiteScripts/a.js': busy }, { calls, seed });
  const log = await logOf(account);
  await account.close();
  return log;
}

test('the same seed gives the same log, another seed another order', async () => {
  const account = bench({ '/SuiteScripts/a.js': busy }, { calls, seed: 99 });
  const logs = new Set<string>();
  for (let seed = 1; seed <= 20; seed += 1) {
    account.reseed(seed);
    const log = await logOf(account);
    account.reseed(seed);
    expect(await logOf(account)).toBe(log);
    expect(log.split('\n')).toHaveLength(50);
    logs.add(log);
  }
  expect(logs.size).toBe(20);
  account.reseed(5);
  expect(await logOf(account)).toBe(await freshLog(5));
  await account.close();
});

test('lines of one execution stay in their order', async () => {
  const lines = (await freshLog(3)).split('\n').filter((line) => line.startsWith('b'));
  expect(lines.map((line) => line.slice(0, 2))).toEqual(Array.from({ length: 10 }, (_, step) => `b${step}`));
});

test('only one thing happens at a time', async () => {
  let inside = 0;
  let most = 0;
  const account = bench(
    { '/SuiteScripts/a.js': busy },
    {
      calls: {
        'crypto.digest': defineCall({
          units: 0,
          serve: () => {
            inside += 1;
            most = Math.max(most, inside);
            inside -= 1;
            return '';
          },
        }),
      },
    },
  );
  const requests = ['a', 'b', 'c'].map((name) => account.request('/SuiteScripts/a.js', { input: { name } }));
  const outcomes = await account.scheduler.spawn('all', all(requests.map(execute), 2));
  await account.close();
  expect(most).toBe(1);
  expect(outcomes.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
});

test('all runs at most as many at once as it may, and gives results in the order of the operations', async () => {
  const account = bench({});
  let running = 0;
  let most = 0;
  function* work(value: number): Operation<number> {
    running += 1;
    most = Math.max(most, running);
    for (let step = 0; step < value; step += 1) yield* turn();
    running -= 1;
    return value;
  }
  const values = [5, 1, 4, 2, 3, 6];
  expect(await account.scheduler.spawn('all', all(values.map(work), 3))).toEqual(values);
  expect(most).toBe(3);
  await account.close();
});

test('an error in one of all is thrown when the others have ended', async () => {
  const account = bench({});
  const ended: number[] = [];
  function* work(value: number): Operation<number> {
    yield* turn();
    if (value === 2) throw new Error('two');
    yield* turn();
    ended.push(value);
    return value;
  }
  await expect(account.scheduler.spawn('all', all([1, 2, 3].map(work), 3))).rejects.toThrow('two');
  expect(ended.sort()).toEqual([1, 3]);
  await account.close();
});

test('what arrives while the account is held is ordered by the seed, not by its arrival', async () => {
  async function order(seed: number): Promise<string> {
    const account = bench({}, { seed });
    const done: string[] = [];
    function* arrive(name: string): Operation<void> {
      yield* turn();
      done.push(name);
    }
    const release = account.scheduler.hold();
    const all = ['a', 'b', 'c', 'd'].map((name) => account.scheduler.spawn(name, arrive(name)));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(done).toEqual([]);
    release();
    await Promise.all(all);
    await account.close();
    return done.join('');
  }
  const orders = await Promise.all([1, 2, 3, 4, 5, 6].map(order));
  expect(new Set(orders).size).toBeGreaterThan(1);
  expect(await order(4)).toBe(orders[3]);
});

test('idle resolves when everything that was started, and what that started, has ended', async () => {
  const account = bench({});
  const done: string[] = [];
  function* second(): Operation<void> {
    for (let step = 0; step < 5; step += 1) yield* turn();
    done.push('second');
  }
  function* first(): Operation<void> {
    account.account.spawn('second', second());
    yield* turn();
    done.push('first');
  }
  account.account.spawn('first', first());
  await account.scheduler.idle();
  expect(done.sort()).toEqual(['first', 'second']);
  await account.scheduler.idle();
  await account.close();
});
