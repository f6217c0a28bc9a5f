import Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import type { RevenueMethod } from '../../company/companyData';
import type { Account } from '../../kernel/account';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import { nextNumber } from '../../store/sequence';
import type { Row } from '../../store/store';
import { addDays } from '../values/dates';
import { straightLine } from './straightLine';
import { endOfMonths, endOfPeriods } from './terms';

/** Values of `createrevenueplanson`. */
export const ON_ARRANGEMENT = -1;
const ON_BILLING = -2;

/** What makes a plan: the creation of the arrangement, or a line that bills the element. Amounts in its currency. */
interface PlanEvent {
  readonly transaction: number | null;
  readonly line: number | null;
  readonly date: string;
  readonly amount: Big;
}

/**
 * Makes the actual revenue plans of an element and spreads them over the periods (section_4351787245), at once as with
 * the preference for automatic updates. Plans that are there keep their ids, and the dates that somebody set. Where the
 * rule asks for dates that the element lacks, or periods are not set up, there is no plan and the element says so.
 * Forecast plans are not made.
 */
export function refreshPlans(account: Account, elementId: number): void {
  const { store } = account;
  const element = store.get('SELECT * FROM revenueelement WHERE id = ?', [elementId]);
  if (element === null) return;
  const kept: number[] = [];
  let isComplete = true;
  for (const event of eventsOf(account, element)) {
    const plan = writePlan(account, element, event);
    if (plan === null) isComplete = false;
    else kept.push(plan);
  }
  for (const { id } of store.all<{ id: number }>('SELECT id FROM revenueplan WHERE createdfrom = ?', [elementId])) {
    if (!kept.includes(id)) removePlan(account, id);
  }
  store.run('UPDATE revenueelement SET requiresrevenueplanupdate = ?, revenueplanstatus = ? WHERE id = ?', [
    isComplete ? 'F' : 'T',
    kept.length === 0 ? null : 'NOTSTARTED',
    elementId,
  ]);
}

function eventsOf({ store }: Account, element: Row): PlanEvent[] {
  const amount = money(element.allocationamount);
  const on = element.createrevenueplanson;
  if (on === null || on === undefined) return [];
  if (on === ON_ARRANGEMENT) {
    const row = store.get<{ trandate: string }>('SELECT trandate FROM "transaction" WHERE id = ?', [
      element.revenuearrangement ?? null,
    ]);
    return row === null ? [] : [{ transaction: null, line: null, date: row.trandate, amount }];
  }
  if (on !== ON_BILLING) throw notSupported('revenue plans that fulfillment makes');
  const discounted = money(element.discountedsalesamount);
  return store
    .all<{ transaction: number; id: number; trandate: string; foreignamount: number }>(
      `SELECT tl."transaction", tl.id, t.trandate, tl.foreignamount FROM transactionline tl
       JOIN "transaction" t ON t.id = tl."transaction" AND t.posting = 'T'
       WHERE tl.revenueelement = ? ORDER BY t.trandate, t.id, tl.id`,
      [element.id ?? null],
    )
    .map((row) => ({
      transaction: row.transaction,
      line: row.id,
      date: row.trandate,
      amount: discounted.eq(0) ? new Big(0) : money(row.foreignamount).times(-1).div(discounted).times(amount),
    }));
}

/** Writes one plan, in the base currency at the source's exchange rate (assumed); null where it has no dates. */
function writePlan(account: Account, element: Row, event: PlanEvent): number | null {
  const { store, clock } = account;
  const rule = store.get('SELECT * FROM revenuerecognitionrule WHERE id = ?', [element.revenuerecognitionrule ?? null]);
  if (rule === null) return null;
  const existing = store.get(
    'SELECT * FROM revenueplan WHERE createdfrom = ? AND eventtransaction IS ? AND eventline IS ?',
    [element.id ?? null, event.transaction, event.line],
  );
  const start = existing?.isedited === 'T' ? String(existing.revrecstartdate) : startOf(account, rule, element, event);
  const end =
    existing?.isedited === 'T' ? String(existing.revrecenddate) : start && endOf(account, rule, element, event, start);
  if (start === null || end === null || end < start) return null;
  const currency = baseCurrency(account, Number(element.subsidiary));
  const amount = rounded(event.amount.times(money(element.exchangerate)), decimalsOf(account, currency));
  const now = new Date(clock.now()).toISOString();
  const id =
    existing === null
      ? store.run(
          `INSERT INTO revenueplan (recordnumber, createdfrom, revenueplantype, status, item, amountsource, exchangerate,
             revenueplancurrency, revenuerecognitionrule, recognitionmethod, revrecstartdatesource, revrecenddatesource,
             terminmonths, recognitionperiod, holdrevenuerecognition, totalrecognized, eventtransaction, eventline,
             isedited, recordversion)
           VALUES (?, ?, 'ACTUAL', 'NOTSTARTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'F', 0, ?, ?, 'F', 1)`,
          [
            String(nextNumber(store, 'revenueplan')),
            element.id ?? null,
            element.item ?? null,
            rule.amountsource ?? null,
            element.exchangerate ?? null,
            currency,
            rule.id ?? null,
            rule.recognitionmethod ?? null,
            rule.revrecstartdatesource ?? null,
            rule.revrecenddatesource ?? null,
            rule.terminmonths ?? null,
            rule.recognitionperiod ?? null,
            event.transaction,
            event.line,
          ],
        ).id
      : Number(existing.id);
  store.run(
    `UPDATE revenueplan SET amount = ?1, remainingdeferredbalance = ?1, revrecstartdate = ?2, revrecenddate = ?3,
       lastmodifieddate = ?4 WHERE id = ?5`,
    [amount.toNumber(), start, end, now, id],
  );
  try {
    spreadPlan(account, id);
  } catch (error) {
    if (error instanceof NetSuiteError && error.name === 'INSUFCNT_NUM_PRDS_FOR_REV_REC') return null;
    throw error;
  }
  return id;
}

/** Writes what a plan recognizes in every period, by its dates and its method. */
export function spreadPlan(account: Account, id: number): void {
  const { store } = account;
  const plan = store.get(
    `SELECT p.*, e.deferralaccount, e.recognitionaccount FROM revenueplan p
     JOIN revenueelement e ON e.id = p.createdfrom WHERE p.id = ?`,
    [id],
  );
  if (plan === null) return;
  store.run('DELETE FROM revenueplanplannedrevenue WHERE revenueplan = ?', [id]);
  const shares = straightLine(
    account,
    String(plan.recognitionmethod) as RevenueMethod,
    { start: String(plan.revrecstartdate), end: String(plan.revrecenddate) },
    money(plan.amount),
    decimalsOf(account, Number(plan.revenueplancurrency)),
  );
  for (const share of shares) {
    store.run(
      `INSERT INTO revenueplanplannedrevenue (revenueplan, plannedperiod, postingperiod, plannedrevenuetype, amount,
         exchangerate, deferredrevenueaccount, recognitionaccount, isrecognized) VALUES (?, ?, NULL, ?, ?, ?, ?, ?, 'F')`,
      [
        id,
        share.period,
        'NORMAL',
        share.amount.toNumber(),
        plan.exchangerate ?? null,
        plan.deferralaccount ?? null,
        plan.recognitionaccount ?? null,
      ],
    );
  }
}

function startOf({ store }: Account, rule: Row, element: Row, event: PlanEvent): string | null {
  switch (rule.revrecstartdatesource) {
    case 'Revenue Element Start Date':
      return dayOf(element.revrecstartdate);
    case 'Source Date':
      return dayOf(element.elementdate);
    case 'Event Date':
      return event.date;
    default:
      return dayOf(
        store.get('SELECT trandate FROM "transaction" WHERE id = ?', [element.revenuearrangement ?? null])?.trandate,
      );
  }
}

/** The sources that match a start date recognize at once: the plan ends where it starts (section_4356113783). */
function endOf(account: Account, rule: Row, element: Row, event: PlanEvent, start: string): string | null {
  switch (rule.revrecenddatesource) {
    case 'Rev Rec Term in Months':
      return endOfMonths(start, Number(rule.terminmonths));
    case 'Rev Rec Term in Days':
      return addDays(start, Number(rule.termindays) - 1);
    case 'Recognition Period':
      return endOfPeriods(account, start, Number(rule.recognitionperiod));
    case 'Revenue Element End Date':
      return dayOf(element.revrecenddate);
    default:
      return startOf(account, { ...rule, revrecstartdatesource: rule.revrecenddatesource ?? null }, element, event);
  }
}

function dayOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Takes away a plan with what it would recognize. */
export function removePlan({ store }: Account, id: number): void {
  store.run('DELETE FROM revenueplanplannedrevenue WHERE revenueplan = ?', [id]);
  store.run('DELETE FROM revenueplan WHERE id = ?', [id]);
}
