import { execute } from '../../src/kernel/operation';
import type { Wire } from '../../src/kernel/wire';
import { instanceOf, unfinishedInstances } from '../../src/scripts/instances';
import { limitsOf } from '../../src/scripts/limits';
import { deployedScript } from '../../src/scripts/registry';
import { resumeUnfinished } from '../../src/scripts/submit';
import { installProject } from '../../src/sdf/install';
import { APP, folderOf, object, removeProjects, script, suiteApp } from '../sdf/projects';
import { type Bench, CLERK, openBench } from './bench';
import { MODULES } from './jobs';

const NAMES = ['customdeploy_a', 'customdeploy_b'];

/** An account with a map/reduce script of two deployments, a scheduled script, and a RESTlet that runs the given code. */
async function taskBench(code: string, deployment = '<status>NOTSCHEDULED</status>'): Promise<Bench> {
  const bench = openBench();
  const deployments = (names: readonly string[], rest: string): string =>
    `<scriptdeployments>${names.map((name) => `<scriptdeployment scriptid="${name}"><title>T</title>${rest}</scriptdeployment>`).join('')}</scriptdeployments>`;
  const project = suiteApp({
    [`FileCabinet/SuiteApps/${APP}/echo.js`]: script('Restlet', `{ post: function (body) { ${code} } }`, MODULES),
    [`FileCabinet/SuiteApps/${APP}/mr.js`]: script(
      'MapReduceScript',
      `{ getInputData: function () { return ['a', 'b']; },
         map: function (context) { log.audit('map', runtime.getCurrentScript().deploymentId); context.write('k', context.value); },
         reduce: function (context) { context.write(context.key, context.values.length); } }`,
      MODULES,
    ),
    [`FileCabinet/SuiteApps/${APP}/job.js`]: script(
      'ScheduledScript',
      "{ execute: function (context) { log.audit('execute', context.type + ' ' + runtime.getCurrentUser().id + ' ' + runtime.executionContext); } }",
      MODULES,
    ),
    ...object(
      `<mapreducescript scriptid="customscript_mr"><name>MR</name><scriptfile>[/SuiteApps/${APP}/mr.js]</scriptfile>${deployments(NAMES, deployment)}</mapreducescript>`,
    ),
    ...object(
      `<scheduledscript scriptid="customscript_job"><name>Job</name><scriptfile>[/SuiteApps/${APP}/job.js]</scriptfile>${deployments(['customdeploy_job'], '<status>NOTSCHEDULED</status>')}</scheduledscript>`,
    ),
  });
  await bench.perform(installProject(bench.account, folderOf(project)));
  return bench;
}

/** Runs the RESTlet and gives what it returned, with the units that it used. */
async function post(bench: Bench, body: Wire = {}) {
  const deployed = deployedScript(bench.account, 'customscript_x_echo', 'customdeploy_x_echo');
  if (!deployed) throw new Error('not installed');
  const outcome = await bench.perform(
    execute({
      script: deployed,
      entryPoint: 'post',
      input: body,
      user: CLERK,
      context: 'RESTLET',
      limits: limitsOf('RESTLET', 'post'),
    }),
  );
  if (outcome.status === 'failed') throw new Error(outcome.error.name);
  return { output: (outcome.output as { text?: string }).text, units: outcome.unitsUsed };
}

const submit = (rest: string): string =>
  `task.create({ taskType: task.TaskType.MAP_REDUCE, scriptId: 'customscript_mr'${rest} }).submit()`;
const caught = (expression: string): string =>
  `(function () { try { return ${expression}; } catch (e) { return e.name; } })()`;

describe('N/task', () => {
  let bench: Bench;
  afterEach(() => bench.close());
  afterAll(removeProjects);

  test('submits a map/reduce script for 20 units; it runs after that, and its state can be asked for', async () => {
    bench = await taskBench(`
      if (body.task) { var s = task.checkStatus({ taskId: body.task });
        return [s.status, s.stage, s.getTotalMapCount(), s.getPendingMapCount(), s.getTotalReduceCount(), s.getTotalOutputCount(), s.getPercentageCompleted()].join(' '); }
      return ${submit(", deploymentId: 'customdeploy_b'")};`);
    const submitted = await post(bench);
    expect(submitted.units).toBe(20);
    expect(submitted.output).toMatch(/^MAPREDUCETASK_/);
    expect(instanceOf(bench.account, submitted.output ?? '')?.submitter.roleScriptId).toBe('customrole_clerk');
    await bench.idle();
    expect(bench.logged('map')).toEqual(['customdeploy_b', 'customdeploy_b']);
    const status = await post(bench, { task: submitted.output });
    expect(status).toEqual({ output: 'COMPLETE  2 0 1 1 100', units: 50 });
  });

  test('takes a free deployment from the pool where none is named, and says when none is left', async () => {
    bench = await taskBench(`return [${caught(submit(''))}, ${caught(submit(''))}, ${caught(submit(''))}].join(' ');`);
    expect((await post(bench)).output).toMatch(/^MAPREDUCETASK_\w+ MAPREDUCETASK_\w+ NO_DEPLOYMENTS_AVAILABLE$/);
    await bench.idle();
    expect(bench.logged('map').sort()).toEqual([...NAMES, ...NAMES].sort());
    expect((await post(bench)).output).toContain('MAPREDUCETASK');
    await bench.idle();
  });

  test('refuses a deployment that is running', async () => {
    const again = caught(submit(", deploymentId: 'customdeploy_a'"));
    bench = await taskBench(`return [${again}, ${again}].join(' ');`);
    expect((await post(bench)).output).toMatch(/ MAP_REDUCE_ALREADY_RUNNING$/);
    await bench.idle();
  });

  test.each([
    ['a deployment with a schedule', submit(", deploymentId: 'customdeploy_a'"), 'FAILED_TO_SUBMIT_JOB_REQUEST_1'],
    ['every deployment with a schedule', submit(''), 'NO_DEPLOYMENTS_AVAILABLE'],
    ['a deployment that does not exist', submit(", deploymentId: 'customdeploy_z'"), 'FAILED_TO_SUBMIT_JOB_REQUEST_1'],
    ['no script', 'task.create({ taskType: task.TaskType.MAP_REDUCE }).submit()', 'SSS_MISSING_REQD_ARGUMENT'],
    [
      'a task type that the simulator lacks',
      'task.create({ taskType: task.TaskType.CSV_IMPORT })',
      'SIMULATOR_NOT_SUPPORTED',
    ],
    ['a task type that NetSuite lacks', "task.create({ taskType: 'DANCE' })", 'SSS_INVALID_TYPE_ARG'],
  ])('refuses %s', async (_, expression, code) => {
    const schedule =
      '<status>SCHEDULED</status><recurrence><single><startdate>2026-04-01</startdate><starttime>00:00:00Z</starttime></single></recurrence>';
    bench = await taskBench(`return ${caught(expression)};`, schedule);
    expect((await post(bench)).output).toBe(code);
  });

  test('a scheduled script runs as Administrator and learns how it was started', async () => {
    bench = await taskBench(
      "return task.create({ taskType: 'SCHEDULED_SCRIPT', scriptId: 'customscript_job', deploymentId: 'customdeploy_job' }).submit();",
    );
    expect((await post(bench)).output).toMatch(/^SCHEDSCRIPT_/);
    await bench.idle();
    expect(bench.logged('execute')).toEqual(['ON_DEMAND -4 SCHEDULED']);
  });

  test('what had not ended when the account was closed runs again from its beginning, and is told so', async () => {
    bench = await taskBench('return null;');
    bench.account.store.run(
      `INSERT INTO scheduledscriptinstance (taskid, deployment, status, trigger, submitter, parameters, progress)
       SELECT 'SCHEDSCRIPT_1', primarykey, 'PROCESSING', 'SCHEDULED', ?, '{}', '{}' FROM scriptdeployment WHERE scriptid = 'customdeploy_job'`,
      [JSON.stringify(CLERK)],
    );
    resumeUnfinished(bench.account);
    await bench.idle();
    expect(bench.logged('execute')).toEqual(['ABORTED -4 SCHEDULED']);
    expect(unfinishedInstances(bench.account)).toEqual([]);
  });
});
