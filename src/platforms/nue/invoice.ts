import { add, fixed, isNegative, isZero, sum, ZERO } from '../../documents/decimal';
import type { InvoiceDocument, InvoiceLine, ItemDocument, TaxLine } from '../../documents/document';
import { quoted, refuse } from '../../documents/inputErrors';
import { dayIn, versionOf } from '../../documents/moments';
import type { InputError, Result } from '../../documents/problem';
import type { Decimal } from '../../documents/values';
import { mismatch, money } from '../amounts';
import { inPostingOrder, usedItems } from '../embedded';
import type { Decoded, DecodeSettings } from '../platform';
import { rawMember } from '../raw';
import { ROOT } from '../validate';
import { ASSUMED_TAX_CODE } from './assumptions';
import { customerDocument } from './customer';
import { itemDocument } from './item';
import { lastModified, type NueInvoice, type NueInvoiceItem } from './schema';

const UNCLASSIFIED = { class: null, department: null, location: null };

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

  const lines = linesOf(invoice, settings);
  if (!lines.ok) return lines;
  const total = money(invoice.amount, invoice.currencyIsoCode, `${ROOT}.amount`);
  if (!total.ok) return total;
  const taxLines = taxLinesOf(invoice);
  if (!taxLines.ok) return taxLines;
  const lineAmounts = lines.value.map((line) => line.amount);
  const taxAmounts = taxLines.value.map((line) => line.amount);
  const netTotal = money(
    invoice.amountWithoutTax ?? sum(lineAmounts),
    invoice.currencyIsoCode,
    `${ROOT}.amountWithoutTax`,
  );
  if (!netTotal.ok) return netTotal;
  const wrong = mismatch(
    [
      { path: `${ROOT}.amountWithoutTax`, of: 'the items', stated: netTotal.value, parts: lineAmounts },
      { path: `${ROOT}.amount`, of: 'items and tax', stated: total.value, parts: [...lineAmounts, ...taxAmounts] },
    ],
    invoice.currencyIsoCode,
  );
  if (wrong !== null) return wrong;

  const customer =
    invoice.customer === null
      ? null
      : customerDocument(
          invoice.customer,
          { raw: rawMember(raw, 'customer'), path: `${ROOT}.customer`, currency: invoice.currencyIsoCode },
          settings,
        );
  if (customer !== null && !customer.ok) return customer;

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
    classification: UNCLASSIFIED,
    lines: lines.value,
    taxLines: taxLines.value,
    total: total.value,
    taxTotal: sum(taxAmounts),
  };
  const items = itemsOf(invoice, raw, settings);
  return {
    ok: true,
    value: {
      document,
      embedded: inPostingOrder([...items, ...(customer === null ? [] : [customer.value])]),
    },
  };
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
        'invoices, and credit memos are not supported in this version. Enter it in NetSuite by hand.',
    );
  }
  if (invoice.customer !== null && invoice.customer.id !== invoice.customerId) {
    return refuse(
      'INCONSISTENT_REFERENCE',
      `${ROOT}.customer.id`,
      `${ROOT}.customer.id is ${quoted(invoice.customer.id)}, but the invoice belongs to ${quoted(invoice.customerId)} ` +
        '(customerId): send the customer of the invoice.',
    );
  }
  if (invoice.items.length === 0) {
    return refuse('MISSING_FIELD', `${ROOT}.items`, `${ROOT}.items is empty: send the items of the invoice.`);
  }
  return null;
}

function linesOf(invoice: NueInvoice, settings: DecodeSettings): Result<readonly InvoiceLine[], InputError> {
  const seen = new Set<string>();
  const lines: InvoiceLine[] = [];
  for (const [position, item] of invoice.items.entries()) {
    const path = `${ROOT}.items[${position}]`;
    if (seen.has(item.id)) {
      return refuse(
        'DUPLICATE_LINE',
        `${path}.id`,
        `${path}.id is ${quoted(item.id)}, as an item before it: send each item once.`,
      );
    }
    seen.add(item.id);
    if (item.product !== null && item.product.id !== item.productId) {
      return refuse(
        'INCONSISTENT_REFERENCE',
        `${path}.product.id`,
        `${path}.product.id is ${quoted(item.product.id)}, but the item sells ${quoted(item.productId)} (productId): ` +
          'send the product of the item.',
      );
    }
    const amount = money(item.transactionAmount, invoice.currencyIsoCode, `${path}.transactionAmount`);
    if (!amount.ok) return amount;
    lines.push(lineOf(item, amount.value, settings));
  }
  return { ok: true, value: lines };
}

function lineOf(item: NueInvoiceItem, amount: Decimal, settings: DecodeSettings): InvoiceLine {
  return {
    id: item.id,
    item: { kind: 'item', id: item.productId },
    description: item.description ?? item.productName,
    quantity: item.transactionQuantity,
    unitPrice: item.netSalesPrice,
    amount,
    serviceStart: item.startDate === null ? null : dayIn(item.startDate, settings.timeZone),
    serviceEnd: item.endDate === null ? null : dayIn(item.endDate, settings.timeZone),
    classification: UNCLASSIFIED,
  };
}

/**
 * The tax by tax code, summed over the items that carry it; the invoice's tax as one line where the items carry none.
 */
function taxLinesOf(invoice: NueInvoice): Result<readonly TaxLine[], InputError> {
  const byCode = new Map<string, Decimal>();
  for (const [position, item] of invoice.items.entries()) {
    if (item.taxAmount === null || isZero(item.taxAmount)) continue;
    const tax = money(item.taxAmount, invoice.currencyIsoCode, `${ROOT}.items[${position}].taxAmount`);
    if (!tax.ok) return tax;
    const code = item.taxCode ?? ASSUMED_TAX_CODE;
    byCode.set(code, add(byCode.get(code) ?? ZERO, tax.value));
  }
  const stated = invoice.taxAmount ?? sum(Array.from(byCode.values()));
  const tax = money(stated, invoice.currencyIsoCode, `${ROOT}.taxAmount`);
  if (!tax.ok) return tax;
  if (byCode.size === 0 && !isZero(tax.value)) byCode.set(ASSUMED_TAX_CODE, tax.value);
  const wrong = mismatch(
    [
      {
        path: `${ROOT}.taxAmount`,
        of: 'the taxes of the items',
        stated: tax.value,
        parts: Array.from(byCode.values()),
      },
    ],
    invoice.currencyIsoCode,
  );
  if (wrong !== null) return wrong;
  return {
    ok: true,
    value: Array.from(byCode).map(([taxCode, amount]) => ({
      id: `tax-${taxCode}`,
      taxCode,
      taxItem: null,
      description: taxCode,
      rate: null,
      amount,
    })),
  };
}

function itemsOf(invoice: NueInvoice, raw: unknown, settings: DecodeSettings): readonly ItemDocument[] {
  const listed = (invoice.products ?? []).map((product, position) =>
    itemDocument(product, rawMember(rawMember(raw, 'products'), position), settings),
  );
  const nested = invoice.items.flatMap((item, position) =>
    item.product === null
      ? []
      : [itemDocument(item.product, rawMember(rawMember(rawMember(raw, 'items'), position), 'product'), settings)],
  );
  return usedItems([...listed, ...nested], new Set(invoice.items.map((item) => item.productId)));
}
