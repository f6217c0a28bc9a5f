import { money, sum } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { Row } from '../../store/store';

/**
 * SQL condition: revenue of a row of a plan or a schedule is recognized, by a journal entry of the process, or by one
 * made by hand, for which somebody checked Is Recognized (section_4380140655, section_N1689644).
 */
export const IS_RECOGNIZED = "(journal IS NOT NULL OR COALESCE(isrecognized, 'F') = 'T')";

/** True for such a row that was read already. */
export function isRecognized(row: Row): boolean {
  return (row.journal !== null && row.journal !== undefined) || row.isrecognized === 'T';
}

/** True where revenue of a plan has been recognized. */
export function isStarted({ store }: Account, plan: number): boolean {
  return (
    store.get(`SELECT 1 AS found FROM revenueplanplannedrevenue WHERE revenueplan = ? AND ${IS_RECOGNIZED} LIMIT 1`, [
      plan,
    ]) !== null
  );
}

/** True where revenue of any plan of an element has been recognized. */
export function isElementStarted(account: Account, element: number): boolean {
  return account.store
    .all<{ id: number }>('SELECT id FROM revenueplan WHERE createdfrom = ?', [element])
    .some(({ id }) => isStarted(account, id));
}

/** True where revenue of a transaction, of what it sold or of what it billed or shipped, has been recognized. */
export function hasRecognizedRevenue({ store }: Account, transaction: number): boolean {
  return (
    store.get(
      `SELECT 1 AS found FROM revenueplanplannedrevenue JOIN revenueplan p ON p.id = revenueplan
         JOIN revenueelement e ON e.id = p.createdfrom
       WHERE (e.sourcetransaction = ?1 OR p.eventtransaction = ?1) AND ${IS_RECOGNIZED}
       UNION SELECT 1 FROM revrecschedulerecurrence r JOIN revrecschedule s ON s.id = r.schedule
       WHERE s.sourcetransaction = ?1 AND ${IS_RECOGNIZED} LIMIT 1`,
      [transaction],
    ) !== null
  );
}

/**
 * REV_REC_UPDATE_DISALLWD: revenue of the line has been recognized, so that this of it stays as it is.
 *
 * @param what the field, in NetSuite's words
 */
export function updateDisallowed(what: string): NetSuiteError {
  return new NetSuiteError(
    'REV_REC_UPDATE_DISALLWD',
    `Modification of ${what} is not allowed because revenue has been recognized for this or related lines.`,
  );
}

/**
 * A source whose revenue has been recognized cannot be deleted or voided, before the journal entries are
 * (section_4380392082, section_4606708496, section_N1690402). That the code is TRANS_IN_USE is assumed.
 */
export function refuseWhereRecognized(account: Account, transaction: number): void {
  if (!hasRecognizedRevenue(account, transaction)) return;
  throw new NetSuiteError(
    'TRANS_IN_USE',
    'This transaction cannot be deleted because it is linked to by one or more transactions: revenue recognition journal entries.',
  );
}

/** Letters of plans and elements as they are stored (section_4380140655, section_4370935868). */
type PlanStatus = 'NOTSTARTED' | 'INPROGRESS' | 'ONHOLD' | 'COMPLETED';

/** Brings status and balances of an actual plan, in its currency, in line with its planned revenue; then its element's. */
export function refreshPlanStatus(account: Account, plan: number): void {
  const { store } = account;
  const row = store.get('SELECT * FROM revenueplan WHERE id = ?', [plan]);
  if (row === null || row.revenueplantype !== 'ACTUAL') return;
  const planned = store.all('SELECT * FROM revenueplanplannedrevenue WHERE revenueplan = ?', [plan]);
  const done = planned.filter(isRecognized);
  const recognized = sum(done.map((each) => money(each.amount)));
  const isOpen = planned.some((each) => !isRecognized(each) && !money(each.amount).eq(0));
  const started: PlanStatus = done.length === 0 ? 'NOTSTARTED' : isOpen ? 'INPROGRESS' : 'COMPLETED';
  store.run('UPDATE revenueplan SET totalrecognized = ?, remainingdeferredbalance = ?, status = ? WHERE id = ?', [
    recognized.toNumber(),
    money(row.amount).minus(recognized).toNumber(),
    row.holdrevenuerecognition === 'T' ? 'ONHOLD' : started,
    plan,
  ]);
  refreshElementStatus(account, Number(row.createdfrom));
}

/** Revenue Plan Status of an element (section_4370935868); one whose plans could not be made has failed. */
export function refreshElementStatus({ store }: Account, element: number, hasFailed = false): void {
  const plans = store.all<{ status: PlanStatus; total: number; rate: number | null }>(
    `SELECT status, totalrecognized AS total, exchangerate AS rate FROM revenueplan
     WHERE createdfrom = ? AND revenueplantype = 'ACTUAL'`,
    [element],
  );
  const are = (status: PlanStatus): boolean => plans.length > 0 && plans.every((plan) => plan.status === status);
  const status = hasFailed
    ? 'PLANFAILED'
    : plans.some((plan) => plan.status === 'ONHOLD')
      ? 'ONHOLD'
      : plans.length === 0 || are('NOTSTARTED')
        ? 'NOTSTARTED'
        : are('COMPLETED') && isFullyPlanned(store, element)
          ? 'COMPLETED'
          : 'INPROGRESS';
  store.run('UPDATE revenueelement SET revenueplanstatus = ? WHERE id = ?', [status, element]);
}

/** Actual plans come to the revenue amount of the element, as far as rounding to the base currency lets them. */
function isFullyPlanned(store: Account['store'], element: number): boolean {
  const row = store.get(
    `SELECT e.allocationamount * COALESCE(e.exchangerate, 1) AS due, (SELECT SUM(p.amount) FROM revenueplan p
       WHERE p.createdfrom = e.id AND p.revenueplantype = 'ACTUAL') AS planned,
       (SELECT COUNT(*) FROM revenueplan p WHERE p.createdfrom = e.id) AS plans
     FROM revenueelement e WHERE e.id = ?`,
    [element],
  );
  const difference = money(row?.due).minus(money(row?.planned)).abs();
  return difference.lte(money(row?.plans).times('0.01'));
}

/** Recognized and still deferred revenue of the schedules of a sale, in the base currency. */
export function scheduleBalances(
  { store }: Account,
  transaction: number,
): { readonly recognizedrevenue: number; readonly deferredrevenue: number } {
  const rows = store.all(
    `SELECT r.* FROM revrecschedulerecurrence r JOIN revrecschedule s ON s.id = r.schedule WHERE s.sourcetransaction = ?`,
    [transaction],
  );
  const total = (of: readonly Row[]): number => sum(of.map((row) => money(row.recamount))).toNumber();
  return {
    recognizedrevenue: total(rows.filter(isRecognized)),
    deferredrevenue: total(rows.filter((row) => !isRecognized(row))),
  };
}
