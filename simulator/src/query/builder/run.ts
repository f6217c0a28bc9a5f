import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import type { SqlValue } from '../../store/store';
import { zone } from '../functions/native/zone';
import { readLocale } from '../locale';
import { type QueryRange, runSuiteQL } from '../run';
import type { MetaDataProvider } from '../statement';
import { exposedTables } from '../tables/exposed';
import type { QueryDefinition } from './definition';
import { Periods } from './periods';
import { type TranslatedQuery, translate } from './translate';

/** What a query of the builder gives; checkboxes are true or false, where SuiteQL has `T` and `F` (assumed). */
export interface BuiltResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly (SqlValue | boolean)[])[];
  readonly totalResults: number;
}

/** The SuiteQL of a query as the caller may read it, at this moment: relative dates in it count from now. */
export function suiteQLOf(
  account: Account,
  caller: Caller,
  definition: QueryDefinition,
  provider: MetaDataProvider = 'SUITE_QL',
): TranslatedQuery {
  const tables = exposedTables(account, caller, provider === 'STATIC' ? 'static' : 'suiteql');
  const locale = readLocale(account);
  const now = new Date(account.clock.now()).toISOString();
  const periods = new Periods(account, zone(locale.timeZone).toLocal(now).slice(0, 10));
  return translate(definition, tables, { locale, now, periods });
}

/** Runs a query of the builder. */
export function runQuery(
  account: Account,
  caller: Caller,
  definition: QueryDefinition,
  range: QueryRange = {},
): BuiltResult {
  const { query, params, types } = suiteQLOf(account, caller, definition, range.metaDataProvider);
  const { columns, rows, totalResults } = runSuiteQL(account, caller, query, params, range);
  return {
    columns: columns.map(({ name }, index) => ({ name, type: types[index] ?? 'ANY' })),
    rows: rows.map((row) => row.map((value, index) => (types[index] === 'BOOLEAN' ? truth(value) : value))),
    totalResults,
  };
}

function truth(value: SqlValue): SqlValue | boolean {
  return value === 'T' ? true : value === 'F' ? false : value;
}
