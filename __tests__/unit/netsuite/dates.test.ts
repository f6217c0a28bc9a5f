import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDate, fromDayNumber } from '../../../src/documents/calendarDate';
import { fromDate, toDate } from '../../../src/netsuite/dates';

test('a day is midnight of the server’s clock, whatever its zone', () => {
  const date = toDate(calendarDate('2026-03-31'));
  expect([date.getFullYear(), date.getMonth(), date.getDate(), date.getHours()]).toEqual([2026, 2, 31, 0]);
});

test('days survive the way to a Date and back, also in the first century and on days when clocks change', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 100_000 }), (number) => {
      const day = fromDayNumber(number);
      expect(fromDate(toDate(day))).toBe(day);
    }),
  );
});
