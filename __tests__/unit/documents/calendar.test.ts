import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, compareDates, parseCalendarDate } from '../../../src/documents/calendarDate';
import { dayNumber, dayParts, weekday } from '../../../src/documents/days';
import { dayIn, type Moment, parseMoment, versionOf } from '../../../src/documents/moments';
import { isKnownTimeZone, offsetMinutes, timeZoneNames } from '../../../src/documents/timeZones';
import { compareVersions } from '../../../src/documents/versions';

const FIRST = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST = Date.UTC(2200, 0, 1) / 86_400_000;

function read(text: string): Moment {
  const moment = parseMoment(text);
  if (moment === null) throw new Error(`${text} is no moment`);
  return moment;
}

describe('days', () => {
  test('day numbers agree with the calendar of JavaScript, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST, max: LAST }), (number) => {
        const date = new Date(number * 86_400_000);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(dayParts(number)).toEqual(parts);
        expect(dayNumber(parts.year, parts.month, parts.day)).toBe(number);
        expect(weekday(number)).toBe(date.getUTCDay());
      }),
    );
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '',
    '2026-01-01T00:00:00Z',
  ])('%p is no calendar day', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  test('29 February exists in leap years only', () => {
    expect(parseCalendarDate('2028-02-29')).toBe('2028-02-29');
    expect(parseCalendarDate('2000-02-29')).toBe('2000-02-29');
    expect(parseCalendarDate('2100-02-29')).toBeNull();
  });

  test('days are added over months and years', () => {
    expect(addDays(calendarDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(calendarDate('2028-03-01'), -1)).toBe('2028-02-29');
    expect(compareDates(calendarDate('2026-02-01'), calendarDate('2026-10-01'))).toBeLessThan(0);
  });
});

describe('time zones', () => {
  test('every zone agrees with the IANA database at every hour of a change, and on every day, of 2024 to 2027', () => {
    for (const name of timeZoneNames) {
      const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
      const truth = (minutes: number): number => {
        const written =
          format.formatToParts(minutes * 60_000).find((part) => part.type === 'timeZoneName')?.value ?? '';
        const match = /GMT([+-])(\d\d):(\d\d)/.exec(written);
        if (match === null) return 0;
        return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
      };
      const end = Date.UTC(2028, 0, 1) / 60_000;
      let before = truth(Date.UTC(2024, 2, 1) / 60_000);
      for (let day = Date.UTC(2024, 2, 1) / 60_000; day < end; day += 1440) {
        const after = truth(day + 1440);
        if (offsetMinutes(name, day) !== truth(day))
          throw new Error(`${name} on ${new Date(day * 60_000).toISOString()}`);
        if (before !== after) {
          for (let hour = day; hour <= day + 1440; hour += 30) {
            expect([name, hour, offsetMinutes(name, hour)]).toEqual([name, hour, truth(hour)]);
          }
        }
        before = after;
      }
    }
  });

  test('a zone that is not in the table is not known', () => {
    expect(isKnownTimeZone('America/Los_Angeles')).toBe(true);
    expect(isKnownTimeZone('Mars/Olympus')).toBe(false);
    expect(offsetMinutes('Mars/Olympus', 0)).toBeNull();
  });
});

describe('moments', () => {
  test.each([
    ['2026-03-31', 'America/Los_Angeles', '2026-03-31'],
    ['2026-03-31T00:00:00Z', 'America/Los_Angeles', '2026-03-31'],
    ['2026-03-31T00:00:00.000-08:00', 'Asia/Tokyo', '2026-03-31'],
    ['2026-04-01T03:30:00Z', 'America/Los_Angeles', '2026-03-31'],
    ['2026-03-31T22:30:00Z', 'Europe/Berlin', '2026-04-01'],
    ['2026-03-31T23:30:00-07:00', 'America/Los_Angeles', '2026-03-31'],
    ['2026-03-31T23:30:00-07:00', 'Asia/Tokyo', '2026-04-01'],
    ['2026-03-31T23:30:00+0200', 'UTC', '2026-03-31'],
    ['2017-03-01 11:30:37', 'Asia/Tokyo', '2017-03-01'],
    ['2026-12-31T23:59:59.999Z', 'Europe/London', '2026-12-31'],
    ['2026-03-31T22:30:00Z', 'Mars/Olympus', '2026-03-31'],
  ])('%s in %s is the day %s', (text, zone, day) => {
    expect(dayIn(read(text), zone)).toBe(day);
  });

  test.each([
    '',
    'tomorrow',
    '31/03/2026',
    '2026-02-30T10:00:00Z',
    '2026-03-31T24:00:00Z',
    '2026-03-31T10',
    '20260331',
  ])('%p is no moment', (text) => {
    expect(parseMoment(text)).toBeNull();
  });
});

describe('versions', () => {
  test('updated times are compared as moments, whatever offset they are written with', () => {
    expect(versionOf('2025-03-21T01:42:47-07:00')).toBe('2025-03-21T08:42:47.000Z');
    expect(versionOf('2025-03-21T08:42:47.5Z')).toBe('2025-03-21T08:42:47.500Z');
    expect(versionOf('42')).toBe('42');
    const [winter, summer] = [versionOf('2026-03-08T01:59:59-08:00'), versionOf('2026-03-08T03:00:00-07:00')];
    expect(compareVersions(winter, summer)).toBeLessThan(0);
  });

  test('counters are compared as numbers', () => {
    expect(compareVersions('9', '10')).toBeLessThan(0);
    expect(compareVersions('10', '010')).toBe(0);
    expect(compareVersions('', '1')).toBeLessThan(0);
  });
});
