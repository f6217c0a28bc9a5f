import type { BillingDocument } from '../../documents/document';
import { type ExternalIdPart, externalId } from '../../netsuite/externalIds';

/** The external id of the transaction that a document becomes first (0), or is posted as again for the nth time. */
export function postedId(document: BillingDocument, count: number): string {
  return count === 0 ? externalId(document) : withPart(document, counted('repost', count));
}

/** The external id of the nth reversal: the one of what {@link postedId} names with one less. */
export function reversalId(document: BillingDocument, count: number): string {
  return withPart(document, counted('reversal', count));
}

function counted(what: 'reversal' | 'repost', count: number): ExternalIdPart {
  return count === 1 ? what : `${what}${count}`;
}

function withPart({ connection, kind, id }: BillingDocument, part: ExternalIdPart): string {
  return externalId({ connection, kind, id, part });
}
