import type Big from 'big.js';
import { preference } from '../company/settings';
import type { Store } from '../store/store';
import { money, sum } from './money';

interface WithStore {
  readonly store: Store;
}

/** Intervals of the A/R Aging report, in days since the day from which it counts; the last has no end. */
export const AGING_BUCKETS = ['current', '1-30', '31-60', '61-90', 'over90'] as const;
export type AgingBucket = (typeof AGING_BUCKETS)[number];

/** What one customer owes in one subsidiary, by age; decimal texts in the subsidiary's base currency. */
export interface AgingLine {
  readonly customer: number | null;
  readonly subsidiary: number;
  readonly account: number;
  readonly buckets: Readonly<Record<AgingBucket, string>>;
  readonly total: string;
}

export interface AgingOptions {
  /** The day from which ages are counted, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly subsidiary?: number;
}

interface Row extends Record<string, string | number | null> {
  customer: number | null;
  subsidiary: number;
  account: number;
  open: number;
  day: string;
}

/**
 * A/R aging: what is open today of invoices, less unapplied credits, payments and deposit applications, by customer,
 * projects included, and age. It adds up to the A/R accounts, what stands on them without being applied (journal entries) included.
 *
 * Ages are counted from the due date, or from the transaction's date where the accounting preference Aging Reports Use
 * (AGEFROM, bridgehead_N3258805) says so; a transaction without a due date is due on its own (assumed). Whether it
 * was open on an earlier day is not reckoned: it is today's balance by age.
 */
export function receivablesAging(account: WithStore, { asOf, subsidiary }: AgingOptions): AgingLine[] {
  const fromDue = !['TRANDATE', 'TRANSACTION DATE'].includes((preference(account, 'AGEFROM') ?? '').toUpperCase());
  const rows = account.store.all<Row>(
    `SELECT COALESCE(j.customer, tl.entity) AS customer, tl.subsidiary, tal.account,
       CASE WHEN tal.amountunpaid IS NOT NULL THEN tal.amountunpaid
         WHEN tal.paymentamountunused IS NOT NULL THEN -tal.paymentamountunused
         ELSE tal.amount END AS open,
       CASE WHEN ?1 = 1 THEN COALESCE(t.duedate, t.trandate) ELSE t.trandate END AS day
     FROM transactionaccountingline tal
     JOIN "transaction" t ON t.id = tal."transaction"
     JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
     JOIN account a ON a.id = tal.account
     LEFT JOIN job j ON j.id = tl.entity
     WHERE a.accttype = 'AcctRec' AND tal.posting = 'T' AND t.type <> 'FxReval' AND (?2 IS NULL OR tl.subsidiary = ?2)
     ORDER BY 1, tl.subsidiary, tal.account, t.id`,
    [fromDue ? 1 : 0, subsidiary ?? null],
  );
  const lines = new Map<string, { row: Row; amounts: Map<AgingBucket, Big> }>();
  for (const row of rows) {
    const key = `${row.customer}/${row.subsidiary}/${row.account}`;
    const line = lines.get(key) ?? { row, amounts: new Map<AgingBucket, Big>() };
    const bucket = bucketOf(daysBetween(row.day, asOf));
    line.amounts.set(bucket, money(row.open).plus(line.amounts.get(bucket) ?? 0));
    lines.set(key, line);
  }
  return [...lines.values()]
    .filter(({ amounts }) => [...amounts.values()].some((amount) => !amount.eq(0)))
    .map(({ row, amounts }) => ({
      customer: row.customer,
      subsidiary: row.subsidiary,
      account: row.account,
      buckets: Object.fromEntries(
        AGING_BUCKETS.map((bucket) => [bucket, money(amounts.get(bucket)).toFixed(2)]),
      ) as Record<AgingBucket, string>,
      total: sum(amounts.values()).toFixed(2),
    }));
}

function bucketOf(days: number): AgingBucket {
  if (days <= 0) return 'current';
  if (days <= 30) return '1-30';
  if (days <= 60) return '31-60';
  return days <= 90 ? '61-90' : 'over90';
}

/** Days without time are reckoned in UTC, where every day has 24 hours. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
