import type { BillingDocument, DocumentKind } from '../documents/document';
import type { Result } from '../documents/problem';
import type { ConnectionSettings } from '../settings/settings';
import { creditMemoKind } from './creditMemo';
import { customerKind } from './customer';
import { invoiceKind } from './invoice';
import { itemKind } from './item';
import type { PostingKind } from './kind';
import type { Directory, Lookup, PostedRecord, PostingProblem, RecordPlan } from './plan';

/** How each kind of document is posted: one folder each. */
export const postingKinds: { readonly [Kind in DocumentKind]: PostingKind<Extract<BillingDocument, { kind: Kind }>> } =
  {
    customer: customerKind,
    item: itemKind,
    invoice: invoiceKind,
    creditMemo: creditMemoKind,
  };

/** {@link PostingKind.lookups} of a document of any kind. */
export function lookupsOf(document: BillingDocument, settings: ConnectionSettings): readonly Lookup[] {
  switch (document.kind) {
    case 'customer':
      return postingKinds.customer.lookups(document, settings);
    case 'item':
      return postingKinds.item.lookups(document, settings);
    case 'invoice':
      return postingKinds.invoice.lookups(document, settings);
    case 'creditMemo':
      return postingKinds.creditMemo.lookups(document, settings);
  }
}

/** {@link PostingKind.plan} of a document of any kind. */
export function planOf(
  document: BillingDocument,
  directory: Directory,
  settings: ConnectionSettings,
  existing: PostedRecord | null,
): Result<RecordPlan, PostingProblem> {
  switch (document.kind) {
    case 'customer':
      return postingKinds.customer.plan(document, directory, settings, existing);
    case 'item':
      return postingKinds.item.plan(document, directory, settings, existing);
    case 'invoice':
      return postingKinds.invoice.plan(document, directory, settings, existing);
    case 'creditMemo':
      return postingKinds.creditMemo.plan(document, directory, settings, existing);
  }
}
