import { type Decoder, decoder } from '../../../decoders';
import { ROOT } from '../../../validate';
import { customerDocument } from './customer';
import { decodeInvoice } from './invoice';
import { itemDocument } from './item';
import { accountSchema, chargeSchema, invoiceSchema } from './schema';

/** The decoders of the Object Query dialect, by kind. */
export const objectQuery: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  [
    'customer',
    decoder(accountSchema, (account, raw, settings) => {
      const document = customerDocument(account, { raw, path: ROOT, currency: null }, settings);
      return document.ok ? { ok: true, value: { document: document.value, embedded: [] } } : document;
    }),
  ],
  [
    'item',
    decoder(chargeSchema, (charge, raw, settings) => {
      const document = itemDocument(charge, raw, ROOT, settings);
      return document.ok ? { ok: true, value: { document: document.value, embedded: [] } } : document;
    }),
  ],
  ['invoice', decoder(invoiceSchema, decodeInvoice)],
]);
