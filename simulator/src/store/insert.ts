import { quoted } from './schema/table';
import type { SqlValue, Store } from './store';

/** Texts of INSERT statements by table and columns: rows of a table mostly have the same columns in the same order. */
const statements = new Map<string, string>();

/** Inserts a row and gives its id. */
export function insertRow(store: Store, table: string, row: Readonly<Record<string, SqlValue>>): number {
  return insertValues(store, table, Object.keys(row), Object.values(row));
}

/** The same for names of columns and their values. */
export function insertValues(
  store: Store,
  table: string,
  names: readonly string[],
  values: readonly SqlValue[],
): number {
  const key = `${table}:${names.join(',')}`;
  let statement = statements.get(key);
  if (statement === undefined) {
    const places = names.map(() => '?').join(', ');
    statement = `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${places})`;
    statements.set(key, statement);
  }
  return store.run(statement, values).id;
}
