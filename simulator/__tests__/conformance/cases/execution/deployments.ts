import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { mapReduce, restlet, type ScriptSetup, scheduled, suitelet } from '../../harness/scripts';
import type { Site } from '../../harness/site';
import { ECHO_MAP, input, stages, TEN_UNITS } from './summary';

const DAILY = `<status>SCHEDULED</status><title>Case</title><recurrence><daily><everyxdays>1</everyxdays>
  <startdate>2026-07-01</startdate><starttime>18:00:00Z</starttime></daily></recurrence>`;
const SUBMIT = `task.create({ taskType: 'MAP_REDUCE', scriptId: 'customscript_job', deploymentId: 'customdeploy_job' }).submit()`;
/** Submits as the integration user in a custom role with the permissions for it; scheduling at the given level. */
async function asClerk(api: Api, scheduling: string | null): Promise<Site> {
  const permissions = Object.entries({
    LIST_FILECABINET: 'VIEW',
    ADMI_CUSTOMSCRIPT: 'VIEW',
    ADMI_SS_SCHEDULING: scheduling,
  })
    .filter(([, level]) => level !== null)
    .map(([key, level]) => `<permission><permkey>${key}</permkey><permlevel>${level}</permlevel></permission>`);
  const role = `<role scriptid="customrole_clerk"><name>Clerk</name><centertype>ACCOUNTCENTER</centertype>
    <permissions>${permissions.join('')}</permissions></role>`;
  const submits = restlet(`{ post: function () { log.audit('code', caught(function () { ${SUBMIT}; })); } }`);
  const site = await api.site({
    objects: [role],
    scripts: [submits, mapReduce(stages(input('[runtime.getCurrentUser().roleId]'), ECHO_MAP))],
  });
  const [clerk] = await site.account.suiteql("SELECT id FROM role WHERE LOWER(scriptid) = 'customrole_clerk'");
  const [who] = await site.account.suiteql("SELECT id FROM employee WHERE email LIKE 'billing%'");
  await site.call('POST', {}, { user: { id: String(who?.id), role: String(clerk?.id) } });
  await site.account.idle();
  return site;
}

const SUBMIT_ANY = "task.create({ taskType: 'MAP_REDUCE', scriptId: 'customscript_job' }).submit()";

const quick = (deployment = '', deployments?: readonly string[]): ScriptSetup =>
  mapReduce(stages(input("['a']"), ECHO_MAP), { deployment, ...(deployments ? { deployments } : {}) });

/** Codes of several submissions, one after the other in one script. */
async function submissions(api: Api, script: ScriptSetup, ...submits: readonly string[]): Promise<unknown> {
  const body = `return [${submits.map((submit) => `caught(function () { ${submit}; })`).join(', ')}];`;
  return await api.script(body, { scripts: [script] });
}

async function loggedAt(api: Api, level: string): Promise<string[]> {
  const site = await api.site({
    scripts: [
      restlet(
        "{ post: function () { ['debug', 'audit', 'error', 'emergency'].forEach(function (level) { log[level]('t', level); }); } }",
        { deployment: `<loglevel>${level}</loglevel>` },
      ),
    ],
  });
  await site.post();
  return site.logged('t');
}

export const deploymentRecord: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1509578980',
  title: 'Map/Reduce Script Deployment Record',
  cases: [
    {
      id: 'scheduled-deployment-not-on-demand',
      rule: 'A deployment whose status is Scheduled cannot be submitted on demand.',
      without: {
        file: 'src/scripts/submit.ts',
        find: 'if (!isSubmittable(deployment)) {',
        replace: "if (!isSubmittable({ ...deployment, status: 'NOTSCHEDULED' })) {",
      },
      run: async (api) => {
        const codes = (await submissions(api, quick(DAILY), SUBMIT)) as string[];
        holds(codes[0] !== 'nothing', codes);
      },
    },
    {
      id: 'undeployed-deployment-not-submitted',
      rule: 'A deployment that is not deployed cannot be submitted.',
      without: {
        file: 'src/scripts/submit.ts',
        find: 'if (!isSubmittable(deployment)) {',
        replace: 'if (!isSubmittable({ ...deployment, isDeployed: true })) {',
      },
      run: async (api) => {
        const codes = (await submissions(api, quick('<isdeployed>F</isdeployed>'), SUBMIT)) as string[];
        holds(codes[0] !== 'nothing', codes);
      },
    },
    {
      id: 'undeployed-schedule-ignored',
      rule: 'The schedule of a deployment that is not deployed is ignored.',
      without: { file: 'src/scripts/schedule.ts', find: "AND isdeployed = 'T' ", replace: '' },
      run: async (api) => {
        const site = await api.site({ scripts: [quick(`${DAILY}<isdeployed>F</isdeployed>`)] });
        await site.account.passTime('2026-07-15T18:30:00Z');
        equal(site.logged('output'), []);
      },
    },
    {
      id: 'schedule-submits',
      rule: 'A deployment with a schedule is submitted at its times, as Administrator.',
      without: {
        file: 'src/scripts/submit.ts',
        find: "return start(account, deployment, 'SCHEDULED', SYSTEM_USER, {});",
        replace: 'return null;',
      },
      run: async (api) => {
        const site = await api.site({
          scripts: [mapReduce(stages(input('[runtime.getCurrentUser().roleId]'), ECHO_MAP), { deployment: DAILY })],
        });
        await site.account.passTime('2026-07-15T17:59:00Z');
        equal(site.logged('output'), []);
        await site.account.passTime('2026-07-17T00:00:00Z');
        equal(site.logged('output'), ['0=administrator', '0=administrator']);
      },
    },
    {
      id: 'one-instance-of-a-deployment',
      rule: 'A deployment with an unfinished instance cannot be submitted again.',
      without: { file: 'src/scripts/submit.ts', find: 'if (isBusy(account, deployment)) {', replace: 'if (false) {' },
      run: async (api) => {
        const codes = (await submissions(api, quick(), SUBMIT, SUBMIT)) as string[];
        holds(codes[0] === 'nothing' && codes[1] !== 'nothing', codes);
      },
    },
    {
      id: 'concurrency-limit-jobs',
      rule: 'The concurrency limit is the number of map jobs that work side by side.',
      without: {
        file: 'src/scripts/mapReduce/keyStage.ts',
        find: 'Math.min(deployment.concurrencyLimit, processorsOf(account), stage.pairs.length)',
        replace: 'Math.min(1, stage.pairs.length)',
      },
      run: async (api) => {
        const script = mapReduce(stages(input("['a', 'b', 'c', 'd']"), ECHO_MAP), {
          deployment: '<concurrencylimit>3</concurrencylimit>',
        });
        const site = await api.site({ scripts: [script], processors: 5 });
        await site.run();
        equal(site.logged('concurrency'), ['3']);
      },
    },
    {
      id: 'log-level-audit',
      rule: 'With log level Audit, debug messages are not logged.',
      without: {
        file: 'src/execution/executions.ts',
        find: 'LOG_LEVELS.indexOf(entry.type as LogLevel) < LOG_LEVELS.indexOf(',
        replace: 'LOG_LEVELS.indexOf(entry.type as LogLevel) < -LOG_LEVELS.indexOf(',
      },
      run: async (api) => {
        equal(await loggedAt(api, 'AUDIT'), ['audit', 'error', 'emergency']);
      },
    },
    {
      id: 'log-level-default-debug',
      rule: 'The log level of a deployment is Debug if nothing else is chosen, and shows everything.',
      without: {
        file: 'src/sdf/objects/deployments.ts',
        find: "loglevel: text('loglevel') ?? 'DEBUG'",
        replace: "loglevel: text('loglevel') ?? 'ERROR'",
      },
      run: async (api) => {
        const site = await api.site({ scripts: [restlet("{ post: function () { log.debug('t', 'd'); } }")] });
        await site.post();
        equal(site.logged('t'), ['d']);
      },
    },
    {
      id: 'buffer-size-default-one',
      rule: 'A buffer has one pair if the deployment says nothing else.',
      without: {
        file: 'src/sdf/objects/deployments.ts',
        find: "buffersize: Number(text('buffersize') ?? 1)",
        replace: "buffersize: Number(text('buffersize') ?? 64)",
      },
      run: async (api) => {
        const map = `map: function (context) { log.audit('call', context.value); ${TEN_UNITS} }`;
        const site = await api.site({ scripts: [mapReduce(stages(input("['a', 'b', 'c']"), map))] });
        site.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load', nth: 2 }] });
        await site.run();
        equal(site.logged('call'), ['a', 'b', 'b', 'c']);
      },
    },
  ],
};

export const onDemand: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1508887826',
  title: 'Submitting an On-Demand Map/Reduce Script Deployment from a Script',
  cases: [
    {
      id: 'map-reduce-inherits-the-role',
      rule: 'A map/reduce script that a script submits runs as that script’s user in its role.',
      without: {
        file: 'src/calls/task.ts',
        find: 'return submitTask(account, user, submission);',
        replace: "return submitTask(account, { ...user, role: '3', roleScriptId: 'administrator' }, submission);",
      },
      run: async (api) => {
        const site = await asClerk(api, 'FULL');
        equal(site.logged('output'), ['0=customrole_clerk']);
      },
    },
    {
      id: 'submit-needs-scheduling-permission',
      rule: 'A role that submits a map/reduce script needs the SuiteScript Scheduling permission.',
      without: {
        file: 'src/calls/task.ts',
        find: 'requirePermission(account, user, permission, level);',
        replace: '',
      },
      run: async (api) => {
        equal((await asClerk(api, null)).logged('code'), ['INSUFFICIENT_PERMISSION']);
      },
    },
    {
      id: 'any-available-deployment',
      rule: 'Without a deployment id any available deployment of the script is taken.',
      without: {
        file: 'src/scripts/submit.ts',
        find: 'isSubmittable(deployment) && !isBusy(account, deployment)',
        replace: 'isSubmittable(deployment)',
      },
      run: async (api) => {
        const script = quick('', ['a', 'b']);
        const site = await api.site({
          scripts: [script, restlet(`{ post: function () { ${SUBMIT_ANY}; ${SUBMIT_ANY}; } }`)],
        });
        await site.post();
        await site.account.idle();
        const used = site.account.log().filter(({ title }) => title === 'output');
        equal(used.map(({ deployment }) => deployment).sort(), ['customdeploy_a', 'customdeploy_b']);
      },
    },
    {
      id: 'available-means-not-scheduled',
      rule: 'A deployment is available only while it is deployed and its status is Not Scheduled.',
      without: {
        file: 'src/scripts/submit.ts',
        find: 'deployments.find((deployment) => isSubmittable(deployment)',
        replace: 'deployments.find((deployment) => deployment.isDeployed',
      },
      run: async (api) => {
        const codes = (await submissions(api, quick(DAILY), SUBMIT_ANY)) as string[];
        holds(codes[0] !== 'nothing', codes);
      },
    },
    {
      id: 'no-deployment-available',
      rule: 'Where every deployment of the script has an unfinished instance, the submission fails.',
      without: {
        file: 'src/scripts/submit.ts',
        find: 'if (!free) throw TASK_ERRORS.noneFree(script);',
        replace: 'if (!free) return deployments[0] as Deployment;',
      },
      run: async (api) => {
        const codes = (await submissions(api, quick('', ['a', 'b']), SUBMIT_ANY, SUBMIT_ANY, SUBMIT_ANY)) as string[];
        holds(codes[0] === 'nothing' && codes[1] === 'nothing' && codes[2] !== 'nothing', codes);
      },
    },
  ],
};

export const processors: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1518131145',
  title: 'SuiteCloud Processors Processor Allotment Per Account',
  cases: [
    {
      id: 'two-processors',
      rule: 'An account without SuiteCloud Plus has two processors: no stage has more jobs at work.',
      without: {
        file: 'src/scripts/processorPreferences.ts',
        find: 'const PROCESSORS = 2',
        replace: 'const PROCESSORS = 10',
      },
      run: async (api) => {
        const script = mapReduce(stages(input("['a', 'b', 'c', 'd']"), ECHO_MAP), {
          deployment: '<concurrencylimit>5</concurrencylimit>',
        });
        const site = await api.site({ scripts: [script] });
        await site.run();
        equal(site.logged('concurrency'), ['2']);
      },
    },
    {
      id: 'processors-shared-by-scripts',
      rule: 'Scheduled and map/reduce scripts share the processors; with one, what was submitted first ends first.',
      without: {
        file: 'src/scripts/processors.ts',
        find: 'return processorsOf(account) - queue.busy;',
        replace: 'return 2 - queue.busy;',
      },
      run: async (api) => {
        const slow = `{ execute: function () { for (var i = 0; i < 20; i += 1) runtime.isFeatureInEffect({ feature: 'X' }); log.audit('end', 'first'); } }`;
        const site = await api.site({
          processors: 1,
          scripts: [
            scheduled(slow),
            mapReduce(`{ ${input('[]')}, ${ECHO_MAP}, summarize: function () { log.audit('end', 'second'); } }`),
            restlet(`{ post: function () {
              task.create({ taskType: 'SCHEDULED_SCRIPT', scriptId: 'customscript_timer', deploymentId: 'customdeploy_timer' }).submit();
              ${SUBMIT}; } }`),
          ],
        });
        await site.post();
        await site.account.idle();
        equal(site.logged('end'), ['first', 'second']);
      },
    },
  ],
};

const TYPE = "{ execute: function (context) { log.audit('type', context.type); } }";

export const invocationType: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_4407982532',
  title: 'context.InvocationType',
  cases: [
    {
      id: 'invocation-scheduled',
      rule: 'A scheduled script that its schedule starts is told SCHEDULED.',
      without: {
        file: 'src/scripts/scheduled.ts',
        find: "instance.status === 'PENDING' ? instance.trigger : 'ABORTED'",
        replace: "instance.status === 'PENDING' ? 'ON_DEMAND' : 'ABORTED'",
      },
      run: async (api) => {
        const site = await api.site({ scripts: [scheduled(TYPE, { deployment: DAILY })] });
        await site.account.passTime('2026-07-15T18:30:00Z');
        equal(site.logged('type'), ['SCHEDULED']);
      },
    },
    {
      id: 'invocation-on-demand',
      rule: 'A scheduled script that another script submits is told ON_DEMAND.',
      without: {
        file: 'src/scripts/submit.ts',
        find: "'ON_DEMAND', user, submission.params",
        replace: "'SCHEDULED', user, submission.params",
      },
      run: async (api) => {
        const site = await api.site({
          scripts: [
            scheduled(TYPE),
            restlet(`{ post: function () { task.create({ taskType: 'SCHEDULED_SCRIPT',
              scriptId: 'customscript_timer', deploymentId: 'customdeploy_timer' }).submit(); } }`),
          ],
        });
        await site.post();
        await site.account.idle();
        equal(site.logged('type'), ['ON_DEMAND']);
      },
    },
  ],
};

export const scheduledRestart: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1490041886',
  title: 'Scheduled Script Handling of Server Restarts',
  cases: [
    {
      id: 'scheduled-script-runs-again-as-aborted',
      rule: 'After a server restart a scheduled script runs again from its beginning and is told that it was aborted.',
      without: {
        file: 'src/scripts/scheduled.ts',
        find: "if (name !== SERVER_RESTART) return 'FAILED';",
        replace: "return 'FAILED';",
      },
      run: async (api) => {
        const script = scheduled(
          `{ execute: function (context) { log.audit('type', context.type); ${TEN_UNITS} log.audit('end', ''); } }`,
        );
        const site = await api.site({ scripts: [script] });
        site.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'file.load' }] });
        const report = await site.run({ script: 'customscript_timer' });
        equal([report.status, site.logged('type'), site.logged('end')], ['COMPLETE', ['ON_DEMAND', 'ABORTED'], ['']]);
      },
    },
  ],
};

export const scheduledInSdf: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1504707195',
  title: 'Defining a Recurring Scheduled Script Deployment',
  cases: [
    {
      id: 'repeat-every-quarter-of-an-hour',
      rule: 'A deployment may repeat every 15 minutes.',
      without: {
        file: 'src/scripts/recurrence.ts',
        find: 'const step = recurrence.repeat ? minutesOf(recurrence.repeat) * MINUTE : DAY;',
        replace: 'const step = DAY;',
      },
      run: async (api) => {
        const deployment = `<status>SCHEDULED</status><title>Case</title><recurrence><daily><everyxdays>1</everyxdays>
          <startdate>2026-07-01</startdate><starttime>00:00:00Z</starttime><repeat>PT15M</repeat></daily></recurrence>`;
        const site = await api.site({ scripts: [scheduled(TYPE, { deployment })] });
        await site.account.passTime('2026-07-15T18:00:00Z');
        equal(site.logged('type').length, 4);
      },
    },
    {
      id: 'weekly-on-chosen-days',
      rule: 'A weekly schedule runs on the days of the week that are chosen.',
      without: {
        file: 'src/scripts/recurrence.ts',
        find: "recurrence[WEEKDAYS[date.getUTCDay()] ?? ''] === 'T'",
        replace: 'date.getUTCDay() === 1',
      },
      run: async (api) => {
        const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
        const flags = days.map((day) => `<${day}>${day === 'friday' ? 'T' : 'F'}</${day}>`).join('');
        const deployment = `<status>SCHEDULED</status><title>Case</title><recurrence><weekly><everyxweeks>1</everyxweeks>
          <startdate>2026-07-01</startdate><starttime>12:00:00Z</starttime>${flags}</weekly></recurrence>`;
        const site = await api.site({
          scripts: [
            scheduled("{ execute: function () { log.audit('on', new Date().toISOString().slice(0, 10)); } }", {
              deployment,
            }),
          ],
        });
        await site.account.passTime('2026-07-25T00:00:00Z');
        equal(site.logged('on'), ['2026-07-17', '2026-07-24']);
      },
    },
  ],
};

export const status: ConformancePage = {
  paragraph: 'Execution',
  page: 'chapter_N2998873',
  title: 'Setting Script Deployment Status',
  cases: [
    {
      id: 'inactive-deployment-does-not-run',
      rule: 'A Suitelet or RESTlet that is not deployed answers nobody.',
      without: {
        file: 'src/scripts/availability.ts',
        find: 'if (!deployment.isDeployed || deployment.isInactive) return false;',
        replace: 'if (deployment.isInactive) return false;',
      },
      run: async (api) => {
        const script = restlet('{ post: function () { return {}; } }', { deployment: '<isdeployed>F</isdeployed>' });
        const site = await api.site({ scripts: [script, suitelet('{ onRequest: function () {} }')] });
        holds((await site.call('POST', {})).status >= 400, 'an answer');
      },
    },
  ],
};
