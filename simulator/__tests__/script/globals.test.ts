import { defineCall } from '../../src/kernel/call';
import { type Bench, bench, failed, restlet, returned } from '../execution/bench';

let account: Bench;
afterEach(() => account.close());

async function evaluate(body: string, modules: readonly string[] = []): Promise<unknown> {
  account = bench({ '/SuiteScripts/a.js': restlet(body, modules) });
  return returned(await account.run('/SuiteScripts/a.js', { input: { list: '1' } }));
}

test('what is not in NetSuite’s engine is not there', async () => {
  const names = [
    ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'process', 'console'],
    ...['WeakRef', 'FinalizationRegistry', 'WebAssembly', 'Atomics', 'SharedArrayBuffer', 'Buffer', 'module'],
    ...['structuredClone', 'URL', 'TextEncoder', 'performance', '$startExecution', '$host', 'Worker'],
  ];
  const types = names.map((name) => `typeof ${name} === 'undefined' ? null : '${name}'`).join(', ');
  expect(await evaluate(`return [${types}].filter((name) => name !== null);`)).toEqual([]);
});

test('log and util are global', async () => {
  expect(await evaluate("log.debug('here'); return [typeof log.audit, util.isArray([])];")).toEqual(['function', true]);
  expect(account.titles()).toEqual(['here']);
});

test('values that come from the account belong to the script’s realm', async () => {
  const calls = {
    'runtime.getPreference': defineCall({
      units: 0,
      serve: () => [{ date: new Date(0), n: Number.NaN, u: [undefined] }],
    }),
  };
  const body = `const [value] = runtime.getCurrentUser().getPreference({ name: 'X' });
    return [value instanceof Object, value.date instanceof Date, Number.isNaN(value.n), value.u.length,
      parameters instanceof Object, new Error('x') instanceof Error, [] instanceof Array, value.date.constructor === Date];`;
  account = bench({ '/SuiteScripts/a.js': restlet(body, ['N/runtime']) }, { calls });
  expect(returned(await account.run('/SuiteScripts/a.js'))).toEqual([true, true, true, 1, true, true, true, true]);
});

test('Date is the account’s clock, in Pacific time', async () => {
  const body = `class Day extends Date {}
    return [new Date().toISOString(), new Date(2026, 2, 31).toISOString(), new Date('2026-03-31').getDate(),
      new Day() instanceof Date, Date.UTC(2026, 0, 1), new Date().getTimezoneOffset()];`;
  expect(await evaluate(body)).toEqual([
    '2026-03-31T16:00:00.000Z',
    '2026-03-31T07:00:00.000Z',
    30,
    true,
    Date.UTC(2026, 0, 1),
    420,
  ]);
});

test('Math.random comes from the seed', async () => {
  const file = { '/SuiteScripts/a.js': restlet('return [Math.random(), Math.random()];') };
  const drawn: unknown[] = [];
  for (const seed of [1, 1, 2]) {
    account = bench(file, { seed });
    drawn.push(returned(await account.run('/SuiteScripts/a.js')));
    await account.close();
  }
  expect(drawn[0]).toEqual(drawn[1]);
  expect(drawn[0]).not.toEqual(drawn[2]);
});

test('an entry point may be async, and floating promises make their calls', async () => {
  const calls = { 'runtime.isFeatureInEffect': defineCall({ units: 0, serve: () => true }) };
  const file = `define(['N/runtime', 'N/log'], (runtime, log) => ({
    get: async () => {
      Promise.resolve().then(() => Promise.resolve()).then(() => log.debug('floating', runtime.isFeatureInEffect({ feature: 'X' })));
      await null;
      return 'awaited';
    },
    delete: async () => { await null; throw new TypeError('late'); },
    put: () => new Promise(() => {}),
    post: () => { Promise.reject(new Error('nobody cares')); return 'done'; },
  }));`;
  account = bench({ '/SuiteScripts/a.js': file }, { calls });
  const run = (entryPoint: string) => account.run('/SuiteScripts/a.js', { entryPoint });
  expect(returned(await run('get'))).toBe('awaited');
  expect(account.entries).toMatchObject([{ title: 'floating', details: 'true' }]);
  expect(failed(await run('delete'))).toMatchObject({
    name: 'UNEXPECTED_ERROR',
    message: 'TypeError: late',
    jsClass: 'TypeError',
  });
  expect(failed(await run('put')).message).toContain('never settles');
  expect(returned(await run('post'))).toBe('done');
  expect(account.titles()).toContain('A promise was rejected and nothing handled it');
});

test.each([
  ["throw error.create({ name: 'MY_CODE', message: 'my words' });", { name: 'MY_CODE', message: 'my words' }],
  ['null.x;', { name: 'UNEXPECTED_ERROR', message: expect.stringMatching(/^TypeError: /), jsClass: 'TypeError' }],
  ["throw new Error('plain');", { name: 'UNEXPECTED_ERROR', message: 'Error: plain', jsClass: 'Error' }],
  ["throw 'text';", { name: 'UNEXPECTED_ERROR', message: 'text' }],
  ["throw { name: 'N', message: 'M' };", { name: 'N', message: 'M' }],
  ['throw { code: 5 };', { name: 'UNEXPECTED_ERROR', message: '{"code":5}' }],
])('%s ends the script with that error', async (body, error) => {
  account = bench({ '/SuiteScripts/a.js': restlet(body, ['N/error']) });
  const outcome = await account.run('/SuiteScripts/a.js');
  expect(failed(outcome)).toMatchObject({ ...error, fatal: false });
  expect(account.entries).toMatchObject([{ type: 'SYSTEM', title: error.name }]);
});
