import Big from 'big.js';
import { money, rounded, sum } from '../../accounting/money';
import { countryOf } from '../../accounting/subsidiaries';
import { scheduleIn } from '../../accounting/taxes';
import type { Account } from '../../kernel/account';
import type { RecordData } from '../data';
import { keyIn, textIn } from '../recordType';
import { itemLines } from './itemLines';
import { completeAmounts, isPercent, transactionDecimals } from './lineAmounts';
import { taxAmounts } from './taxAmounts';
import type { TaxAmount } from './taxDetails';

/** What a sale comes to, in its currency. */
export interface SaleTotals {
  readonly decimals: number;
  readonly subtotal: Big;
  /** Negative, or zero. */
  readonly discount: Big;
  readonly taxes: readonly TaxAmount[];
  readonly total: Big;
}

/** Computes lines, discount, tax and total of a sale, and writes them into its fields. */
export function completeTotals(account: Account, data: RecordData): SaleTotals {
  const decimals = transactionDecimals(account, data);
  const lines = itemLines(data);
  completeAmounts(lines, decimals);
  const subtotal = sum(lines.map((line) => money(line.fields.amount)));
  const discount = discountOf(data, subtotal, decimals);
  const taxes = taxAmounts(account, data, decimals, discountIsTaxed(account, data) ? discount : new Big(0));
  const tax = sum(taxes.map((each) => each.amount));
  const total = subtotal.plus(discount).plus(tax);
  for (const line of lines) {
    const code = taxes.find((each) => each.code === keyIn(line.fields.taxcode));
    if (!code) continue;
    line.fields.taxrate1 ??= code.rate.toNumber();
    const share = money(line.fields.amount).times(money(line.fields.taxrate1)).div(100);
    line.fields.tax1amt ??= rounded(share, decimals).toNumber();
    line.fields.grossamt = money(line.fields.amount).plus(money(line.fields.tax1amt)).toNumber();
  }
  data.fields.subtotal = subtotal.toNumber();
  data.fields.discounttotal = discount.toNumber();
  data.fields.taxtotal = tax.toNumber();
  data.fields.total = total.toNumber();
  return { decimals, subtotal, discount, taxes, total };
}

/** The body's discount: an amount or a share of the subtotal, always taken off. */
function discountOf(data: RecordData, subtotal: Big, decimals: number): Big {
  const rate = data.fields.discountrate;
  if (keyIn(data.fields.discountitem) === null || rate === null || rate === undefined) return new Big(0);
  const value = money(textIn(rate).replace('%', '')).abs().times(-1);
  return isPercent(rate) ? rounded(subtotal.times(value).div(100), decimals) : rounded(value, decimals);
}

function discountIsTaxed(account: Account, data: RecordData): boolean {
  const item = keyIn(data.fields.discountitem);
  const subsidiary = keyIn(data.fields.subsidiary);
  if (item === null || subsidiary === null) return false;
  const row = account.store.get<{ taxschedule: number | null }>('SELECT taxschedule FROM item WHERE id = ?', [item]);
  return scheduleIn(account, row?.taxschedule ?? null, countryOf(account, subsidiary)).isTaxable;
}
