import type { Result } from '../../documents/problem';
import type { CalendarDate } from '../../documents/values';
import type { ConnectionSettings } from '../../settings/settings';
import type { AccountingPeriod, Directory, PostingProblem } from '../plan';
import { noOpenPeriod, periodClosed, periodMissing, periodRejected } from '../problems';

/** The period to post in, and what to note where it is not the one that holds the date. */
export interface PostingPeriod {
  readonly period: AccountingPeriod;
  readonly note: string | null;
}

/**
 * The posting period of a transaction of that day. In a closed one, or one whose receivables are locked, nothing is
 * posted silently: the connection's policy is to ask (the default), to take the first open period, or to reject.
 */
export function postingPeriod(
  date: CalendarDate,
  directory: Directory,
  settings: ConnectionSettings,
): Result<PostingPeriod, PostingProblem> {
  const period = directory.period(date);
  if (period === null) return { ok: false, error: periodMissing(date) };
  if (!period.isClosed && !period.isReceivablesLocked) return { ok: true, value: { period, note: null } };
  switch (settings.closedPeriod) {
    case 'Ask':
      return { ok: false, error: periodClosed(date, period.name) };
    case 'Reject':
      return { ok: false, error: periodRejected(date, period.name) };
    case 'First Open Period': {
      const open = directory.firstOpenPeriod(date);
      if (open === null) return { ok: false, error: noOpenPeriod(date, period.name) };
      return {
        ok: true,
        value: { period: open, note: `Posted in ${open.name}: ${period.name}, which holds ${date}, is closed` },
      };
    }
  }
}

/** The period of the day where it is open; a record that is posted already keeps its own where it is not. */
export function openPeriodOf(
  date: CalendarDate,
  directory: Directory,
): Result<{ readonly period: AccountingPeriod | null; readonly note: null }, PostingProblem> {
  const period = directory.period(date);
  const isOpen = period !== null && !period.isClosed && !period.isReceivablesLocked;
  return { ok: true, value: { period: isOpen ? period : null, note: null } };
}
