import { fixed, isNegative } from '../../documents/decimal';
import type { InvoiceDocument } from '../../documents/document';
import { quoted, refuse } from '../../documents/inputErrors';
import { dayIn, versionOf } from '../../documents/moments';
import type { InputError, Result } from '../../documents/problem';
import type { Decoded, DecodeSettings } from '../platform';
import { ROOT } from '../validate';
import { decodeBilled } from './billed';
import { lastModified, type NueInvoice } from './schema';

/**
 * A Nue invoice with the customer and the products that it brings along. Only activated invoices are taken; discounts
 * are items with negative amounts; the items and the tax must sum to the invoice's amount to the cent.
 */
export function decodeInvoice(
  invoice: NueInvoice,
  raw: unknown,
  settings: DecodeSettings,
): Result<Decoded, InputError> {
  const number = invoice.name ?? invoice.id;
  const refused = notPostable(invoice, number);
  if (refused !== null) return refused;
  const billed = decodeBilled(invoice, 'invoice', raw, settings);
  if (!billed.ok) return billed;
  const { lines, taxLines, total, taxTotal, embedded } = billed.value;
  const document: InvoiceDocument = {
    kind: 'invoice',
    connection: settings.connection,
    id: invoice.id,
    number,
    version: versionOf(lastModified(invoice)),
    raw,
    customer: { kind: 'customer', id: invoice.customerId },
    currency: invoice.currencyIsoCode,
    date: dayIn(invoice.invoiceDate, settings.timeZone),
    dueDate: invoice.dueDate === null ? null : dayIn(invoice.dueDate, settings.timeZone),
    memo: invoice.invoiceComment,
    purchaseOrder: invoice.poNumbers,
    classification: { class: null, department: null, location: null },
    lines,
    taxLines,
    total,
    taxTotal,
  };
  return { ok: true, value: { document, embedded } };
}

function notPostable(invoice: NueInvoice, number: string): Result<never, InputError> | null {
  if (invoice.status.toLowerCase() !== 'active') {
    return refuse(
      'NOT_ACTIVATED',
      `${ROOT}.status`,
      `Invoice ${quoted(number)} has the status ${quoted(invoice.status)}: send it when it is activated (status Active).`,
    );
  }
  if (isNegative(invoice.amount)) {
    return refuse(
      'NEGATIVE_INVOICE',
      `${ROOT}.amount`,
      `Invoice ${quoted(number)} totals ${fixed(invoice.amount, 2)} ${invoice.currencyIsoCode}: NetSuite has no negative ` +
        'invoices. Let Nue make credit memos instead, which are posted, or enter it in NetSuite by hand.',
    );
  }
  return null;
}
