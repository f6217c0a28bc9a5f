import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage, SiteSetup } from '../../harness/case';
import { customRecord, restlet, scheduled, suitelet, userEvent } from '../../harness/scripts';
import type { Site } from '../../harness/site';
import { TEN_UNITS } from '../execution/summary';

const SPEND = `for (;;) { ${TEN_UNITS} }`;
const THING = customRecord('thing', { custrecord_a: 'TEXT' });
const LIMITS = 'src/scripts/limits.ts';

const usageOf = (site: Site, script: string) => site.account.usage().filter((usage) => usage.script === script);
const mostUnits = (site: Site, script: string): number =>
  Math.max(...usageOf(site, script).map((usage) => usage.mostUnits));
const mostSeconds = (site: Site, script: string): number =>
  Math.max(...usageOf(site, script).map((usage) => usage.mostSeconds));

const THING_EVENT = (body: string) =>
  userEvent('[scriptid=customrecord_thing]', `{ afterSubmit: function () { ${body} } }`);
const SAVES = restlet(
  "{ post: function () { return [caught(function () { record.create({ type: 'customrecord_thing' }).save(); })]; } }",
);

export const scriptTypeUnits: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N3351480',
  title: 'Script Type Usage Unit Limits',
  cases: [
    {
      id: 'restlet-5000-units',
      rule: 'A RESTlet may use 5,000 units.',
      without: { file: LIMITS, find: 'RESTLET: { units: 5_000', replace: 'RESTLET: { units: 10_000' },
      run: async (api) => {
        const site = await api.site({ scripts: [restlet(`{ post: function () { ${SPEND} } }`)] });
        await site.call('POST', {});
        equal(mostUnits(site, 'customscript_rest'), 5_000);
      },
    },
    {
      id: 'scheduled-10000-units',
      rule: 'A scheduled script may use 10,000 units.',
      without: { file: LIMITS, find: 'SCHEDULED: { units: 10_000', replace: 'SCHEDULED: { units: 1_000' },
      run: async (api) => {
        const site = await api.site({ scripts: [scheduled(`{ execute: function () { ${SPEND} } }`)] });
        await site.run({ script: 'customscript_timer' });
        equal(mostUnits(site, 'customscript_timer'), 10_000);
      },
    },
    {
      id: 'user-event-1000-units',
      rule: 'A user event script may use 1,000 units, whatever the script that triggered it has left.',
      without: { file: LIMITS, find: 'USEREVENT: { units: 1_000', replace: 'USEREVENT: { units: 5_000' },
      run: async (api) => {
        const site = await api.site({ objects: [THING], scripts: [SAVES, THING_EVENT(SPEND)] });
        equal(await site.post(), ['SSS_USAGE_LIMIT_EXCEEDED']);
        equal(mostUnits(site, 'customscript_event'), 1_000);
      },
    },
    {
      id: 'suitelet-1000-units',
      rule: 'A Suitelet may use 1,000 units.',
      without: { file: LIMITS, find: 'SUITELET: { units: 1_000', replace: 'SUITELET: { units: 5_000' },
      run: async (api) => {
        const page = suitelet(`{ onRequest: function () { ${SPEND} } }`, { deployment: '<isonline>T</isonline>' });
        const address = `{ post: function () { return url.resolveScript({ scriptId: 'customscript_page',
          deploymentId: 'customdeploy_page', returnExternalUrl: true }); } }`;
        const site = await api.site({ scripts: [page, restlet(address)] });
        await site.account.listen();
        await fetch((await site.call('POST', {})).body);
        equal(mostUnits(site, 'customscript_page'), 1_000);
      },
    },
    {
      id: 'usage-limit-cannot-be-caught',
      rule: 'A script that passes its limit ends with SSS_USAGE_LIMIT_EXCEEDED, which it cannot catch.',
      without: {
        file: 'src/execution/callService.ts',
        find: 'if (refused) return then.kill(refused);',
        replace: 'if (refused) return this.answer(execution, { ok: false, thrown: refused }, then);',
      },
      run: async (api) => {
        const body =
          "for (var i = 0; i < 600; i += 1) { try { file.load('SuiteScripts/none.txt'); } catch (e) {} } return ['survived'];";
        const site = await api.site({ scripts: [restlet(`{ post: function () { ${body} } }`)] });
        const answer = await site.call('POST', {});
        equal(
          [answer.status, JSON.parse(answer.body).error],
          [400, { code: 'SSS_USAGE_LIMIT_EXCEEDED', message: 'Script Execution Usage Limit Exceeded' }],
        );
      },
    },
    {
      id: 'remaining-usage',
      rule: 'Script.getRemainingUsage says what is left of the units of the script type.',
      without: {
        file: 'src/execution/liveExecution.ts',
        find: 'return this.request.limits.units - this.unitsUsed;',
        replace: 'return this.request.limits.units;',
      },
      run: async (api) => {
        equal(
          await api.script(
            "var first = left(); query.runSuiteQL({ query: 'SELECT id FROM currency' }); return [first, left()];",
          ),
          [5_000, 4_990],
        );
      },
    },
  ],
};

/** The script's call is never answered. */
async function unanswered(site: Site, run: () => Promise<unknown>): Promise<void> {
  site.account.faults.plan({ rules: [{ kind: 'lostReply', op: 'file.load' }] });
  await run();
}

export const timeLimits: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_161591009480',
  title: 'Script Execution Time Limits',
  cases: [
    {
      id: 'restlet-300-seconds',
      rule: 'A RESTlet may run for 300 seconds; then it ends with SSS_TIME_LIMIT_EXCEEDED.',
      without: {
        file: LIMITS,
        find: 'RESTLET: { units: 5_000, seconds: 5 * MINUTES }',
        replace: 'RESTLET: { units: 5_000, seconds: 60 * MINUTES }',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [restlet(`{ post: function () { ${TEN_UNITS} } }`)] });
        await unanswered(site, async () => {
          equal(JSON.parse((await site.call('POST', {})).body).error.code, 'SSS_TIME_LIMIT_EXCEEDED');
        });
        const seconds = mostSeconds(site, 'customscript_rest');
        holds(seconds > 299 && seconds < 302, seconds);
      },
    },
    {
      id: 'scheduled-3600-seconds',
      rule: 'A scheduled script may run for 3,600 seconds.',
      without: {
        file: LIMITS,
        find: 'SCHEDULED: { units: 10_000, seconds: 60 * MINUTES }',
        replace: 'SCHEDULED: { units: 10_000, seconds: 5 * MINUTES }',
      },
      run: async (api) => {
        const site = await api.site({ scripts: [scheduled(`{ execute: function () { ${TEN_UNITS} } }`)] });
        await unanswered(site, () => site.run({ script: 'customscript_timer' }));
        const seconds = mostSeconds(site, 'customscript_timer');
        holds(seconds > 3_599 && seconds < 3_602, seconds);
      },
    },
    {
      id: 'time-of-user-events-does-not-count',
      rule: 'The time of user event scripts does not count for the script that triggered them.',
      without: {
        file: 'src/execution/liveExecution.ts',
        find: 'return now - this.startedAt - this.childMilliseconds;',
        replace: 'return now - this.startedAt;',
      },
      run: async (api) => {
        const site = await api.site({ objects: [THING], scripts: [SAVES, THING_EVENT(TEN_UNITS)] });
        await unanswered(site, async () => equal(await site.post(), ['SSS_TIME_LIMIT_EXCEEDED']));
      },
    },
    {
      id: 'time-limit-cannot-be-caught',
      rule: 'A script cannot catch the end of its time, even where it waits for nothing.',
      without: {
        file: 'src/execution/liveExecution.ts',
        find: 'return this.elapsed(now) > this.request.limits.seconds * 1000;',
        replace: 'return false;',
      },
      run: async (api) => {
        // Each look-up takes time and one unit: the time is up before the units are.
        const body =
          "for (var i = 0; i < 4990; i += 1) { try { search.lookupFields({ type: 'currency', id: 1, columns: ['name'] }); } catch (e) {} } return ['survived'];";
        const site = await api.site({ scripts: [restlet(`{ post: function () { ${body} } }`)] });
        equal(JSON.parse((await site.call('POST', {})).body).error?.code, 'SSS_TIME_LIMIT_EXCEEDED');
      },
    },
  ],
};

const cacheCase = async (api: Api, body: string): Promise<unknown> =>
  await api.script(`var mine = cache.getCache({ name: 'c' }); ${body}`);

export const cachePut: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4642661313',
  title: 'Cache.put(options)',
  cases: [
    {
      id: 'cache-key-4096-bytes',
      rule: 'A key has at most 4,096 bytes.',
      without: { file: 'src/calls/cache.ts', find: 'KEY_BYTES = 4096', replace: 'KEY_BYTES = 8192' },
      run: async (api) => {
        const put = (length: number): string =>
          `caught(function () { mine.put({ key: 'é'.repeat(${length}), value: 'v' }); })`;
        const [fits, exceeds] = (await cacheCase(api, `return [${put(2048)}, ${put(2049)}];`)) as string[];
        holds(fits === 'nothing' && exceeds !== 'nothing', [fits, exceeds]);
      },
    },
    {
      id: 'cache-value-500-kb',
      rule: 'A value is at most 500 KB.',
      without: { file: 'src/calls/cache.ts', find: 'VALUE_BYTES = 500 * 1024', replace: 'VALUE_BYTES = 1024 * 1024' },
      run: async (api) => {
        const put = (length: string): string =>
          `caught(function () { mine.put({ key: 'k', value: 'v'.repeat(${length}) }); })`;
        const [fits, exceeds] = (await cacheCase(
          api,
          `return [${put('500 * 1024')}, ${put('500 * 1024 + 1')}];`,
        )) as string[];
        holds(fits === 'nothing' && exceeds !== 'nothing', [fits, exceeds]);
      },
    },
    {
      id: 'cache-ttl-300-seconds',
      rule: 'A time to live is at least 300 seconds.',
      without: { file: 'src/calls/cache.ts', find: 'SHORTEST_TTL = 300', replace: 'SHORTEST_TTL = 30' },
      run: async (api) => {
        const put = (ttl: number): string => `caught(function () { mine.put({ key: 'k', value: 'v', ttl: ${ttl} }); })`;
        const [fits, exceeds] = (await cacheCase(api, `return [${put(300)}, ${put(299)}];`)) as string[];
        holds(fits === 'nothing' && exceeds !== 'nothing', [fits, exceeds]);
      },
    },
    {
      id: 'cache-value-as-json',
      rule: 'A value that is no text is stored as JSON.',
      without: {
        file: 'src/script/modules/cache.ts',
        find: "return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');",
        replace: 'return String(value);',
      },
      run: async (api) => {
        equal(await cacheCase(api, "mine.put({ key: 'k', value: { a: [1] } }); return [mine.get({ key: 'k' })];"), [
          '{"a":[1]}',
        ]);
      },
    },
    {
      id: 'cache-value-ends-with-ttl',
      rule: 'A value is gone when its time to live is over.',
      without: {
        file: 'src/calls/cache.ts',
        find: 'if (entry === undefined || entry.until > account.clock.now()) return entry?.value ?? null;',
        replace: 'if (entry === undefined || entry.until > 0) return entry?.value ?? null;',
      },
      run: async (api) => {
        const site = await api.site({
          scripts: [
            restlet(`{ post: function (body) { var mine = cache.getCache({ name: 'c' });
              if (body.put) mine.put({ key: 'k', value: 'v', ttl: 300 }); return [mine.get({ key: 'k' })]; } }`),
          ],
        });
        const found = [await site.post({ put: true })];
        await site.account.passTime(299_000);
        found.push(await site.post({}));
        await site.account.passTime(2_000);
        found.push(await site.post({}));
        equal(found, [['v'], ['v'], [null]]);
      },
    },
  ],
};

export const cacheGet: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4642661440',
  title: 'Cache.get(options)',
  cases: [
    {
      id: 'cache-loader-fills',
      rule: 'What the loader returns is put into the cache; it is told the key.',
      without: {
        file: 'src/script/modules/cache.ts',
        find: "call<null>('cache.fill', { ...place, value, ttl: ttl ?? null });",
        replace: '',
      },
      run: async (api) => {
        const body =
          "var load = function (context) { return 'of ' + context.key; }; return [mine.get({ key: 'k', loader: load }), mine.get({ key: 'k' })];";
        equal(await cacheCase(api, body), ['of k', 'of k']);
      },
    },
    {
      id: 'cache-missing-is-null',
      rule: 'Without a loader a value that is not there is null.',
      without: {
        file: 'src/script/modules/cache.ts',
        find: 'if (loader === undefined || found !== null) return found;',
        replace: "if (loader === undefined || found !== null) return found ?? '';",
      },
      run: async (api) => {
        equal(await cacheCase(api, "return [mine.get({ key: 'none' })];"), [null]);
      },
    },
    {
      id: 'cache-private-scope',
      rule: 'A private cache belongs to one script.',
      without: {
        file: 'src/script/modules/cache.ts',
        find: 'if (scope === Scope.PRIVATE) return script.scriptId;',
        replace: "if (scope === Scope.PRIVATE) return '';",
      },
      run: async (api) => {
        const other = "{ execute: function () { cache.getCache({ name: 'c' }).put({ key: 'k', value: 'other' }); } }";
        const own = restlet("{ post: function () { return [cache.getCache({ name: 'c' }).get({ key: 'k' })]; } }");
        const site = await api.site({ scripts: [scheduled(other), own] });
        await site.run({ script: 'customscript_timer' });
        equal(await site.post(), [null]);
      },
    },
  ],
};

export const logging: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_N3352137',
  title: 'Governance on Script Logging',
  cases: [
    {
      id: 'log-100000-calls-an-hour',
      rule: 'Over 100,000 log calls within an hour, the log level of the script that logs is raised.',
      without: {
        file: 'src/execution/logGovernance.ts',
        find: 'MOST_CALLS = 100_000',
        replace: 'MOST_CALLS = 1_000_000',
      },
      run: async (api) => {
        const body = "for (var i = 0; i < 100100; i += 1) log.debug('d', ''); log.audit('a', '');";
        const site = await api.site({ scripts: [restlet(`{ post: function () { ${body} return {}; } }`)] });
        await site.post();
        const [deployment] = await site.account.suiteql(
          "SELECT loglevel FROM scriptdeployment WHERE scriptid = 'customdeploy_rest'",
        );
        equal([site.logged('d').length, site.logged('a').length, deployment?.loglevel], [100_001, 1, 'AUDIT']);
      },
    },
  ],
};

const logged = async (api: Api, call: string, setup: SiteSetup = {}): Promise<Site> => {
  const site = await api.site({ ...setup, scripts: [restlet(`{ post: function () { ${call} return {}; } }`)] });
  await site.post();
  return site;
};

export const logModule: ConformancePage = {
  paragraph: 'Saying no',
  page: 'section_4574548135',
  title: 'N/log Module',
  cases: [
    {
      id: 'log-objects-as-json',
      rule: 'An object is logged as JSON.',
      without: {
        file: 'src/script/modules/log.ts',
        find: 'return JSON.stringify(value) ?? String(value);',
        replace: 'return String(value);',
      },
      run: async (api) => {
        equal((await logged(api, "log.audit({ title: 't', details: { a: [1] } });")).logged('t'), ['{"a":[1]}']);
      },
    },
    {
      id: 'log-uncaught-errors',
      rule: 'NetSuite writes an error that a script does not catch to the log of the script.',
      without: {
        file: 'src/execution/executions.ts',
        find: 'account.log(uncaught(execution, outcome.error));',
        replace: '',
      },
      run: async (api) => {
        const site = await api.site({
          scripts: [
            restlet("{ post: function () { throw error.create({ name: 'MINE', message: 'What happened' }); } }"),
          ],
        });
        await site.call('POST', {});
        const line = site.account.log().find(({ type }) => type === 'SYSTEM');
        equal(
          [line?.title, line?.script, line?.details.includes('What happened')],
          ['MINE', 'customscript_rest', true],
        );
      },
    },
  ],
};
