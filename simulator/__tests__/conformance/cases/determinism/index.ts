import { equal, holds } from '../../harness/assert';
import type { Api, ConformancePage } from '../../harness/case';
import { customRecord, restlet } from '../../harness/scripts';
import type { Site } from '../../harness/site';

const THING = customRecord('thing', { custrecord_a: 'TEXT' });
const CALLS = [0, 1, 2, 3, 4, 5];

/** A RESTlet with calls of the account in it, so that several of them run into each other. */
const BUSY = restlet(`{ post: function (body) {
  for (var i = 0; i < 4; i += 1) { log.audit('step', body.number + ' ' + i + ' ' + Math.random()); runtime.isFeatureInEffect({ feature: 'X' }); }
  return {}; } }`);

/** What several calls at once log, from the same state. */
async function orders(api: Api, ...seeds: readonly number[]): Promise<string[]> {
  const site = await api.site({ scripts: [BUSY] });
  const { account } = site;
  await site.post({ number: 'first' });
  const start = account.snapshot();
  const found: string[] = [];
  for (const seed of seeds) {
    account.restore(start, seed);
    const release = account.hold();
    const calls = CALLS.map((number) => site.post({ number }));
    release();
    await Promise.all(calls);
    found.push(site.logged('step').join('\n'));
  }
  return found;
}

const stepsOf = (log = ''): string => log.replace(/ [^ ]*$/gm, '');

/** Saves a record whose save goes wrong; tells what the script saw. */
const SAVES = restlet(
  "{ post: function () { return [caught(function () { record.create({ type: 'customrecord_thing' }).save(); })]; } }",
);

async function faulty(api: Api, kind: 'errorBefore' | 'errorAfter' | 'crashBefore' | 'crashAfter' | 'lostReply') {
  const site = await api.site({ objects: [THING], scripts: [SAVES] });
  site.account.faults.plan({ rules: [{ kind, op: 'record.save' }] });
  const { status, body } = await site.call('POST', {});
  const seen = status === 200 ? JSON.parse(body)[0] : JSON.parse(body).error.code;
  return [seen, await count(site)];
}

async function count(site: Site): Promise<unknown> {
  return (await site.account.suiteql('SELECT COUNT(*) AS n FROM customrecord_thing'))[0]?.n;
}

const SERVICE = 'src/execution/callService.ts';
const CHOICE = 'this.random.below(open.length)';

export const replay: ConformancePage = {
  paragraph: 'Determinism',
  page: 'simulator',
  title: 'Order, chance and time',
  cases: [
    {
      id: 'same-seed-same-order',
      rule: 'With the same seed, what happens at once happens in the same order.',
      without: { file: 'src/execution/scheduler.ts', find: CHOICE, replace: 'Math.floor(Math.random() * open.length)' },
      run: async (api) => {
        const [first, second] = await orders(api, 7, 7);
        equal(second, first);
      },
    },
    {
      id: 'another-seed-another-order',
      rule: 'With another seed it happens in another order.',
      without: { file: 'src/execution/scheduler.ts', find: CHOICE, replace: '0' },
      run: async (api) => {
        const [first, second] = await orders(api, 7, 8);
        holds(stepsOf(first) !== stepsOf(second), stepsOf(first));
      },
    },
    {
      id: 'random-numbers-from-the-seed',
      rule: 'Math.random of a script comes from the seed.',
      without: {
        file: 'src/script/globals.ts',
        find: "Object.defineProperty(Math, 'random', { value: next, writable: true, configurable: true });",
        replace: '',
      },
      run: async (api) => {
        const drawn = [await api.script('return [Math.random()];'), await api.script('return [Math.random()];')];
        equal(drawn[1], drawn[0]);
      },
    },
    {
      id: 'dates-from-the-account',
      rule: 'new Date() in a script is the time of the account’s clock.',
      without: { file: 'src/script/globals.ts', find: 'args.length === 0 ? [readClock()] : args', replace: 'args' },
      run: async (api) => {
        const [now] = (await api.script('return [new Date().toISOString()];', {
          now: '2031-02-03T04:05:06Z',
        })) as string[];
        equal(now?.slice(0, 16), '2031-02-03T04:05');
      },
    },
    {
      id: 'now-from-the-account',
      rule: 'Date.now() in a script is the time of the account’s clock.',
      without: { file: 'src/script/globals.ts', find: "key === 'now' ? readClock : ", replace: '' },
      run: async (api) => {
        const [now] = (await api.script('return [Date.now()];', { now: '2031-02-03T04:05:06Z' })) as number[];
        holds(Math.abs((now ?? 0) - Date.parse('2031-02-03T04:05:06Z')) < 10_000, now);
      },
    },
    {
      id: 'calls-take-time',
      rule: 'Each call of the account moves its clock by a time that is always the same.',
      without: {
        file: SERVICE,
        find: 'account.clock.advance(call.spent + callCost(call.op));',
        replace: 'account.clock.advance(call.spent);',
      },
      run: async (api) => {
        const body =
          "var times = []; for (var i = 0; i < 3; i += 1) { var before = Date.now(); query.runSuiteQL({ query: 'SELECT id FROM currency' }); times.push(Date.now() - before); } return times;";
        const [first = 0, second, third] = (await api.script(body)) as number[];
        holds(first > 10 && first === second && first === third, [first, second, third]);
      },
    },
    {
      id: 'restore-brings-everything-back',
      rule: 'Going back to a snapshot restores the data and the clock.',
      without: { file: 'src/account/account.ts', find: 'clock.set(snapshot.now);', replace: '' },
      run: async (api) => {
        const site = await api.site({ objects: [THING], scripts: [SAVES] });
        const [state, time] = [site.account.snapshot(), site.account.clock.now()];
        await site.post();
        site.account.restore(state);
        equal([await count(site), site.account.clock.now()], [0, time]);
      },
    },
  ],
};

export const faults: ConformancePage = {
  paragraph: 'Determinism',
  page: 'simulator-faults',
  title: 'Faults at the calls of scripts',
  cases: [
    {
      id: 'fault-error-before',
      rule: 'An error before the effect: the script sees it and nothing has happened.',
      without: { file: SERVICE, find: "if (hit?.kind === 'errorBefore')", replace: 'if (false)' },
      run: async (api) => equal(await faulty(api, 'errorBefore'), ['UNEXPECTED_ERROR', 0]),
    },
    {
      id: 'fault-error-after',
      rule: 'An error after the effect: the script sees it, and the record is there.',
      without: { file: SERVICE, find: "case 'errorAfter':", replace: "case 'none' as never:" },
      run: async (api) => equal(await faulty(api, 'errorAfter'), ['UNEXPECTED_ERROR', 1]),
    },
    {
      id: 'fault-crash-before',
      rule: 'A restart of the server before the effect ends the script, and nothing has happened.',
      without: { file: SERVICE, find: "if (hit?.kind === 'crashBefore')", replace: 'if (false)' },
      run: async (api) => equal(await faulty(api, 'crashBefore'), ['SSS_APP_SERVER_RESTART', 0]),
    },
    {
      id: 'fault-crash-after',
      rule: 'A restart of the server after the effect ends the script, and the record is there.',
      without: { file: SERVICE, find: "case 'crashAfter':", replace: "case 'none' as never:" },
      run: async (api) => equal(await faulty(api, 'crashAfter'), ['SSS_APP_SERVER_RESTART', 1]),
    },
    {
      id: 'fault-lost-reply',
      rule: 'A lost answer: the record is there, and the script waits until its time is up.',
      without: { file: SERVICE, find: "case 'lostReply':", replace: "case 'none' as never:" },
      run: async (api) => equal(await faulty(api, 'lostReply'), ['SSS_TIME_LIMIT_EXCEEDED', 1]),
    },
    {
      id: 'fault-at-the-nth-call',
      rule: 'A fault can be planned for the n-th call of a kind.',
      without: {
        file: 'src/execution/faults.ts',
        find: 'if (rule.nth !== undefined && rule.nth !== counted.seen) return false;',
        replace: '',
      },
      run: async (api) => {
        const site = await api.site({ objects: [THING], scripts: [SAVES] });
        site.account.faults.plan({ rules: [{ kind: 'errorBefore', op: 'record.save', nth: 2 }] });
        equal([await site.post(), await site.post(), await site.post()].flat(), [
          'nothing',
          'UNEXPECTED_ERROR',
          'nothing',
        ]);
      },
    },
    {
      id: 'fault-with-a-code',
      rule: 'A fault may be an error of a given code.',
      without: { file: 'src/execution/faults.ts', find: 'counted.rule.error ?? UNEXPECTED', replace: 'UNEXPECTED' },
      run: async (api) => {
        const site = await api.site({ objects: [THING], scripts: [SAVES] });
        const error = { name: 'RCRD_HAS_BEEN_CHANGED', message: 'Record has been changed' };
        site.account.faults.plan({ rules: [{ kind: 'errorBefore', op: 'record.save', error }] });
        equal(await site.post(), ['RCRD_HAS_BEEN_CHANGED']);
      },
    },
    {
      id: 'fault-by-chance-from-the-seed',
      rule: 'Faults by chance come from the seed of their plan.',
      without: {
        file: 'src/execution/faults.ts',
        find: 'this.random = seededRandom(seed);',
        replace: 'this.random = seededRandom(Math.floor(Math.random() * 1e9));',
      },
      run: async (api) => {
        const site = await api.site({ objects: [THING], scripts: [SAVES] });
        const draw = async (seed: number): Promise<unknown[]> => {
          const rule = { kind: 'errorBefore', op: 'record.save', probability: 0.5, times: 100 } as const;
          site.account.faults.plan({ rules: [rule], seed });
          const seen: unknown[] = [];
          for (let call = 0; call < 16; call += 1) seen.push(await site.post());
          return seen.flat();
        };
        const first = await draw(3);
        equal(await draw(3), first);
        holds(JSON.stringify(await draw(4)) !== JSON.stringify(first), first);
      },
    },
  ],
};

/** What a real account does not offer: a run that can be replayed, and faults where they are wanted. */
export const determinismPages: readonly ConformancePage[] = [replay, faults];
