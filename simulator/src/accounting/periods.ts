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
  /** Locked for A/R, for A/P and for every other account; a closed period is locked for all. */
  readonly isReceivablesLocked: boolean;
  readonly isPayablesLocked: boolean;
  readonly isAllLocked: boolean;
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
  aplocked: string;
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
    isPayablesLocked: row.aplocked === 'T' || row.alllocked === 'T',
    isAllLocked: row.alllocked === 'T',
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

/** Every base period, oldest first. */
export function postingPeriods(account: WithStore): Period[] {
  return account.store
    .all<PeriodRow>(`SELECT * FROM accountingperiod WHERE ${POSTING} ORDER BY startdate, id`)
    .map(toPeriod);
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

/** Why a period takes no changes of the general ledger from a user: closed for everybody, or locked for most. */
export type Restriction = 'closed' | 'locked';

/**
 * What keeps a transaction out of a period. A lock holds for the accounts that it names: a journal entry may post to
 * other accounts while A/R is locked. Users with the permission Override Period Restrictions pass locks; nobody passes
 * the close of the period (section_N1457300, section_N1452509).
 *
 * @param accountTypes `account.accttype` of the accounts that the transaction posts to
 */
export function restrictionOf(
  period: Period,
  accountTypes: Iterable<string>,
  mayOverrideLock: boolean,
): Restriction | null {
  if (period.isClosed) return 'closed';
  if (mayOverrideLock) return null;
  const isLocked = (type: string): boolean =>
    period.isAllLocked ||
    (type === 'AcctRec' && period.isReceivablesLocked) ||
    (type === 'AcctPay' && period.isPayablesLocked);
  return [...accountTypes].some(isLocked) ? 'locked' : null;
}

/**
 * Refuses a period into which a transaction cannot post. The codes are Oracle's (section_N3539978); which of them a
 * locked period gives is not documented: TRAN_PERIOD_CLOSED is assumed.
 *
 * @param accountTypes `account.accttype` of the accounts that the transaction posts to
 */
export function checkPostingPeriod(period: Period, accountTypes: Iterable<string>, mayOverrideLock: boolean): void {
  if (!period.isPosting) {
    throw new NetSuiteError('INVALID_KEY_OR_REF', `Invalid postingperiod reference key ${period.id}.`);
  }
  const restriction = restrictionOf(period, accountTypes, mayOverrideLock);
  if (restriction === 'closed') throw movedFromClosed();
  if (restriction === 'locked') throw lockedLedger();
}

/** The same for a transaction with a customer: sales and payments are A/R transactions, whatever they post to. */
export function checkReceivablesPeriod(period: Period, mayOverrideLock: boolean): void {
  checkPostingPeriod(period, ['AcctRec'], mayOverrideLock);
}

/** A posting into, or a move from or to a closed period (CLOSED_TRAN_PRD). */
export function movedFromClosed(): NetSuiteError {
  return new NetSuiteError('CLOSED_TRAN_PRD', 'You cannot move a transaction to or from a closed period.');
}

/** A change of the general ledger in a closed period (CLOSED_TRAN_PRD). */
export function closedLedger(): NetSuiteError {
  return new NetSuiteError('CLOSED_TRAN_PRD', 'The G/L impact of a transaction in a closed period cannot be changed.');
}

/** The same in a locked period, by a user who may not override the lock. */
export function lockedLedger(): NetSuiteError {
  return new NetSuiteError(
    'TRAN_PERIOD_CLOSED',
    'You cannot change the G/L impact of a transaction in a closed period.',
  );
}
