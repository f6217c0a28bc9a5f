import { decimalsOf } from '../../accounting/currencies';
import { money, sum } from '../../accounting/money';
import { periodOf } from '../../accounting/periods';
import type { RevenueMethod } from '../../company/companyData';
import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import { isoDate } from '../values/dates';
import { IS_RECOGNIZED, isRecognized, refreshPlanStatus } from './recognized';
import { type Share, straightLine } from './straightLine';

/** Planned revenue of a plan, by period. */
export function plannedRevenue({ store }: Account, plan: number): Row[] {
  return store.all(
    `SELECT r.* FROM revenueplanplannedrevenue r JOIN accountingperiod p ON p.id = r.plannedperiod
     WHERE r.revenueplan = ? ORDER BY p.startdate, r.id`,
    [plan],
  );
}

/**
 * Writes what a plan recognizes in every period, by its dates and its method. What is recognized stays; what remains is
 * spread over the remaining periods, as with the default End Date Change Impact (section_4356113783). Where none remains
 * a change of the amount is caught up in the current period (assumed).
 */
export function spreadPlan(account: Account, id: number): void {
  const { store } = account;
  const plan = store.get(
    `SELECT p.*, e.deferralaccount, e.recognitionaccount FROM revenueplan p
     JOIN revenueelement e ON e.id = p.createdfrom WHERE p.id = ?`,
    [id],
  );
  if (plan === null) return;
  const before = plannedRevenue(account, id);
  const done = before.filter(isRecognized);
  const rest = money(plan.amount).minus(sum(done.map((row) => money(row.amount))));
  store.run(`DELETE FROM revenueplanplannedrevenue WHERE revenueplan = ? AND NOT ${IS_RECOGNIZED}`, [id]);
  if (done.length === 0 || !rest.eq(0)) {
    const shares = straightLine(
      account,
      String(plan.recognitionmethod) as RevenueMethod,
      { start: String(plan.revrecstartdate), end: String(plan.revrecenddate) },
      rest,
      decimalsOf(account, Number(plan.revenueplancurrency)),
      new Set(done.map((row) => Number(row.plannedperiod))),
    );
    for (const share of shares.length > 0 ? shares : [{ period: currentPeriod(account), amount: rest }]) {
      writeShare(account, plan, share);
    }
  }
  refreshPlanStatus(account, id);
}

function writeShare({ store }: Account, plan: Row, { period, amount }: Share): void {
  store.run(
    `INSERT INTO revenueplanplannedrevenue (revenueplan, plannedperiod, postingperiod, plannedrevenuetype, amount,
       exchangerate, deferredrevenueaccount, recognitionaccount, isrecognized) VALUES (?, ?, NULL, ?, ?, ?, ?, ?, 'F')`,
    [
      plan.id ?? null,
      period,
      'NORMAL',
      amount.toNumber(),
      plan.exchangerate ?? null,
      plan.deferralaccount ?? null,
      plan.recognitionaccount ?? null,
    ],
  );
}

function currentPeriod(account: Account): number {
  const today = isoDate(new Date(account.clock.now()));
  const period = periodOf(account, today);
  if (period === null) throw new Error(`No accounting period is set up for ${today}.`);
  return period.id;
}
