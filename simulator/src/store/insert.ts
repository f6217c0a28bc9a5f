import { quoted } from './schema/table';
import type { SqlValue, Store } from './store';

/** INSERT statements by table: rows of a table mostly have the same columns in the same order. */
const statements = new Map<string, { readonly names: readonly string[]; readonly sql: string }[]>();

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
  return store.run(statementFor(table, names), values).id;
}

function statementFor(table: string, names: readonly string[]): string {
  const known = statements.get(table) ?? [];
  // Comparing names one by one is faster than making one text of them to look it up.
  const same = known.find(
    (each) => each.names.length === names.length && each.names.every((name, at) => name === names[at]),
  );
  if (same) return same.sql;
  const places = names.map(() => '?').join(', ');
  const sql = `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${places})`;
  statements.set(table, [...known, { names: [...names], sql }].slice(-SHAPES));
  return sql;
}

/** Sets of columns that are remembered of a table. */
const SHAPES = 20;
