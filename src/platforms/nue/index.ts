import { type Decoder, decodeByKind, decoder } from '../decoders';
import type { Platform } from '../platform';
import { ROOT } from '../validate';
import { nueOutbound } from './client';
import { decodeCreditMemo } from './creditMemo';
import { customerDocument } from './customer';
import { decodeInvoice } from './invoice';
import { itemDocument } from './item';
import { nueReads } from './read';
import { creditMemoSchema, customerSchema, invoiceSchema, productSchema } from './schema';

const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  [
    'customer',
    decoder(customerSchema, (customer, raw, settings) => {
      const document = customerDocument(customer, { raw, path: ROOT, currency: null }, settings);
      return document.ok ? { ok: true, value: { document: document.value, embedded: [] } } : document;
    }),
  ],
  [
    'item',
    decoder(productSchema, (product, raw, settings) => ({
      ok: true,
      value: { document: itemDocument(product, raw, settings), embedded: [] },
    })),
  ],
  ['invoice', decoder(invoiceSchema, decodeInvoice)],
  ['creditMemo', decoder(creditMemoSchema, decodeCreditMemo)],
]);

/** Nue (https://nue.io): quotes, orders and billing beside Salesforce. */
export const nue: Platform = {
  id: 'nue',
  name: 'Nue',
  kinds: Array.from(decoders.keys()),
  decode: decodeByKind(decoders, 'Nue'),
  outbound: nueOutbound,
  reads: nueReads,
};
