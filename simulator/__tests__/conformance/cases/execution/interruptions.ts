import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { mapReduce } from '../../harness/scripts';
import type { Site } from '../../harness/site';
import { ECHO_MAP, input, JOIN_REDUCE, stages, TEN_UNITS } from './summary';

/** Fails for 'b', after it has written something. */
const FAILS = `map: function (context) {
  context.write(context.value, '');
  if (context.value === 'b') throw error.create({ name: 'NO_GOOD', message: 'No good' });
}`;

/** Tells each call and makes a call of the account, where the server may restart. */
const CALLS = `map: function (context) {
  log.audit('call', context.value + ' ' + context.isRestarted);
  context.write(context.value, '');
  ${TEN_UNITS}
}`;

async function failed(api: Api, config: string, ...more: string[]): Promise<Site> {
  const entryPoints = stages(`config: ${config}`, input("['a', 'b', 'c']"), FAILS, ...more);
  const site = await api.site({ scripts: [mapReduce(entryPoints)] });
  await site.run();
  return site;
}

/** The server restarts at the second pair. */
async function restarted(api: Api, config: string, buffer = 1, map = CALLS): Promise<Site> {
  const entryPoints = stages(`config: ${config}`, input("['a', 'b', 'c']"), map);
  const deployment = `<buffersize>${buffer}</buffersize>`;
  const site = await api.site({ scripts: [mapReduce(entryPoints, { deployment })] });
  site.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load', nth: 2 }] });
  await site.run();
  return site;
}

const KEY_STAGE = 'src/scripts/mapReduce/keyStage.ts';

export const interruptionOptions: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1517279521',
  title: 'Configuration Options for Handling Map/Reduce Interruptions',
  cases: [
    {
      id: 'retry-count-retries-an-error',
      rule: 'retryCount says how often a pair is tried again after an uncaught error.',
      without: {
        file: KEY_STAGE,
        find: 'if (pair.retries < (retryCount ?? 0)) {',
        replace: 'if (pair.retries < 0) {',
      },
      run: async (api) => {
        const site = await failed(api, '{ retryCount: 2 }');
        equal(site.logged('map'), ['0 1 COMPLETE', '1 3 FAILED', '2 1 COMPLETE']);
      },
    },
    {
      id: 'no-retry-count-no-retry-after-error',
      rule: 'Without retryCount an uncaught error is not tried again.',
      without: {
        file: KEY_STAGE,
        find: '(retryCount ?? 0)',
        replace: '(retryCount ?? 1)',
      },
      run: async (api) => {
        const site = await failed(api, '{}');
        equal(site.logged('errors'), ['1 NO_GOOD 1']);
      },
    },
    {
      id: 'no-retry-count-retry-after-restart',
      rule: 'Without retryCount a pair that a server restart interrupted is tried again.',
      without: {
        file: KEY_STAGE,
        find: 'if (retryCount === null || pair.retries < retryCount) {',
        replace: 'if (retryCount !== null && pair.retries < retryCount) {',
      },
      run: async (api) => {
        const site = await restarted(api, '{}');
        equal(site.logged('output'), ['a=;b=;c=']);
      },
    },
    {
      id: 'retry-count-0-no-retry-after-restart',
      rule: 'With retryCount 0 a pair that a server restart interrupted is left.',
      without: {
        file: KEY_STAGE,
        find: 'retryCount === null || pair.retries < retryCount',
        replace: 'retryCount === null || pair.retries <= retryCount',
      },
      run: async (api) => {
        const site = await restarted(api, '{ retryCount: 0 }');
        equal(site.logged('output'), ['a=;c=']);
      },
    },
    {
      id: 'exit-on-error-summarizes',
      rule: 'With exitOnError an uncaught error leads to summarize, after all retries.',
      without: { file: KEY_STAGE, find: 'if (exitOnError) run.isCut = true;', replace: '' },
      run: async (api) => {
        const site = await failed(api, '{ exitOnError: true, retryCount: 1 }', JOIN_REDUCE);
        equal(site.logged('map'), ['0 1 COMPLETE', '1 2 FAILED', '2 0 PENDING']);
        equal(site.logged('reduce'), []);
      },
    },
    {
      id: 'without-exit-on-error-goes-on',
      rule: 'Without exitOnError the stage goes on after an uncaught error.',
      without: {
        file: 'src/script/index.ts',
        find: 'exitOnError: config.exitOnError === true',
        replace: 'exitOnError: config.exitOnError !== false',
      },
      run: async (api) => {
        const site = await failed(api, '{}');
        equal(site.logged('output'), ['a=;c=']);
      },
    },
    {
      id: 'exit-on-error-not-for-restarts',
      rule: 'exitOnError plays no part in a server restart.',
      without: {
        file: KEY_STAGE,
        find: "if (outcome.error.name === SERVER_RESTART) return 'restart';",
        replace: "if (outcome.error.name === SERVER_RESTART) { if (exitOnError) run.isCut = true; return 'restart'; }",
      },
      run: async (api) => {
        const site = await restarted(api, '{ exitOnError: true }');
        equal(site.logged('output'), ['a=;b=;c=']);
      },
    },
  ],
};

export const interruptionResponse: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1517279626',
  title: 'System Response After a Map/Reduce Interruption',
  cases: [
    {
      id: 'failed-pair-writes-nothing',
      rule: 'What a call of map wrote before its uncaught error is discarded.',
      without: {
        file: 'src/script/entryPoints/mapReduce.ts',
        find: 'return callEntryPoint(script, entryPoint, context, () => ({ written }));',
        replace:
          'try { return callEntryPoint(script, entryPoint, context, () => ({ written })); } catch { return { written }; }',
      },
      run: async (api) => {
        equal((await failed(api, '{}')).logged('output'), ['a=;c=']);
      },
    },
    {
      id: 'context-errors-tell-earlier-errors',
      rule: 'context.errors has the errors of earlier calls for the same pair.',
      without: { file: KEY_STAGE, find: 'pair.errors = [...pair.errors, noted];', replace: '' },
      run: async (api) => {
        const map = `map: function (context) {
          var names = [];
          context.errors.iterator().each(function (key, text) { names.push(JSON.parse(text).name); return true; });
          if (names.length < 2) throw error.create({ name: 'E' + names.length, message: 'x' });
          context.write('seen', names.join('+'));
        }`;
        const site = await api.site({ scripts: [mapReduce(stages('config: { retryCount: 3 }', input("['a']"), map))] });
        await site.run();
        equal(site.logged('output'), ['seen=E0+E1']);
      },
    },
    {
      id: 'map-summary-errors-tell-all',
      rule: 'mapSummary.errors has every uncaught error of the map stage.',
      without: { file: KEY_STAGE, find: 'stage.stageErrors.push(noted);', replace: '' },
      run: async (api) => {
        equal((await failed(api, '{ retryCount: 1 }')).logged('errors'), ['1 NO_GOOD 1', '1 NO_GOOD 2']);
      },
    },
    {
      id: 'restart-is-an-error-of-the-pair',
      rule: 'A server restart stands among the errors as SSS_APP_SERVER_RESTART.',
      without: {
        file: KEY_STAGE,
        find: 'pair.isRestarted = true;\n    noteError(stage, pair, error);',
        replace: 'pair.isRestarted = true;',
      },
      run: async (api) => {
        equal((await restarted(api, '{}')).logged('errors'), ['1 SSS_APP_SERVER_RESTART 1']);
      },
    },
    {
      id: 'input-error-in-input-summary',
      rule: 'An uncaught error of getInputData leads to summarize and stands in inputSummary.error.',
      without: { file: 'src/scripts/mapReduce/inputStage.ts', find: 'run.inputError = errorJson(pairs);', replace: '' },
      run: async (api) => {
        const data = "getInputData: function () { throw error.create({ name: 'NO_INPUT', message: 'x' }); }";
        const site = await api.site({ scripts: [mapReduce(stages(data, ECHO_MAP))] });
        await site.run();
        equal(site.logged('input'), ['NO_INPUT']);
      },
    },
    {
      id: 'summarize-error-ends-the-script',
      rule: 'An uncaught error of summarize ends the script; summarize is not tried again.',
      without: {
        file: 'src/scripts/mapReduce/summarizeStage.ts',
        find: 'if (outcome.error.name !== SERVER_RESTART) break;',
        replace: 'if (summarize.calls > 1) break;',
      },
      run: async (api) => {
        const summarize = "summarize: function () { log.audit('summarize', ''); throw new Error('x'); }";
        const site = await api.site({ scripts: [mapReduce(`{ ${input('[]')}, ${ECHO_MAP}, ${summarize} }`)] });
        equal([(await site.run()).status, site.logged('summarize')], ['FAILED', ['']]);
      },
    },
    {
      id: 'input-runs-again-after-restart',
      rule: 'After a server restart getInputData runs again.',
      without: {
        file: 'src/scripts/mapReduce/inputStage.ts',
        find: 'if (outcome.error.name !== SERVER_RESTART) return outcome.error;',
        replace: 'return outcome.error;',
      },
      run: async (api) => {
        const data = `getInputData: function () { ${TEN_UNITS} return ['a']; }`;
        const site = await api.site({ scripts: [mapReduce(stages(data, ECHO_MAP))] });
        site.account.faults.plan({ rules: [{ kind: 'crashBefore', op: 'file.load' }] });
        await site.run();
        equal([site.logged('input'), site.logged('output')], [['none'], ['0=a']]);
      },
    },
    {
      id: 'summarize-runs-again-after-restart',
      rule: 'After a server restart summarize runs again.',
      without: {
        file: 'src/scripts/mapReduce/summarizeStage.ts',
        find: 'if (outcome.error.name !== SERVER_RESTART) break;',
        replace: 'break;',
      },
      run: async (api) => {
        const summarize = `summarize: function (summary) { ${TEN_UNITS} log.audit('summarize', ''); }`;
        const site = await api.site({ scripts: [mapReduce(`{ ${input('[]')}, ${ECHO_MAP}, ${summarize} }`)] });
        site.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load' }] });
        equal([(await site.run()).status, site.logged('summarize')], ['COMPLETE', ['']]);
      },
    },
  ],
};

export const restartedStages: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1491509438',
  title: 'Execution of Restarted Map/Reduce Stages',
  cases: [
    {
      id: 'input-is-restarted',
      rule: 'inputContext.isRestarted is true exactly where getInputData runs again.',
      without: {
        file: 'src/scripts/mapReduce/inputStage.ts',
        find: "callStage(run, 'getInputData', { isRestarted })",
        replace: "callStage(run, 'getInputData', { isRestarted: false })",
      },
      run: async (api) => {
        const data = `getInputData: function (context) { log.audit('call', String(context.isRestarted)); ${TEN_UNITS} return []; }`;
        const site = await api.site({ scripts: [mapReduce(stages(data, ECHO_MAP))] });
        site.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load' }] });
        await site.run();
        equal(site.logged('call'), ['false', 'true']);
      },
    },
    {
      id: 'map-is-restarted',
      rule: 'mapContext.isRestarted is true for the pairs of a restarted batch, and for no others.',
      without: { file: KEY_STAGE, find: 'pair.isRestarted = true;', replace: '' },
      run: async (api) => {
        equal((await restarted(api, '{}')).logged('call'), ['a false', 'b false', 'b true', 'c false']);
      },
    },
    {
      id: 'restart-repeats-the-whole-buffer',
      rule: 'A restart repeats all pairs of the buffer that was under way, also those that had ended.',
      without: { file: KEY_STAGE, find: 'buffer.length >= run.deployment.bufferSize', replace: 'buffer.length >= 1' },
      run: async (api) => {
        const site = await restarted(api, '{}', 2);
        equal(site.logged('call'), ['a false', 'b false', 'a true', 'b true', 'c false']);
      },
    },
    {
      id: 'restart-deletes-what-the-batch-wrote',
      rule: 'What a batch wrote before the restart is deleted, so that nothing is written twice.',
      without: {
        file: KEY_STAGE,
        find: 'repeatAfterRestart(run, stage, buffer);\n      return;',
        replace: "repeatAfterRestart(run, stage, buffer);\n      keepWritten(run, stage, written, '');\n      return;",
      },
      run: async (api) => {
        equal((await restarted(api, '{}', 2)).logged('output'), ['a=;b=;c=']);
      },
    },
    {
      id: 'restarted-though-never-run',
      rule: 'isRestarted is also true for a pair of the batch that is called for the first time.',
      without: {
        file: KEY_STAGE,
        find: 'for (const pair of [...buffer].reverse()) {\n    pair.isRestarted = true;',
        replace: 'for (const pair of [...buffer].reverse()) {\n    pair.isRestarted = pair.executions > 0;',
      },
      run: async (api) => {
        const site = await restarted(api, '{}', 4);
        equal(site.logged('call').slice(-1), ['c true']);
      },
    },
    {
      id: 'summary-is-restarted',
      rule: 'summaryContext.isRestarted is true exactly where summarize runs again.',
      without: {
        file: 'src/scripts/mapReduce/summarizeStage.ts',
        find: '    isRestarted,\n    dateCreated: new Date(run.createdAt)',
        replace: '    isRestarted: false,\n    dateCreated: new Date(run.createdAt)',
      },
      run: async (api) => {
        const summarize = `summarize: function (summary) { log.audit('call', String(summary.isRestarted)); ${TEN_UNITS} }`;
        const site = await api.site({ scripts: [mapReduce(`{ ${input('[]')}, ${ECHO_MAP}, ${summarize} }`)] });
        site.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load' }] });
        await site.run();
        equal(site.logged('call'), ['false', 'true']);
      },
    },
  ],
};

/** Of two deployments on one processor the first has a call of five minutes and yields: whose calls ran, in order. */
async function yieldingFirst(api: Api, deployment: string): Promise<(string | null)[]> {
  const script = mapReduce(stages(input("['a', 'b', 'c']"), CALLS), {
    deployment: `<yieldaftermins>3</yieldaftermins>${deployment}`,
    deployments: ['one', 'two'],
  });
  const site = await api.site({ scripts: [script], processors: 1 });
  site.account.faults.plan({ rules: [{ kind: 'lostReply', op: 'file.load' }] });
  await Promise.all([site.run({ deployment: 'customdeploy_one' }), site.run({ deployment: 'customdeploy_two' })]);
  return site.account
    .log()
    .filter(({ title }) => title === 'call')
    .map(({ deployment: name }) => name);
}

export const yielding: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1518645558',
  title: 'Map/Reduce Yielding',
  cases: [
    {
      id: 'job-yields-after-minutes',
      rule: 'A job that has lasted longer than Yield After Minutes yields when the call under way has ended.',
      without: {
        file: KEY_STAGE,
        find: 'minutes >= run.deployment.yieldAfterMinutes',
        replace: 'minutes >= 60',
      },
      run: async (api) => {
        const script = mapReduce(stages(input("['a', 'b', 'c']"), CALLS), {
          deployment: '<yieldaftermins>3</yieldaftermins>',
        });
        const site = await api.site({ scripts: [script] });
        // The first call waits for five minutes.
        site.account.faults.plan({ rules: [{ kind: 'lostReply', op: 'file.load' }] });
        await site.run();
        equal([site.logged('yields'), site.logged('output')], [['1'], ['b=;c=']]);
      },
    },
    {
      id: 'yield-has-a-later-timestamp',
      rule: 'What is left of a job that yields has a later timestamp, also where all stages were submitted at once.',
      without: {
        file: 'src/scripts/mapReduce/jobs.ts',
        find: 'enqueueJob(run, stage, work, false);',
        replace: 'queueJob(run, stage, work);',
      },
      run: async (api) => {
        const order = await yieldingFirst(api, '');
        holds(order[0] !== order[1] && order[0] === order.at(-1), order);
      },
    },
    {
      id: 'yield-lets-others-go-first',
      rule: 'A job that yields comes back later in the queue than jobs that wait.',
      without: {
        file: KEY_STAGE,
        find: 'stage.yields += 1;\n      queueAgain(run, stage.name, () => keyJob(run, stage, done));\n      return;',
        replace: 'stage.yields += 1;\n      job.startedAt = run.account.clock.now();',
      },
      run: async (api) => {
        const order = await yieldingFirst(api, '<queueallstagesatonce>F</queueallstagesatonce>');
        holds(order[0] !== order[1] && order[0] === order.at(-1), order);
      },
    },
  ],
};
