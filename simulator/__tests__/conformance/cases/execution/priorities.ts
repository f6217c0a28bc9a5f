import { equal } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { mapReduce, restlet, scheduled } from '../../harness/scripts';
import { input } from './summary';

const HOUR = 3_600_000;
const DEPLOYMENT = 'runtime.getCurrentScript().deploymentId';

const submit = (script: string, name: string, type = 'SCHEDULED_SCRIPT'): string =>
  `task.create({ taskType: '${type}', scriptId: 'customscript_${script}', deploymentId: 'customdeploy_${name}' }).submit();`;

interface Waiting {
  /** Deployments in the order of their submission: `1:HIGH`, `map:LOW` for the map/reduce script. */
  readonly jobs: string;
  /** How long the first job, during which the others are submitted, keeps its processor. */
  readonly hours?: number;
  readonly elevation?: 'moderate' | 'intensive';
  readonly count?: number;
  readonly reserved?: number;
  /** Priority of the job that submits the others. */
  readonly first?: string;
}

/** Jobs in the order in which the processors took them. The first job holds a processor until all others wait. */
async function served(api: Api, waiting: Waiting): Promise<string[]> {
  const { hours = 0, elevation, count = 1, reserved = 0, first = 'STANDARD' } = waiting;
  const jobs = waiting.jobs.split(' ').map((job) => job.split(':') as [string, string]);
  const simple = jobs.map(([name]) => name).filter((name) => name !== 'map');
  let pass = (): void => {};
  const site = await api.site({
    processors: count,
    outside: () => {
      pass();
      return { code: 200, body: '' };
    },
    scripts: [
      scheduled(
        `{ execute: function () { ${jobs
          .map(([name]) => (name === 'map' ? submit('job', 'job', 'MAP_REDUCE') : submit('timer', name)))
          .join(' ')} https.get({ url: 'https://clock.example.com/' }); log.audit('left', 'x'); } }`,
        { id: 'first' },
      ),
      scheduled(`{ execute: function () { log.audit('job', ${DEPLOYMENT}); } }`, { deployments: simple }),
      mapReduce(
        `{ ${input("['a']")}, map: function () { log.audit('job', 'map'); }, summarize: function () { log.audit('job', 'summarize'); } }`,
      ),
      restlet(`{ post: function () { ${submit('first', 'first')} } }`),
    ],
  });
  pass = () => site.account.clock.advance(hours * HOUR);
  site.account.processors({
    reserved,
    ...(elevation ? { elevation } : {}),
    priorities: [
      { script: 'customscript_first', priority: first },
      ...jobs.map(([name, priority]) =>
        name === 'map'
          ? { script: 'customscript_job', priority }
          : { script: 'customscript_timer', deployment: `customdeploy_${name}`, priority },
      ),
    ],
  });
  await site.post();
  await site.account.idle();
  return site.logged('job').map((name) => name.replace('customdeploy_', ''));
}

const QUEUE = 'src/scripts/processors.ts';
const PREFERENCES = 'src/scripts/processorPreferences.ts';

export const priorityLevels: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1505170702',
  title: 'SuiteCloud Processors Priority Levels',
  cases: [
    {
      id: 'priority-before-submission',
      rule: 'Jobs go to the processors by priority, and within one priority in the order of their submission.',
      without: { file: QUEUE, find: 'const level = PRIORITIES.indexOf(priority);', replace: 'const level = 0;' },
      run: async (api) => {
        equal(await served(api, { jobs: '1:HIGH 2:STANDARD 3:LOW 4:HIGH 5:STANDARD' }), ['1', '4', '2', '5', '3']);
      },
    },
    {
      id: 'priority-same-by-submission',
      rule: 'Jobs of the same priority go to the processors in the order in which they were submitted.',
      without: { file: QUEUE, find: 'job.order < next.job.order', replace: 'job.order > next.job.order' },
      run: async (api) => {
        equal(await served(api, { jobs: '2:LOW 1:LOW 3:LOW' }), ['2', '1', '3']);
      },
    },
    {
      id: 'priority-default-standard',
      rule: 'A deployment for which nobody chose a priority has Standard: before Low, after High.',
      without: {
        file: 'src/scripts/priority.ts',
        find: "row?.priority ?? 'STANDARD'",
        replace: "row?.priority ?? 'LOW'",
      },
      run: async (api) => {
        const site = await api.site({
          processors: 1,
          scripts: [
            scheduled(`{ execute: function () { ${submit('timer', 'low')} ${submit('timer', 'none')} } }`, {
              id: 'first',
            }),
            scheduled(`{ execute: function () { log.audit('job', ${DEPLOYMENT}); } }`, {
              deployments: ['low', 'none'],
            }),
          ],
        });
        const script = 'customscript_timer';
        site.account.processors({ priorities: [{ script, deployment: 'customdeploy_low', priority: 'LOW' }] });
        await site.account.run({ script: 'customscript_first' });
        await site.account.idle();
        equal(site.logged('job'), ['customdeploy_none', 'customdeploy_low']);
      },
    },
    {
      id: 'priority-of-map-reduce-stages',
      rule: 'Every stage of a map/reduce script has the priority of its deployment, beside scheduled scripts.',
      without: {
        file: 'src/scripts/mapReduce/jobs.ts',
        find: 'priority: priorityOf(account, deployment.deployment)',
        replace: "priority: 'STANDARD'",
      },
      run: async (api) => {
        equal(await served(api, { jobs: '1:STANDARD map:HIGH 2:LOW' }), ['map', 'summarize', '1', '2']);
      },
    },
    {
      id: 'priority-low-map-reduce-waits',
      rule: 'A map/reduce script of low priority lets scheduled scripts pass that were submitted after it.',
      without: {
        file: 'src/scripts/mapReduce/jobs.ts',
        find: 'priority: priorityOf(account, deployment.deployment)',
        replace: "priority: 'HIGH'",
      },
      run: async (api) => {
        equal(await served(api, { jobs: 'map:LOW 1:STANDARD' }), ['1', 'map', 'summarize']);
      },
    },
  ],
};

export const priorityElevation: ConformancePage = {
  paragraph: 'Execution',
  page: 'section_1504277743',
  title: 'SuiteCloud Processors Priority Elevation',
  cases: [
    {
      id: 'elevation-off-by-default',
      rule: 'Without priority elevation a job of low priority waits for all others, however long that takes.',
      without: { file: PREFERENCES, find: 'elevationminutes: null };', replace: 'elevationminutes: 240 };' },
      run: async (api) => {
        equal(await served(api, { jobs: '1:LOW 2:STANDARD', hours: 9 }), ['2', '1']);
      },
    },
    {
      id: 'elevation-moderate-four-hours',
      rule: 'With moderate elevation a job of low priority is of standard priority after four hours.',
      without: { file: PREFERENCES, find: 'moderate: 240', replace: 'moderate: 480' },
      run: async (api) => {
        equal(await served(api, { jobs: '1:LOW 2:STANDARD 3:HIGH', hours: 4, elevation: 'moderate' }), ['2', '3', '1']);
      },
    },
    {
      id: 'elevation-intensive-one-hour',
      rule: 'With intensive elevation a job of standard priority is of high priority after one hour.',
      without: { file: PREFERENCES, find: 'intensive: 60', replace: 'intensive: 240' },
      run: async (api) => {
        equal(await served(api, { jobs: '1:STANDARD 2:HIGH', hours: 1, elevation: 'intensive' }), ['1', '2']);
      },
    },
    {
      id: 'elevation-two-steps',
      rule: 'A job of low priority is of high priority after two intervals.',
      without: { file: QUEUE, find: 'Math.floor((now - submittedAt)', replace: 'Math.min(1, (now - submittedAt)' },
      run: async (api) => {
        equal(await served(api, { jobs: '1:LOW 2:HIGH', hours: 2, elevation: 'intensive' }), ['1', '2']);
      },
    },
    {
      id: 'elevation-not-before-the-interval',
      rule: 'A job that is sent to a processor before the interval has passed keeps its priority.',
      without: { file: QUEUE, find: 'Math.floor((now - submittedAt)', replace: 'Math.ceil((now - submittedAt)' },
      run: async (api) => {
        equal(await served(api, { jobs: '1:STANDARD 2:HIGH', hours: 3, elevation: 'moderate' }), ['2', '1']);
      },
    },
  ],
};

export const processorReservation: ConformancePage = {
  paragraph: 'Execution',
  page: 'bridgehead_1504277825',
  title: 'SuiteCloud Processors Processor Reservation Advanced Settings',
  cases: [
    {
      id: 'reservation-keeps-processors-free',
      rule: 'A job below high priority needs more free processors than are reserved; one of high priority needs one.',
      without: { file: QUEUE, find: 'if (onlyHigh && level > 0) continue;', replace: '' },
      run: async (api) => {
        // Of three processors the job that submits has one and two are free and reserved: only the high one can go.
        const site = await api.site({
          processors: 3,
          outside: () => ({ code: 200, body: '' }),
          scripts: [
            scheduled(
              `{ execute: function () { ${submit('timer', 'standard')} ${submit('timer', 'high')} for (var i = 0; i < 50; i += 1) runtime.isFeatureInEffect({ feature: 'X' }); log.audit('job', 'first ends'); } }`,
              { id: 'first' },
            ),
            scheduled(`{ execute: function () { log.audit('job', ${DEPLOYMENT}); } }`, {
              deployments: ['standard', 'high'],
            }),
          ],
        });
        const high = { script: 'customscript_timer', deployment: 'customdeploy_high', priority: 'HIGH' };
        site.account.processors({ reserved: 2, priorities: [high] });
        await site.account.run({ script: 'customscript_first' });
        await site.account.idle();
        equal(site.logged('job'), ['customdeploy_high', 'first ends', 'customdeploy_standard']);
      },
    },
    {
      id: 'reservation-all-but-one',
      rule: 'All processors but one can be reserved.',
      without: {
        file: PREFERENCES,
        find: "whole('reserved', reserved, 0, processors - 1)",
        replace: "whole('reserved', reserved, 0, processors)",
      },
      run: async (api) => {
        const { account } = await api.site({ processors: 5 });
        equal(account.processors({ reserved: 4 }).reserved, 4);
        let code = 'nothing';
        try {
          account.processors({ reserved: 5 });
        } catch (error) {
          code = (error as Error).name;
        }
        equal(code, 'SSS_INVALID_TYPE_ARG');
      },
    },
    {
      id: 'reservation-needs-suitecloud-plus',
      rule: 'Processors can be reserved in accounts with SuiteCloud Plus only.',
      without: { file: PREFERENCES, find: 'if (reserved > 0 && processors <= PROCESSORS) {', replace: 'if (false) {' },
      run: async (api) => {
        const { account } = await api.site();
        let message = 'nothing';
        try {
          account.processors({ reserved: 1 });
        } catch (error) {
          message = (error as Error).message;
        }
        equal(message, 'Processor reservation is only available for SuiteCloud Plus accounts.');
      },
    },
  ],
};
