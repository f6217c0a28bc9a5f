import { decimalsOf } from '../../accounting/currencies';
import { money } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import type { RevenueMethod } from '../../company/companyData';
import type { Account } from '../../kernel/account';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import type { Row } from '../../store/store';
import { straightLine } from './straightLine';
import { endOfPeriods } from './terms';

/** Methods of templates by the keys of `recurrencetype` (assumed). */
export const TEMPLATE_METHODS: Readonly<Record<string, RevenueMethod>> = {
  STRAIGHT_LINE_BY_EVEN_PERIODS: 'Straight-line, by even periods',
  STRAIGHT_LINE_PRORATE_FIRST_LAST_PERIOD: 'Straight-line, prorate first & last period',
  STRAIGHT_LINE_USING_EXACT_DAYS: 'Straight-line, using exact days',
  STRAIGHT_LINE_PRORATE_FIRST_LAST_PERIOD_RATE: 'Straight-line, prorate first & last period (period-rate)',
};

/** A line that has a template. */
interface DeferringLine extends Row {
  readonly id: number;
  readonly item: number;
  readonly netamount: number;
  readonly subsidiary: number;
  readonly expenseaccount: number;
  readonly incomeaccount: number;
  readonly revrecstartdate: string | null;
  readonly revrecenddate: string | null;
  readonly template: number;
  readonly name: string;
  readonly amortizationperiod: number | null;
  readonly recurrencetype: string;
  readonly isposting: string;
}

/** Types that post a sale; orders have no schedules, which come with their bill (assumed). */
const POSTED = "('CustInvc', 'CustCred', 'CashSale', 'CashRfnd')";

/**
 * Makes the revenue recognition schedule of every line of a stored sale that has a template (section_N3753754), from the
 * first day to the last, in the base currency; what was made for it before is made anew. A sale that waits for approval
 * has none yet. The template's number of periods gives a last day that is not set.
 *
 * Throws REV_REC_DATE_REQD for a line without its dates.
 */
export function writeSchedules(account: Account, transaction: number): void {
  const { store } = account;
  const before = new Map(
    store
      .all<{ id: number; sourceline: number }>(
        'SELECT id, sourceline FROM revrecschedule WHERE sourcetransaction = ?',
        [transaction],
      )
      .map((row) => [row.sourceline, row.id]),
  );
  removeSchedules(account, transaction);
  const lines = store.all<DeferringLine>(
    `SELECT tl.id, tl.item, tl.netamount, tl.subsidiary, tl.expenseaccount, i.incomeaccount, tl.revrecstartdate,
       tl.revrecenddate, r.id AS template, r.name, r.amortizationperiod, r.recurrencetype, t.posting AS isposting
     FROM transactionline tl
     JOIN "transaction" t ON t.id = tl."transaction" AND t.type IN ${POSTED}
     JOIN item i ON i.id = tl.item
     JOIN revrectemplate r ON r.id = tl.revrecschedule
     WHERE tl."transaction" = ? AND tl.itemsublist = 'item' AND tl.revenueelement IS NULL
     ORDER BY tl.linesequencenumber`,
    [transaction],
  );
  for (const line of lines) writeSchedule(account, transaction, line, before.get(line.id) ?? null);
}

function writeSchedule(account: Account, transaction: number, line: DeferringLine, id: number | null): void {
  const { store, clock } = account;
  const { start, end } = termOf(account, line);
  if (line.isposting !== 'T') return;
  const method = TEMPLATE_METHODS[line.recurrencetype];
  if (method === undefined) throw notSupported(`the recognition method ${line.recurrencetype}`);
  const amount = money(line.netamount).times(-1);
  const decimals = decimalsOf(account, baseCurrency(account, line.subsidiary));
  const shares = straightLine(account, method, { start, end }, amount, decimals);
  const schedule = store.run(
    `INSERT INTO revrecschedule (id, name, amortizationtype, amortizationperiod, recurrencetype, totalamount,
       revrecstartdate, revrecenddate, sourcetransaction, sourceline, item, isinactive, template, lastmodifieddate,
       recordversion) VALUES (?, ?, 'STANDARD', ?, ?, ?, ?, ?, ?, ?, ?, 'F', ?, ?, 1)`,
    [
      id,
      line.name,
      shares.length,
      line.recurrencetype,
      amount.toNumber(),
      start,
      end,
      transaction,
      line.id,
      line.item,
      line.template,
      new Date(clock.now()).toISOString(),
    ],
  ).id;
  for (const share of shares) {
    store.run(
      `INSERT INTO revrecschedulerecurrence (schedule, postingperiod, recamount, incomeaccount, deferralaccount)
       VALUES (?, ?, ?, ?, ?)`,
      [schedule, share.period, share.amount.toNumber(), line.incomeaccount, line.expenseaccount],
    );
  }
}

function termOf(account: Account, line: DeferringLine): { readonly start: string; readonly end: string } {
  const start = line.revrecstartdate;
  if (start === null) throw dateRequired('Start');
  const periods = line.amortizationperiod;
  const end = line.revrecenddate ?? (periods === null ? null : endOfPeriods(account, start, periods));
  if (end === null || end < start) throw dateRequired('End');
  return { start, end };
}

function dateRequired(which: 'Start' | 'End'): NetSuiteError {
  return new NetSuiteError('REV_REC_DATE_REQD', `No Revenue Recognition ${which} Date Specified`);
}

/** Takes away the schedules of a sale. */
export function removeSchedules({ store }: Account, transaction: number): void {
  store.run(
    'DELETE FROM revrecschedulerecurrence WHERE schedule IN (SELECT id FROM revrecschedule WHERE sourcetransaction = ?)',
    [transaction],
  );
  store.run('DELETE FROM revrecschedule WHERE sourcetransaction = ?', [transaction]);
}
