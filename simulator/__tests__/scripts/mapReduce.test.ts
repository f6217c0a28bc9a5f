import { writeFileAt } from '../../src/files/cabinet';
import { removeProjects } from '../sdf/projects';
import type { Bench } from './bench';
import { type JobOptions, jobBench, runJob } from './jobs';

/** Writes what summarize was told to the log. */
const SUMMARIZE = `summarize: function (summary) {
  var lines = [];
  summary.output.iterator().each(function (key, value) { lines.push(key + '=' + value); return true; });
  log.audit('output', lines.join(';'));
  ['mapSummary', 'reduceSummary'].forEach(function (name) {
    var stage = summary[name];
    stage.keys.iterator().each(function (key, count, state) { log.audit(name, key + ' ' + count + ' ' + state); return true; });
    stage.errors.iterator().each(function (key, error, no) { log.audit(name + ' error', key + ' ' + JSON.parse(error).name + ' ' + no); return true; });
  });
  log.audit('input error', summary.inputSummary.error ? JSON.parse(summary.inputSummary.error).name : 'none');
  log.audit('restarted', String(summary.isRestarted));
}`;
const ECHO_MAP = 'map: function (context) { context.write(context.key, context.value); }';
const JOIN_REDUCE = "reduce: function (context) { context.write(context.key, context.values.join(',')); }";
const input = (expression: string): string => `getInputData: function () { return ${expression}; }`;

describe('a map/reduce script', () => {
  let bench: Bench | undefined;
  afterEach(async () => {
    await bench?.close();
    bench = undefined;
  });
  afterAll(removeProjects);

  async function run(entryPoints: string, options: JobOptions = {}) {
    bench = await jobBench(`{ ${entryPoints} }`, options);
    const report = await runJob(bench);
    const logged = (title: string): string[] => bench?.logged(title) ?? [];
    const stage = (name: string) => report.stages.find((found) => found.stage === name);
    return { report, logged, stage, bench };
  }

  test('groups what map wrote by key; keys and values come in text order', async () => {
    const { report, logged } = await run(
      `${input("['b:10', 'a:9', 'b:9', 'b:100', 'a:1']")},
       map: function (context) { var parts = context.value.split(':'); context.write({ key: parts[0], value: parts[1] }); },
       ${JOIN_REDUCE}, ${SUMMARIZE}`,
    );
    expect(report.status).toBe('COMPLETE');
    expect(logged('output')).toEqual(['a=1,9;b=10,100,9']);
    expect(logged('reduceSummary')).toEqual(['a 1 COMPLETE', 'b 1 COMPLETE']);
  });

  test.each([
    ['an array', "['x', { n: 1 }]", ['0=x', '1={"n":1}']],
    ['an object', '{ k: 1, l: [2] }', ['k=1', 'l=[2]']],
    ['nothing', 'null', ['']],
    [
      'a SuiteQL statement',
      "{ type: 'suiteql', query: 'SELECT name FROM currency WHERE symbol IN (?, ?) ORDER BY 1', params: ['USD', 'EUR'] }",
      ['0={"values":["Euro"]}', '1={"values":["US Dollar"]}'],
    ],
    ['a file by its path', "{ type: 'file', path: '/SuiteScripts/in.csv' }", ['0=a,1', '1=b,2']],
    ['a file that was loaded', "file.load('SuiteScripts/in.csv')", ['0=a,1', '1=b,2']],
    ['a file that was never saved', "file.create({ name: 'n', fileType: 'CSV', contents: 'p\\nq' })", ['0=p', '1=q']],
  ])('takes %s as input', async (_, expression, output) => {
    bench = await jobBench(`{ ${input(expression)}, ${ECHO_MAP}, ${SUMMARIZE} }`);
    writeFileAt(bench.account, '/SuiteScripts/in.csv', 'a,1\r\nb,2\n');
    expect((await runJob(bench)).status).toBe('COMPLETE');
    expect(bench.logged('output')).toEqual([output.join(';')]);
  });

  test('without map the input goes to reduce; without reduce what map wrote is the output', async () => {
    const reduced = await run(`${input('{ b: 2, a: 1 }')}, ${JOIN_REDUCE}, ${SUMMARIZE}`);
    expect(reduced.logged('output')).toEqual(['a=1;b=2']);
    expect(reduced.report.stages.map(({ stage }) => stage)).toEqual(['getInputData', 'reduce', 'summarize']);
    await reduced.bench.close();
    const mapped = await run(`${input('{ b: 2, a: 1 }')}, ${ECHO_MAP}, ${SUMMARIZE}`);
    expect(mapped.report.stages.map(({ stage }) => stage)).toEqual(['getInputData', 'map', 'summarize']);
    expect(mapped.logged('output')).toEqual(['b=2;a=1']);
  });

  test('without map and reduce fails', async () => {
    const { report } = await run(input('[]'));
    expect(report).toMatchObject({ status: 'FAILED', stages: [{ errors: [{ name: 'SSS_INVALID_SCRIPT' }] }] });
  });

  test('runs in the role of who submitted it, and by its schedule as Administrator', async () => {
    const entryPoints = `{ ${input("{ a: runtime.getCurrentUser().roleId + ' ' + runtime.executionContext }")}, ${ECHO_MAP}, ${SUMMARIZE} }`;
    bench = await jobBench(entryPoints);
    await runJob(bench);
    expect(bench.logged('output')).toEqual(['a=customrole_clerk MAPREDUCE']);
    await bench.close();
    const schedule =
      '<status>SCHEDULED</status><recurrence><single><startdate>2026-04-01</startdate><starttime>00:00:00Z</starttime></single></recurrence>';
    bench = await jobBench(entryPoints, { deployment: schedule });
    await runJob(bench, { deployment: 'customdeploy_job' });
    expect(bench.logged('output')).toEqual(['a=administrator MAPREDUCE']);
  });

  test('parameters of the run replace those of the deployment, in their own types', async () => {
    const parameter = (id: string, type: string, value: string) =>
      `<scriptcustomfield scriptid="${id}"><fieldtype>${type}</fieldtype><label>P</label><defaultvalue>${value}</defaultvalue></scriptcustomfield>`;
    bench = await jobBench(
      `{ ${input("['custscript_a', 'custscript_b'].map(function (name) { return runtime.getCurrentScript().getParameter({ name: name }); })")}, ${ECHO_MAP}, ${SUMMARIZE} }`,
      {
        parameters: `<scriptcustomfields>${parameter('custscript_a', 'INTEGER', '1')}${parameter('custscript_b', 'TEXT', 'b')}</scriptcustomfields>`,
      },
    );
    await runJob(bench, { params: { custscript_a: '25' } });
    expect(bench.logged('output')).toEqual(['0=25;1=b']);
  });

  describe('errors', () => {
    const FAILS = `map: function (context) {
      context.write('written', context.key);
      if (context.key === '1') throw error.create({ name: 'NO_GOOD', message: 'No good' });
      log.audit('done', context.key);
    }`;

    test('of getInputData lead straight to summarize', async () => {
      const { report, logged } = await run(
        `getInputData: function () { throw error.create({ name: 'NO_INPUT', message: '' }); }, ${ECHO_MAP}, ${SUMMARIZE}`,
      );
      expect(report.status).toBe('FAILED');
      expect(logged('input error')).toEqual(['NO_INPUT']);
      expect(logged('mapSummary')).toEqual([]);
    });

    test('of a pair discard what it wrote and leave the others alone', async () => {
      const { report, logged } = await run(`${input("['a', 'b', 'c']")}, ${FAILS}, ${SUMMARIZE}`);
      expect(report.status).toBe('COMPLETE');
      expect(logged('output')).toEqual(['written=0;written=2']);
      expect(logged('mapSummary')).toEqual(['0 1 COMPLETE', '1 1 FAILED', '2 1 COMPLETE']);
      expect(logged('mapSummary error')).toEqual(['1 NO_GOOD 1']);
    });

    test('are tried again as often as retryCount says', async () => {
      const { logged } = await run(`config: { retryCount: 2 }, ${input("['a', 'b', 'c']")}, ${FAILS}, ${SUMMARIZE}`);
      expect(logged('mapSummary')).toEqual(['0 1 COMPLETE', '1 3 FAILED', '2 1 COMPLETE']);
      expect(logged('mapSummary error')).toEqual(['1 NO_GOOD 1', '1 NO_GOOD 2', '1 NO_GOOD 3']);
    });

    test('of earlier calls are told to a pair that is tried again', async () => {
      const { logged } = await run(
        `config: { retryCount: 3 }, ${input("['a']")}, map: function (context) {
          var names = [];
          context.errors.iterator().each(function (key, text, no) { names.push(JSON.parse(text).name + no); return true; });
          if (context.executionNo < 3) throw error.create({ name: 'LATER', message: '' });
          context.write('seen', names.join('+'));
        }, ${SUMMARIZE}`,
      );
      expect(logged('output')).toEqual(['seen=LATER1+LATER2']);
    });

    test('with exitOnError lead to summarize, and pairs that wait stay pending', async () => {
      const { logged, stage } = await run(
        `config: { exitOnError: true }, ${input("['a', 'b', 'c', 'd']")}, ${FAILS}, ${JOIN_REDUCE}, ${SUMMARIZE}`,
      );
      expect(logged('mapSummary')).toEqual(['0 1 COMPLETE', '1 1 FAILED', '2 0 PENDING', '3 0 PENDING']);
      expect(logged('output')).toEqual(['']);
      expect(stage('reduce')).toBeUndefined();
    });

    test('of the usage limit end the call only, even in a try', async () => {
      bench = await jobBench(
        `{ ${input("['a', 'b', 'c']")}, map: function (context) {
          if (context.key === '0') for (;;) try { file.load('SuiteScripts/x.txt'); } catch (e) {}
          context.write(context.key, '');
        }, ${SUMMARIZE} }`,
      );
      const report = await runJob(bench);
      expect(report.status).toBe('COMPLETE');
      expect(bench.logged('mapSummary error')).toEqual(['0 SSS_USAGE_LIMIT_EXCEEDED 1']);
      expect(bench.logged('output')).toEqual(['1=;2=']);
      expect(report.stages.find(({ stage }) => stage === 'map')).toMatchObject({ highestUnits: 1000, calls: 3 });
    });

    test('of the usage limit cancel the jobs that wait; those that run do the rest', async () => {
      bench = await jobBench(
        `{ ${input("'abcdef'.split('')")}, map: function (context) {
          if (context.key === '0') for (;;) file.load('SuiteScripts/x.txt');
          file.load('SuiteScripts/x.txt');
          context.write(context.key, '');
        }, ${SUMMARIZE} }`,
        { deployment: '<concurrencylimit>2</concurrencylimit>', deployments: ['customdeploy_a', 'customdeploy_b'] },
      );
      writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
      await Promise.all([runJob(bench), runJob(bench)]);
      expect(bench.logged('output').map((line) => line.split(';').sort())).toEqual(
        [1, 2].map(() => ['1=', '2=', '3=', '4=', '5=']),
      );
    });

    test('of summarize fail the script', async () => {
      const { report } = await run(`${input('[]')}, ${ECHO_MAP}, summarize: function () { missing(); }`);
      expect(report.status).toBe('FAILED');
    });

    test('in the script file fail the script before it begins', async () => {
      const { report } = await run(`${input('[]')}, ${ECHO_MAP}`, { before: 'throw new Error("broken");' });
      expect(report.status).toBe('FAILED');
    });
  });

  describe('a server restart', () => {
    test('after a function has ended, before that was noted, runs it once more', async () => {
      bench = await jobBench(
        `{ ${input("['a', 'b']")}, map: function (context) {
             file.load('SuiteScripts/in.csv');
             log.audit('mapped', context.value + ' ' + context.isRestarted);
             context.write(context.key, context.value);
           }, ${SUMMARIZE} }`,
      );
      writeFileAt(bench.account, '/SuiteScripts/in.csv', 'a');
      bench.faults.plan({ rules: [{ kind: 'restart', op: 'file.load', entryPoint: 'map' }] });
      expect((await runJob(bench)).status).toBe('COMPLETE');
      expect(bench.logged('mapped').sort()).toEqual(['a false', 'a true', 'b false']);
      expect(bench.logged('output')).toEqual(['0=a;1=b']);
    });

    const CALLS = `map: function (context) {
      log.audit('map', context.key + ' ' + context.isRestarted + ' ' + context.executionNo);
      context.write('w', context.key);
      file.load('SuiteScripts/x.txt');
    }`;

    async function restarted(config: string, buffer: number, entryPoint = 'map', nth = 3) {
      bench = await jobBench(`{ ${config} ${input("['a', 'b', 'c', 'd', 'e']")}, ${CALLS}, ${SUMMARIZE} }`, {
        deployment: `<buffersize>${buffer}</buffersize>`,
      });
      writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
      bench.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load', entryPoint, nth }] });
      await runJob(bench);
      return { map: bench.logged('map'), output: bench.logged('output'), errors: bench.logged('mapSummary error') };
    }

    test('repeats the pair that was flagged, even without retryCount', async () => {
      const { map, output, errors } = await restarted('', 1);
      expect(map).toEqual(['0 false 1', '1 false 1', '2 false 1', '2 true 2', '3 false 1', '4 false 1']);
      expect(output).toEqual(['w=0;w=1;w=2;w=3;w=4']);
      expect(errors).toEqual(['2 SSS_APP_SERVER_RESTART 1']);
    });

    test('repeats the whole buffer, whose output counts once', async () => {
      const { map, output } = await restarted('', 4);
      expect(map).toEqual([
        '0 false 1',
        '1 false 1',
        '2 false 1',
        '0 true 2',
        '1 true 2',
        '2 true 2',
        '3 true 1',
        '4 false 1',
      ]);
      expect(output).toEqual(['w=0;w=1;w=2;w=3;w=4']);
    });

    test('leaves the buffer failed where retryCount is 0', async () => {
      const { map, output } = await restarted('config: { retryCount: 0 },', 1);
      expect(map).toEqual(['0 false 1', '1 false 1', '2 false 1', '3 false 1', '4 false 1']);
      expect(output).toEqual(['w=0;w=1;w=3;w=4']);
      expect(bench?.logged('mapSummary')).toContain('2 1 FAILED');
    });

    test('runs getInputData and summarize again, and tells them', async () => {
      bench = await jobBench(
        `{ getInputData: function (context) { file.load('SuiteScripts/x.txt'); return [String(context.isRestarted)]; }, ${ECHO_MAP},
           summarize: function (summary) { file.load('SuiteScripts/x.txt'); log.audit('summarize', String(summary.isRestarted)); } }`,
      );
      writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
      bench.faults.plan({
        rules: [
          { kind: 'crashBefore', entryPoint: 'getInputData' },
          { kind: 'crashBefore', entryPoint: 'summarize' },
        ],
      });
      const report = await runJob(bench);
      expect(report.status).toBe('COMPLETE');
      expect(bench.logged('summarize')).toEqual(['true']);
      expect(report.stages.map(({ stage, calls }) => [stage, calls])).toEqual([
        ['getInputData', 2],
        ['map', 1],
        ['summarize', 2],
      ]);
    });
  });

  describe('jobs', () => {
    const TRACE = `map: function (context) {
      log.audit('trace', 'start');
      for (var i = 0; i < 5; i++) file.load('SuiteScripts/x.txt');
      log.audit('trace', 'end');
      context.write(context.key, '');
    }`;

    test.each([
      [1, 5, 1],
      [2, 5, 2],
      [5, 5, 5],
      [5, 2, 2],
      [5, undefined, 2],
    ])('with concurrency %i on %s processors: %i side by side', async (limit, processors, expected) => {
      bench = await jobBench(`{ ${input("'abcdefghijklmnop'.split('')")}, ${TRACE}, ${SUMMARIZE} }`, {
        deployment: `<concurrencylimit>${limit}</concurrencylimit>`,
        ...(processors === undefined ? {} : { processors }),
      });
      writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
      const report = await runJob(bench);
      let live = 0;
      let most = 0;
      for (const mark of bench.logged('trace')) {
        live += mark === 'start' ? 1 : -1;
        most = Math.max(most, live);
      }
      expect(most).toBe(expected);
      expect(report.stages.find(({ stage }) => stage === 'map')?.concurrency).toBe(expected);
      expect(bench.logged('mapSummary')).toHaveLength(16);
    });

    test('yield between two calls after 10,000 units', async () => {
      const report = await run(
        `${input("'abcdefghijkl'.split('')")}, map: function (context) {
          for (var i = 0; i < 99; i++) try { file.load('SuiteScripts/none.txt'); } catch (e) {}
          context.write(context.key, '');
        }, ${SUMMARIZE}`,
      );
      expect(report.stage('map')).toMatchObject({ calls: 12, units: 11_880, yields: 1, errors: [] });
      expect(report.logged('output')[0]?.split(';')).toHaveLength(12);
    });

    test('yield after the minutes of the deployment', async () => {
      bench = await jobBench(`{ ${input("'abcd'.split('')")}, ${TRACE}, ${SUMMARIZE} }`, {
        deployment: '<yieldaftermins>3</yieldaftermins>',
      });
      writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
      const { clock } = bench;
      const entries = bench.entries;
      const push = entries.push.bind(entries);
      entries.push = (...items) => {
        if (items[0]?.details === 'end') clock.advance(2 * 60_000);
        return push(...items);
      };
      const report = await runJob(bench);
      expect(report.stages.find(({ stage }) => stage === 'map')).toMatchObject({ calls: 4, yields: 1 });
    });

    test('of two scripts share the processors', async () => {
      bench = await jobBench(`{ ${input("'abcdef'.split('')")}, ${TRACE}, ${SUMMARIZE} }`, {
        deployment: '<concurrencylimit>2</concurrencylimit>',
        deployments: ['customdeploy_a', 'customdeploy_b', 'customdeploy_c'],
      });
      writeFileAt(bench.account, '/SuiteScripts/x.txt', '');
      await Promise.all([runJob(bench), runJob(bench), runJob(bench)]);
      let live = 0;
      const most = Math.max(...bench.logged('trace').map((mark) => (live += mark === 'start' ? 1 : -1)));
      expect(most).toBe(2);
      expect(bench.logged('output')).toHaveLength(3);
    });
  });

  describe('limits of data', () => {
    test('a key of more than 3,000 characters in the input leads to summarize', async () => {
      const { logged } = await run(
        `getInputData: function () { var data = {}; data['k'.repeat(3001)] = 1; return data; }, ${ECHO_MAP}, ${SUMMARIZE}`,
      );
      expect(logged('input error')).toEqual(['KEY_LENGTH_IS_OVER_3000_BYTES']);
    });

    test('a key of more than 3,000 characters fails the pair that writes it', async () => {
      const { logged } = await run(
        `${input("['a']")}, map: function (context) { context.write('k'.repeat(3001), ''); }, ${SUMMARIZE}`,
      );
      expect(logged('mapSummary error')).toEqual(['0 KEY_LENGTH_IS_OVER_3000_BYTES 1']);
    });

    test('more than 200 MB lead to summarize', async () => {
      const { logged, stage } = await run(
        `${input("'abcdefghijklmnopqrstuvwxyz'.split('')")}, map: function (context) { context.write(context.key, 'x'.repeat(9000000)); }, ${JOIN_REDUCE},
         summarize: function (summary) {
           summary.mapSummary.errors.iterator().each(function (key, text) { log.audit('error', JSON.parse(text).name); return true; });
         }`,
      );
      expect(logged('error')).toEqual(['PERSISTED_DATA_LIMIT_FOR_MAPREDUCE_SCRIPT_EXCEEDED']);
      expect(stage('reduce')).toBeUndefined();
    });
  });
});
