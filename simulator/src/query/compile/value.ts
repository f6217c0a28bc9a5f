import type { SqlValue } from '../../store/store';

/**
 * What kind of value an expression has, known before it runs.
 * - `date`: Oracle's DATE in the account's time zone, as `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM:SS` when not midnight,
 *   so that text order is time order
 * - `timestamp`: a stored moment, ISO text in UTC; becomes a `date` wherever it is worked with
 * - `unknown`: a parameter or NULL
 */
export type ValueType = 'number' | 'text' | 'date' | 'timestamp' | 'unknown';

/** How the name of the record that a column points to is found, for BUILTIN.DF and for search texts. */
export type DisplayOf = (sql: string) => string;

/** A compiled expression: SQLite's SQL with what is known about it. */
export interface Value {
  readonly sql: string;
  readonly type: ValueType;
  /** Known when compiling; then `sql` is its literal. */
  readonly literal?: SqlValue;
  /** True when no column is read, so that it is the same for every row. */
  readonly constant: boolean;
  /** Set for a bare column. */
  readonly column?: {
    /** Lower case. */
    readonly name: string;
    /** SQLite converts what such a column is compared with to the column's type. */
    readonly affinity: boolean;
    readonly primaryKey: boolean;
    readonly display: DisplayOf | null;
    /** Alias under which the column's table stands in the SQL; null for a column of a derived table. */
    readonly source: string | null;
    /** Name of the store's table. */
    readonly table: string | null;
  };
}

/** Quotes text as an SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Quotes a name: `transaction` and others are words of SQLite. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A literal; the empty text is null, as in Oracle. */
export function literal(value: SqlValue, type: ValueType): Value {
  const known = value === '' ? null : value;
  let sql = 'NULL';
  if (typeof known === 'number') sql = numberSql(known);
  else if (known !== null) sql = quoteText(known);
  return { sql, type: known === null ? 'unknown' : type, literal: known, constant: true };
}

function numberSql(value: number): string {
  return Number.isInteger(value) ? String(value) : `${value}`.includes('e') ? `${value}` : `${value}`;
}

/** A computed value over others: constant when all of them are. */
export function computed(sql: string, type: ValueType, of: readonly Value[]): Value {
  return { sql, type, constant: of.every((value) => value.constant) };
}

export function isDate(value: Value): boolean {
  return value.type === 'date' || value.type === 'timestamp';
}
