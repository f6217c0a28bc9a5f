import type Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded, sum } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import type { Account } from '../../kernel/account';
import type { SqlValue, Store } from '../../store/store';

/** One end of an application: a settled line with what it comes to. Amounts are positive. */
export interface End {
  readonly doc: number;
  readonly line: number;
  readonly type: string;
  /** True where the line is a debit: an invoice or a refund. */
  readonly isDebit: boolean;
  readonly foreign: Big;
  readonly base: Big;
  readonly rate: Big;
  /** Decimals of the subsidiary's base currency. */
  readonly decimals: number;
  readonly account: number;
  readonly entity: number | null;
  readonly currency: number;
  readonly subsidiary: number;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly period: number;
}

interface Row extends Record<string, SqlValue> {
  type: string;
  foreignamount: number;
  amount: number;
  exchangerate: number;
  account: number;
  entity: number | null;
  currency: number;
  subsidiary: number;
  trandate: string;
  postingperiod: number;
}

/** Reads an end; a line that the application refers to is always there. */
export function endOf({ store }: Pick<Account, 'store'>, doc: number, line: number): End {
  const row = store.get<Row>(
    `SELECT t.type, tl.foreignamount, tal.amount, t.exchangerate, tal.account, t.entity, t.currency, tl.subsidiary,
       t.trandate, t.postingperiod
     FROM "transaction" t
     JOIN transactionline tl ON tl."transaction" = t.id AND tl.id = ?2
     JOIN transactionaccountingline tal ON tal."transaction" = t.id AND tal.transactionline = tl.id
     WHERE t.id = ?1`,
    [doc, line],
  );
  if (row === null) throw new Error(`No line ${line} of transaction ${doc}`);
  return {
    doc,
    line,
    type: row.type,
    isDebit: row.foreignamount > 0 || (row.foreignamount === 0 && (row.type === 'CustInvc' || row.type === 'CustRfnd')),
    foreign: money(row.foreignamount).abs(),
    base: money(row.amount).abs(),
    rate: money(row.exchangerate),
    decimals: decimalsOf({ store }, baseCurrency({ store }, row.subsidiary)),
    account: row.account,
    entity: row.entity,
    currency: row.currency,
    subsidiary: row.subsidiary,
    date: row.trandate,
    period: row.postingperiod,
  };
}

/** Kinds of link that settle what they connect. */
export const SETTLING = "('Payment', 'DepAppl')";

/**
 * What links have taken of a line, in both currencies. Links whose base amount is not worked out yet do not count.
 *
 * @param except a transaction whose own links do not count
 */
export function takenOf(
  { store }: { readonly store: Store },
  doc: number,
  line: number,
  except: number | null = null,
): { readonly foreign: Big; readonly base: Big } {
  const rows = store.all<{ amount: number; base: number }>(
    `SELECT foreignamount AS amount, previousbase AS base FROM transactionlink
     WHERE previousdoc = ?1 AND previousline = ?2 AND linktype IN ${SETTLING} AND previousbase IS NOT NULL AND nextdoc <> ?3
     UNION ALL
     SELECT foreignamount, nextbase FROM transactionlink
     WHERE nextdoc = ?1 AND nextline = ?2 AND linktype IN ${SETTLING} AND nextbase IS NOT NULL`,
    [doc, line, except ?? -1],
  );
  return { foreign: sum(rows.map((row) => money(row.amount))), base: sum(rows.map((row) => money(row.base))) };
}

/**
 * What an amount comes to in base currency at one end: at the exchange rate of that end, or where it takes the rest of
 * the line all that is left of it. So a transaction that is open in neither currency is closed in both
 * (section_N1425327).
 *
 * @returns null where more would be taken than there is
 */
export function shareOf(
  account: { readonly store: Store },
  end: End,
  amount: Big,
  except: number | null = null,
): Big | null {
  const taken = takenOf(account, end.doc, end.line, except);
  const left = end.foreign.minus(taken.foreign);
  if (amount.gt(left)) return null;
  return amount.eq(left) ? end.base.minus(taken.base) : rounded(amount.times(end.rate), end.decimals);
}

/** What later transactions took of a line, such as a refund of a credit memo, in the transaction's currency. */
export function takenByOthers({ store }: { readonly store: Store }, doc: number, line: number): Big {
  const rows = store.all<{ amount: number }>(
    `SELECT foreignamount AS amount FROM transactionlink
     WHERE previousdoc = ? AND previousline = ? AND linktype IN ${SETTLING}`,
    [doc, line],
  );
  return sum(rows.map((row) => money(row.amount)));
}
