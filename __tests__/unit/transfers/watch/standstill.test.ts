import type { ReadyWork } from '../../../../src/transfers/watch/facts';
import { judgeStandstill, NO_STANDSTILL } from '../../../../src/transfers/watch/standstill';

const at = (minutes: number): number => Date.UTC(2026, 10, 2, 12, minutes);
const iso = (minutes: number): string => new Date(at(minutes)).toISOString();
const work = (lastAttempt = ''): ReadyWork => ({ transfers: 3, intakes: 0, lastAttempt });

describe('a queue stands still', () => {
  test('when work was ready for half an hour and nothing was tried', () => {
    const noticed = judgeStandstill(work(), false, NO_STANDSTILL, at(0));
    expect(noticed).toEqual({ memory: { since: iso(0), alerted: '' }, tell: null });
    expect(judgeStandstill(work(), false, noticed.memory, at(29)).tell).toBeNull();
    expect(judgeStandstill(work(), false, noticed.memory, at(30))).toEqual({
      memory: { since: iso(0), alerted: iso(30) },
      tell: 'alert',
    });
  });

  test('not while documents are tried, however many are left', () => {
    const memory = { since: iso(0), alerted: '' };
    expect(judgeStandstill(work(iso(25)), false, memory, at(40))).toEqual({
      memory: { since: iso(25), alerted: '' },
      tell: null,
    });
  });

  test('not because an attempt lies long back when new work has just come', () => {
    expect(judgeStandstill(work(iso(-5_000)), false, NO_STANDSTILL, at(0)).tell).toBeNull();
  });

  test('not where the connection is paused', () => {
    expect(judgeStandstill(work(), true, { since: iso(0), alerted: '' }, at(90)).tell).toBeNull();
  });
});

describe('an alert', () => {
  const told = { since: iso(0), alerted: iso(30) };

  test('is sent once, and again after a day', () => {
    expect(judgeStandstill(work(), false, told, at(45)).tell).toBeNull();
    expect(judgeStandstill(work(), false, told, at(30 + 24 * 60)).tell).toBe('alert');
  });

  test('is followed by a word when documents are tried again', () => {
    expect(judgeStandstill(work(iso(50)), false, told, at(55))).toEqual({
      memory: { since: iso(50), alerted: '' },
      tell: 'over',
    });
  });

  test('is followed by a word when nothing is ready any more', () => {
    expect(judgeStandstill(null, false, told, at(55))).toEqual({ memory: NO_STANDSTILL, tell: 'over' });
  });
});
