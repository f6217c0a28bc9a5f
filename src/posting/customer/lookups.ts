import type { CustomerDocument } from '../../documents/document';
import type { ConnectionSettings } from '../../settings/settings';
import type { Lookup } from '../plan';
import { unlessMapped } from '../references';

/** What a customer's plan asks for: currency, subsidiary, terms, parent. */
export function customerLookups(document: CustomerDocument, settings: ConnectionSettings): readonly Lookup[] {
  return [
    ...unlessMapped(document.currency, 'Currency', settings, (code) => ({ kind: 'currency', code })),
    ...unlessMapped(document.subsidiary, 'Subsidiary', settings, (name) => ({ kind: 'subsidiary', name })),
    ...unlessMapped(document.paymentTerm, 'Term', settings, (name) => ({ kind: 'term', name })),
    ...(document.parent === null ? [] : [{ kind: 'document' as const, document: document.parent }]),
  ];
}
