import type { BilledDocument } from '../../documents/document';
import { referenceKey } from '../../documents/keys';
import type { ConnectionSettings } from '../../settings/settings';
import type { Lookup } from '../plan';
import { classificationLookups, unlessMapped } from '../references';

/** What the plan of an invoice or credit memo asks for: customer, each item once, currency, period, classifications. */
export function billedLookups(document: BilledDocument, settings: ConnectionSettings): readonly Lookup[] {
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
