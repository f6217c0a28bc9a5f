import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { Row, SqlValue } from '../store/store';
import { unsupportedSearch } from './errors';
import { rowReader } from './results';
import { type MetaDataProvider, prepare } from './statement';

/** What a parameter of a query may be (section_157960542026). */
export type QueryParameter = string | number | boolean;

export interface QueryColumn {
  /** Lower case, whatever the statement says (section_156257796125). */
  readonly name: string;
  /** N/query's ReturnType. */
  readonly type: 'STRING' | 'INTEGER' | 'FLOAT' | 'DATE' | 'ANY';
}

export interface QueryResult {
  readonly columns: readonly QueryColumn[];
  readonly rows: readonly SqlValue[][];
  readonly hasMore: boolean;
  readonly totalResults: number;
}

export interface QueryRange {
  /** Rows at most; all when absent. */
  readonly limit?: number;
  readonly offset?: number;
  /** Counting all rows costs a second query; without it `totalResults` is what was read so far. */
  readonly count?: boolean;
  /** What is done where the caller's role lacks a permission; SUITE_QL, which fails, where absent. */
  readonly metaDataProvider?: MetaDataProvider;
}

/**
 * Runs a SuiteQL statement over the account's data and gives the rows of a range. Parameters are bound, never written
 * into the statement. Throws NetSuite's errors for what SuiteQL does not take.
 */
export function runSuiteQL(
  account: Account,
  caller: Caller | null,
  sql: string,
  params: readonly unknown[] = [],
  range: QueryRange = {},
): QueryResult {
  const statement = prepare(account, caller, sql, range.metaDataProvider);
  const bound = params.map(boundValue);
  if (bound.length !== statement.parameterCount) throw unsupportedSearch();
  const { limit, offset = 0, count = true } = range;
  const paged = limit !== undefined || offset > 0;
  const rows = read(account, paged ? page(statement.sql, limit, offset) : statement.sql, bound);
  const more = limit !== undefined && rows.length > limit;
  const kept = more ? rows.slice(0, limit) : rows;
  let totalResults = offset + rows.length;
  if (paged && count && (more || rows.length === 0)) totalResults = countRows(account, statement.sql, bound);
  const readRow = rowReader(account, statement.columns);
  return {
    columns: statement.columns.map(({ name, value }) => ({ name, type: RETURN_TYPES[value.type] })),
    rows: kept.map(readRow),
    hasMore: more,
    totalResults,
  };
}

const RETURN_TYPES = {
  number: 'FLOAT',
  text: 'STRING',
  date: 'DATE',
  timestamp: 'DATE',
  unknown: 'ANY',
} as const;

/** One row more than asked for shows whether there are more. */
function page(sql: string, limit: number | undefined, offset: number): string {
  const rows = limit === undefined ? -1 : Math.trunc(limit) + 1;
  return `SELECT * FROM (${sql}) LIMIT ${rows} OFFSET ${Math.trunc(offset)}`;
}

function countRows(account: Account, sql: string, bound: readonly SqlValue[]): number {
  return Number(read(account, `SELECT count(*) AS rows FROM (${sql})`, bound)[0]?.rows ?? 0);
}

function boundValue(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') return value === '' ? null : value;
  throw new NetSuiteError(
    'SSS_INVALID_TYPE_ARG',
    'You have entered an invalid type argument: params. Only string, number and boolean are allowed.',
  );
}

/** What a function of the query threw comes back as SQLite's error with code and message in its text. */
function read(account: Account, sql: string, bound: readonly SqlValue[]): Row[] {
  try {
    return account.store.all(sql, bound);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, code, message] = /^([A-Z][A-Z0-9_]+): ([\s\S]*)$/.exec(text) ?? [];
    if (code && message) throw new NetSuiteError(code, message);
    throw unsupportedSearch();
  }
}
