import { notSupported } from '../../../kernel/errors';
import { unsupportedSearch } from '../../errors';
import {
  calendarDay,
  dayNumber,
  daysInMonth,
  type Moment,
  pad,
  readMoment,
  weekday,
  weekdayName,
  writeMoment,
} from './days';

/** Elements of Oracle's date format model, longest first. */
const ELEMENT =
  /"[^"]*"|FM|SYYYY|YYYY|RRRR|YYY|YY|RR|Y|MONTH|MON|MM|MI|DDD|DD|DAY|DY|D|HH24|HH12|HH|SSSSS|SS|A\.M\.|P\.M\.|AM|PM|IW|WW|W|Q|J|FF\d?|TZH|TZM|TZR|[^A-Za-z0-9"]+|T|./giy;

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
];

const cache = new Map<string, readonly string[]>();

function elements(format: string): readonly string[] {
  const known = cache.get(format);
  if (known) return known;
  const found = format.match(new RegExp(ELEMENT.source, 'gi')) ?? [];
  cache.set(format, found);
  return found;
}

/** TO_CHAR of a date by Oracle's format model; names come in the case of their element (`MON`, `Mon`, `mon`). */
export function formatDate(text: string, format: string): string {
  const moment = readMoment(text);
  let fill = true;
  let result = '';
  for (const element of elements(format)) {
    if (element.toUpperCase() === 'FM') fill = !fill;
    else result += formatElement(element, moment, fill);
  }
  return result;
}

function formatElement(element: string, { day, second }: Moment, fill: boolean): string {
  const { year, month, date } = calendarDay(day);
  const number = (value: number, width: number): string => (fill ? pad(value, width) : String(value));
  const hour = Math.floor(second / 3600);
  const yearStart = dayNumber({ year, month: 1, date: 1 });
  switch (element.toUpperCase()) {
    case 'YYYY':
    case 'SYYYY':
    case 'RRRR':
      return number(year, 4);
    case 'YYY':
      return number(year % 1000, 3);
    case 'YY':
    case 'RR':
      return number(year % 100, 2);
    case 'Y':
      return String(year % 10);
    case 'MM':
      return number(month, 2);
    case 'MON':
      return inCase(element, (MONTHS[month - 1] ?? '').slice(0, 3));
    case 'MONTH':
      return inCase(element, MONTHS[month - 1] ?? '').padEnd(fill ? 9 : 0);
    case 'DD':
      return number(date, 2);
    case 'DDD':
      return number(day - yearStart + 1, 3);
    case 'D':
      return String(weekday(day) + 1);
    case 'DY':
      return inCase(element, weekdayName(day).slice(0, 3));
    case 'DAY':
      return inCase(element, weekdayName(day)).padEnd(fill ? 9 : 0);
    case 'HH24':
      return number(hour, 2);
    case 'HH':
    case 'HH12':
      return number(hour % 12 === 0 ? 12 : hour % 12, 2);
    case 'MI':
      return number(Math.floor(second / 60) % 60, 2);
    case 'SS':
      return number(second % 60, 2);
    case 'SSSSS':
      return number(second, 5);
    case 'AM':
    case 'PM':
      return inCase(element, hour < 12 ? 'AM' : 'PM');
    case 'A.M.':
    case 'P.M.':
      return inCase(element, hour < 12 ? 'A.M.' : 'P.M.');
    case 'Q':
      return String(Math.floor((month + 2) / 3));
    case 'WW':
      return number(Math.floor((day - yearStart) / 7) + 1, 2);
    case 'W':
      return String(Math.floor((date - 1) / 7) + 1);
    case 'IW':
      return number(isoWeek(day), 2);
    case 'J':
      return String(day + 2_440_588);
    default:
      return punctuation(element);
  }
}

function punctuation(element: string): string {
  if (element.startsWith('"')) return element.slice(1, -1);
  if (/^[A-Za-z0-9]/.test(element)) throw notSupported(`date format element ${element} in SuiteQL`);
  return element;
}

function isoWeek(day: number): number {
  const thursday = day - ((weekday(day) + 6) % 7) + 3;
  const { year } = calendarDay(thursday);
  return Math.floor((thursday - dayNumber({ year, month: 1, date: 1 })) / 7) + 1;
}

function inCase(element: string, name: string): string {
  if (element === element.toUpperCase()) return name;
  if (element === element.toLowerCase()) return name.toLowerCase();
  return name.charAt(0) + name.slice(1).toLowerCase();
}

/** TO_DATE by Oracle's format model. Text that does not fit the format is refused, as Oracle refuses it. */
export function parseDate(text: string, format: string): string {
  const found = { year: 0, month: 1, date: 1, hour: 0, minute: 0, second: 0, afternoon: null as boolean | null };
  let position = 0;
  const take = (pattern: RegExp): string => {
    const match = pattern.exec(text.slice(position));
    if (match?.index !== 0) throw unsupportedSearch();
    position += match[0].length;
    return match[0];
  };
  for (const element of elements(format)) {
    switch (element.toUpperCase()) {
      case 'FM':
        break;
      case 'YYYY':
      case 'RRRR':
        found.year = Number(take(/^\d{1,4}/));
        break;
      case 'YY':
      case 'RR':
        found.year = century(Number(take(/^\d{1,2}/)), element.toUpperCase());
        break;
      case 'MM':
        found.month = Number(take(/^\d{1,2}/));
        break;
      case 'MON':
      case 'MONTH':
        found.month = monthNumber(take(/^[A-Za-z]+/));
        break;
      case 'DD':
        found.date = Number(take(/^\d{1,2}/));
        break;
      case 'HH24':
      case 'HH':
      case 'HH12':
        found.hour = Number(take(/^\d{1,2}/));
        break;
      case 'MI':
        found.minute = Number(take(/^\d{1,2}/));
        break;
      case 'SS':
        found.second = Number(take(/^\d{1,2}/));
        break;
      case 'AM':
      case 'PM':
        found.afternoon = take(/^[AaPp][Mm]/).toUpperCase() === 'PM';
        break;
      default:
        takeSeparator(element, take);
    }
    if (position >= text.length) break;
  }
  if (position < text.trimEnd().length) throw unsupportedSearch();
  return checked(found);
}

/** 0 for a word that is no month's name or its first three letters. */
function monthNumber(word: string): number {
  const name = word.toUpperCase();
  return MONTHS.findIndex((month) => name === month || name === month.slice(0, 3)) + 1;
}

/** Any punctuation matches any other, and blanks are skipped; letters must be known elements. */
function takeSeparator(element: string, take: (pattern: RegExp) => string): void {
  if (element.startsWith('"')) {
    take(/^./);
    for (let index = 1; index < element.length - 2; index += 1) take(/^./);
    return;
  }
  punctuation(element);
  take(/^[^A-Za-z0-9]+/);
}

function century(year: number, element: string): number {
  return element === 'RR' && year >= 50 ? 1900 + year : 2000 + year;
}

function checked(found: {
  year: number;
  month: number;
  date: number;
  hour: number;
  minute: number;
  second: number;
  afternoon: boolean | null;
}): string {
  const { year, month, date, minute, second, afternoon } = found;
  const hour = afternoon === null ? found.hour : (found.hour % 12) + (afternoon ? 12 : 0);
  const isDay = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month) && year > 0;
  if (!isDay || hour > 23 || minute > 59 || second > 59) throw unsupportedSearch();
  return writeMoment({ day: dayNumber({ year, month, date }), second: hour * 3600 + minute * 60 + second });
}
