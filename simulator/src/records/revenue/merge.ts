import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { Row } from '../../store/store';
import { userError } from '../validation';
import { isoDate } from '../values/dates';
import { createArrangement, refreshArrangement } from './arrangements';
import { refreshPlans } from './plans';

export interface MergeRequest {
  readonly kind: 'MERGE_ARRANGEMENTS_TASK' | 'MERGE_ELEMENTS_TASK';
  /** Internal ids of arrangements, or of elements. */
  readonly ids: readonly number[];
  /** `YYYY-MM-DD`; today where it is not given. */
  readonly date: string | null;
}

/** A merge as N/task/accounting/recognition shows it. */
export interface MergeStatus {
  readonly taskId: number;
  readonly kind: MergeRequest['kind'];
  readonly status: 'COMPLETE' | 'FAILED';
  readonly ids: readonly number[];
  readonly resultingArrangement: number | null;
  readonly errorMessage: string | null;
}

/**
 * Merges arrangements, or some of their elements, into a new arrangement (section_1554926010). NetSuite does so in the
 * background; here it is done when the task is submitted. What cannot be merged makes the task fail.
 *
 * Throws NO_REVENUE_ARRANGEMENT_IDS_ARE_INCLUDED_IN_YOUR_INPUT and
 * NO_REVENUE_ELEMENTS_WERE_FOUND_FOR_THE_REVENUE_ARRANGEMENT_IDS_YOU_INPUT.
 *
 * @returns id of the task
 */
export function submitMerge(account: Account, request: MergeRequest): number {
  const { store } = account;
  if (request.ids.length === 0) {
    throw new NetSuiteError(
      'NO_REVENUE_ARRANGEMENT_IDS_ARE_INCLUDED_IN_YOUR_INPUT',
      'No revenue arrangement IDs are included in your input.',
    );
  }
  const column = request.kind === 'MERGE_ARRANGEMENTS_TASK' ? 'revenuearrangement' : 'id';
  const elements = request.ids.flatMap((id) =>
    store.all(`SELECT * FROM revenueelement WHERE ${column} = ? ORDER BY id`, [id]),
  );
  if (elements.length === 0) {
    throw new NetSuiteError(
      'NO_REVENUE_ELEMENTS_WERE_FOUND_FOR_THE_REVENUE_ARRANGEMENT_IDS_YOU_INPUT',
      'No revenue elements were found for the revenue arrangement IDs you input.',
    );
  }
  let result: number | null = null;
  let message: string | null = null;
  try {
    result = store.transaction(() => merge(account, elements, request.date));
  } catch (error) {
    if (!(error instanceof NetSuiteError) || error.name === 'SIMULATOR_NOT_SUPPORTED') throw error;
    message = error.message;
  }
  return store.run('INSERT INTO revenuemergetask (kind, inputs, result, errormessage) VALUES (?, ?, ?, ?)', [
    request.kind,
    JSON.stringify(request.ids),
    result,
    message,
  ]).id;
}

/** State of a merge; null where there is no such task. */
export function mergeStatus({ store }: Account, taskId: number): MergeStatus | null {
  const row = store.get('SELECT * FROM revenuemergetask WHERE id = ?', [taskId]);
  if (row === null) return null;
  return {
    taskId,
    kind: String(row.kind) as MergeRequest['kind'],
    status: row.result === null ? 'FAILED' : 'COMPLETE',
    ids: JSON.parse(String(row.inputs)) as number[],
    resultingArrangement: row.result === null ? null : Number(row.result),
    errorMessage: row.errormessage === null ? null : String(row.errormessage),
  };
}

/** Customer, subsidiary and currency are one, and no discount was posted (section_1498517429). */
function merge(account: Account, elements: readonly Row[], date: string | null): number {
  const { store, clock } = account;
  const first = elements[0];
  for (const column of ['entity', 'subsidiary', 'currency'] as const) {
    if (elements.some((element) => element[column] !== first?.[column])) {
      throw userError('Revenue arrangements can be merged where customer, subsidiary and currency are the same.');
    }
  }
  if (elements.some((element) => element.postingdiscountapplied === 'T')) {
    throw userError('Revenue arrangements whose sources include a posting discount cannot be merged.');
  }
  const merged = createArrangement(account, {
    entity: first?.entity ?? null,
    subsidiary: first?.subsidiary ?? null,
    currency: first?.currency ?? null,
    exchangerate: first?.exchangerate ?? null,
    trandate: date ?? isoDate(new Date(clock.now())),
    createdfrom: null,
  });
  for (const { id } of elements) {
    store.run('UPDATE revenueelement SET mergedfrom = revenuearrangement, revenuearrangement = ? WHERE id = ?', [
      merged,
      id ?? null,
    ]);
  }
  linkReturns(account, merged);
  for (const { id } of elements) refreshPlans(account, Number(id));
  const origins = new Set(elements.map((element) => Number(element.revenuearrangement)));
  for (const arrangement of [...origins, merged]) refreshArrangement(account, arrangement);
  return merged;
}

/** The element of a return is linked to that of the sale which it takes back (section_4370935868). */
function linkReturns({ store }: Account, arrangement: number): void {
  store.run(
    `UPDATE revenueelement SET linkedelement = (
       SELECT o.id FROM transactionlink l
       JOIN transactionline s ON s."transaction" = l.previousdoc AND s.id = l.previousline
       JOIN revenueelement o ON o.id = s.revenueelement AND o.revenuearrangement = ?1
       WHERE l.nextdoc = revenueelement.sourcetransaction AND l.nextline = revenueelement.sourceline
         AND l.linktype = 'SaleRet' LIMIT 1)
     WHERE revenuearrangement = ?1 AND allocationamount < 0`,
    [arrangement],
  );
}
