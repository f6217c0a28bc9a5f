import { decimalsOf } from '../../accounting/currencies';
import { money, rounded } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import { isPreferred } from '../../company/settings';
import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import { nextNumber } from '../../store/sequence';
import type { Row } from '../../store/store';
import { type DateSources, endOf, startOf } from './planDates';
import { eventsOf, type PlanEvent } from './planEvents';
import { isStarted, refreshElementStatus, updateDisallowed } from './recognized';
import { spreadPlan } from './spreadPlan';

type PlanType = 'ACTUAL' | 'FORECAST';

/** Disable Creation of Forecast Plans (section_4331941758); its id is assumed. */
const NO_FORECASTS = 'DISABLEFORECASTPLANS';

/**
 * Makes the revenue plans of an element and spreads them over the periods (section_4351787245), at once as with the
 * preference for automatic updates: one forecast plan, where the element has a rule for it, and an actual plan for each
 * event. Plans that are there keep their ids, the dates that somebody set, and what was recognized. Where a rule asks for
 * dates that the element lacks, or periods are not set up, there is no plan and the element says so.
 *
 * Throws REV_REC_UPDATE_DISALLWD where a plan would go whose revenue has been recognized.
 */
export function refreshPlans(account: Account, elementId: number): void {
  const { store } = account;
  const element = store.get('SELECT * FROM revenueelement WHERE id = ?', [elementId]);
  if (element === null) return;
  const kept: number[] = [];
  const results = eventsOf(account, element).map((event) => writePlan(account, element, event, 'ACTUAL'));
  const forecast = forecastOf(account, element);
  for (const result of forecast === null ? results : [...results, forecast]) {
    if (typeof result === 'number') kept.push(result);
  }
  for (const { id } of store.all<{ id: number }>('SELECT id FROM revenueplan WHERE createdfrom = ?', [elementId])) {
    if (!kept.includes(id)) removePlan(account, id);
  }
  const isComplete = results.every((result) => typeof result === 'number');
  store.run('UPDATE revenueelement SET requiresrevenueplanupdate = ? WHERE id = ?', [
    isComplete ? 'F' : 'T',
    elementId,
  ]);
  refreshElementStatus(account, elementId, results.includes('failed'));
}

/** The forecast plan: always of the whole revenue amount, with the source's date as that of its event (section_4356113783). */
function forecastOf(account: Account, element: Row): ReturnType<typeof writePlan> | null {
  if (element.revrecforecastrule === null || isPreferred(account, NO_FORECASTS)) return null;
  const event = {
    transaction: null,
    line: null,
    date: String(element.elementdate),
    amount: money(element.allocationamount),
  };
  return writePlan(account, element, event, 'FORECAST');
}

/**
 * Writes one plan, in the base currency at the source's exchange rate (assumed).
 *
 * @returns its id; `waiting` where it has no dates yet, `failed` where accounting periods are missing
 */
function writePlan(account: Account, element: Row, event: PlanEvent, type: PlanType): number | 'waiting' | 'failed' {
  const { store, clock } = account;
  const ruleId = type === 'ACTUAL' ? element.revenuerecognitionrule : element.revrecforecastrule;
  const existing = store.get(
    `SELECT * FROM revenueplan
     WHERE createdfrom = ? AND revenueplantype = ? AND eventtransaction IS ? AND eventline IS ?`,
    [element.id ?? null, type, event.transaction, event.line],
  );
  // Another rule counts for plans that are not there yet (section_4370935868).
  const rule = store.get('SELECT * FROM revenuerecognitionrule WHERE id = ?', [
    existing?.revenuerecognitionrule ?? ruleId ?? null,
  ]);
  if (rule === null) return 'waiting';
  const wasStarted = existing !== null && isStarted(account, Number(existing.id));
  const sources = sourcesOf(account, element, event, type);
  const start =
    existing !== null && (existing.isedited === 'T' || wasStarted)
      ? String(existing.revrecstartdate)
      : startOf(rule, sources);
  const end =
    existing?.isedited === 'T' ? String(existing.revrecenddate) : start && endOf(account, rule, sources, start);
  if (start === null || end === null || end < start) {
    if (wasStarted) return Number(existing?.id);
    return 'waiting';
  }
  const currency = baseCurrency(account, Number(element.subsidiary));
  const amount = rounded(event.amount.times(money(element.exchangerate)), decimalsOf(account, currency));
  const id = existing === null ? insertPlan(account, element, event, type, rule, currency) : Number(existing.id);
  const isSame =
    money(existing?.amount).eq(amount) && existing?.revrecstartdate === start && existing.revrecenddate === end;
  if (wasStarted && isSame) return id;
  store.run(
    'UPDATE revenueplan SET amount = ?, revrecstartdate = ?, revrecenddate = ?, lastmodifieddate = ? WHERE id = ?',
    [amount.toNumber(), start, end, new Date(clock.now()).toISOString(), id],
  );
  try {
    spreadPlan(account, id);
  } catch (error) {
    if (error instanceof NetSuiteError && error.name === 'INSUFCNT_NUM_PRDS_FOR_REV_REC' && !wasStarted) {
      return 'failed';
    }
    throw error;
  }
  return id;
}

function sourcesOf({ store }: Account, element: Row, event: PlanEvent, type: PlanType): DateSources {
  const isActual = type === 'ACTUAL';
  const arrangement = store.get('SELECT trandate FROM "transaction" WHERE id = ?', [
    element.revenuearrangement ?? null,
  ]);
  return {
    event: event.date,
    source: dayOf(element.elementdate),
    arrangement: dayOf(arrangement?.trandate),
    elementStart: dayOf(isActual ? element.revrecstartdate : element.forecaststartdate),
    elementEnd: dayOf(isActual ? element.revrecenddate : element.forecastenddate),
  };
}

/** Forecasts have no status, no hold and no balances (section_4380140655). */
function insertPlan(
  { store }: Account,
  element: Row,
  event: PlanEvent,
  type: PlanType,
  rule: Row,
  currency: number,
): number {
  const isActual = type === 'ACTUAL';
  return store.run(
    `INSERT INTO revenueplan (recordnumber, createdfrom, revenueplantype, status, item, amountsource, exchangerate,
       revenueplancurrency, revenuerecognitionrule, recognitionmethod, revrecstartdatesource, revrecenddatesource,
       terminmonths, recognitionperiod, holdrevenuerecognition, totalrecognized, eventtransaction, eventline,
       isedited, recordversion)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'F', 1)`,
    [
      String(nextNumber(store, 'revenueplan')),
      element.id ?? null,
      type,
      isActual ? 'NOTSTARTED' : null,
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
      isActual ? 'F' : null,
      isActual ? 0 : null,
      event.transaction,
      event.line,
    ],
  ).id;
}

function dayOf(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** Takes away a plan with what it would recognize; one that has recognized revenue stays (section_4380392082). */
export function removePlan(account: Account, id: number): void {
  if (isStarted(account, id)) throw updateDisallowed('the line');
  account.store.run('DELETE FROM revenueplanplannedrevenue WHERE revenueplan = ?', [id]);
  account.store.run('DELETE FROM revenueplan WHERE id = ?', [id]);
}
