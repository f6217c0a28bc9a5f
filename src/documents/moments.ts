import { calendarParts, fromDayNumber, parseCalendarDate } from './calendarDate';
import { dayNumber } from './days';
import { offsetMinutes } from './timeZones';
import type { CalendarDate } from './values';

/** A day, or a point in time, as a platform wrote it. Made by {@link parseMoment}. */
export interface Moment {
  /** The day as it is written, whatever the zone. */
  readonly writtenDay: CalendarDate;
  /** Minutes since 1970-01-01T00:00Z; null where the text names no point in time (a plain day, or no zone). */
  readonly instantMinutes: number | null;
  /** True for a plain day and for midnight: many serialisers write a day as midnight of some zone. */
  readonly isDay: boolean;
  /** Seconds with their fraction, as written, for versions: `07.123`. */
  readonly seconds: string;
}

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}:?\d{2}(?::?00)?)?)?$/;

/**
 * Reads `2026-03-31`, `2026-03-31T23:30:00Z`, `2026-03-31T23:30:00.123-07:00` and `2026-03-31 23:30:00`; null for
 * anything else, and for days and times that do not exist.
 */
export function parseMoment(text: string): Moment | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [, dayText = '', hourText, minuteText, secondText = '00', fraction = '', zone] = match;
  const writtenDay = parseCalendarDate(dayText);
  if (writtenDay === null) return null;
  if (hourText === undefined) return { writtenDay, instantMinutes: null, isDay: true, seconds: '00' };
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (hour > 23 || minute > 59 || Number(secondText) > 59) return null;
  const offset = zone === undefined ? null : zoneMinutes(zone);
  const { year, month, day } = calendarParts(writtenDay);
  const minutes = dayNumber(year, month, day) * 1440 + hour * 60 + minute;
  const isMidnight = hour === 0 && minute === 0 && Number(secondText) === 0 && Number(fraction) === 0;
  return {
    writtenDay,
    instantMinutes: offset === null ? null : minutes - offset,
    isDay: isMidnight,
    seconds: fraction === '' ? secondText : `${secondText}.${fraction.replace(/0+$/, '') || '0'}`,
  };
}

/**
 * The calendar day of a moment, as a business in the given time zone sees it. Plain days, midnights and times without a
 * zone keep the day that is written. A zone that is not in the table leaves the day as written too; the settings check
 * refuses such a zone (`isKnownTimeZone`).
 */
export function dayIn(moment: Moment, timeZone: string): CalendarDate {
  if (moment.isDay || moment.instantMinutes === null) return moment.writtenDay;
  const offset = offsetMinutes(timeZone, moment.instantMinutes);
  return offset === null ? moment.writtenDay : fromDayNumber(Math.floor((moment.instantMinutes + offset) / 1440));
}

/**
 * The text of an updated time as a version: the moment in UTC, so that two versions compare as text whatever offset each
 * was written with. A time without a zone is taken as it stands. Other text (a counter) is returned unchanged.
 */
export function versionOf(text: string): string {
  const moment = parseMoment(text);
  if (moment === null) return text;
  if (moment.instantMinutes === null) return text.replace(' ', 'T');
  const day = fromDayNumber(Math.floor(moment.instantMinutes / 1440));
  const minuteOfDay = ((moment.instantMinutes % 1440) + 1440) % 1440;
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60];
  const [seconds = '00', fraction = '0'] = moment.seconds.split('.');
  return `${day}T${two(hour)}:${two(minute)}:${seconds}.${fraction.padEnd(3, '0')}Z`;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(/:/g, '');
  const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
  return digits.startsWith('-') ? -minutes : minutes;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
