import { addMonths, calendarDay, dayNumber, readMoment, writeMoment } from '../../query/functions/native/days';
import { type DateRange, relativeRange } from '../../query/functions/relativeRange';

/** Names of relative dates in filters (section_N3009996), with the ids that N/query has for the same ranges. */
const NAMED: Readonly<Record<string, string>> = {
  today: 'TODAY',
  yesterday: 'YESTERDAY',
  tomorrow: 'TOMORROW',
  thisweek: 'TW',
  lastweek: 'LW',
  nextweek: 'NW',
  thisweektodate: 'TWTD',
  lastweektodate: 'LWTD',
  thismonth: 'TM',
  lastmonth: 'LM',
  nextmonth: 'NM',
  thismonthtodate: 'TMTD',
  lastmonthtodate: 'LMTD',
  thisfiscalquarter: 'TFQ',
  lastfiscalquarter: 'LFQ',
  nextfiscalquarter: 'NFQ',
  thisfiscalquartertodate: 'TFQTD',
  thisyear: 'TY',
  lastyear: 'LY',
  thisyeartodate: 'TYTD',
  lastyeartodate: 'LYTD',
  thisfiscalyear: 'TFY',
  lastfiscalyear: 'LFY',
  nextfiscalyear: 'NFY',
  thisfiscalyeartodate: 'TFYTD',
  lastfiscalyeartodate: 'LFYTD',
};

const COUNTED = /^(days|weeks|months|years)(ago|fromnow)(\d+)$/;

/** The days that a relative date means, `daysago17` or `lastmonth`; null for text that is none. `today` is a date. */
export function relativeDate(text: string, today: string): DateRange | null {
  const name = text.trim().toLowerCase();
  const id = NAMED[name];
  if (id) return relativeRange(id, today);
  const [, unit, direction, number] = COUNTED.exec(name) ?? [];
  if (!unit || !direction || !number) return null;
  const count = Number(number) * (direction === 'ago' ? -1 : 1);
  const moved = move(today.slice(0, 10), unit, count);
  return { start: moved, end: moved };
}

function move(today: string, unit: string, count: number): string {
  if (unit === 'months') return addMonths(today, count);
  const { day } = readMoment(today);
  if (unit !== 'years') return writeMoment({ day: day + count * (unit === 'weeks' ? 7 : 1), second: 0 });
  const { year, month, date } = calendarDay(day);
  return writeMoment({ day: dayNumber({ year: year + count, month, date }), second: 0 });
}
