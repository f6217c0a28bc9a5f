import fc from 'fast-check';
import { type FaultKind, Faults } from '../../src/execution/faults';
import { type CallTable, defineCall } from '../../src/kernel/call';
import { execute, type Operation } from '../../src/kernel/operation';
import { type Bench, bench, failed, restlet, returned } from './bench';

/** Adds a row in each of three calls; catches what it can. */
const writer = restlet(
  `for (let row = 0; row < 3; row += 1) {
     const hash = crypto.createHash({ algorithm: 'SHA256' });
     hash.update({ input: parameters.name + row });
     try { hash.digest(); } catch (e) { log.error(e.name, parameters.name + row); }
   }
   return parameters.name;`,
  ['N/crypto', 'N/log'],
);

function writers(seed: number): { account: Bench; rows: string[]; run: () => Promise<string[]> } {
  const rows: string[] = [];
  const calls: CallTable = {
    'crypto.digest': defineCall({
      units: 0,
      serve: ({ input }: { input: string }) => {
        rows.push(Buffer.from(input, 'base64').toString());
        return '';
      },
    }),
  };
  const account = bench({ '/SuiteScripts/a.js': writer }, { calls, seed });
  const one = async (name: string): Promise<string> => {
    const outcome = await account.run('/SuiteScripts/a.js', { input: { name } });
    return outcome.status === 'failed' ? `${name} ${outcome.error.name}` : `${name} completed`;
  };
  return { account, rows, run: () => Promise.all(['a', 'b', 'c'].map(one)) };
}

test('a crash at any call, before or after its effect, harms no neighbour and leaves nothing half done', async () => {
  for (let call = 1; call <= 9; call += 1) {
    for (const kind of ['crashBefore', 'crashAfter'] as const) {
      const { account, rows, run } = writers(call);
      account.faults.plan({ rules: [{ kind, call }] });
      const outcomes = await run();
      const [hit] = account.faults.hits;
      await account.close();
      expect(hit).toMatchObject({ kind, call });
      const crashed = outcomes.filter((outcome) => outcome.endsWith('SSS_APP_SERVER_RESTART'));
      expect(crashed).toHaveLength(1);
      const victim = crashed[0]?.charAt(0) ?? '';
      for (const name of ['a', 'b', 'c'].filter((name) => name !== victim)) {
        expect(outcomes).toContain(`${name} completed`);
        expect(rows.filter((row) => row.startsWith(name))).toEqual([`${name}0`, `${name}1`, `${name}2`]);
      }
      const at = hit?.site.callInExecution ?? 0;
      expect(rows.filter((row) => row.startsWith(victim))).toHaveLength(kind === 'crashAfter' ? at : at - 1);
    }
  }
});

test.each([
  ['errorBefore', 8],
  ['errorAfter', 9],
] as const)('%s is thrown in the script, which may catch it; rows written: %d', async (kind, count) => {
  const { account, rows, run } = writers(5);
  account.faults.plan({ rules: [{ kind, nth: 2, error: { name: 'CUSTOM', message: 'x' } }] });
  expect(await run()).toEqual(['a completed', 'b completed', 'c completed']);
  expect(rows).toHaveLength(count);
  expect(account.titles()).toEqual(['CUSTOM']);
  await account.close();
});

test('a lost reply has its effect and ends the script by its time limit', async () => {
  const { account, rows, run } = writers(5);
  account.faults.plan({ rules: [{ kind: 'lostReply', call: 1 }] });
  const before = account.clock.now();
  const outcomes = await run();
  expect(outcomes.filter((outcome) => outcome.endsWith('SSS_TIME_LIMIT_EXCEEDED'))).not.toHaveLength(0);
  expect(account.clock.now() - before).toBeGreaterThan(300_000);
  expect(rows.length).toBeGreaterThan(0);
  await account.close();
});

test('a usage limit at a call has no effect and cannot be caught', async () => {
  const { account, rows, run } = writers(5);
  account.faults.plan({ rules: [{ kind: 'usageLimit', call: 1 }] });
  const outcomes = await run();
  expect(outcomes.filter((outcome) => outcome.endsWith('SSS_USAGE_LIMIT_EXCEEDED'))).toHaveLength(1);
  expect(rows).toHaveLength(6);
  expect(account.titles()).toEqual(['SSS_USAGE_LIMIT_EXCEEDED']);
  await account.close();
});

test.each([
  ['restart', 'SSS_APP_SERVER_RESTART', ['SSS_APP_SERVER_RESTART']],
  ['lostAnswer', 'SIMULATOR_ANSWER_LOST', []],
] as const)('%s lets the script go on to its end, and then nobody learns of it', async (kind, name, titles) => {
  const { account, rows, run } = writers(5);
  account.faults.plan({ rules: [{ kind, call: 1 }] });
  const outcomes = await run();
  expect(outcomes.filter((outcome) => outcome.endsWith(name))).toHaveLength(1);
  expect(rows).toHaveLength(9);
  expect(account.titles()).toEqual(titles);
  await account.close();
});

test('an answer is lost only where somebody outside waits for one', () => {
  const faults = new Faults();
  faults.plan({ rules: [{ kind: 'lostAnswer' }] });
  expect(faults.consult(site('x'))).toBeNull();
  expect(faults.consult({ ...site('x'), scriptType: 'RESTLET' })).toMatchObject({ kind: 'lostAnswer', call: 2 });
});

test('a crash of a script takes those with it that wait for it', async () => {
  const calls: CallTable = {
    'crypto.digest': defineCall({
      units: 0,
      serve: function* (): Operation<string> {
        const outcome = yield* execute(account.request('/SuiteScripts/child.js'));
        return outcome.status;
      },
    }),
    'runtime.isFeatureInEffect': defineCall({ units: 0, serve: () => true }),
  };
  const account = bench(
    {
      '/SuiteScripts/a.js': restlet(
        "try { crypto.createHash({ algorithm: 'SHA256' }).digest(); } catch (e) { return 'caught'; } return 'went on';",
        ['N/crypto'],
      ),
      '/SuiteScripts/child.js': restlet("runtime.isFeatureInEffect({ feature: 'X' });", ['N/runtime']),
    },
    { calls },
  );
  account.faults.plan({ rules: [{ kind: 'crashBefore', op: 'runtime.isFeatureInEffect' }] });
  expect(failed(await account.run('/SuiteScripts/a.js'))).toMatchObject({
    name: 'SSS_APP_SERVER_RESTART',
    fatal: true,
  });
  account.faults.clear();
  expect(returned(await account.run('/SuiteScripts/a.js'))).toBe('went on');
  await account.close();
});

const site = (op: string, callInExecution = 1) => ({
  op,
  script: 'customscript_a',
  scriptType: 'MAPREDUCE' as const,
  entryPoint: 'map',
  execution: 1,
  callInExecution,
});

test('rules count the calls that they name, and hit as often as they may', () => {
  const faults = new Faults();
  faults.plan({
    rules: [
      { kind: 'errorBefore', op: 'record.save', nth: 2 },
      { kind: 'crashAfter', call: 5, times: 3 },
    ],
  });
  const ops = ['record.save', 'query.run', 'record.save', 'record.save', 'record.save', 'record.save'];
  expect(ops.map((op) => faults.consult(site(op))?.kind ?? null)).toEqual([
    null,
    null,
    'errorBefore',
    null,
    'crashAfter',
    null,
  ]);
  expect(faults.calls).toBe(6);
  expect(faults.hits.map(({ call }) => call)).toEqual([3, 5]);
});

test('a plan by chance hits the same calls for the same seed', () => {
  const hits = (seed: number, probability: number): boolean[] => {
    const faults = new Faults();
    faults.plan({ seed, rules: [{ kind: 'crashBefore', probability, times: 1000 }] });
    return Array.from({ length: 100 }, () => faults.consult(site('x')) !== null);
  };
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, probability) => {
      expect(hits(seed, probability)).toEqual(hits(seed, probability));
    }),
    { numRuns: 50 },
  );
  expect(hits(1, 0.5)).not.toEqual(hits(2, 0.5));
  expect(hits(1, 0)).not.toContain(true);
  expect(hits(1, 1)).not.toContain(false);
});

test('a rule needs all that it names', () => {
  const kinds: FaultKind[] = [];
  const faults = new Faults();
  faults.plan({ rules: [{ kind: 'errorAfter', script: 'customscript_a', entryPoint: 'reduce', times: 9 }] });
  for (const entryPoint of ['map', 'reduce']) {
    const hit = faults.consult({ ...site('x'), entryPoint });
    if (hit) kinds.push(hit.kind);
  }
  expect(kinds).toEqual(['errorAfter']);
});

test('a plan keeps where the calls came from, if it is asked to', () => {
  const faults = new Faults();
  faults.consult(site('a'));
  expect(faults.sites).toEqual([]);
  faults.plan({ rules: [], keepSites: true });
  faults.consult(site('b'));
  faults.consult(site('c', 2));
  expect(faults.sites).toEqual([site('b'), site('c', 2)]);
});
