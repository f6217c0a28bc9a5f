import type Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded, sum } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import type { LineData, RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { deferralAccount } from '../revenue/deferral';
import { invalidKey, missingValues, userError } from '../validation';
import { itemLines } from './itemLines';
import { completeTotals, type SaleTotals } from './totals';

/** One line of a transaction as it is stored, with what it posts. Amounts are debit less credit. */
export interface PlannedLine {
  readonly kind: 'main' | 'item' | 'discount' | 'tax' | 'account';
  /** Id that the line always has; given as lines come where absent. */
  readonly id?: number;
  readonly account: number;
  /** In the transaction's currency. */
  readonly foreign: Big;
  /** In the subsidiary's base currency. */
  readonly base: Big;
  /** The line of the item sublist. */
  readonly line?: LineData;
  readonly item?: number;
  readonly taxCode?: number;
  readonly rate?: Big;
}

export interface SalePlan {
  /** 1 for a sale, whose main line is a debit; -1 for what takes a sale back. */
  readonly sign: 1 | -1;
  readonly totals: SaleTotals;
  readonly exchangeRate: Big;
  readonly lines: readonly PlannedLine[];
}

/**
 * Plans the lines and the G/L impact of a sale (section_N1459773): what is owed against the income account of every
 * item or the account that defers its revenue, the account of the discount item and the tax accounts.
 *
 * Every line is rounded to the base currency by itself, and the main line is the sum of the others. It may differ by
 * cents from the total at the exchange rate, which is what a payment posts: their difference is a rounding gain or loss
 * of the payment (bridgehead_4587403197).
 *
 * @param sign 1 for what the customer owes (an invoice), -1 for what the customer is owed
 */
export function planSale(context: RecordContext, data: RecordData, mainAccount: number, sign: 1 | -1): SalePlan {
  const { account } = context;
  const totals = completeTotals(account, data);
  const subsidiary = keyIn(data.fields.subsidiary);
  if (subsidiary === null) throw missingValues(['Subsidiary']);
  const baseDecimals = decimalsOf(account, baseCurrency(account, subsidiary));
  const exchangeRate = money(data.fields.exchangerate);
  const inBase = (foreign: Big): Big => rounded(foreign.times(exchangeRate), baseDecimals);
  const planned = (line: Omit<PlannedLine, 'base'>): PlannedLine => ({ ...line, base: inBase(line.foreign) });

  const credits: PlannedLine[] = itemLines(data).map((line, index) => {
    if ((line.fields.amount ?? null) === null) {
      throw userError(`Please enter a value for amount. (line ${index + 1})`);
    }
    const foreign = money(line.fields.amount).times(-sign);
    return planned({ kind: 'item', account: revenueAccount(context, line), foreign, line });
  });
  const discountItem = keyIn(data.fields.discountitem);
  if (discountItem !== null && !totals.discount.eq(0)) {
    const foreign = totals.discount.times(-sign);
    credits.push(
      planned({ kind: 'discount', account: discountAccount(context, discountItem), foreign, item: discountItem }),
    );
  }
  for (const tax of totals.taxes) {
    if (tax.amount.eq(0)) continue;
    const foreign = tax.amount.times(-sign);
    credits.push(planned({ kind: 'tax', account: tax.account, foreign, taxCode: tax.code, rate: tax.rate }));
  }
  const main: PlannedLine = {
    kind: 'main',
    account: mainAccount,
    foreign: totals.total.times(sign),
    base: sum(credits.map((line) => line.base)).times(-1),
  };
  return { sign, totals, exchangeRate, lines: [main, ...credits] };
}

/** The income account of the line's item, or its deferred revenue account where its revenue is deferred. */
function revenueAccount(context: RecordContext, line: LineData): number {
  return deferralAccount(context.account, line) ?? incomeAccount(context, line);
}

function incomeAccount({ account }: RecordContext, line: LineData): number {
  const item = keyIn(line.fields.item);
  const row =
    item === null
      ? null
      : account.store.get<{ incomeaccount: number | null; account: number | null; itemid: string }>(
          'SELECT incomeaccount, account, itemid FROM item WHERE id = ?',
          [item],
        );
  if (row === null) throw invalidKey('item', line.fields.item ?? null);
  const found = row.incomeaccount ?? row.account;
  if (found === null) throw userError(`The item ${row.itemid} has no income account.`);
  return found;
}

function discountAccount({ account }: RecordContext, item: number): number {
  const row = account.store.get<{ account: number | null }>('SELECT account FROM item WHERE id = ?', [item]);
  if (!row?.account) throw invalidKey('discountitem', String(item));
  return row.account;
}
