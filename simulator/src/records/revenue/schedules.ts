import { decimalsOf } from '../../accounting/currencies';
import { money } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import type { RevenueMethod } from '../../company/companyData';
import type { Account } from '../../kernel/account';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import type { Row } from '../../store/store';
import { IS_RECOGNIZED, updateDisallowed } from './recognized';
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

interface ScheduleRow extends Row {
  readonly id: number;
  readonly sourceline: number;
  readonly template: number | null;
  readonly item: number;
  readonly totalamount: number;
  readonly revrecstartdate: string;
  readonly revrecenddate: string;
}

/** Types that post a sale; orders have no schedules, which come with their bill (assumed). */
const POSTED = "('CustInvc', 'CustCred', 'CashSale', 'CashRfnd')";

/**
 * Makes the revenue recognition schedule of every line of a stored sale that has a template (section_N3753754), from the
 * first day to the last, in the base currency; what was made for it before is made anew. A sale that waits for approval
 * has none yet. The template's number of periods gives a last day that is not set. A schedule of which revenue has been
 * recognized stays as it is, and so does what it was made from (section_N1690402; that it is the whole line is assumed).
 *
 * Throws REV_REC_DATE_REQD for a line without its dates, and REV_REC_UPDATE_DISALLWD.
 */
export function writeSchedules(account: Account, transaction: number): void {
  const { store } = account;
  const before = new Map(
    store
      .all<ScheduleRow>('SELECT * FROM revrecschedule WHERE sourcetransaction = ?', [transaction])
      .map((row) => [row.sourceline, row]),
  );
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
  const started = new Set([...before.values()].filter(({ id }) => isStarted(account, id)).map(({ id }) => id));
  for (const schedule of before.values()) {
    if (started.has(schedule.id))
      refuseChange(
        account,
        schedule,
        lines.find(({ id }) => id === schedule.sourceline),
      );
    else removeSchedule(account, schedule.id);
  }
  for (const line of lines) {
    const known = before.get(line.id)?.id ?? null;
    if (known === null || !started.has(known)) writeSchedule(account, transaction, line, known);
  }
}

function isStarted({ store }: Account, schedule: number): boolean {
  return (
    store.get(`SELECT 1 AS found FROM revrecschedulerecurrence WHERE schedule = ? AND ${IS_RECOGNIZED} LIMIT 1`, [
      schedule,
    ]) !== null
  );
}

/** The schedule's amount must always equal its line's (section_N1678834); its line, template and dates have made it. */
function refuseChange(account: Account, schedule: ScheduleRow, line: DeferringLine | undefined): void {
  if (line === undefined) throw updateDisallowed('the line');
  if (line.template !== schedule.template) throw updateDisallowed('Rev. Rec. Schedule');
  if (line.item !== schedule.item) throw updateDisallowed('the item');
  const { start, end } = termOf(account, line);
  if (start !== schedule.revrecstartdate) throw updateDisallowed('Rev. Rec. Start Date');
  if (end !== schedule.revrecenddate) throw updateDisallowed('Rev. Rec. End Date');
  if (!money(line.netamount).times(-1).eq(money(schedule.totalamount))) throw updateDisallowed('the amount');
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
export function removeSchedules(account: Account, transaction: number): void {
  for (const { id } of account.store.all<{ id: number }>('SELECT id FROM revrecschedule WHERE sourcetransaction = ?', [
    transaction,
  ])) {
    removeSchedule(account, id);
  }
}

function removeSchedule({ store }: Account, id: number): void {
  store.run('DELETE FROM revrecschedulerecurrence WHERE schedule = ?', [id]);
  store.run('DELETE FROM revrecschedule WHERE id = ?', [id]);
}
