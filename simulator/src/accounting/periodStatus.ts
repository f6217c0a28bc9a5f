import { NetSuiteError } from '../kernel/errors';
import type { Store } from '../store/store';
import { type Period, periodById, periodOf } from './periods';

interface WithStore {
  readonly store: Store;
}

/** What can be changed of an accounting period, by the names of SuiteQL's columns. */
export interface PeriodChange {
  readonly closed?: boolean;
  readonly alllocked?: boolean;
  readonly arlocked?: boolean;
  readonly aplocked?: boolean;
  readonly allownonglchanges?: boolean;
}

interface PeriodRow extends Record<string, string | number | null> {
  id: number;
  periodname: string;
  startdate: string;
  closed: string;
  alllocked: string;
  arlocked: string;
  aplocked: string;
  allownonglchanges: string;
}

const MONTHS = "isyear = 'F' AND isquarter = 'F'";

/**
 * Closes, reopens, locks or unlocks a period as Manage Accounting Periods does:
 * - a period closes with all open ones before it, as Quick Close does, and is locked then (section_N1452509);
 * - with it all later ones are opened again; their locks stay (section_N1457543);
 * - Lock All locks A/R and A/P too, and unlocking one of them unlocks All (section_N1451780);
 * - Allow Non-G/L Changes can be checked only while the period is locked or closed, and is cleared when it is neither
 *   (section_N1446881, section_N1457300).
 *
 * @param period internal id, name (`Jul 2026`) or a day in it (`YYYY-MM-DD`)
 * @param now ISO time
 * @throws NetSuiteError USER_ERROR for what NetSuite's page does not offer
 */
export function changePeriod(account: WithStore, period: string | number, change: PeriodChange, now: string): Period {
  return account.store.transaction(() => {
    const row = find(account, period);
    if (change.closed === true) close(account, row, now);
    if (change.closed === false) reopen(account, row);
    lock(account, row.id, change);
    if (change.allownonglchanges !== undefined) allow(account, row.id, change.allownonglchanges);
    account.store.run(
      `UPDATE accountingperiod SET allownonglchanges = 'F'
       WHERE ${MONTHS} AND closed = 'F' AND alllocked = 'F' AND arlocked = 'F' AND aplocked = 'F'`,
    );
    refreshParents(account);
    account.store.run('UPDATE accountingperiod SET lastmodifieddate = ? WHERE id = ?', [now, row.id]);
    return changed(account, row.id);
  });
}

/** A base period by its name (`Jul 2026`), its internal id or a day in it. @throws NetSuiteError USER_ERROR */
export function basePeriod(account: WithStore, period: string | number): Period {
  return changed(account, find(account, period).id);
}

function find(account: WithStore, period: string | number): PeriodRow {
  const text = String(period);
  const byDay = /^\d{4}-\d{2}-\d{2}$/.test(text) ? (periodOf(account, text)?.id ?? null) : null;
  const row = account.store.get<PeriodRow>(
    `SELECT * FROM accountingperiod WHERE ${MONTHS} AND (id = ?1 OR periodname = ?2)`,
    [byDay ?? (/^\d+$/.test(text) ? Number(text) : null), text],
  );
  if (row === null) throw refused(`There is no base period ${text}.`);
  return row;
}

function close({ store }: WithStore, row: PeriodRow, now: string): void {
  store.run(
    `UPDATE accountingperiod SET closed = 'T', closedondate = ?1, alllocked = 'T', arlocked = 'T', aplocked = 'T'
     WHERE ${MONTHS} AND closed = 'F' AND startdate <= ?2`,
    [now, row.startdate],
  );
}

function reopen({ store }: WithStore, row: PeriodRow): void {
  store.run(
    `UPDATE accountingperiod SET closed = 'F', closedondate = NULL
     WHERE ${MONTHS} AND closed = 'T' AND startdate >= ?`,
    [row.startdate],
  );
}

function lock(account: WithStore, id: number, { alllocked, arlocked, aplocked }: PeriodChange): void {
  if (alllocked === undefined && arlocked === undefined && aplocked === undefined) return;
  const unlocks = [alllocked, arlocked, aplocked].includes(false);
  if (unlocks && changed(account, id).isClosed) throw refused('A closed period cannot be unlocked: reopen it first.');
  const set = (column: 'alllocked' | 'arlocked' | 'aplocked', isLocked: boolean): void => {
    account.store.run(`UPDATE accountingperiod SET ${column} = ? WHERE id = ?`, [isLocked ? 'T' : 'F', id]);
  };
  if (alllocked === true) for (const column of ['alllocked', 'arlocked', 'aplocked'] as const) set(column, true);
  if (alllocked === false) set('alllocked', false);
  for (const [column, isLocked] of [
    ['arlocked', arlocked],
    ['aplocked', aplocked],
  ] as const) {
    if (isLocked === undefined) continue;
    set(column, isLocked);
    if (!isLocked) set('alllocked', false);
  }
}

function allow(account: WithStore, id: number, isAllowed: boolean): void {
  const period = changed(account, id);
  const isRestricted = period.isClosed || period.isReceivablesLocked || period.isPayablesLocked || period.isAllLocked;
  if (isAllowed && !isRestricted) {
    throw refused('Allow Non-G/L Changes can be checked only while the period is locked or closed.');
  }
  account.store.run('UPDATE accountingperiod SET allownonglchanges = ? WHERE id = ?', [isAllowed ? 'T' : 'F', id]);
}

/** Quarters, then years, are closed and locked where all of their periods are. */
function refreshParents({ store }: WithStore): void {
  for (const kind of ["isquarter = 'T'", "isyear = 'T'"]) {
    for (const column of ['closed', 'alllocked', 'arlocked', 'aplocked']) {
      store.run(
        `UPDATE accountingperiod SET ${column} = CASE WHEN EXISTS (SELECT 1 FROM accountingperiod child
           WHERE child.parent = accountingperiod.id AND child.${column} = 'F') THEN 'F' ELSE 'T' END
         WHERE ${kind} AND EXISTS (SELECT 1 FROM accountingperiod child WHERE child.parent = accountingperiod.id)`,
      );
    }
  }
}

function changed(account: WithStore, id: number): Period {
  const period = periodById(account, id);
  if (period === null) throw refused(`There is no period ${id}.`);
  return period;
}

function refused(message: string): NetSuiteError {
  return new NetSuiteError('USER_ERROR', message);
}
