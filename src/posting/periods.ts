import type { CalendarDate } from '../documents/values';
import { type SqlRow, textOf } from '../netsuite/suiteQl';
import type { ListPart } from './listPart';
import type { AccountingPeriod } from './plan';

/** A posting period with its days. */
export interface DatedPeriod extends AccountingPeriod {
  readonly start: string;
  readonly end: string;
}

/**
 * The part of the batch's query that finds the account's posting periods (no years, quarters or adjustment periods) that
 * end on or after the earliest of the days. `type` holds the three flags: closed, all locked, receivables locked.
 */
export function periodParts(dates: readonly CalendarDate[]): readonly ListPart[] {
  const [earliest] = [...dates].sort();
  if (earliest === undefined) return [];
  const sql = `SELECT 'period' AS list, periodname AS name, id, closed || alllocked || arlocked AS type, isinactive,
      TO_CHAR(startdate, 'YYYY-MM-DD') AS starts, TO_CHAR(enddate, 'YYYY-MM-DD') AS ends
    FROM accountingperiod
    WHERE isposting = 'T' AND isyear = 'F' AND isquarter = 'F' AND isadjust = 'F' AND isinactive = 'F'
      AND enddate >= TO_DATE(?, 'YYYY-MM-DD')`;
  return [{ sql, parameters: [earliest] }];
}

/** The periods in the answer, in the order of their days. */
export function readPeriods(rows: readonly SqlRow[]): readonly DatedPeriod[] {
  return rows
    .map((row): DatedPeriod => {
      const flags = textOf(row, 'type');
      return {
        id: textOf(row, 'id'),
        name: textOf(row, 'name'),
        isClosed: flags.charAt(0) === 'T',
        isReceivablesLocked: flags.indexOf('T', 1) > 0,
        start: textOf(row, 'starts'),
        end: textOf(row, 'ends'),
      };
    })
    .sort((first, second) => (first.start < second.start ? -1 : 1));
}

/** The period that holds the day. Days compare as text. */
export function periodOf(periods: readonly DatedPeriod[], date: CalendarDate): DatedPeriod | null {
  return periods.find((period) => period.start <= date && date <= period.end) ?? null;
}

/** The earliest period that ends on or after the day and in which receivables can be posted. */
export function firstOpenPeriod(periods: readonly DatedPeriod[], date: CalendarDate): DatedPeriod | null {
  return periods.find((period) => date <= period.end && !period.isClosed && !period.isReceivablesLocked) ?? null;
}
