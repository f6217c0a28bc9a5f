import type { CalendarDate } from '../documents/values';
import { isChecked, selectRows, textOf } from '../netsuite/suiteQl';
import type { AccountingPeriod } from './plan';

/** A posting period with its days. */
export interface DatedPeriod extends AccountingPeriod {
  readonly start: string;
  readonly end: string;
}

/**
 * The account's posting periods (no years, quarters or adjustment periods) that end on or after the earliest of the
 * days, in order: 10 units, none for no days.
 */
export function findPeriods(dates: readonly CalendarDate[]): readonly DatedPeriod[] {
  const [earliest] = [...dates].sort();
  if (earliest === undefined) return [];
  return selectRows(
    `SELECT id, periodname, TO_CHAR(startdate, 'YYYY-MM-DD') AS starts, TO_CHAR(enddate, 'YYYY-MM-DD') AS ends,
       closed, alllocked, arlocked
     FROM accountingperiod
     WHERE isposting = 'T' AND isyear = 'F' AND isquarter = 'F' AND isadjust = 'F' AND isinactive = 'F'
       AND enddate >= TO_DATE(?, 'YYYY-MM-DD')
     ORDER BY startdate, id`,
    [earliest],
  ).map((row) => ({
    id: textOf(row, 'id'),
    name: textOf(row, 'periodname'),
    isClosed: isChecked(row, 'closed'),
    isReceivablesLocked: isChecked(row, 'alllocked') || isChecked(row, 'arlocked'),
    start: textOf(row, 'starts'),
    end: textOf(row, 'ends'),
  }));
}

/** The period that holds the day. Days compare as text. */
export function periodOf(periods: readonly DatedPeriod[], date: CalendarDate): DatedPeriod | null {
  return periods.find((period) => period.start <= date && date <= period.end) ?? null;
}

/** The earliest period that ends on or after the day and in which receivables can be posted. */
export function firstOpenPeriod(periods: readonly DatedPeriod[], date: CalendarDate): DatedPeriod | null {
  return periods.find((period) => date <= period.end && !period.isClosed && !period.isReceivablesLocked) ?? null;
}
