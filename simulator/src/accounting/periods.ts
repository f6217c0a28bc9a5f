import { preference } from '../company/settings';
import { NetSuiteError } from '../kernel/errors';
import type { Store } from '../store/store';

interface WithStore {
  readonly store: Store;
}

/** An accounting period; dates are `YYYY-MM-DD`. */
export interface Period {
  readonly id: number;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly isPosting: boolean;
  readonly isClosed: boolean;
  readonly isReceivablesLocked: boolean;
  readonly allowsNonLedgerChanges: boolean;
}

interface PeriodRow extends Record<string, string | number | null> {
  id: number;
  periodname: string;
  startdate: string;
  enddate: string;
  isposting: string;
  isyear: string;
  isquarter: string;
  closed: string;
  alllocked: string;
  arlocked: string;
  allownonglchanges: string;
}

const POSTING = "isposting = 'T' AND isyear = 'F' AND isquarter = 'F' AND isadjust = 'F' AND isinactive = 'F'";

function toPeriod(row: PeriodRow): Period {
  return {
    id: row.id,
    name: row.periodname,
    start: row.startdate,
    end: row.enddate,
    isPosting: row.isposting === 'T' && row.isyear !== 'T' && row.isquarter !== 'T',
    isClosed: row.closed === 'T',
    isReceivablesLocked: row.arlocked === 'T' || row.alllocked === 'T',
    allowsNonLedgerChanges: row.allownonglchanges === 'T',
  };
}

export function periodById(account: WithStore, id: number): Period | null {
  const row = account.store.get<PeriodRow>('SELECT * FROM accountingperiod WHERE id = ?', [id]);
  return row === null ? null : toPeriod(row);
}

/** The base period in which a day lies, open or not; null where none was set up. */
export function periodOf(account: WithStore, day: string): Period | null {
  const row = account.store.get<PeriodRow>(
    `SELECT * FROM accountingperiod WHERE ${POSTING} AND startdate <= ?1 AND enddate >= ?1 ORDER BY id LIMIT 1`,
    [day],
  );
  return row === null ? null : toPeriod(row);
}

/** The first period that is not closed and ends on or after a day; null where all are closed. */
export function firstOpenPeriod(account: WithStore, day: string): Period | null {
  const row = account.store.get<PeriodRow>(
    `SELECT * FROM accountingperiod WHERE ${POSTING} AND closed = 'F' AND enddate >= ? ORDER BY startdate LIMIT 1`,
    [day],
  );
  return row === null ? null : toPeriod(row);
}

/**
 * The period in which a transaction of a day posts where the script names none: that of the day. Where it is closed the
 * preference DEFAULTPERIODIFCLOSED decides: the current period (default) or the first open one after the day
 * (section_N1385293). Throws UNDEFINED_ACCTNG_PRD where there is none.
 *
 * @param day and today `YYYY-MM-DD`
 */
export function defaultPeriod(account: WithStore, day: string, today: string): Period {
  const period = periodOf(account, day);
  if (period && !period.isClosed) return period;
  const from = preference(account, 'DEFAULTPERIODIFCLOSED') === 'First Open Period' ? day : today;
  const open = period === null ? null : firstOpenPeriod(account, from);
  if (open) return open;
  throw new NetSuiteError('UNDEFINED_ACCTNG_PRD', `The accounting period is not defined for the date ${day}.`);
}

/**
 * Refuses a period in which a receivables transaction cannot be posted: a closed one for everybody, one that is locked
 * for A/R for those who may not override period restrictions (section_N1452509).
 */
export function checkReceivablesPeriod(period: Period, mayOverrideLock: boolean): void {
  if (!period.isPosting) {
    throw new NetSuiteError('INVALID_KEY_OR_REF', `Invalid postingperiod reference key ${period.id}.`);
  }
  if (period.isClosed) {
    throw new NetSuiteError('CLOSED_TRAN_PRD', 'You cannot move a transaction to or from a closed period.');
  }
  if (period.isReceivablesLocked && !mayOverrideLock) {
    throw new NetSuiteError(
      'TRAN_PERIOD_CLOSED',
      'You cannot change the G/L impact of a transaction in a closed period.',
    );
  }
}
