import { decimal, fixed, isZero, multiply, sum } from '../../../../documents/decimal';
import type { TaxLine } from '../../../../documents/document';
import { quoted, refuse } from '../../../../documents/inputErrors';
import type { InputError, Result } from '../../../../documents/problem';
import { mismatch, money } from '../../../amounts';
import { ROOT } from '../../../validate';
import type { ZuoraInvoice, ZuoraTaxationItem } from './schema';

/**
 * One line for each taxation item with an amount, whether it stands under its invoice item or under the invoice. The
 * accounting code of a tax code is the internal id of the NetSuite item that stands for the tax. Zuora's connector
 * leaves tax without a jurisdiction out; the invoice would then be short of it, so it is refused here.
 */
export function taxLinesOf(invoice: ZuoraInvoice): Result<readonly TaxLine[], InputError> {
  const lines: TaxLine[] = [];
  const seen = new Set<string>();
  for (const { taxation, path } of taxationItems(invoice)) {
    if (isZero(taxation.taxAmount) || seen.has(taxation.id)) continue;
    seen.add(taxation.id);
    const amount = money(taxation.taxAmount, invoice.currency, `${path}.taxAmount`);
    if (!amount.ok) return amount;
    if (taxation.jurisdiction === null) {
      return refuse(
        'MISSING_FIELD',
        `${path}.jurisdiction`,
        `${path}.jurisdiction is missing for a tax of ${fixed(amount.value, 2)} ${invoice.currency}: ` +
          'set the jurisdiction of the tax in Zuora, a tax without one is not sent to NetSuite.',
      );
    }
    const taxCode = taxation.taxCode ?? taxation.name;
    if (taxCode === null) {
      return refuse(
        'MISSING_FIELD',
        `${path}.taxCode`,
        `${path}.taxCode is missing for the tax of ${quoted(taxation.jurisdiction)}: send the tax code, by which the ` +
          'NetSuite item of the tax is found.',
      );
    }
    lines.push({
      id: taxation.id,
      taxCode,
      taxItem: /^\d+$/.test(taxation.accountingCode ?? '') ? taxation.accountingCode : null,
      description: [taxation.name ?? taxCode, taxation.jurisdiction, taxation.taxRateDescription]
        .filter((part) => part !== null)
        .join(', '),
      rate: rateText(taxation),
      amount: amount.value,
    });
  }
  if (invoice.taxAmount !== null) {
    const stated = money(invoice.taxAmount, invoice.currency, `${ROOT}.taxAmount`);
    if (!stated.ok) return stated;
    const parts = lines.map((line) => line.amount);
    const wrong = mismatch(
      [{ path: `${ROOT}.taxAmount`, of: 'the taxation items', stated: stated.value, parts }],
      invoice.currency,
    );
    if (wrong !== null) return wrong;
  }
  return { ok: true, value: lines };
}

/** The tax of the whole invoice. */
export function taxTotal(lines: readonly TaxLine[]): TaxLine['amount'] {
  return sum(lines.map((line) => line.amount));
}

function taxationItems(
  invoice: ZuoraInvoice,
): readonly { readonly taxation: ZuoraTaxationItem; readonly path: string }[] {
  const ofItems = invoice.invoiceItems.flatMap((item, position) =>
    (item.taxationItems ?? []).map((taxation, index) => ({
      taxation,
      path: `${ROOT}.invoiceItems[${position}].taxationItems[${index}]`,
    })),
  );
  const ofInvoice = (invoice.taxationItems ?? []).map((taxation, index) => ({
    taxation,
    path: `${ROOT}.taxationItems[${index}]`,
  }));
  return [...ofItems, ...ofInvoice];
}

/** As Zuora's connector writes it: `9%` for a rate of 0.09, or `50 flat fee`. */
function rateText(taxation: ZuoraTaxationItem): string | null {
  if (taxation.taxRate === null) return null;
  return taxation.taxRateType === 'FlatFee'
    ? `${taxation.taxRate} flat fee`
    : `${multiply(taxation.taxRate, decimal(100))}%`;
}
