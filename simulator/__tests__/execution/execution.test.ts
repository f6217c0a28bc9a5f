import { defineCall } from '../../src/kernel/call';
import { type Bench, bench, failed, restlet, returned } from './bench';

let open: Bench | null = null;
const make = (...args: Parameters<typeof bench>): Bench => {
  open = bench(...args);
  return open;
};

afterEach(async () => {
  await open?.close();
  open = null;
});

test('a RESTlet file runs unmodified and logs in order', async () => {
  const account = make({
    '/SuiteScripts/a.js': restlet(
      `log.debug('first', { a: 1 }); log.audit({ title: 'second', details: 'x' });
       return { id: runtime.getCurrentScript().id, user: runtime.getCurrentUser().id, given: parameters.b };`,
      ['N/log', 'N/runtime'],
    ),
  });
  const outcome = await account.run('/SuiteScripts/a.js', { input: { b: 'c' } });
  expect(returned(outcome)).toEqual({ id: 'customscript_test', user: -5, given: 'c' });
  expect(account.entries.map(({ type, title, details }) => [type, title, details])).toEqual([
    ['DEBUG', 'first', '{"a":1}'],
    ['AUDIT', 'second', 'x'],
  ]);
});

test("a call blocks the script, is charged, moves the clock, and its error has NetSuite's shape", async () => {
  const calls = { 'x.add': defineCall({ units: 10, serve: ({ a, b }: { a: number; b: number }) => a + b }) };
  const account = make(
    { '/SuiteScripts/a.js': restlet(`throw error.create({ name: 'MINE', message: 'why' })`, ['N/error']) },
    { calls },
  );
  const outcome = await account.run('/SuiteScripts/a.js');
  expect(failed(outcome)).toMatchObject({ name: 'MINE', message: 'why', fatal: false });
  expect(account.entries).toMatchObject([{ type: 'SYSTEM', title: 'MINE' }]);
});
