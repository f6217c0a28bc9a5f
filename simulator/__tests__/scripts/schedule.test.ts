import { seededLateness } from '../../src/scripts/lateness';
import { dueTimes, nextTime, type Recurrence } from '../../src/scripts/recurrence';
import { dueStarts, nextStart, startDue } from '../../src/scripts/schedule';
import { removeProjects } from '../sdf/projects';
import { jobBench } from './jobs';

const at = (text: string): number => Date.parse(`${text}:00Z`);
const due = (recurrence: Recurrence, after: string, until: string): string[] =>
  dueTimes(recurrence, at(after), at(until)).map((time) => new Date(time).toISOString().slice(0, 16));
const start = { startdate: '2026-01-01', starttime: '00:00:00Z' };

describe('recurrences', () => {
  test('repeat every quarter of an hour until midnight, and begin anew on the next day', () => {
    const recurrence = { kind: 'daily', ...start, starttime: '23:20:00Z', everyxdays: '1', repeat: 'PT15M' };
    expect(due(recurrence, '2026-01-01T00:00', '2026-01-03T00:00')).toEqual([
      '2026-01-01T23:20',
      '2026-01-01T23:35',
      '2026-01-01T23:50',
      '2026-01-02T23:20',
      '2026-01-02T23:35',
      '2026-01-02T23:50',
    ]);
  });

  test('of half hours from :10 keep their minute', () => {
    const recurrence = { kind: 'daily', ...start, starttime: '00:10:00Z', everyxdays: '1', repeat: 'PT30M' };
    expect(due(recurrence, '2026-03-05T09:00', '2026-03-05T10:40')).toEqual([
      '2026-03-05T09:10',
      '2026-03-05T09:40',
      '2026-03-05T10:10',
      '2026-03-05T10:40',
    ]);
  });

  test('the first moment is excluded, the last included', () => {
    const recurrence = { kind: 'daily', ...start, everyxdays: '1', repeat: 'PT12H' };
    expect(due(recurrence, '2026-01-01T00:00', '2026-01-01T12:00')).toEqual(['2026-01-01T12:00']);
  });

  test.each<[string, Recurrence, readonly string[]]>([
    ['once', { kind: 'single', ...start, startdate: '2026-02-03' }, ['02-03']],
    ['every tenth day', { kind: 'daily', ...start, everyxdays: '10' }, ['02-10', '02-20']],
    ['on weekdays, with an end', { kind: 'everyweekday', ...start, enddate: '2026-02-03' }, ['02-02', '02-03']],
    [
      'every second week on Monday and Thursday',
      { kind: 'weekly', ...start, everyxweeks: '2', monday: 'T', thursday: 'T', tuesday: 'F' },
      ['02-09', '02-12', '02-23', '02-26'],
    ],
    ['every month on the day', { kind: 'monthly', ...start, startdate: '2026-01-15', everyxmonths: '1' }, ['02-15']],
    [
      'on the last Friday of the month',
      { kind: 'monthlydayofweek', ...start, everyxmonths: '1', orderofweek: 'LAST', dayofweek: 'FRIDAY' },
      ['02-27'],
    ],
    [
      'on the second Sunday of February',
      { kind: 'yearlydayofweek', ...start, startdate: '2025-02-01', orderofweek: 'SECOND', dayofweek: 'SUNDAY' },
      ['02-08'],
    ],
    ['once a year', { kind: 'yearly', ...start, startdate: '2024-02-28' }, ['02-28']],
  ])('%s', (_, recurrence, days) => {
    expect(due(recurrence, '2026-01-31T23:59', '2026-02-28T23:59').map((time) => time.slice(5, 10))).toEqual(days);
  });

  test('a leap day comes again after four years', () => {
    const next = nextTime({ kind: 'yearly', ...start, startdate: '2024-02-29' }, at('2024-03-01T00:00'));
    expect(new Date(next ?? 0).toISOString().slice(0, 10)).toBe('2028-02-29');
  });
});

describe('schedules of deployments', () => {
  afterAll(removeProjects);
  const daily = `<status>SCHEDULED</status><recurrence><daily><everyxdays>1</everyxdays>
    <startdate>2026-03-01</startdate><starttime>00:00:00Z</starttime><repeat>PT15M</repeat></daily></recurrence>`;

  test('start what the clock has passed, each deployment once', async () => {
    const bench = await jobBench("{ execute: function (context) { log.audit('ran', context.type); } }", {
      type: 'scheduledscript',
      deployment: daily,
      deployments: ['customdeploy_a', 'customdeploy_b'],
    });
    const before = bench.clock.now();
    const next = nextStart(bench.account, before) ?? 0;
    expect(next).toBe(before + 15 * 60_000);
    expect(dueStarts(bench.account, before, next).map(({ deployment }) => deployment.deploymentId)).toEqual([
      'customdeploy_a',
      'customdeploy_b',
    ]);
    bench.clock.set(before + 3_600_000);
    expect(startDue(bench.account, before, bench.clock.now())).toHaveLength(2);
    await bench.idle();
    expect(bench.logged('ran')).toEqual(['SCHEDULED', 'SCHEDULED']);
    await bench.close();
  });

  test('do not start a deployment that is not deployed', async () => {
    const bench = await jobBench('{ execute: function () {} }', {
      type: 'scheduledscript',
      deployment: `${daily}<isdeployed>F</isdeployed>`,
    });
    expect(nextStart(bench.account, bench.clock.now())).toBeNull();
    await bench.close();
  });

  test('start late by what the seed chooses, up to the most, each in its turn', async () => {
    const bench = await jobBench('{ execute: function () {} }', {
      type: 'scheduledscript',
      deployment: daily,
      deployments: ['customdeploy_a', 'customdeploy_b'],
    });
    const before = bench.clock.now();
    const minutes = (count: number): number => count * 60_000;
    const lateness = seededLateness(7, minutes(5));
    const late = dueStarts(bench.account, before, before + minutes(24 * 60), lateness);
    const delays = late.map(({ at }) => (at - before) % minutes(15));
    expect(delays.length).toBeGreaterThanOrEqual(190);
    expect(Math.max(...delays)).toBeLessThanOrEqual(minutes(5));
    expect(Math.max(...delays)).toBeGreaterThan(minutes(4));
    expect(Math.min(...delays)).toBeLessThan(minutes(1));
    expect(late).toEqual(dueStarts(bench.account, before, before + minutes(24 * 60), seededLateness(7, minutes(5))));
    expect(late).not.toEqual(
      dueStarts(bench.account, before, before + minutes(24 * 60), seededLateness(8, minutes(5))),
    );

    const found: number[] = [];
    for (let from = before; ; ) {
      const next = nextStart(bench.account, from, lateness);
      if (next === null || next > before + minutes(24 * 60)) break;
      found.push(next);
      from = next;
    }
    expect(found).toEqual([...new Set(late.map(({ at }) => at))]);
    await bench.close();
  });
});
