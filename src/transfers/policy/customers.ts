import type { BillingDocument } from '../../documents/document';

/** The customer in whose lane a document is posted: a customer's own id, the customer of an invoice or credit memo; empty for an item. */
export function customerKey(document: BillingDocument): string {
  switch (document.kind) {
    case 'customer':
      return document.id;
    case 'item':
      return '';
    case 'invoice':
    case 'creditMemo':
      return document.customer.id;
  }
}

/** What the hub shows of a document beside its number. */
export interface DocumentSummary {
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly customerName: string;
}

/** @param companions documents that came with it, of which its customer may be one */
export function summaryOf(document: BillingDocument, companions: readonly BillingDocument[]): DocumentSummary {
  switch (document.kind) {
    case 'customer':
      return { date: '', amount: '', currency: document.currency ?? '', customerName: document.name };
    case 'item':
      return { date: '', amount: '', currency: '', customerName: '' };
    case 'invoice':
    case 'creditMemo': {
      const customer = companions.find(
        (companion) => companion.kind === 'customer' && companion.id === document.customer.id,
      );
      return {
        date: document.date,
        amount: document.total,
        currency: document.currency,
        customerName: customer?.kind === 'customer' ? customer.name : document.customer.id,
      };
    }
  }
}
