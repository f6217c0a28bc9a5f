import { money, sum } from '../../accounting/money';
import { firstOpenPeriod, periodById, periodOf } from '../../accounting/periods';
import { preference } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { LineData, RecordData } from '../data';
import { keyIn, lineOf, textIn } from '../recordType';
import { missingValues, userError } from '../validation';
import { dateOfIso, isoDate } from '../values/dates';
import { isRecognized, isStarted, refreshPlanStatus, updateDisallowed } from './recognized';
import { plannedRevenue } from './spreadPlan';

/** Default Catch Up Period (section_4331941758): Current Period, First Open Period, or blank; its id is assumed. */
const CATCH_UP = 'DEFAULTCATCHUPPERIOD';

/** Lines of the sublist `plannedrevenue`, with what is recognized of the plan until each (section_4380140655). */
export function readPlannedRevenue(account: Account, plan: number): LineData[] {
  const rows = plannedRevenue(account, plan);
  const total = sum(rows.map((row) => money(row.amount)));
  let recognized = money(0);
  return rows.map((row) => {
    const share = total.eq(0) ? null : money(row.amount).div(total).times(100).round(2).toNumber();
    if (isRecognized(row)) recognized = recognized.plus(money(row.amount));
    return lineOf({
      plannedrevenue: key(row.id),
      plannedperiod: key(row.plannedperiod),
      plannedrevenuetype: textIn(row.plannedrevenuetype),
      amount: row.amount ?? null,
      deferredrevenueaccount: key(row.deferredrevenueaccount),
      recognitionaccount: key(row.recognitionaccount),
      isrecognized: row.isrecognized === 'T',
      journal: key(row.journal),
      postingperiod: key(row.postingperiod),
      dateexecuted: row.dateexecuted === null ? null : dateOfIso(textIn(row.dateexecuted)),
      percentrecognizedinperiod: share,
      percenttotalrecognized: total.eq(0) ? null : recognized.div(total).times(100).round(2).toNumber(),
      lineexchangerate: row.exchangerate ?? null,
    });
  });
}

/**
 * What may change of a plan (section_4369089832): the first day while nothing is recognized, the last day after the
 * beginning of the first period that is left, and lines that are not recognized, to the same total.
 *
 * Throws REV_REC_UPDATE_DISALLWD for what is recognized.
 */
export function checkPlan(account: Account, data: RecordData, stored: RecordData | null): void {
  const { revrecstartdate: start, revrecenddate: end } = data.fields;
  if (start instanceof Date && end instanceof Date && end < start) {
    throw userError('The revenue recognition end date cannot be before the start date.');
  }
  if (stored === null) return;
  const plan = Number(stored.id);
  if (differs(data, stored, 'revrecstartdate') && isStarted(account, plan))
    throw updateDisallowed('Rev Rec Start Date');
  if (differs(data, stored, 'revrecenddate') && isStarted(account, plan)) {
    const left = plannedRevenue(account, plan).find((row) => !isRecognized(row));
    const period = left === undefined ? null : periodById(account, Number(left.plannedperiod));
    if (period === null || (end instanceof Date && isoDate(end) <= period.start)) {
      throw userError('The end date must be after the beginning of the first period without recognized revenue.');
    }
  }
  checkLines(account, data, stored);
}

function checkLines(account: Account, data: RecordData, stored: RecordData): void {
  const before = stored.sublists.plannedrevenue ?? [];
  const rows = plannedRevenue(account, Number(stored.id));
  const lines = data.sublists.plannedrevenue ?? [];
  const isChanged = lines.some((line, index) => lineText(line) !== lineText(before[index]));
  if (!isChanged) return;
  lines.forEach((line, index) => {
    const row = rows[index];
    // Is Recognized can be cleared again; what a journal entry has recognized cannot change.
    if (row?.journal !== null && lineText(line) !== lineText(before[index])) throw updateDisallowed('planned revenue');
  });
  if (!sum(lines.map((line) => money(line.fields.amount))).eq(money(data.fields.amount))) {
    throw userError('The total of the planned revenue must equal the amount of the revenue plan.');
  }
}

/** Writes lines that were changed; where dates were changed the lines follow them instead. */
export function writePlannedRevenue(account: Account, data: RecordData, plan: number): void {
  const rows = plannedRevenue(account, plan);
  (data.sublists.plannedrevenue ?? []).forEach((line, index) => {
    const row = rows[index];
    if (row === undefined || row.journal !== null) return;
    account.store.run(
      'UPDATE revenueplanplannedrevenue SET plannedperiod = ?, amount = ?, isrecognized = ? WHERE id = ?',
      [
        keyIn(line.fields.plannedperiod),
        money(line.fields.amount).toNumber(),
        line.fields.isrecognized === true ? 'T' : 'F',
        row.id ?? null,
      ],
    );
  });
  refreshPlanStatus(account, plan);
}

/**
 * What was not recognized while a plan was on hold is recognized in its catch up period when the hold is released
 * (section_4369089832): by default the current period.
 */
export function catchUp(account: Account, data: RecordData, plan: number): void {
  const period = keyIn(data.fields.catchupperiod) ?? defaultCatchUp(account);
  if (period === null) throw missingValues(['Catch Up Period']);
  const start = periodById(account, period)?.start ?? '';
  const { store } = account;
  store.run('UPDATE revenueplan SET catchupperiod = ? WHERE id = ?', [period, plan]);
  const rows = plannedRevenue(account, plan).filter((row) => !isRecognized(row));
  const missed = rows.filter((row) => (periodById(account, Number(row.plannedperiod))?.start ?? '') < start);
  const [first, ...others] = missed;
  if (first === undefined) return;
  const into = rows.find((row) => row.plannedperiod === period);
  const amount = sum([...missed, ...(into === undefined ? [] : [into])].map((row) => money(row.amount)));
  store.run('UPDATE revenueplanplannedrevenue SET plannedperiod = ?, amount = ? WHERE id = ?', [
    period,
    amount.toNumber(),
    first.id ?? null,
  ]);
  for (const row of [...others, ...(into === undefined ? [] : [into])]) {
    store.run('DELETE FROM revenueplanplannedrevenue WHERE id = ?', [row.id ?? null]);
  }
}

function defaultCatchUp(account: Account): number | null {
  const today = isoDate(new Date(account.clock.now()));
  const kind = preference(account, CATCH_UP) ?? 'Current Period';
  if (kind === 'Current Period') return periodOf(account, today)?.id ?? null;
  return kind === 'First Open Period' ? (firstOpenPeriod(account, '')?.id ?? null) : null;
}

export function differs(data: RecordData, stored: RecordData, fieldId: string): boolean {
  return String(data.fields[fieldId]) !== String(stored.fields[fieldId]);
}

function lineText(line: LineData | undefined): string {
  const fields = line?.fields ?? {};
  return [keyIn(fields.plannedperiod), money(fields.amount).toFixed(), fields.isrecognized === true].join('|');
}

function key(value: string | number | null | undefined): string | null {
  const found = keyIn(value);
  return found === null ? null : String(found);
}
