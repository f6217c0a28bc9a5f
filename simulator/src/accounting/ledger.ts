import type Big from 'big.js';
import { NetSuiteError } from '../kernel/errors';
import type { Store } from '../store/store';
import { sum } from './money';

interface WithStore {
  readonly store: Store;
}

/** The primary accounting book, the only one that is kept. */
export const PRIMARY_BOOK = 1;

/** What one line of a transaction does to the general ledger, in the subsidiary's base currency. */
export interface LedgerEntry {
  /** `transactionline.id`. */
  readonly line: number;
  readonly account: number;
  /** Debit less credit. */
  readonly amount: Big;
  /** What is still open of it, for lines on receivables. */
  readonly unpaid: Big | null;
}

/** Refuses entries whose debits and credits differ: TRANS_UNBALNCD with the difference (section_N3539978). */
export function checkBalance(entries: readonly LedgerEntry[]): void {
  const difference = sum(entries.map((entry) => entry.amount));
  if (difference.eq(0)) return;
  throw new NetSuiteError('TRANS_UNBALNCD', `Transaction was not in balance. Total = ${difference.toString()}`);
}

/**
 * Replaces what a transaction posted. The entries have to balance.
 *
 * @param posting false for transactions that do not post, whose lines name accounts without changing their balances
 */
export function writeLedger(
  account: WithStore,
  transaction: number,
  entries: readonly LedgerEntry[],
  exchangeRate: Big,
  now: string,
  posting = true,
): void {
  account.store.run('DELETE FROM transactionaccountingline WHERE "transaction" = ?', [transaction]);
  addEntries(account, transaction, entries, exchangeRate, now, posting);
}

/** Adds to what a transaction posted. The entries have to balance. */
export function addEntries(
  account: WithStore,
  transaction: number,
  entries: readonly LedgerEntry[],
  exchangeRate: Big,
  now: string,
  posting = true,
): void {
  checkBalance(entries);
  const { store } = account;
  for (const entry of entries) {
    const amount = entry.amount.toNumber();
    const type = store.get<{ accttype: string }>('SELECT accttype FROM account WHERE id = ?', [entry.account]);
    store.run(
      `INSERT INTO transactionaccountingline ("transaction", transactionline, accountingbook, account, amount, debit,
         credit, netamount, posting, exchangerate, amountpaid, amountunpaid, accounttype, lastmodifieddate)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        transaction,
        entry.line,
        PRIMARY_BOOK,
        entry.account,
        amount,
        entry.amount.gt(0) ? amount : null,
        entry.amount.lt(0) ? -amount : null,
        amount,
        posting ? 'T' : 'F',
        exchangeRate.toNumber(),
        entry.unpaid === null ? null : entry.amount.minus(entry.unpaid).toNumber(),
        entry.unpaid === null ? null : entry.unpaid.toNumber(),
        type?.accttype ?? null,
        now,
      ],
    );
  }
}
