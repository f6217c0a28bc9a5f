import Big from 'big.js';
import { isFeatureInEffect } from '../company/settings';
import type { Store } from '../store/store';

interface WithStore {
  readonly store: Store;
}

/** A tax code. With SuiteTax its tax type says where the tax posts (section_4283869397). */
export interface TaxCode {
  readonly id: number;
  /** Per cent. */
  readonly rate: Big;
  readonly account: number;
  /** Internal id of its tax type; null with legacy tax. */
  readonly type: number | null;
}

/** True for an account with SuiteTax, where tax engines compute what legacy tax codes do elsewhere. */
export function hasSuiteTax(account: WithStore): boolean {
  return isFeatureInEffect(account, 'TAX_OVERHAULING');
}

export function taxCode(account: WithStore, id: number): TaxCode | null {
  const row = account.store.get<{ rate: number | null; account: number; type: number | null }>(
    `SELECT code.rate, code.taxtype AS type, COALESCE(type.payablesaccount, code.taxaccount) AS account
     FROM salestaxitem code LEFT JOIN taxtype type ON type.id = code.taxtype WHERE code.id = ?`,
    [id],
  );
  return row === null ? null : { id, rate: new Big(row.rate ?? 0), account: row.account, type: row.type };
}

/** What a tax schedule means in a country: whether its items are taxed, and with which code where it names one. */
export function scheduleIn(
  account: WithStore,
  schedule: number | null,
  country: string,
): { readonly isTaxable: boolean; readonly code: number | null } {
  const row =
    schedule === null
      ? null
      : account.store.get<{ istaxable: string; salestaxcode: number | null }>(
          'SELECT istaxable, salestaxcode FROM taxschedulenexus WHERE taxschedule = ? AND country = ?',
          [schedule, country],
        );
  return { isTaxable: row?.istaxable === 'T', code: row?.salestaxcode ?? null };
}

/**
 * In the United States a transaction has one tax item for all of its taxable lines; elsewhere each line has its tax code
 *.
 */
export function hasTaxCodeOnLines(country: string): boolean {
  return country !== 'US';
}

/** True where tax is set up for a country: then lines there cannot do without a tax code. */
export function collectsTaxIn(account: WithStore, country: string): boolean {
  return (
    account.store.get("SELECT 1 AS found FROM salestaxitem WHERE country = ? AND isinactive = 'F' LIMIT 1", [
      country,
    ]) !== null
  );
}
