import { money, sum } from '../accounting/money';
import { basePeriod } from '../accounting/periodStatus';
import { checkReceivablesPeriod, type Period, postingPeriods, restrictionOf } from '../accounting/periods';
import { baseCurrency } from '../accounting/subsidiaries';
import { preference } from '../company/settings';
import type { Account } from '../kernel/account';
import { NetSuiteError, notSupported } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { Operation } from '../kernel/operation';
import { PERMISSION_LEVELS } from '../permissions/levels';
import { requirePermission } from '../permissions/require';
import { createRecord } from './createRecord';
import type { RecordData } from './data';
import { lineOf } from './recordType';
import { type DueRevenue, dueRevenue, type RevenueSource } from './revenue/dueRevenue';
import { linkJournal } from './revenue/linkJournal';
import { type JournalForm, PLANS_OF_JOURNAL, recognitionLines } from './revenue/recognitionLines';
import { isAdvanced, isClassic } from './revenue/regime';
import { saveRecord } from './saveRecord';
import { userError } from './validation';
import { dateOfIso, isoDate } from './values/dates';

/** What the page Create Revenue Recognition Journal Entries asks for (section_4358638894, section_N1692238). */
export interface RecognitionRequest {
  /** Posting Period: its name (`Jul 2026`), its internal id or a day in it. */
  readonly period: string | number;
  /** Internal id or name; every subsidiary where it is left out, which NetSuite's page does one by one. */
  readonly subsidiary?: string | number;
  /** Journal Entry Date, `YYYY-MM-DD`; by the preference Default Revenue Recognition Journal Date to. */
  readonly date?: string;
  /** Recognizes also what plans have left in periods before. */
  readonly includePriorPeriods?: boolean;
  /** Approve Journal, where journal entries require approval. */
  readonly approve?: boolean;
  /** Revenue Recognition Source; both where it is left out. */
  readonly source?: RevenueSource;
  /** Month-end has a second process, Reclassify Deferred Revenue, which is not supported. */
  readonly process?: 'recognition' | 'reclassification';
}

/** A journal entry that was made. */
export interface RecognitionJournal {
  /** Internal id. */
  readonly id: string;
  readonly source: RevenueSource;
  /** Internal ids. */
  readonly subsidiary: number;
  readonly postingPeriod: number;
  /** Lines of plans or schedules that it recognizes. */
  readonly count: number;
  /** Revenue, in the base currency of the subsidiary, as a decimal text. */
  readonly amount: string;
}

/** Ids of the preferences Create Revenue Recognition Journals in GL and Default Revenue Recognition Journal Date to (assumed). */
const FORM = 'REVRECJOURNALSINGL';
const DATE = 'REVRECJOURNALDATE';

/** What the journal entries are made in (N/runtime ContextType). */
const CONTEXT = 'ADVANCEDREVREC';

/**
 * Creates the revenue recognition journal entries of a period, as the month-end page of both features does: what is due
 * is debited to the deferral account and credited to the recognition account, in the base currency of the subsidiary,
 * and is not due again. User event scripts of journal entries run. Where nothing is due nothing is made.
 *
 * Plans of a period that is closed or locked post in the next open one (section_4358638894); schedules do not post in
 * periods that are closed or locked for A/R (section_N1692238).
 *
 * Throws INSUFFICIENT_PERMISSION without Revenue Recognition Schedules at level Edit and Make Journal Entry at level
 * Create (section_4339730171), CLOSED_TRAN_PRD and TRAN_PERIOD_CLOSED.
 */
export function* recognizeRevenue(
  account: Account,
  { user }: Pick<Caller, 'user'>,
  request: RecognitionRequest,
): Operation<RecognitionJournal[]> {
  if (request.process === 'reclassification') throw notSupported('the reclassification of deferred revenue');
  if (!isAdvanced(account) && !isClassic(account)) {
    throw userError('Revenue recognition journal entries need a revenue recognition feature.');
  }
  requirePermission(account, user, 'LIST_REVRECSCHEDULE', PERMISSION_LEVELS.EDIT);
  const caller: Caller = { user, context: CONTEXT, execution: null };
  if (request.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(request.date)) {
    throw userError(`${request.date} is no day, YYYY-MM-DD.`);
  }
  const period = basePeriod(account, request.period);
  const filter = {
    period,
    includePriorPeriods: request.includePriorPeriods === true,
    subsidiary: subsidiaryOf(account, request.subsidiary),
  };
  const form: JournalForm = preference(account, FORM) === 'Summary' ? 'Summary' : 'Detail';
  const made: RecognitionJournal[] = [];
  for (const source of ['plans', 'schedules'] as const) {
    if ((request.source ?? source) !== source) continue;
    const due = dueRevenue(account, source, filter);
    if (due.length === 0) continue;
    const posting = postingPeriod(account, source, period);
    for (const batch of batchesOf(due, form)) {
      const [first] = batch;
      if (first === undefined) continue;
      const record = journal(account, caller, batch, { request, period, posting, form });
      const save = { record, enableSourcing: true, ignoreMandatoryFields: false };
      const id = yield* saveRecord(account, caller, save, (saved) =>
        linkJournal(account, source, batch, Number(saved)),
      );
      made.push({
        id,
        source,
        subsidiary: first.subsidiary,
        postingPeriod: posting.id,
        count: batch.length,
        amount: sum(batch.map(({ amount }) => money(amount))).toFixed(),
      });
    }
  }
  return made;
}

function subsidiaryOf({ store }: Account, subsidiary: string | number | undefined): number | null {
  if (subsidiary === undefined) return null;
  const row = store.get<{ id: number }>('SELECT id FROM subsidiary WHERE CAST(id AS TEXT) = ?1 OR name = ?1', [
    String(subsidiary),
  ]);
  if (row === null) throw userError(`There is no subsidiary ${subsidiary}.`);
  return row.id;
}

function postingPeriod(account: Account, source: RevenueSource, period: Period): Period {
  if (source === 'schedules') {
    checkReceivablesPeriod(period, false);
    return period;
  }
  const open = postingPeriods(account).find(
    (each) => each.start >= period.start && restrictionOf(each, ['AcctRec', 'Income', 'DeferRevenue'], false) === null,
  );
  if (open) return open;
  throw new NetSuiteError('UNDEFINED_ACCTNG_PRD', `No accounting period is open from ${period.name} on.`);
}

/** What goes into one journal entry: lines of one subsidiary, as many as it takes. */
function* batchesOf(due: readonly DueRevenue[], form: JournalForm): Iterable<readonly DueRevenue[]> {
  const size = PLANS_OF_JOURNAL[form];
  for (const subsidiary of new Set(due.map((each) => each.subsidiary))) {
    const own = due.filter((each) => each.subsidiary === subsidiary);
    for (let start = 0; start < own.length; start += size) yield own.slice(start, start + size);
  }
}

function journal(
  account: Account,
  caller: Caller,
  batch: readonly DueRevenue[],
  {
    request,
    period,
    posting,
    form,
  }: {
    readonly request: RecognitionRequest;
    readonly period: Period;
    readonly posting: Period;
    readonly form: JournalForm;
  },
): RecordData {
  const subsidiary = batch[0]?.subsidiary ?? 0;
  const record = createRecord(account, caller, { type: 'journalentry', isDynamic: false, defaultValues: {} });
  const today = isoDate(new Date(account.clock.now()));
  const day = request.date ?? (preference(account, DATE) === 'Current Date' ? today : period.end);
  const values = {
    subsidiary: String(subsidiary),
    currency: String(baseCurrency(account, subsidiary)),
    exchangerate: 1,
    trandate: dateOfIso(day),
    postingperiod: String(posting.id),
    ...(request.approve === true ? { approved: true } : {}),
  };
  Object.assign(record.fields, values);
  record.changedFields.push(...Object.keys(values));
  record.sublists.line = recognitionLines(batch, form).map((fields) => lineOf({ ...fields }));
  record.changedSublists.push('line');
  return record;
}
