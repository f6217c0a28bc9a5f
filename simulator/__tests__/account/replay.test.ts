import { createAccount, type SimulatedAccount } from '../../src/index';
import { APP, folderOf, manifest, object, removeProjects, script } from '../sdf/projects';

const SEEDS = 50;
const CALLS = 20;

/** Both scripts write to one record of their own and to the log, with chance and time in it. */
const MAP_REDUCE = script(
  'MapReduceScript',
  `{
    getInputData: () => ['a', 'c', 'd'],
    map: (context) => {
      log.audit('map ' + context.key, Math.random() + ' ' + Date.now());
      runtime.isFeatureInEffect({ feature: 'X' });
      context.write(context.value < 'd' ? 'first' : 'second', context.value);
    },
    reduce: (context) => {
      log.audit('reduce ' + context.key, context.values.join('+'));
      query.runSuiteQL({ query: 'SELECT COUNT(*) FROM currency' });
    },
    summarize: (summary) => log.audit('summarize', summary.usage + ' ' + summary.seconds),
  }`,
  ['N/log', 'N/runtime', 'N/query'],
);

const RESTLET = script(
  'Restlet',
  `{
    post: (body) => {
      log.audit('begins ' + body.number, new Date().toISOString());
      const found = query.runSuiteQL({ query: 'SELECT id FROM currency' }).results.length;
      log.audit('ends ' + body.number, Math.random() + ' ' + found);
      return { number: body.number };
    },
  }`,
  ['N/log', 'N/query'],
);

function project(): string {
  const job = (name: string) =>
    object(`<mapreducescript scriptid="customscript_${name}"><name>${name}</name><scriptfile>[/SuiteApps/${APP}/job.js]</scriptfile>
      <scriptdeployments><scriptdeployment scriptid="customdeploy_${name}"><status>NOTSCHEDULED</status><title>${name}</title>
        <concurrencylimit>2</concurrencylimit></scriptdeployment></scriptdeployments></mapreducescript>`);
  return folderOf({
    'manifest.xml': manifest('1.0.0'),
    'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files><objects><path>~/Objects/*</path></objects></deploy>`,
    [`FileCabinet/SuiteApps/${APP}/job.js`]: MAP_REDUCE,
    [`FileCabinet/SuiteApps/${APP}/rest.js`]: RESTLET,
    ...job('one'),
    ...job('two'),
    ...object(`<restlet scriptid="customscript_rest"><name>R</name><scriptfile>[/SuiteApps/${APP}/rest.js]</scriptfile>
      <scriptdeployments><scriptdeployment scriptid="customdeploy_rest"><status>RELEASED</status><title>R</title>
        <allroles>T</allroles></scriptdeployment></scriptdeployments></restlet>`),
  });
}

describe('two map/reduce scripts and twenty RESTlet calls at once', () => {
  let account: SimulatedAccount;
  let start: ReturnType<SimulatedAccount['snapshot']>;

  beforeAll(async () => {
    account = await createAccount({ company: 'demo', now: '2026-07-15T17:00:00.000Z' });
    await account.install(project());
    start = account.snapshot();
  });
  afterAll(async () => {
    await account.close();
    removeProjects();
  });

  /** The whole log as one text, every column of it. */
  async function logOf(seed: number): Promise<string> {
    account.restore(start, seed);
    const release = account.hold();
    const work = [
      account.run({ script: 'customscript_one' }),
      account.run({ script: 'customscript_two' }),
      ...Array.from({ length: CALLS }, (_, number) =>
        account.callRestlet({
          script: 'customscript_rest',
          deploy: 'customdeploy_rest',
          method: 'POST',
          body: { number },
        }),
      ),
    ];
    release();
    await Promise.all(work);
    await account.idle();
    return account
      .log()
      .map((line) => JSON.stringify(line))
      .join('\n');
  }

  /** The titles alone: what happened in which order. */
  const orderOf = (log: string): string =>
    log
      .split('\n')
      .map((line) => JSON.parse(line).title + JSON.parse(line).script)
      .join('\n');

  test(`give the same log byte for byte with the same seed, for ${SEEDS} seeds, and another order with another`, async () => {
    const orders = new Set<string>();
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const log = await logOf(seed);
      expect(log.split('\n').length).toBe(2 * (3 + 2 + 1) + 2 * CALLS);
      expect(await logOf(seed)).toBe(log);
      orders.add(orderOf(log));
    }
    expect(orders.size).toBe(SEEDS);
  }, 600_000);
});
