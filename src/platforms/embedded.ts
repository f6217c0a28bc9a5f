import type { BillingDocument, ItemDocument } from '../documents/document';
import { referenceKey, referenceTo } from '../documents/keys';
import { documentRank } from '../documents/ranks';

/**
 * What a document brings along, each once (the first of several is kept), in the order in which they must be posted.
 */
export function inPostingOrder(documents: readonly BillingDocument[]): readonly BillingDocument[] {
  const seen = new Set<string>();
  const distinct = documents.filter((document) => {
    const key = referenceKey(referenceTo(document));
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return distinct
    .map((document, position) => ({ document, position }))
    .sort((a, b) => documentRank(a.document.kind) - documentRank(b.document.kind) || a.position - b.position)
    .map(({ document }) => document);
}

/** The items among documents that lines refer to; an item that no line uses is not brought along. */
export function usedItems(items: readonly ItemDocument[], used: ReadonlySet<string>): readonly ItemDocument[] {
  return items.filter((item) => used.has(item.id));
}
