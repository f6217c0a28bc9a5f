import { notSupported } from '../../kernel/errors';
import { type CalendarDay, calendarDay, dayNumber, daysInMonth, readMoment, weekday, writeMoment } from './native/days';

/** First and last day of a relative date range, both `YYYY-MM-DD`. */
export interface DateRange {
  readonly start: string;
  readonly end: string;
}

type Ends = readonly [number, number];

/**
 * A relative date range by the id that N/query's RelativeDateRange and BUILTIN.RELATIVE_RANGES use
 * (section_1544111773). Weeks start on Sunday, fiscal years in January, as in a new account. `today` is a date of the
 * account. Throws for a range that is not known here.
 */
export function relativeRange(id: string, today: string): DateRange {
  const { day } = readMoment(today);
  const ends = daysAway(id, day) ?? RANGES[id.toUpperCase()]?.(day, calendarDay(day));
  if (!ends) throw notSupported(`the relative date range ${id}`);
  return { start: writeMoment({ day: ends[0], second: 0 }), end: writeMoment({ day: ends[1], second: 0 }) };
}

/** `DAGO30` and `DFN30`: so many days ago or from now. */
function daysAway(id: string, day: number): Ends | null {
  const [, direction, count] = /^(DAGO|DFN)(\d+)$/i.exec(id) ?? [];
  if (!direction) return null;
  const moved = day + Number(count) * (direction.toUpperCase() === 'DFN' ? 1 : -1);
  return [moved, moved];
}

function month(year: number, index: number, months = 1): Ends {
  const first = new Date(Date.UTC(year, index - 1, 1));
  const last = new Date(Date.UTC(year, index - 2 + months, 1));
  return [
    dayNumber({ year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, date: 1 }),
    dayNumber({
      year: last.getUTCFullYear(),
      month: last.getUTCMonth() + 1,
      date: daysInMonth(last.getUTCFullYear(), last.getUTCMonth() + 1),
    }),
  ];
}

function quarter({ year, month: index }: CalendarDay, move: number): Ends {
  return month(year, Math.floor((index - 1) / 3) * 3 + 1 + move * 3, 3);
}

function week(day: number, move: number): Ends {
  const first = day - weekday(day) + move * 7;
  return [first, first + 6];
}

type RangeOf = (day: number, calendar: CalendarDay) => Ends;

const thisYear: RangeOf = (_, { year }) => month(year, 1, 12);
const lastYear: RangeOf = (_, { year }) => month(year - 1, 1, 12);
const nextYear: RangeOf = (_, { year }) => month(year + 1, 1, 12);
const thisYearToDate: RangeOf = (day, { year }) => [month(year, 1)[0], day];
const lastYearToDate: RangeOf = (_, { year, month: index, date }) => [
  month(year - 1, 1)[0],
  dayNumber({ year: year - 1, month: index, date: Math.min(date, daysInMonth(year - 1, index)) }),
];

const RANGES: Readonly<Record<string, RangeOf>> = {
  TODAY: (day) => [day, day],
  YESTERDAY: (day) => [day - 1, day - 1],
  TOMORROW: (day) => [day + 1, day + 1],
  TW: (day) => week(day, 0),
  LW: (day) => week(day, -1),
  NW: (day) => week(day, 1),
  TWTD: (day) => [week(day, 0)[0], day],
  TM: (_, { year, month: index }) => month(year, index),
  LM: (_, { year, month: index }) => month(year, index - 1),
  NM: (_, { year, month: index }) => month(year, index + 1),
  TMTD: (day, { year, month: index }) => [month(year, index)[0], day],
  LMTD: (_, { year, month: index, date }) => {
    const [first, last] = month(year, index - 1);
    return [first, Math.min(first + date - 1, last)];
  },
  LWTD: (day) => [week(day, -1)[0], day - 7],
  TFQ: (_, calendar) => quarter(calendar, 0),
  LFQ: (_, calendar) => quarter(calendar, -1),
  NFQ: (_, calendar) => quarter(calendar, 1),
  TFQTD: (day, calendar) => [quarter(calendar, 0)[0], day],
  TY: thisYear,
  LY: lastYear,
  TYTD: thisYearToDate,
  LYTD: lastYearToDate,
  TFY: thisYear,
  LFY: lastYear,
  NFY: nextYear,
  TFYTD: thisYearToDate,
  LFYTD: lastYearToDate,
};
