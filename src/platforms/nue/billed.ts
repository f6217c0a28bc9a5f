import { add, isZero, sum, ZERO } from '../../documents/decimal';
import type { BillingDocument, InvoiceLine, ItemDocument, TaxLine } from '../../documents/document';
import { quoted, refuse } from '../../documents/inputErrors';
import { dayIn } from '../../documents/moments';
import type { InputError, Result } from '../../documents/problem';
import type { Decimal } from '../../documents/values';
import { mismatch, money } from '../amounts';
import { inPostingOrder, usedItems } from '../embedded';
import { repeatedLines } from '../lines';
import type { DecodeSettings } from '../platform';
import { rawMember } from '../raw';
import { ROOT } from '../validate';
import { ASSUMED_TAX_CODE } from './assumptions';
import { customerDocument } from './customer';
import { itemDocument } from './item';
import type { NueBill, NueInvoiceItem } from './schema';

const UNCLASSIFIED = { class: null, department: null, location: null };

/** What Nue's invoices and credit memos have in common, in the connector's vocabulary. */
export interface Billed {
  readonly lines: readonly InvoiceLine[];
  readonly taxLines: readonly TaxLine[];
  readonly total: Decimal;
  readonly taxTotal: Decimal;
  /** The customer and the products that come along, in the order in which they must be posted. */
  readonly embedded: readonly BillingDocument[];
}

/**
 * Reads items, tax and totals, which must agree to the cent. Discounts are items with negative amounts.
 * @param noun what it is, for sentences: `invoice`
 */
export function decodeBilled(
  bill: NueBill,
  noun: string,
  raw: unknown,
  settings: DecodeSettings,
): Result<Billed, InputError> {
  const refused = inconsistent(bill, noun);
  if (refused !== null) return refused;
  const lines = linesOf(bill, settings);
  if (!lines.ok) return lines;
  const total = money(bill.amount, bill.currencyIsoCode, `${ROOT}.amount`);
  if (!total.ok) return total;
  const taxLines = taxLinesOf(bill);
  if (!taxLines.ok) return taxLines;
  const lineAmounts = lines.value.map((line) => line.amount);
  const taxAmounts = taxLines.value.map((line) => line.amount);
  const netTotal = money(bill.amountWithoutTax ?? sum(lineAmounts), bill.currencyIsoCode, `${ROOT}.amountWithoutTax`);
  if (!netTotal.ok) return netTotal;
  const wrong = mismatch(
    [
      { path: `${ROOT}.amountWithoutTax`, of: 'the items', stated: netTotal.value, parts: lineAmounts },
      { path: `${ROOT}.amount`, of: 'items and tax', stated: total.value, parts: [...lineAmounts, ...taxAmounts] },
    ],
    bill.currencyIsoCode,
  );
  if (wrong !== null) return wrong;

  const customer =
    bill.customer === null
      ? null
      : customerDocument(
          bill.customer,
          { raw: rawMember(raw, 'customer'), path: `${ROOT}.customer`, currency: bill.currencyIsoCode },
          settings,
        );
  if (customer !== null && !customer.ok) return customer;
  const items = itemsOf(bill, raw, settings);
  return {
    ok: true,
    value: {
      lines: lines.value,
      taxLines: taxLines.value,
      total: total.value,
      taxTotal: sum(taxAmounts),
      embedded: inPostingOrder([...items, ...(customer === null ? [] : [customer.value])]),
    },
  };
}

function inconsistent(bill: NueBill, noun: string): Result<never, InputError> | null {
  if (bill.customer !== null && bill.customer.id !== bill.customerId) {
    return refuse(
      'INCONSISTENT_REFERENCE',
      `${ROOT}.customer.id`,
      `${ROOT}.customer.id is ${quoted(bill.customer.id)}, but the ${noun} belongs to ${quoted(bill.customerId)} ` +
        `(customerId): send the customer of the ${noun}.`,
    );
  }
  if (bill.items.length === 0) {
    return refuse('MISSING_FIELD', `${ROOT}.items`, `${ROOT}.items is empty: send the items of the ${noun}.`);
  }
  return null;
}

function linesOf(bill: NueBill, settings: DecodeSettings): Result<readonly InvoiceLine[], InputError> {
  const repeatedLine = repeatedLines();
  const lines: InvoiceLine[] = [];
  for (const [position, item] of bill.items.entries()) {
    const path = `${ROOT}.items[${position}]`;
    const repeated = repeatedLine(item.id, path);
    if (repeated !== null) return repeated;
    if (item.product !== null && item.product.id !== item.productId) {
      return refuse(
        'INCONSISTENT_REFERENCE',
        `${path}.product.id`,
        `${path}.product.id is ${quoted(item.product.id)}, but the item sells ${quoted(item.productId)} (productId): ` +
          'send the product of the item.',
      );
    }
    const amount = money(item.transactionAmount, bill.currencyIsoCode, `${path}.transactionAmount`);
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
 * The tax by tax code, summed over the items that carry it; the bill's tax as one line where the items carry none.
 */
function taxLinesOf(bill: NueBill): Result<readonly TaxLine[], InputError> {
  const byCode = new Map<string, Decimal>();
  for (const [position, item] of bill.items.entries()) {
    if (item.taxAmount === null || isZero(item.taxAmount)) continue;
    const tax = money(item.taxAmount, bill.currencyIsoCode, `${ROOT}.items[${position}].taxAmount`);
    if (!tax.ok) return tax;
    const code = item.taxCode ?? ASSUMED_TAX_CODE;
    byCode.set(code, add(byCode.get(code) ?? ZERO, tax.value));
  }
  const stated = bill.taxAmount ?? sum(Array.from(byCode.values()));
  const tax = money(stated, bill.currencyIsoCode, `${ROOT}.taxAmount`);
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
    bill.currencyIsoCode,
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

function itemsOf(bill: NueBill, raw: unknown, settings: DecodeSettings): readonly ItemDocument[] {
  const listed = (bill.products ?? []).map((product, position) =>
    itemDocument(product, rawMember(rawMember(raw, 'products'), position), settings),
  );
  const nested = bill.items.flatMap((item, position) =>
    item.product === null
      ? []
      : [itemDocument(item.product, rawMember(rawMember(rawMember(raw, 'items'), position), 'product'), settings)],
  );
  return usedItems([...listed, ...nested], new Set(bill.items.map((item) => item.productId)));
}
