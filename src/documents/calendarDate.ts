import { dayNumber, dayParts, daysInMonth } from './days';
import type { CalendarDate } from './values';

/** The text as a calendar day, or null where it is not `YYYY-MM-DD` or names a day that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CalendarDate;
}

/**
 * The text as a calendar day, for text that is known to be one.
 * @throws RangeError where it is none.
 */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new RangeError(`"${text}" is not a calendar day (YYYY-MM-DD).`);
  return date;
}

/** Year, month (1 to 12) and day of the month. */
export function calendarParts(date: CalendarDate): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day with that number (days since 1970-01-01). */
export function fromDayNumber(number: number): CalendarDate {
  const { year, month, day } = dayParts(number);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** The day so many days later; earlier for a negative count. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const { year, month, day } = calendarParts(date);
  return fromDayNumber(dayNumber(year, month, day) + days);
}

/** Negative, zero or positive as the first day is before, the same as or after the second. */
export function compareDates(first: CalendarDate, second: CalendarDate): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
