import fc from 'fast-check';
import { writeFileAt } from '../../src/files/cabinet';
import { shuffle } from '../../src/scripts/mapReduce/shuffle';
import { removeProjects } from '../sdf/projects';
import { jobBench, runJob } from './jobs';

afterAll(removeProjects);

const key = fc.constantFrom('a', 'b', 'c', 'ab', 'A', '10', '9');

test('every pair that map writes reaches exactly one reduce, whatever the order, buffers and restarts', async () => {
  const written = fc.array(fc.array(fc.tuple(key, fc.nat(20)), { maxLength: 4 }), { minLength: 1, maxLength: 8 });
  const setting = fc.record({
    seed: fc.nat(1000),
    concurrency: fc.constantFrom(1, 2, 5),
    buffer: fc.constantFrom(1, 2, 4),
    restarts: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(written, setting, async (inputs, { seed, concurrency, buffer, restarts }) => {
      const bench = await jobBench(
        `{ getInputData: function () { return ${JSON.stringify(inputs)}; },
           map: function (context) {
             JSON.parse(context.value).forEach(function (pair) { context.write(pair[0], pair[1]); });
             file.load('SuiteScripts/x.txt');
           },
           reduce: function (context) { file.load('SuiteScripts/x.txt'); context.write(context.key, JSON.stringify(context.values)); },
           summarize: function (summary) {
             var output = [];
             summary.output.iterator().each(function (key, values) { output.push([key, JSON.parse(values)]); return true; });
             log.audit('output', JSON.stringify(output));
           } }`,
        {
          seed,
          processors: 5,
          deployment: `<concurrencylimit>${concurrency}</concurrencylimit><buffersize>${buffer}</buffersize>`,
        },
      );
      try {
        writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
        bench.faults.plan({
          seed,
          rules: [{ kind: 'crashAfter', op: 'file.load', probability: 0.3, times: restarts }],
        });
        expect((await runJob(bench)).status).toBe('COMPLETE');
        const output: [string, string[]][] = JSON.parse(bench.logged('output')[0] ?? '');
        const sorted = [...output].sort(([a], [b]) => (a < b ? -1 : 1));
        const expected = new Map<string, string[]>();
        for (const [name, value] of inputs.flat()) expected.set(name, [...(expected.get(name) ?? []), String(value)]);
        expect(sorted).toEqual(
          [...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, values]) => [name, values.sort()]),
        );
      } finally {
        await bench.close();
      }
    }),
    { numRuns: 15 },
  );
});

test('the shuffle stage loses nothing, doubles nothing and sorts as text', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ key: fc.string(), value: fc.string() })), (pairs) => {
      const groups = shuffle(pairs);
      expect(groups.flatMap((group) => group.values.map((value) => `${group.key}\n${value}`)).sort()).toEqual(
        pairs.map((pair) => `${pair.key}\n${pair.value}`).sort(),
      );
      expect(new Set(groups.map((group) => group.key)).size).toBe(groups.length);
      expect(groups.map((group) => group.key)).toEqual(groups.map((group) => group.key).sort());
      for (const { values } of groups) expect(values).toEqual([...values].sort());
    }),
  );
});

test('the same seed gives the same course', async () => {
  const course = async (seed: number): Promise<string[]> => {
    const bench = await jobBench(
      `{ getInputData: function () { return 'abcdefgh'.split(''); },
         map: function (context) { log.audit('course', 'start ' + context.key); file.load('SuiteScripts/x.txt'); log.audit('course', 'end ' + context.key); } }`,
      { seed, processors: 5, deployment: '<concurrencylimit>5</concurrencylimit>' },
    );
    writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
    await runJob(bench);
    const logged = bench.logged('course');
    await bench.close();
    return logged;
  };
  expect(await course(7)).toEqual(await course(7));
  expect(await course(7)).not.toEqual(await course(8));
});
