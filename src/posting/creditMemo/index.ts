import type { CreditMemoDocument } from '../../documents/document';
import { billedLookups } from '../billed/lookups';
import type { PostingKind } from '../kind';
import { planCreditMemo } from './plan';

/** Credit memos become NetSuite credit memos, applied where the platform applied them. */
export const creditMemoKind: PostingKind<CreditMemoDocument> = {
  kind: 'creditMemo',
  lookups: (document, settings) => [
    ...billedLookups(document, settings),
    ...document.applications.map(({ invoice }) => ({ kind: 'document', document: invoice }) as const),
  ],
  plan: planCreditMemo,
};
