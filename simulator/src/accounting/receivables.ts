import Big from 'big.js';
import type { Store } from '../store/store';
import { money } from './money';

interface WithStore {
  readonly store: Store;
}

/** Condition that an entity is the customer `?1` or one of its projects. */
const OF_CUSTOMER = (entity: string): string =>
  `${entity} IN (SELECT ?1 UNION ALL SELECT id FROM job WHERE customer = ?1)`;

/**
 * What a customer owes in a currency (all currencies where null): what is open of posted invoices, less credits and
 * payments that are not applied (section_N1313840: a customer who is owed has a negative balance). Deposits are no part
 * of it (section_N1296669). What is owed for its projects is the customer's.
 *
 * @param overdueOn only invoices that were due before that day, `YYYY-MM-DD`; null for everything
 */
export function customerBalance(
  account: WithStore,
  customer: number,
  currency: number | null,
  overdueOn: string | null,
): number {
  const owed = account.store.get<{ open: number | null }>(
    `SELECT ROUND(SUM(foreignamountunpaid), 8) AS open FROM "transaction"
     WHERE ${OF_CUSTOMER('entity')} AND type = 'CustInvc' AND posting = 'T' AND voided = 'F'
       AND (?2 IS NULL OR currency = ?2) AND (?3 IS NULL OR duedate < ?3)`,
    [customer, currency, overdueOn],
  );
  if (overdueOn !== null) return Number(money(owed?.open).toFixed(2));
  const held = account.store.get<{ open: number | null }>(
    `SELECT ROUND(SUM(tl.foreignpaymentamountunused), 8) AS open FROM "transaction" t
     JOIN transactionline tl ON tl."transaction" = t.id
     WHERE ${OF_CUSTOMER('t.entity')} AND t.type IN ('CustCred', 'CustPymt', 'DepAppl') AND t.posting = 'T' AND t.voided = 'F'
       AND (?2 IS NULL OR t.currency = ?2)`,
    [customer, currency],
  );
  return Number(money(owed?.open).minus(money(held?.open)).toFixed(2));
}

/** A/R of one customer in one subsidiary, in the subsidiary's base currency. */
export interface ReceivableLine {
  readonly customer: number | null;
  readonly subsidiary: number;
  readonly account: number;
  readonly amount: string;
}

/** A/R by customer, projects included, subsidiary and account from the general ledger; accounts that come to zero are left out. */
export function receivables(account: WithStore): ReceivableLine[] {
  const rows = account.store.all<{ customer: number | null; subsidiary: number; account: number; amount: number }>(
    `SELECT COALESCE(j.customer, tl.entity) AS customer, tl.subsidiary, tal.account, tal.amount
     FROM transactionaccountingline tal
     JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
     JOIN account a ON a.id = tal.account
     LEFT JOIN job j ON j.id = tl.entity
     WHERE a.accttype = 'AcctRec' AND tal.posting = 'T'
     ORDER BY 1, tl.subsidiary, tal.account`,
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
