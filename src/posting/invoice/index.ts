import type { InvoiceDocument } from '../../documents/document';
import type { PostingKind } from '../kind';
import { invoiceLookups } from './lookups';
import { planInvoice } from './plan';

/** Invoices become NetSuite invoices. */
export const invoiceKind: PostingKind<InvoiceDocument> = {
  kind: 'invoice',
  lookups: invoiceLookups,
  plan: planInvoice,
};
