/**
 * Dates as the compiler's type `date`: `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM:SS` when not midnight. Counting is done in
 * whole days since 1970 and whole seconds of the day, never with a time zone.
 */
export interface Moment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Seconds since midnight. */
  readonly second: number;
}

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

const DAY = 86_400_000;

export function dayNumber({ year, month, date }: CalendarDay): number {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return Math.round(time.getTime() / DAY);
}

export function calendarDay(day: number): CalendarDay {
  const time = new Date(day * DAY);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function readMoment(text: string): Moment {
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = text.split(/[- :]/).map(Number);
  return { day: dayNumber({ year, month, date }), second: hour * 3600 + minute * 60 + second };
}

export function writeMoment({ day, second }: Moment): string {
  const { year, month, date } = calendarDay(day);
  const text = `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
  if (second === 0) return text;
  return `${text} ${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}:${pad(second % 60)}`;
}

export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

/** Moves by days; a fraction of a day is rounded to seconds. */
export function addDays(text: string, days: number): string {
  const { day, second } = readMoment(text);
  const seconds = Math.round((day + days) * 86_400 + second);
  const moved = Math.floor(seconds / 86_400);
  return writeMoment({ day: moved, second: seconds - moved * 86_400 });
}

export function daysBetween(later: string, earlier: string): number {
  const [a, b] = [readMoment(later), readMoment(earlier)];
  return a.day - b.day + (a.second - b.second) / 86_400;
}

/** ADD_MONTHS: the last day of a month goes to the last day of the other. */
export function addMonths(text: string, months: number): string {
  const { day, second } = readMoment(text);
  const { year, month, date } = calendarDay(day);
  const index = year * 12 + (month - 1) + Math.trunc(months);
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  const toDate = date === daysInMonth(year, month) ? last : Math.min(date, last);
  return writeMoment({ day: dayNumber({ year: toYear, month: toMonth, date: toDate }), second });
}

export function lastDay(text: string): string {
  const { day, second } = readMoment(text);
  const { year, month } = calendarDay(day);
  return writeMoment({ day: dayNumber({ year, month, date: daysInMonth(year, month) }), second });
}

/** MONTHS_BETWEEN: whole for the same day of the month or two last days, else with a fraction of 31 days. */
export function monthsBetween(later: string, earlier: string): number {
  const [a, b] = [readMoment(later), readMoment(earlier)];
  const [x, y] = [calendarDay(a.day), calendarDay(b.day)];
  const months = (x.year - y.year) * 12 + (x.month - y.month);
  const bothLast = x.date === daysInMonth(x.year, x.month) && y.date === daysInMonth(y.year, y.month);
  if (x.date === y.date || bothLast) return months;
  return months + (x.date - y.date + (a.second - b.second) / 86_400) / 31;
}

const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** 0 for Sunday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function weekdayName(day: number): string {
  return WEEKDAYS[weekday(day)] ?? '';
}

/** NEXT_DAY: the first such weekday after the date; null for a name that is no weekday. */
export function nextDay(text: string, name: string): string | null {
  const { day, second } = readMoment(text);
  const wanted = WEEKDAYS.findIndex((weekdayText) => weekdayText.startsWith(name.trim().toUpperCase().slice(0, 3)));
  if (wanted < 0) return null;
  return writeMoment({ day: day + (((wanted - weekday(day) + 6) % 7) + 1), second });
}

/** TRUNC of a date to a unit of Oracle's format model; null for one that is not known. */
export function truncateDate(text: string, unit: string): string | null {
  const { day, second } = readMoment(text);
  const { year, month } = calendarDay(day);
  const at = (toDay: number, toSecond = 0): string => writeMoment({ day: toDay, second: toSecond });
  switch (unit.toUpperCase()) {
    case 'YYYY':
    case 'YEAR':
    case 'SYYYY':
    case 'Y':
    case 'YY':
    case 'YYY':
      return at(dayNumber({ year, month: 1, date: 1 }));
    case 'Q':
      return at(dayNumber({ year, month: Math.floor((month - 1) / 3) * 3 + 1, date: 1 }));
    case 'MM':
    case 'MONTH':
    case 'MON':
    case 'RM':
      return at(dayNumber({ year, month, date: 1 }));
    case 'IW':
      return at(day - ((weekday(day) + 6) % 7));
    case 'D':
    case 'DY':
    case 'DAY':
      return at(day - weekday(day));
    case 'DD':
    case 'DDD':
    case 'J':
      return at(day);
    case 'HH':
    case 'HH12':
    case 'HH24':
      return at(day, second - (second % 3600));
    case 'MI':
      return at(day, second - (second % 60));
    default:
      return null;
  }
}
