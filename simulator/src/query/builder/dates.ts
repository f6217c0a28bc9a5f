import { NetSuiteError, notSupported } from '../../kernel/errors';
import { searchError } from '../errors';
import { parseDate } from '../functions/native/dateFormat';
import { addMonths, readMoment, writeMoment } from '../functions/native/days';
import { zone } from '../functions/native/zone';
import type { Locale } from '../locale';
import type { ConditionValue, PeriodData, RelativeDateData } from './definition';
import type { Periods } from './periods';

/** The time that a value of a date condition means: SQL of its first moment, and of the first moment after it. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** The account's time, for values that are relative to it. */
export interface Calendar {
  readonly locale: Locale;
  /** ISO. */
  readonly now: string;
  readonly periods: Periods;
}

const DAYS: Readonly<Record<string, number>> = { dago: -1, dfn: 1, wago: -7, wfn: 7 };
const MONTHS: Readonly<Record<string, number>> = { mago: -1, mfn: 1, qago: -3, qfn: 3, yago: -12, yfn: 12 };

/**
 * What a value of a date condition means (section_1549916938). A Date of the script is its day in a date field and that
 * very second in a field with a time (assumed); a text is a date in the account's format.
 */
export function spanOf(value: ConditionValue, hasTime: boolean, calendar: Calendar): Span {
  if (value instanceof Date) {
    const local = zone(calendar.locale.timeZone).toLocal(value.toISOString());
    return hasTime ? second(local) : days(local.slice(0, 10));
  }
  if (typeof value === 'object')
    return 'relative' in value ? relativeSpan(value, calendar) : periodSpan(value, calendar);
  const text = String(value).trim();
  try {
    return days(parseDate(text, calendar.locale.dateFormat.replaceAll('FM', '')).slice(0, 10));
  } catch {
    throw new NetSuiteError(
      'UNEXPECTED_ERROR',
      `An unexpected error has occurred: ${text} is no date of this account.`,
    );
  }
}

/**
 * What one value means with WITHIN: a range is itself, a moment makes one with the current date, whichever comes first
 * (section_1549916938).
 */
export function withinSpan(value: ConditionValue, hasTime: boolean, calendar: Calendar): Span {
  const span = spanOf(value, hasTime, calendar);
  if (typeof value !== 'object' || !('relative' in value)) throw searchError('WITHIN needs two values or a range.');
  const { dateId, value: count } = value.relative;
  if (count === null && value.relative.end === null) return span;
  const today = days(todayOf(calendar));
  if (count === null) throw notSupported('the operator WITHIN with one end of a relative date range');
  return /ago$/.test(dateId) ? { from: span.from, until: today.until } : { from: today.from, until: span.until };
}

function relativeSpan({ relative: { dateId, value, end } }: RelativeDateData, calendar: Calendar): Span {
  if (value === null) {
    const ends = (which: string): string => `BUILTIN.RELATIVE_RANGES('${dateId}', '${which}')`;
    const [first, last] = [end ?? 'START', end ?? 'END'];
    return { from: ends(first), until: `${ends(last)} + 1` };
  }
  const today = todayOf(calendar);
  const byDays = DAYS[dateId];
  if (byDays !== undefined) {
    return days(writeMoment({ day: readMoment(today).day + byDays * value, second: 0 }).slice(0, 10));
  }
  const byMonths = MONTHS[dateId];
  if (byMonths === undefined)
    throw notSupported(`query.DateId ${dateId}: a relative date of hours, minutes or seconds`);
  return days(addMonths(today, byMonths * value).slice(0, 10));
}

function periodSpan({ period }: PeriodData, { periods }: Calendar): Span {
  const { start, end } = periods.named(period.code, period.adjustment === 'ALL');
  return days(period.type === 'END' ? end : start);
}

function todayOf({ locale, now }: Calendar): string {
  return zone(locale.timeZone).toLocal(now).slice(0, 10);
}

function days(day: string): Span {
  const next = writeMoment({ day: readMoment(day).day + 1, second: 0 }).slice(0, 10);
  return { from: date(day), until: date(next) };
}

function second(local: string): Span {
  const moment = readMoment(local);
  const next = writeMoment({ day: moment.day, second: moment.second + 1 });
  const at = (text: string): string => `TO_DATE('${text.slice(0, 19).replace('T', ' ')}', 'YYYY-MM-DD HH24:MI:SS')`;
  return { from: at(writeMoment(moment)), until: at(next) };
}

const date = (day: string): string => `TO_DATE('${day}', 'YYYY-MM-DD')`;
