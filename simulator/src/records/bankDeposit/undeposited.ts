import type Big from 'big.js';
import { money, rounded } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { undepositedFunds } from '../transaction/funds';

/** Money that waits in Undeposited Funds, by the line of the transaction that put it there. Amounts are debit less credit. */
export interface UndepositedMoney {
  readonly transaction: number;
  readonly line: number;
  readonly type: string;
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly entity: number | null;
  readonly currency: number;
  readonly subsidiary: number;
  readonly exchangeRate: Big;
  readonly foreign: Big;
  readonly base: Big;
  readonly memo: string | null;
  /** The deposit that it is part of already. */
  readonly deposit: number | null;
}

interface MoneyRow extends Record<string, string | number | null> {
  transaction: number;
  line: number;
  type: string;
  number: string | null;
  date: string;
  entity: number | null;
  currency: number;
  subsidiary: number;
  exchangerate: number | null;
  foreignamount: number;
  amount: number;
  memo: string | null;
  deposit: number | null;
}

/**
 * What was posted to Undeposited Funds and not deposited yet, or is in the given deposit: payments, cash sales, customer
 * deposits, refunds and journal lines (section_N1542431, section_163165275262), oldest first.
 */
export function undepositedMoney(account: Account, deposit: number | null): UndepositedMoney[] {
  return account.store
    .all<MoneyRow>(
      `SELECT t.id AS "transaction", tal.transactionline AS line, t.type, COALESCE(t.tranid, t.transactionnumber) AS number,
         t.trandate AS date, tl.entity, t.currency, tl.subsidiary, t.exchangerate, tl.foreignamount, tal.amount, tl.memo,
         (SELECT l.nextdoc FROM transactionlink l WHERE l.previousdoc = t.id AND l.previousline = tl.id
            AND l.linktype = 'Deposit') AS deposit
       FROM transactionaccountingline tal
       JOIN "transaction" t ON t.id = tal."transaction"
       JOIN transactionline tl ON tl."transaction" = t.id AND tl.id = tal.transactionline
       WHERE tal.account = ? AND tal.posting = 'T' AND tal.amount <> 0 AND t.voided = 'F' AND t.type <> 'Deposit'
       ORDER BY t.trandate, t.id, tl.id`,
      [undepositedFunds({ account })],
    )
    .filter((row) => row.deposit === null || row.deposit === deposit)
    .map((row) => ({
      transaction: row.transaction,
      line: row.line,
      type: row.type,
      number: row.number ?? '',
      date: row.date,
      entity: row.entity,
      currency: row.currency,
      subsidiary: row.subsidiary,
      exchangeRate: money(row.exchangerate ?? 1),
      foreign: money(row.foreignamount),
      base: money(row.amount),
      memo: row.memo,
      deposit: row.deposit,
    }));
}

/**
 * What the money comes to in the bank's currency (section_N1542431): as it is in that currency; at the rate of its own
 * transaction where the bank keeps the subsidiary's currency; otherwise unknown, to be entered.
 */
export function amountInBank(
  item: UndepositedMoney,
  bankCurrency: number,
  baseCurrency: number,
  decimals: number,
): Big | null {
  if (item.currency === bankCurrency) return item.foreign;
  return bankCurrency === baseCurrency ? rounded(item.base, decimals) : null;
}
