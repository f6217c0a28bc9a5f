import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { mapReduce } from '../../harness/scripts';
import { ECHO_MAP, input, JOIN_REDUCE, stages, TEN_UNITS } from './summary';

/** Units after which an endless stage was ended. */
async function unitsOf(api: Api, stage: string, entryPoints: string): Promise<number | undefined> {
  const site = await api.site({ scripts: [mapReduce(entryPoints)] });
  const report = await site.run();
  return report.stages.find((found) => found.stage === stage)?.highestUnits;
}

const SPEND = `function () { for (;;) { ${TEN_UNITS} } }`;

export const mapReduceGovernance: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4480364878',
  title: 'Map/Reduce Governance',
  cases: [
    {
      id: 'map-reduce-get-input-data-10000-units',
      rule: 'A call of getInputData may use 10,000 units.',
      without: {
        file: 'src/scripts/limits.ts',
        find: 'getInputData: { units: 10_000',
        replace: 'getInputData: { units: 20_000',
      },
      run: async (api) => {
        equal(await unitsOf(api, 'getInputData', `{ getInputData: ${SPEND}, ${ECHO_MAP} }`), 10_000);
      },
    },
    {
      id: 'map-reduce-map-1000-units',
      rule: 'A call of map may use 1,000 units.',
      without: { file: 'src/scripts/limits.ts', find: 'map: { units: 1_000', replace: 'map: { units: 5_000' },
      run: async (api) => {
        equal(await unitsOf(api, 'map', `{ ${input("['a']")}, map: ${SPEND} }`), 1_000);
      },
    },
    {
      id: 'map-reduce-reduce-5000-units',
      rule: 'A call of reduce may use 5,000 units.',
      without: { file: 'src/scripts/limits.ts', find: 'reduce: { units: 5_000', replace: 'reduce: { units: 1_000' },
      run: async (api) => {
        equal(await unitsOf(api, 'reduce', `{ ${input("['a']")}, reduce: ${SPEND} }`), 5_000);
      },
    },
    {
      id: 'map-reduce-summarize-10000-units',
      rule: 'A call of summarize may use 10,000 units, and over them the script stops.',
      without: {
        file: 'src/scripts/limits.ts',
        find: 'summarize: { units: 10_000',
        replace: 'summarize: { units: 1_000',
      },
      run: async (api) => {
        equal(await unitsOf(api, 'summarize', `{ ${input('[]')}, ${ECHO_MAP}, summarize: ${SPEND} }`), 10_000);
      },
    },
    {
      id: 'map-reduce-input-over-limit-summarizes',
      rule: 'Where getInputData passes its limit, the script goes straight to summarize.',
      without: { file: 'src/scripts/mapReduce/inputStage.ts', find: 'run.isCut = true;', replace: '' },
      run: async (api) => {
        const entryPoints = stages(`getInputData: ${SPEND}`, ECHO_MAP, JOIN_REDUCE);
        const site = await api.site({ scripts: [mapReduce(entryPoints)] });
        const { stages: run } = await site.run();
        equal(site.logged('input'), ['SSS_USAGE_LIMIT_EXCEEDED']);
        equal(run.filter(({ stage }) => stage === 'reduce').length, 0);
      },
    },
    {
      id: 'map-reduce-over-limit-next-pair',
      rule: 'A call of map that passes its limit ends, and the job goes on with other pairs.',
      without: {
        file: 'src/scripts/mapReduce/keyStage.ts',
        find: 'if (exitOnError) run.isCut = true;',
        replace: 'if (exitOnError || outcome.error.name === USAGE_LIMIT) run.isCut = true;',
      },
      run: async (api) => {
        const map = `map: function (context) { while (context.value === 'b') { ${TEN_UNITS} } context.write(context.value, ''); }`;
        const site = await api.site({ scripts: [mapReduce(stages(input("['a', 'b', 'c']"), map))] });
        await site.run();
        equal(site.logged('output'), ['a=;c=']);
      },
    },
    {
      id: 'map-reduce-map-5-minutes',
      rule: 'A call of map may last 5 minutes.',
      without: {
        file: 'src/scripts/limits.ts',
        find: 'map: { units: 1_000, seconds: 5 * MINUTES }',
        replace: 'map: { units: 1_000, seconds: 15 * MINUTES }',
      },
      run: async (api) => {
        holds(Math.abs((await secondsOf(api, 'map')) - 300) < 2, 'map');
      },
    },
    {
      id: 'map-reduce-reduce-15-minutes',
      rule: 'A call of reduce may last 15 minutes.',
      without: { file: 'src/scripts/limits.ts', find: 'seconds: 15 * MINUTES', replace: 'seconds: 5 * MINUTES' },
      run: async (api) => {
        holds(Math.abs((await secondsOf(api, 'reduce')) - 900) < 2, 'reduce');
      },
    },
    {
      id: 'map-reduce-get-input-data-60-minutes',
      rule: 'A call of getInputData may last 60 minutes.',
      without: {
        file: 'src/scripts/limits.ts',
        find: 'getInputData: { units: 10_000, seconds: 60 * MINUTES }',
        replace: 'getInputData: { units: 10_000, seconds: 5 * MINUTES }',
      },
      run: async (api) => {
        holds(Math.abs((await secondsOf(api, 'getInputData')) - 3_600) < 2, 'getInputData');
      },
    },
    {
      id: 'map-reduce-200-mb',
      rule: 'Over 200 MB of data not yet processed, the script leaves the stage for summarize.',
      without: { file: 'src/scripts/mapReduce/limits.ts', find: '200 * 1024 * 1024', replace: '2000 * 1024 * 1024' },
      run: async (api) => {
        const map = "map: function (context) { context.write(context.key, 'x'.repeat(10 * 1024 * 1024)); }";
        const summarize = `summarize: function (summary) { summary.mapSummary.errors.iterator().each(function (key, error) {
          log.audit('errors', JSON.parse(error).name); return true; }); }`;
        const entryPoints = `{ ${input("'abcdefghijklmnopqrstuvwxyz'.split('')")}, ${map}, reduce: function () {}, ${summarize} }`;
        const site = await api.site({ scripts: [mapReduce(entryPoints)] });
        const { stages: run } = await site.run();
        equal(site.logged('errors'), ['PERSISTED_DATA_LIMIT_FOR_MAPREDUCE_SCRIPT_EXCEEDED']);
        equal(run.filter(({ stage, calls }) => stage === 'reduce' && calls > 0).length, 0);
      },
    },
    {
      id: 'map-reduce-key-3000-characters',
      rule: 'A key that map or reduce writes has at most 3,000 characters.',
      without: {
        file: 'src/script/entryPoints/mapReduce.ts',
        find: 'written.key.length > KEY_LENGTH',
        replace: 'written.key.length > 2 * KEY_LENGTH',
      },
      run: async (api) => {
        const map =
          "map: function (context) { context.write('n', caught(function () { context.write('k'.repeat(3000), ''); context.write('k'.repeat(3001), ''); })); }";
        const site = await api.site({ scripts: [mapReduce(stages(input("['a']"), map))] });
        await site.run();
        equal(site.logged('output')[0]?.split(';').at(-1), 'n=KEY_LENGTH_IS_OVER_3000_BYTES');
      },
    },
    {
      id: 'map-reduce-input-key-3000-characters',
      rule: 'A key that getInputData gives has at most 3,000 characters.',
      without: {
        file: 'src/scripts/mapReduce/limits.ts',
        find: 'KEY_CHARACTERS = 3_000',
        replace: 'KEY_CHARACTERS = 4_000',
      },
      run: async (api) => {
        const data = "getInputData: function () { var data = {}; data['k'.repeat(3001)] = 1; return data; }";
        const site = await api.site({ scripts: [mapReduce(stages(data, ECHO_MAP))] });
        await site.run();
        equal(site.logged('input'), ['KEY_LENGTH_IS_OVER_3000_BYTES']);
      },
    },
    {
      id: 'map-reduce-value-10-mb',
      rule: 'A value that map or reduce writes is at most 10 MB.',
      without: {
        file: 'src/script/entryPoints/mapReduce.ts',
        find: 'written.value.length > VALUE_LENGTH',
        replace: 'written.value.length > 2 * VALUE_LENGTH',
      },
      run: async (api) => {
        const map =
          "map: function (context) { context.write('n', caught(function () { context.write('v', 'v'.repeat(10 * 1024 * 1024 + 1)); })); }";
        const site = await api.site({ scripts: [mapReduce(stages(input("['a']"), map))] });
        await site.run();
        equal(site.logged('output'), ['n=VALUE_LENGTH_IS_OVER_10_MB']);
      },
    },
    {
      id: 'map-reduce-job-yields-at-10000-units',
      rule: 'A job that has used over 10,000 units yields between two calls, never within one.',
      without: { file: 'src/scripts/limits.ts', find: 'JOB_UNITS = 10_000', replace: 'JOB_UNITS = 100_000' },
      run: async (api) => {
        const reduce = `reduce: function (context) { for (var i = 0; i < 480; i += 1) { ${TEN_UNITS} } context.write(context.key, ''); }`;
        const site = await api.site({ scripts: [mapReduce(stages(input("['a', 'b', 'c', 'd']"), reduce))] });
        await site.run();
        equal([site.logged('yields'), site.logged('output')], [['1'], ['0=;1=;2=;3=']]);
      },
    },
  ],
};

/** Seconds of the account's clock until a call in the stage whose answer is lost was ended. */
async function secondsOf(api: Api, stage: 'getInputData' | 'map' | 'reduce'): Promise<number> {
  const call = `function () { ${TEN_UNITS} }`;
  const entryPoints =
    stage === 'getInputData' ? `{ getInputData: ${call}, ${ECHO_MAP} }` : `{ ${input("['a']")}, ${stage}: ${call} }`;
  const site = await api.site({ scripts: [mapReduce(entryPoints)] });
  site.account.faults.plan({ rules: [{ kind: 'lostReply', op: 'file.load' }] });
  const { stages: run } = await site.run();
  const found = run.find((one) => one.stage === stage);
  equal(
    found?.errors.map(({ name }) => name),
    ['SSS_TIME_LIMIT_EXCEEDED'],
  );
  return found?.seconds ?? 0;
}
