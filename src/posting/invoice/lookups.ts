import type { InvoiceDocument } from '../../documents/document';
import { referenceKey } from '../../documents/keys';
import type { ConnectionSettings } from '../../settings/settings';
import type { Lookup } from '../plan';
import { classificationLookups, unlessMapped } from '../references';

/** What an invoice's plan asks for: customer, each item once, currency, period, classifications. */
export function invoiceLookups(document: InvoiceDocument, settings: ConnectionSettings): readonly Lookup[] {
  const items = new Map(document.lines.map((line) => [referenceKey(line.item), line.item]));
  return [
    { kind: 'document', document: document.customer },
    ...Array.from(items.values(), (item): Lookup => ({ kind: 'document', document: item })),
    ...unlessMapped(document.currency, 'Currency', settings, (code) => ({ kind: 'currency', code })),
    { kind: 'period', date: document.date },
    ...classificationLookups(document.classification, settings),
    ...document.lines.flatMap((line) => classificationLookups(line.classification, settings)),
  ];
}
