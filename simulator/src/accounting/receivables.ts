import Big from 'big.js';
import type { Store } from '../store/store';
import { money } from './money';

interface WithStore {
  readonly store: Store;
}

/**
 * What a customer owes in a currency (all currencies where null): open amounts of posted invoices.
 *
 * @param overdueOn only what was due before that day, `YYYY-MM-DD`; null for everything
 */
export function customerBalance(
  account: WithStore,
  customer: number,
  currency: number | null,
  overdueOn: string | null,
): number {
  const row = account.store.get<{ open: number | null }>(
    `SELECT ROUND(SUM(foreignamountunpaid), 8) AS open FROM "transaction"
     WHERE entity = ?1 AND type = 'CustInvc' AND posting = 'T' AND voided = 'F'
       AND (?2 IS NULL OR currency = ?2) AND (?3 IS NULL OR duedate < ?3)`,
    [customer, currency, overdueOn],
  );
  return Number(money(row?.open).toFixed(2));
}

/** A/R of one customer in one subsidiary, in the subsidiary's base currency. */
export interface ReceivableLine {
  readonly customer: number | null;
  readonly subsidiary: number;
  readonly account: number;
  readonly amount: string;
}

/** A/R by customer, subsidiary and account from the general ledger; accounts that come to zero are left out. */
export function receivables(account: WithStore): ReceivableLine[] {
  const rows = account.store.all<{ customer: number | null; subsidiary: number; account: number; amount: number }>(
    `SELECT tl.entity AS customer, tl.subsidiary, tal.account, tal.amount
     FROM transactionaccountingline tal
     JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
     JOIN account a ON a.id = tal.account
     WHERE a.accttype = 'AcctRec' AND tal.posting = 'T'
     ORDER BY tl.entity, tl.subsidiary, tal.account`,
  );
  const totals = new Map<string, { line: Omit<ReceivableLine, 'amount'>; total: Big }>();
  for (const { amount, ...line } of rows) {
    const key = `${line.customer}/${line.subsidiary}/${line.account}`;
    const entry = totals.get(key) ?? { line, total: new Big(0) };
    totals.set(key, { line, total: entry.total.plus(money(amount)) });
  }
  return [...totals.values()]
    .filter(({ total }) => !total.eq(0))
    .map(({ line, total }) => ({ ...line, amount: total.toFixed(2) }));
}
