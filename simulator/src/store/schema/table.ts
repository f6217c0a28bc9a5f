import type { Store } from '../store';

/**
 * What a column holds. `key` is an internal id; `boolean` is `'T'` or `'F'`; `date` is `YYYY-MM-DD`; `datetime` is ISO in
 * UTC; `keys` are internal ids in one text, `1, 2`, as SuiteQL shows multiple selects.
 */
export type ColumnType =
  | 'id'
  | 'key'
  | 'keys'
  | 'text'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'amount'
  | 'number'
  | 'integer';

/** A table of the account. Names of tables and columns are SuiteQL's where SuiteQL has them. */
export interface TableSchema {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns that the account needs and SuiteQL does not have. */
  readonly hidden?: Readonly<Record<string, ColumnType>>;
  /** True when SuiteQL does not have the table at all. */
  readonly internal?: boolean;
  readonly primaryKey?: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

/** A view under SuiteQL's name over the tables. */
export interface ViewSchema {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly select: string;
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'INTEGER PRIMARY KEY AUTOINCREMENT',
  key: 'INTEGER',
  keys: 'TEXT',
  text: 'TEXT',
  boolean: 'TEXT',
  date: 'TEXT',
  datetime: 'TEXT',
  amount: 'REAL',
  number: 'REAL',
  integer: 'INTEGER',
};

/** The SQL type in which a column of that kind is stored. */
export function sqlType(type: ColumnType): string {
  return SQL_TYPES[type];
}

/** A name as SQL takes it: `transaction` is a word of SQL and has to be quoted. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Makes the tables that do not exist yet. */
export function createTables(store: Store, tables: readonly TableSchema[]): void {
  for (const table of tables) {
    const columns = Object.entries({ ...table.columns, ...table.hidden }).map(
      ([name, type]) => `${quoted(name)} ${sqlType(type)}`,
    );
    if (table.primaryKey) columns.push(`PRIMARY KEY (${table.primaryKey.map(quoted).join(', ')})`);
    store.script(`CREATE TABLE IF NOT EXISTS ${quoted(table.name)} (${columns.join(', ')})`);
    for (const index of table.indexes ?? []) {
      const name = quoted(`${table.name}_${index.join('_')}`);
      store.script(`CREATE INDEX IF NOT EXISTS ${name} ON ${quoted(table.name)} (${index.map(quoted).join(', ')})`);
    }
  }
}

export function createViews(store: Store, views: readonly ViewSchema[]): void {
  for (const view of views) store.script(`CREATE VIEW IF NOT EXISTS ${quoted(view.name)} AS ${view.select}`);
}
