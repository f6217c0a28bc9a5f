import Big from 'big.js';
import { money, rounded, sum } from '../../accounting/money';
import { hasSuiteTax, taxCode } from '../../accounting/taxes';
import type { Account } from '../../kernel/account';
import type { RecordData } from '../data';
import { keyIn } from '../recordType';
import { itemLines } from './itemLines';
import { completeReferences, completeTaxDetails, detailAmounts, type TaxAmount } from './taxDetails';
import { engineDetails } from './taxEngine';

/**
 * Tax of a transaction by code. A line with a tax code is taxed by itself, by `taxrate1` where it is given; an amount
 * given as `tax1amt` counts as it is. Lines that are only marked taxable are taxed together with the body's tax item.
 */
export function taxAmounts(account: Account, data: RecordData, decimals: number, discount: Big): TaxAmount[] {
  return hasSuiteTax(account) ? suiteTaxAmounts(account, data) : legacyTaxAmounts(account, data, decimals, discount);
}

/** With SuiteTax the tax is what the tax details say: given, kept, or asked of the tax engine. */
function suiteTaxAmounts(account: Account, data: RecordData): TaxAmount[] {
  completeReferences(data);
  data.sublists.taxdetails ??= engineDetails(account, data);
  completeTaxDetails(account, data);
  return detailAmounts(account, data);
}

function legacyTaxAmounts(account: Account, data: RecordData, decimals: number, discount: Big): TaxAmount[] {
  const amounts = new Map<number, TaxAmount>();
  const add = (code: number, rate: Big, taxAccount: number, amount: Big): void => {
    const known = amounts.get(code)?.amount ?? new Big(0);
    amounts.set(code, { code, rate, account: taxAccount, amount: known.plus(amount) });
  };
  let taxedTogether = new Big(0);
  for (const line of itemLines(data)) {
    const code = keyIn(line.fields.taxcode);
    const net = money(line.fields.amount);
    if (code === null) {
      if (line.fields.istaxable === true) taxedTogether = taxedTogether.plus(net);
      continue;
    }
    const known = taxCode(account, code);
    if (known === null) continue;
    const rate = isBlank(line.fields.taxrate1) ? known.rate : percent(line.fields.taxrate1);
    const tax = isBlank(line.fields.tax1amt)
      ? rounded(net.times(rate).div(100), decimals)
      : rounded(money(line.fields.tax1amt), decimals);
    add(code, rate, known.account, tax);
  }
  const bodyCode = keyIn(data.fields.taxitem);
  const known = bodyCode === null ? null : taxCode(account, bodyCode);
  if (known && data.fields.istaxable === true && !taxedTogether.eq(0)) {
    const rate = isBlank(data.fields.taxrate) ? known.rate : percent(data.fields.taxrate);
    const subtotal = sum(itemLines(data).map((line) => money(line.fields.amount)));
    const share = subtotal.eq(0) ? new Big(0) : discount.times(taxedTogether).div(subtotal);
    add(known.id, rate, known.account, rounded(taxedTogether.plus(share).times(rate).div(100), decimals));
  }
  return [...amounts.values()];
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function percent(value: unknown): Big {
  return money(typeof value === 'string' ? value.replace('%', '') : value);
}
