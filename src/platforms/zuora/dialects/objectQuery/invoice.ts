import { fixed, isNegative, sum } from '../../../../documents/decimal';
import type { InvoiceDocument, InvoiceLine, ItemDocument } from '../../../../documents/document';
import { quoted, refuse } from '../../../../documents/inputErrors';
import { dayIn, versionOf } from '../../../../documents/moments';
import type { InputError, Result } from '../../../../documents/problem';
import type { Decimal } from '../../../../documents/values';
import { mismatch, money } from '../../../amounts';
import { inPostingOrder, usedItems } from '../../../embedded';
import { repeatedLines } from '../../../lines';
import type { Decoded, DecodeSettings } from '../../../platform';
import { rawMember } from '../../../raw';
import { ROOT } from '../../../validate';
import { classificationOf, customerDocument } from './customer';
import { itemDocument } from './item';
import type { ZuoraInvoice, ZuoraInvoiceItem } from './schema';
import { taxLinesOf, taxTotal } from './tax';

/** Processing types of invoice items that become lines: a charge, a discount (its amount is negative). */
const LINE_TYPES = ['0', '1', 'charge', 'discount'];

/** Items take their own classification; an account's is for the header of its transactions. */
const UNCLASSIFIED = { class: null, department: null, location: null };

/**
 * A posted Zuora invoice with the account and the charges that it brings along. Charges and taxation items may stand
 * under their invoice item or in lists of the invoice. Items and tax must sum to the invoice's amount to the cent.
 */
export function decodeInvoice(
  invoice: ZuoraInvoice,
  raw: unknown,
  settings: DecodeSettings,
): Result<Decoded, InputError> {
  const refused = notPostable(invoice);
  if (refused !== null) return refused;

  const lines = linesOf(invoice, settings);
  if (!lines.ok) return lines;
  const total = money(invoice.amount, invoice.currency, `${ROOT}.amount`);
  if (!total.ok) return total;
  const taxLines = taxLinesOf(invoice);
  if (!taxLines.ok) return taxLines;
  const lineAmounts = lines.value.map((line) => line.amount);
  const netTotal = money(invoice.amountWithoutTax ?? sum(lineAmounts), invoice.currency, `${ROOT}.amountWithoutTax`);
  if (!netTotal.ok) return netTotal;
  const wrong = mismatch(
    [
      { path: `${ROOT}.amountWithoutTax`, of: 'the invoice items', stated: netTotal.value, parts: lineAmounts },
      {
        path: `${ROOT}.amount`,
        of: 'invoice items and taxation items',
        stated: total.value,
        parts: [...lineAmounts, taxTotal(taxLines.value)],
      },
    ],
    invoice.currency,
  );
  if (wrong !== null) return wrong;

  const customer =
    invoice.account === null
      ? null
      : customerDocument(
          invoice.account,
          { raw: rawMember(raw, 'account'), path: `${ROOT}.account`, currency: invoice.currency },
          settings,
        );
  if (customer !== null && !customer.ok) return customer;
  const items = itemsOf(invoice, raw, settings);
  if (!items.ok) return items;

  const document: InvoiceDocument = {
    kind: 'invoice',
    connection: settings.connection,
    id: invoice.id,
    number: invoice.invoiceNumber,
    version: invoice.updatedDate === null ? '' : versionOf(invoice.updatedDate),
    raw,
    customer: { kind: 'customer', id: invoice.accountId },
    currency: invoice.currency,
    date: dayIn(invoice.invoiceDate, settings.timeZone),
    dueDate: invoice.dueDate === null ? null : dayIn(invoice.dueDate, settings.timeZone),
    memo: invoice.comments,
    purchaseOrder: invoice.purchaseOrderNumber,
    classification: classificationOf(invoice.account),
    lines: lines.value,
    taxLines: taxLines.value,
    total: total.value,
    taxTotal: taxTotal(taxLines.value),
  };
  return {
    ok: true,
    value: {
      document,
      embedded: inPostingOrder([...items.value, ...(customer === null ? [] : [customer.value])]),
    },
  };
}

function notPostable(invoice: ZuoraInvoice): Result<never, InputError> | null {
  const name = quoted(invoice.invoiceNumber);
  if (invoice.status.toLowerCase() !== 'posted') {
    return refuse(
      'NOT_POSTED',
      `${ROOT}.status`,
      `Invoice ${name} has the status ${quoted(invoice.status)}: post it in Zuora first, then send it.`,
    );
  }
  if (isNegative(invoice.amount)) {
    return refuse(
      'NEGATIVE_INVOICE',
      `${ROOT}.amount`,
      `Invoice ${name} totals ${fixed(invoice.amount, 2)} ${invoice.currency}: NetSuite has no negative invoices, and ` +
        'credit memos are not supported in this version. Enter it in NetSuite by hand.',
    );
  }
  if (invoice.account !== null && invoice.account.id !== invoice.accountId) {
    return refuse(
      'INCONSISTENT_REFERENCE',
      `${ROOT}.account.id`,
      `${ROOT}.account.id is ${quoted(invoice.account.id)}, but the invoice belongs to ${quoted(invoice.accountId)} ` +
        '(accountId): send the account of the invoice.',
    );
  }
  if (invoice.invoiceItems.length === 0) {
    return refuse(
      'MISSING_FIELD',
      `${ROOT}.invoiceItems`,
      `${ROOT}.invoiceItems is empty: send the items of the invoice (expand[]=invoiceitems).`,
    );
  }
  return null;
}

function linesOf(invoice: ZuoraInvoice, settings: DecodeSettings): Result<readonly InvoiceLine[], InputError> {
  const repeatedLine = repeatedLines();
  const lines: InvoiceLine[] = [];
  for (const [position, item] of invoice.invoiceItems.entries()) {
    const path = `${ROOT}.invoiceItems[${position}]`;
    const repeated = repeatedLine(item.id, path);
    if (repeated !== null) return repeated;
    if (item.processingType !== null && !LINE_TYPES.includes(item.processingType.toLowerCase())) {
      return refuse(
        'UNSUPPORTED_LINE',
        `${path}.processingType`,
        `${path}.processingType is ${quoted(item.processingType)}: only charges (0) and discounts (1) are posted; ` +
          'send tax as taxation items.',
      );
    }
    const charge = item.productRatePlanCharge;
    if (charge !== null && charge.id !== item.productRatePlanChargeId) {
      return refuse(
        'INCONSISTENT_REFERENCE',
        `${path}.productRatePlanCharge.id`,
        `${path}.productRatePlanCharge.id is ${quoted(charge.id)}, but the item bills ` +
          `${quoted(item.productRatePlanChargeId)} (productRatePlanChargeId): send the charge of the item.`,
      );
    }
    const amount = money(item.chargeAmount, invoice.currency, `${path}.chargeAmount`);
    if (!amount.ok) return amount;
    lines.push(lineOf(item, amount.value, settings));
  }
  return { ok: true, value: lines };
}

function lineOf(item: ZuoraInvoiceItem, amount: Decimal, settings: DecodeSettings): InvoiceLine {
  return {
    id: item.id,
    item: { kind: 'item', id: item.productRatePlanChargeId },
    description: descriptionOf(item),
    quantity: item.quantity,
    unitPrice: item.unitPrice,
    amount,
    serviceStart: item.serviceStartDate === null ? null : dayIn(item.serviceStartDate, settings.timeZone),
    serviceEnd: item.serviceEndDate === null ? null : dayIn(item.serviceEndDate, settings.timeZone),
    classification: UNCLASSIFIED,
  };
}

/** `Seats, 25 User, subscription A-S00000042`: the charge, its quantity in its unit of measure, the subscription. */
function descriptionOf(item: ZuoraInvoiceItem): string | null {
  const unit = item.uom ?? item.uOM;
  const parts = [
    item.chargeName,
    unit === null ? null : `${item.quantity} ${unit}`,
    item.subscriptionNumber === null ? null : `subscription ${item.subscriptionNumber}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function itemsOf(
  invoice: ZuoraInvoice,
  raw: unknown,
  settings: DecodeSettings,
): Result<readonly ItemDocument[], InputError> {
  const listed = (invoice.productRatePlanCharges ?? []).map((charge, index) => ({
    charge,
    path: `${ROOT}.productRatePlanCharges[${index}]`,
    raw: rawMember(rawMember(raw, 'productRatePlanCharges'), index),
  }));
  const nested = invoice.invoiceItems.flatMap((item, index) =>
    item.productRatePlanCharge === null
      ? []
      : [
          {
            charge: item.productRatePlanCharge,
            path: `${ROOT}.invoiceItems[${index}].productRatePlanCharge`,
            raw: rawMember(rawMember(rawMember(raw, 'invoiceItems'), index), 'productRatePlanCharge'),
          },
        ],
  );
  const items: ItemDocument[] = [];
  for (const given of [...listed, ...nested]) {
    const item = itemDocument(given.charge, given.raw, given.path, settings);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return {
    ok: true,
    value: usedItems(items, new Set(invoice.invoiceItems.map((item) => item.productRatePlanChargeId))),
  };
}
