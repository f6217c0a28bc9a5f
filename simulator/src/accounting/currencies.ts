import Big from 'big.js';
import type { Store } from '../store/store';

interface WithStore {
  readonly store: Store;
}

/** Decimals of a currency's amounts. */
export function decimalsOf(account: WithStore, currency: number): number {
  const row = account.store.get<{ currencyprecision: number | null }>(
    'SELECT currencyprecision FROM currency WHERE id = ?',
    [currency],
  );
  return row?.currencyprecision ?? 2;
}

/**
 * Units of the base currency for one unit of the transaction currency on a day (`YYYY-MM-DD`): the latest rate that took
 * effect by then, else the earliest that there is (section_N1401566). Null where no rate was ever entered.
 */
export function exchangeRate(account: WithStore, base: number, transaction: number, day: string): Big | null {
  if (base === transaction) return new Big(1);
  const row =
    account.store.get<{ exchangerate: number }>(
      `SELECT exchangerate FROM currencyrate WHERE basecurrency = ? AND transactioncurrency = ? AND effectivedate <= ?
       ORDER BY effectivedate DESC, id DESC LIMIT 1`,
      [base, transaction, day],
    ) ??
    account.store.get<{ exchangerate: number }>(
      `SELECT exchangerate FROM currencyrate WHERE basecurrency = ? AND transactioncurrency = ?
       ORDER BY effectivedate, id LIMIT 1`,
      [base, transaction],
    );
  return row === null ? null : new Big(row.exchangerate);
}
