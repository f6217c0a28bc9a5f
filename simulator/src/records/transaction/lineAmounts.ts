import Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { LineData, RecordData } from '../data';
import { keyIn, textIn } from '../recordType';

/** NetSuite keeps rates to this many decimals (help of the field Rate). */
export const RATE_DECIMALS = 8;

/** Decimals of the transaction's currency. */
export function transactionDecimals(account: Account, data: RecordData): number {
  const currency = keyIn(data.fields.currency);
  return currency === null ? 2 : decimalsOf(account, currency);
}

/**
 * Brings quantity, rate and amount of a line together after one of them changed. An amount that is given wins: the rate
 * follows from it unless that is given too, in which case both stay as they are.
 */
export function recompute(line: LineData, changed: string, decimals: number, kept: (fieldId: string) => boolean): void {
  const { quantity, rate, amount } = line.fields;
  if (changed === 'amount' && !isBlank(amount)) {
    if (kept('rate') || isPercent(rate)) return;
    const count = isBlank(quantity) ? new Big(1) : money(quantity);
    if (count.eq(0)) return;
    line.fields.rate = rounded(money(amount).div(count), RATE_DECIMALS).toNumber();
    return;
  }
  if (kept('amount') || isBlank(rate) || isPercent(rate)) return;
  const count = isBlank(quantity) ? new Big(1) : money(quantity);
  line.fields.amount = rounded(count.times(rounded(money(rate), RATE_DECIMALS)), decimals).toNumber();
}

/**
 * Completes the amounts of all lines: quantity 1 where none is given, a percentage takes its share of the line above it
 *.
 */
export function completeAmounts(lines: readonly LineData[], decimals: number): void {
  lines.forEach((line, index) => {
    const { rate, itemtype } = line.fields;
    if (isPercent(rate)) {
      const above = lines[index - 1]?.fields.amount;
      const share = money(textIn(rate).replace('%', '')).div(100);
      line.fields.amount = rounded(money(above).times(share), decimals).toNumber();
      return;
    }
    if (isBlank(line.fields.quantity) && itemtype !== 'Discount') line.fields.quantity = 1;
    if (!isBlank(rate)) line.fields.rate = rounded(money(rate), RATE_DECIMALS).toNumber();
    if (isBlank(line.fields.amount)) recompute(line, 'rate', decimals, () => false);
    else line.fields.amount = rounded(money(line.fields.amount), decimals).toNumber();
    if (isBlank(line.fields.rate)) recompute(line, 'amount', decimals, () => false);
  });
}

export function isPercent(value: unknown): boolean {
  return typeof value === 'string' && value.endsWith('%');
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
