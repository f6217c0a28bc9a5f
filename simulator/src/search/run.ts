import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { accessKey } from '../permissions/accessKey';
import { requireSearchPermission } from '../permissions/searches';
import type { ExposedTables } from '../query/compile/environment';
import { defineFunctions } from '../query/functions/native/define';
import { readLocale } from '../query/locale';
import { schemaKey } from '../query/statement';
import { exposedTables } from '../query/tables/exposed';
import type { Row, SqlValue } from '../store/store';
import { cellsOf } from './cells';
import { compileSearch } from './compile/statement';
import type { SearchDefinition, SearchRow } from './definition';

export interface SearchRange {
  /** Index of the first row, from 0. */
  readonly start: number;
  /** Index after the last row; null for all. */
  readonly end: number | null;
}

/**
 * Runs a search and gives the rows of a range. Rows come in the order of the sorted columns and then of the records,
 * the same each time. Throws NetSuite's errors for columns, filters, joins and operators that are not valid.
 */
export function runSearch(
  account: Account,
  caller: Caller,
  definition: SearchDefinition,
  range: SearchRange,
): SearchRow[] {
  const statement = prepareSearch(account, caller, definition);
  const limit = range.end === null ? -1 : Math.max(0, range.end - range.start);
  const rows = read(
    account,
    `${statement.sql} LIMIT ${limit} OFFSET ${Math.max(0, range.start)}`,
    statement.parameters,
  );
  const show = cellsOf(account);
  return rows.map((row) => ({
    recordType: statement.isSummary ? null : String(row.type ?? ''),
    id: statement.isSummary ? null : String(row.id ?? ''),
    cells: statement.columns.map((field, index) =>
      show(field, row[`v${index}`] ?? null, row[`x${index}`] ?? null, statement.isSummary),
    ),
  }));
}

/** How many rows a search has. */
export function countSearch(account: Account, caller: Caller, definition: SearchDefinition): number {
  const { sql, parameters } = prepareSearch(account, caller, definition);
  return Number(read(account, `SELECT count(*) AS rows FROM (${sql})`, parameters)[0]?.rows ?? 0);
}

function prepareSearch(account: Account, caller: Caller, definition: SearchDefinition) {
  requireSearchPermission(account, caller.user, definition.type);
  defineFunctions(account);
  readLocale(account);
  return compileSearch(account, definition, tablesOf(account, caller));
}

const known = new WeakMap<Account, { readonly key: string; readonly tables: ExposedTables }>();

function tablesOf(account: Account, caller: Caller): ExposedTables {
  const key = `${schemaKey(account)} ${accessKey(account, caller.user)}`;
  const cached = known.get(account);
  if (cached?.key === key) return cached.tables;
  const tables = exposedTables(account, caller, 'all');
  known.set(account, { key, tables });
  return tables;
}

function read(account: Account, sql: string, parameters: readonly SqlValue[]): Row[] {
  try {
    return account.store.all(sql, parameters);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, code, message] = /^([A-Z][A-Z0-9_]+): ([\s\S]*)$/.exec(text) ?? [];
    if (code && message) throw new NetSuiteError(code, message);
    throw error;
  }
}
