import type { InvoiceDocument } from '../../documents/document';
import { billedLookups } from '../billed/lookups';
import type { PostingKind } from '../kind';
import { planInvoice } from './plan';

/** Invoices become NetSuite invoices. */
export const invoiceKind: PostingKind<InvoiceDocument> = {
  kind: 'invoice',
  lookups: billedLookups,
  plan: planInvoice,
};
