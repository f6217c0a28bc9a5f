import type {
  BillingDocument,
  CreditMemoDocument,
  CustomerDocument,
  InvoiceDocument,
  ItemDocument,
} from '../../../src/documents/document';
import { platforms } from '../../../src/platforms';
import type { Decoded, DecodeSettings } from '../../../src/platforms/platform';

export const DECODE: DecodeSettings = { connection: 'test', timeZone: 'America/Los_Angeles' };

/** Decodes a payload that must be accepted. */
export function decoded(platform: 'nue' | 'zuora', kind: string, data: unknown, settings = DECODE): Decoded {
  const result = platforms.get(platform)?.decode(kind, data, settings);
  if (result === undefined) throw new Error(`No platform ${platform}.`);
  if (!result.ok) throw new Error(`${result.error.path}: ${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Decodes a payload that must be refused, and returns the refusal. */
export function refusal(
  platform: 'nue' | 'zuora',
  kind: string,
  data: unknown,
): { code: string; path: string; message: string } {
  const result = platforms.get(platform)?.decode(kind, data, DECODE);
  if (result === undefined || result.ok) throw new Error('The payload was accepted.');
  return result.error;
}

export function asCustomer(document: BillingDocument): CustomerDocument {
  if (document.kind !== 'customer') throw new Error(`It is of the kind ${document.kind}.`);
  return document;
}

export function asItem(document: BillingDocument): ItemDocument {
  if (document.kind !== 'item') throw new Error(`It is of the kind ${document.kind}.`);
  return document;
}

export function asCreditMemo(document: BillingDocument): CreditMemoDocument {
  if (document.kind !== 'creditMemo') throw new Error(`It is of the kind ${document.kind}.`);
  return document;
}

export function asInvoice(document: BillingDocument): InvoiceDocument {
  if (document.kind !== 'invoice') throw new Error(`It is of the kind ${document.kind}.`);
  return document;
}
