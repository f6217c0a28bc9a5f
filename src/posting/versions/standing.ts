import type { BillingDocument } from '../../documents/document';
import type { CalendarDate } from '../../documents/values';
import type { ExistingRecord } from '../existing';
import { postedId, reversalId } from './parts';

/** A transaction that pays, credits or otherwise follows another one. */
export interface LinkedTransaction {
  /** Code of `transaction.type`, `CustPymt`. */
  readonly type: string;
  readonly recordId: string;
}

/** A transaction that a document became, with all that decides what may be done to it. */
export interface StandingRecord extends ExistingRecord {
  readonly externalId: string;
  readonly date: CalendarDate;
  /** What is left to pay, in its currency. */
  readonly unpaid: string;
  readonly isVoided: boolean;
  /** True where nobody saved it since it was created. */
  readonly isUntouched: boolean;
  readonly periodName: string;
  /** Closed, or locked for receivables. */
  readonly isPeriodLocked: boolean;
  /** Whether the account recognizes revenue over time, so that what was recognized may depend on its lines. */
  readonly mayBeRecognized: boolean;
  readonly links: readonly LinkedTransaction[];
}

/** How a posted document stands in NetSuite. What it became is counted from 0: the first posting, then each repost. */
export interface Standing {
  /** What stands for the document now, or did until it was reversed; null where it is not in NetSuite any more. */
  readonly current: StandingRecord | null;
  /** Which one it is, from 0. */
  readonly count: number;
  /** What reverses it; null where it counts. */
  readonly reversal: StandingRecord | null;
}

/** So many reposts are looked for at first; of a document that has more, further ones. */
export const FIRST_REPOSTS = 5;

/** All external ids that a document with so many reposts may have in NetSuite. */
export function possibleIds(document: BillingDocument, reposts: number): readonly string[] {
  const ids = [postedId(document, 0)];
  for (let count = 1; count <= reposts; count += 1) ids.push(reversalId(document, count), postedId(document, count));
  return [...ids, reversalId(document, reposts + 1)];
}

/**
 * How a document stands, from the records that carry its external ids. What they say counts, not what any transfer
 * remembers: a run may have ended after any write. Pure.
 * @param linked the record that the document's transfers name; it stands for the document where no record carries its
 *   external id, as one that was in NetSuite before
 */
export function standingOf(
  document: BillingDocument,
  linked: StandingRecord | null,
  found: ReadonlyMap<string, StandingRecord>,
  reposts: number,
): Standing {
  let count = reposts;
  while (count > 0 && !found.has(postedId(document, count))) count -= 1;
  const current = found.get(postedId(document, count)) ?? (count === 0 ? linked : null);
  return { current, count, reversal: found.get(reversalId(document, count + 1)) ?? null };
}
