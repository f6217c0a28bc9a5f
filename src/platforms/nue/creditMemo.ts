import { compare, isNegative, negate, sum } from '../../documents/decimal';
import type { CreditApplication, CreditMemoDocument } from '../../documents/document';
import { quoted, refuse } from '../../documents/inputErrors';
import { dayIn, versionOf } from '../../documents/moments';
import type { InputError, Result } from '../../documents/problem';
import type { Decimal } from '../../documents/values';
import { money } from '../amounts';
import type { Decoded, DecodeSettings } from '../platform';
import { ROOT } from '../validate';
import { isCreditMemoUnfinished } from './assumptions';
import { decodeBilled } from './billed';
import { lastModified, type NueCreditMemo } from './schema';

/**
 * A Nue credit memo with the customer and the products that it brings along, and with the invoices that Nue applied it
 * to. Drafts and cancelled ones are not taken. Amounts may be written as positive or, all of them, as negative numbers;
 * the document has them positive.
 */
export function decodeCreditMemo(
  sent: NueCreditMemo,
  raw: unknown,
  settings: DecodeSettings,
): Result<Decoded, InputError> {
  const number = sent.creditMemoNumber ?? sent.id;
  if (sent.status !== null && isCreditMemoUnfinished(sent.status)) {
    return refuse(
      'NOT_ACTIVATED',
      `${ROOT}.status`,
      `Credit memo ${quoted(number)} has the status ${quoted(sent.status)}: send it when it is activated.`,
    );
  }
  const memo = isNegative(sent.amount) ? turned(sent) : sent;
  const billed = decodeBilled(memo, 'credit memo', raw, settings);
  if (!billed.ok) return billed;
  const { lines, taxLines, total, taxTotal, embedded } = billed.value;
  const applications = applicationsOf(memo, total);
  if (!applications.ok) return applications;
  const document: CreditMemoDocument = {
    kind: 'creditMemo',
    connection: settings.connection,
    id: memo.id,
    number,
    version: versionOf(lastModified(memo)),
    raw,
    customer: { kind: 'customer', id: memo.customerId },
    currency: memo.currencyIsoCode,
    date: dayIn(memo.creditMemoDate, settings.timeZone),
    memo: memo.creditMemoComment,
    classification: { class: null, department: null, location: null },
    lines,
    taxLines,
    total,
    taxTotal,
    applications: applications.value,
  };
  return { ok: true, value: { document, embedded } };
}

/** The same with its amounts times -1. */
function turned(memo: NueCreditMemo): NueCreditMemo {
  const turn = (amount: Decimal | null): Decimal | null => (amount === null ? null : negate(amount));
  return {
    ...memo,
    amount: negate(memo.amount),
    amountWithoutTax: turn(memo.amountWithoutTax),
    taxAmount: turn(memo.taxAmount),
    items: memo.items.map((item) => ({
      ...item,
      transactionAmount: negate(item.transactionAmount),
      transactionQuantity: isNegative(item.transactionQuantity)
        ? negate(item.transactionQuantity)
        : item.transactionQuantity,
      taxAmount: turn(item.taxAmount),
    })),
  };
}

/**
 * What the credit memo is applied to: what Nue lists, added up for each invoice; else the invoice that it cancels, as far
 * as that owes something. Together they may not come to more than the credit memo.
 */
function applicationsOf(memo: NueCreditMemo, total: Decimal): Result<readonly CreditApplication[], InputError> {
  const amounts = new Map<string, Decimal[]>();
  for (const [position, { invoiceId, transactionAmount }] of memo.appliedInvoices.entries()) {
    const path = `${ROOT}.appliedInvoices[${position}].transactionAmount`;
    const read = money(transactionAmount, memo.currencyIsoCode, path);
    if (!read.ok) return read;
    const amount = isNegative(read.value) ? negate(read.value) : read.value;
    amounts.set(invoiceId, [...(amounts.get(invoiceId) ?? []), amount]);
  }
  const isForInvoice = memo.appliedByObject?.toLowerCase().replace(/[^a-z]/g, '') === 'invoice';
  if (amounts.size === 0 && memo.appliedById !== null && isForInvoice) amounts.set(memo.appliedById, [total]);
  const applied = sum(Array.from(amounts.values()).flat());
  if (compare(applied, total) > 0) {
    return refuse(
      'TOTAL_MISMATCH',
      `${ROOT}.appliedInvoices`,
      `${ROOT}.appliedInvoices sum to ${applied} ${memo.currencyIsoCode}, but the credit memo comes to ${total}: send ` +
        'what is applied of this credit memo.',
    );
  }
  return {
    ok: true,
    value: Array.from(amounts, ([id, parts]) => ({ invoice: { kind: 'invoice', id }, amount: sum(parts) })),
  };
}
