import { describe, expect, test } from '@jest/globals';
import { askedInVain, askedText, claimed, readAsked } from '../../../../src/transfers/fetching/policy/askAgain';

const NOW = Date.UTC(2026, 10, 2, 17);
const MINUTE = 60_000;

const minutesUntil = (again: string): number => (Date.parse(again) - NOW) / MINUTE;

describe('a document that was not found', () => {
  test('is asked for again after ten minutes, then twice as long, at last every four hours', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 40].map((times) => minutesUntil(askedInVain(times, NOW).again));
    expect(pauses).toEqual([10, 20, 40, 80, 160, 240, 240, 240]);
  });

  test('is not asked for before the platform’s rest is over', () => {
    expect(minutesUntil(askedInVain(1, NOW, 3_600).again)).toBe(60);
    expect(minutesUntil(askedInVain(9, NOW, 3_600).again)).toBe(240);
  });
});

test('who asks has five minutes, in which nobody else does', () => {
  expect(minutesUntil(claimed(3, NOW).again)).toBe(5);
  expect(claimed(3, NOW).times).toBe(3);
});

describe('what a mark remembers', () => {
  test('is read as it was written', () => {
    const asked = askedInVain(12, NOW);
    expect(readAsked(askedText(asked))).toEqual(asked);
  });

  test.each(['', 'x', '|', '2026-11-02T17:00:00.000Z', '2026-11-02T17:00:00.000Z|-1'])(
    'counts no attempts where it holds %j',
    (text) => {
      expect(readAsked(text).times).toBe(0);
    },
  );
});
