import type { LocalTime } from './timeZone';

/**
 * Dates and times as the preferences DATEFORMAT (`M/D/YYYY`, `DD-Mon-YYYY`, `YYYY-MM-DD` ...) and TIMEFORMAT
 * (`h:mm a`, `HH:mm` and the same with `-`) show them (section_N496646).
 */
const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const DATE_PARTS = /YYYY|MONTH|Month|MM|Mon|M|DD|D/g;

const two = (value: number): string => String(value).padStart(2, '0');

export function writeDate(date: LocalTime, pattern: string): string {
  const { year, month, day } = date;
  const parts: Readonly<Record<string, string>> = {
    YYYY: String(year).padStart(4, '0'),
    MONTH: (LONG_MONTHS[month - 1] ?? '').toUpperCase(),
    Month: LONG_MONTHS[month - 1] ?? '',
    MM: two(month),
    Mon: SHORT_MONTHS[month - 1] ?? '',
    M: String(month),
    DD: two(day),
    D: String(day),
  };
  return pattern.replace(DATE_PARTS, (part) => parts[part] ?? part);
}

/** The date that the text shows at its start, and what follows it; null where it shows none. */
export function readDate(text: string, pattern: string): { readonly date: LocalTime; readonly rest: string } | null {
  const names: string[] = [];
  const expression = pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(DATE_PARTS, (part) => {
    names.push(part);
    if (part === 'YYYY') return '(\\d{4})';
    return /^M(on|onth|ONTH)$/.test(part) ? '([A-Za-z]+)' : '(\\d{1,2})';
  });
  const match = new RegExp(`^${expression}`).exec(text);
  if (match === null) return null;
  const found = new Map(names.map((name, index) => [name.charAt(0), match[index + 1] ?? '']));
  const year = Number(found.get('Y'));
  const month = monthNumber(found.get('M') ?? '');
  const day = Number(found.get('D'));
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day) return null;
  return { date: { year, month, day, hour: 0, minute: 0, second: 0 }, rest: text.slice(match[0].length) };
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return SHORT_MONTHS.findIndex((month) => month.toLowerCase() === text.slice(0, 3).toLowerCase()) + 1;
}

export function writeTime({ hour, minute, second }: LocalTime, pattern: string, withSeconds: boolean): string {
  const separator = pattern.includes('-') ? '-' : ':';
  const seconds = withSeconds ? `${separator}${two(second)}` : '';
  if (!pattern.includes('a')) return `${two(hour)}${separator}${two(minute)}${seconds}`;
  return `${hour % 12 || 12}${separator}${two(minute)}${seconds} ${hour < 12 ? 'am' : 'pm'}`;
}

/** The time of day that the text shows; null where it shows none. */
export function readTime(text: string): Pick<LocalTime, 'hour' | 'minute' | 'second'> | null {
  const match = /^\s*(\d{1,2})[:-](\d{2})(?:[:-](\d{2}))?\s*([ap]m?)?\s*$/i.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds = '0', half] = match;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  const minute = Number(minutes);
  return hour < 24 && minute < 60 ? { hour, minute, second: Number(seconds) } : null;
}
