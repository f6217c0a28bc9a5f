import Big from 'big.js';
import type { Store } from '../store/store';
import { money } from './money';

interface WithStore {
  readonly store: Store;
}

/** One account's balance, in the base currency of the subsidiary, as decimal texts. */
export interface TrialBalanceLine {
  readonly account: { readonly id: number; readonly number: string; readonly name: string; readonly type: string };
  readonly subsidiary: number;
  readonly debit: string;
  readonly credit: string;
  /** Debit less credit. */
  readonly amount: string;
}

export interface TrialBalanceFilter {
  /** Internal id; all subsidiaries, each in its own currency, where absent. */
  readonly subsidiary?: number;
  /** Internal id of the only period that counts. */
  readonly period?: number;
  /** Only what posted in periods that end by then, `YYYY-MM-DD`. */
  readonly through?: string;
}

/** Sums of the general ledger by account and subsidiary, in the order of account numbers. They come to zero. */
export function trialBalance(account: WithStore, filter: TrialBalanceFilter = {}): TrialBalanceLine[] {
  const rows = account.store.all<{
    id: number;
    acctnumber: string | null;
    fullname: string;
    accttype: string;
    subsidiary: number;
    debit: number | null;
    credit: number | null;
  }>(
    `SELECT a.id, a.acctnumber, a.fullname, a.accttype, tl.subsidiary, tal.debit, tal.credit
     FROM transactionaccountingline tal
     JOIN "transaction" t ON t.id = tal."transaction"
     JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
     JOIN account a ON a.id = tal.account
     LEFT JOIN accountingperiod p ON p.id = t.postingperiod
     WHERE tal.posting = 'T' AND (?1 IS NULL OR tl.subsidiary = ?1) AND (?2 IS NULL OR t.postingperiod = ?2)
       AND (?3 IS NULL OR p.enddate <= ?3)
     ORDER BY a.acctnumber, a.id, tl.subsidiary`,
    [filter.subsidiary ?? null, filter.period ?? null, filter.through ?? null],
  );
  const lines = new Map<string, { row: (typeof rows)[number]; debit: Big; credit: Big }>();
  for (const row of rows) {
    const key = `${row.id}/${row.subsidiary}`;
    const line = lines.get(key) ?? { row, debit: new Big(0), credit: new Big(0) };
    line.debit = line.debit.plus(money(row.debit));
    line.credit = line.credit.plus(money(row.credit));
    lines.set(key, line);
  }
  return [...lines.values()].map(({ row, debit, credit }) => ({
    account: { id: row.id, number: row.acctnumber ?? '', name: row.fullname, type: row.accttype },
    subsidiary: row.subsidiary,
    debit: debit.toFixed(2),
    credit: credit.toFixed(2),
    amount: debit.minus(credit).toFixed(2),
  }));
}
