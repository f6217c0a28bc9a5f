import type { TracedCall, TracedEnd } from '../../src/execution/trace';
import { type CallTable, defineCall } from '../../src/kernel/call';
import { execute, type Operation } from '../../src/kernel/operation';
import { type Bench, bench, restlet } from './bench';

let account: Bench;

const calls: CallTable = {
  'crypto.digest': defineCall({ units: 10, serve: () => '' }),
  'runtime.isFeatureInEffect': defineCall({
    units: 0,
    serve: function* (): Operation<boolean> {
      yield* execute(account.request('/SuiteScripts/child.js', { name: 'customscript_child' }));
      return true;
    },
  }),
};

beforeEach(() => {
  account = bench(
    {
      '/SuiteScripts/a.js': restlet(
        "runtime.isFeatureInEffect({ feature: 'X' }); return crypto.createHash({ algorithm: 'SHA256' }).digest();",
        ['N/crypto', 'N/runtime'],
      ),
      '/SuiteScripts/child.js': restlet("crypto.createHash({ algorithm: 'SHA256' }).digest();", ['N/crypto']),
    },
    { calls },
  );
});

afterEach(() => account.close());

test('a watcher is told of each call with its units and arguments, and of each end, in their order', async () => {
  const told: (TracedCall | TracedEnd)[] = [];
  account.trace.watch((happened) => told.push(happened));
  await account.run('/SuiteScripts/a.js', { name: 'customscript_a' });
  expect(
    told.map((each) =>
      each.event === 'call' ? `${each.script} ${each.op} ${each.units}` : `${each.script} ended ${each.failed}`,
    ),
  ).toEqual([
    'customscript_a runtime.isFeatureInEffect 0',
    'customscript_child crypto.digest 10',
    'customscript_child ended false',
    'customscript_a crypto.digest 10',
    'customscript_a ended false',
  ]);
  const [outer, inner] = told;
  expect(outer).toMatchObject({ parent: null, entryPoint: 'get', args: { feature: 'X' } });
  // A call of which the cost is not listed moves the clock by a millisecond, N/runtime's too; the child's time is its own.
  expect(told.flatMap((each) => (each.event === 'end' ? [each.seconds] : []))).toEqual([0.001, 0.002]);
  expect(inner).toMatchObject({ parent: outer?.execution, scriptType: 'RESTLET' });
});

test('the end of a script that failed says so', async () => {
  const told: (TracedCall | TracedEnd)[] = [];
  account.trace.watch((happened) => told.push(happened));
  await account.run('/SuiteScripts/a.js', { units: 5 });
  expect(told.at(-1)).toMatchObject({ event: 'end', failed: true });
});

test('nothing is told any more after the watcher has left', async () => {
  const told: unknown[] = [];
  const leave = account.trace.watch((happened) => told.push(happened));
  leave();
  await account.run('/SuiteScripts/a.js');
  expect(told).toEqual([]);
});
