import type { DocumentKind } from './document';

/**
 * The order in which documents of one customer are posted: what others refer to comes first. Kinds that this version
 * does not yet post keep their place, so that a rank stored with a transfer never changes its meaning.
 */
const RANKS = { item: 1, customer: 2, order: 3, invoice: 4, creditMemo: 5, payment: 6, refund: 7 } as const;

/** The document's place in the order of posting, from 1 (item) to 7 (refund). */
export function documentRank(kind: DocumentKind): number {
  return RANKS[kind];
}

/**
 * A cancellation comes after all documents of its customer, and what others refer to comes last: transactions (8), then
 * the customer (9), then the item (10).
 */
export function cancellationRank(kind: DocumentKind): number {
  if (kind === 'item') return 10;
  return kind === 'customer' ? 9 : 8;
}
