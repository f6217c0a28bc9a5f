import { calendarDate, calendarParts } from '../documents/calendarDate';
import type { CalendarDate } from '../documents/values';

/**
 * The only place where a `Date` is made. NetSuite's server thinks in Pacific time and its date fields hold a day of
 * that clock, so a day must be made of its parts: `new Date('2026-03-31')` is midnight in Greenwich, which is the 30th
 * on the server.
 */

/** Midnight of the day on the server's clock, for a date field. */
export function toDate(date: CalendarDate): Date {
  const { year, month, day } = calendarParts(date);
  const made = new Date(year, month - 1, day);
  // The constructor takes the years 0 to 99 for 1900 to 1999.
  made.setFullYear(year);
  return made;
}

/** The day that a date field holds, read from the server's clock. */
export function fromDate(date: Date): CalendarDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return calendarDate(`${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`);
}
