import type { Store } from '../store';
import { accessTables } from './access';
import { accountingTables } from './accounting';
import { companyTables } from './company';
import { customizationTables } from './customization';
import { entityTables, entityViews } from './entities';
import { fileTables } from './files';
import { inventoryTables, inventoryViews } from './inventory';
import { itemTables } from './items';
import { projectTables } from './projects';
import { relationshipTables } from './relationships';
import { revenueTables } from './revenue';
import { runtimeTables } from './runtime';
import { scriptTables } from './scripts';
import { type ColumnType, createTables, createViews, type TableSchema, type ViewSchema } from './table';
import { transactionTables, transactionViews } from './transactions';

/** The standard tables. Custom record types and lists add theirs when they are installed. */
export const tables: readonly TableSchema[] = [
  ...companyTables,
  ...accountingTables,
  ...entityTables,
  ...relationshipTables,
  ...itemTables,
  ...inventoryTables,
  ...transactionTables,
  ...customizationTables,
  ...scriptTables,
  ...fileTables,
  ...projectTables,
  ...revenueTables,
  ...runtimeTables,
  ...accessTables,
];

export const views: readonly ViewSchema[] = [...entityViews, ...transactionViews, ...inventoryViews];

/** Columns that SuiteQL does not have, by table. */
export const hiddenColumns: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  tables.filter((table) => table.hidden).map((table) => [table.name, new Set(Object.keys(table.hidden ?? {}))]),
);

/** Tables that SuiteQL does not have. */
export const hiddenTables: ReadonlySet<string> = new Set(
  tables.filter((table) => table.internal).map((table) => table.name),
);

/** What the columns of standard tables and views hold, by table: SuiteQL shows dates by the company's format, for one. */
export const columnTypes: ReadonlyMap<string, Readonly<Record<string, ColumnType>>> = new Map([
  ...tables.map((table) => [table.name, { ...table.columns, ...table.hidden }] as const),
  ...views.map((view) => [view.name, view.columns] as const),
]);

/** Makes what a new account's database lacks; an existing one is left as it is. */
export function createSchema(store: Store): void {
  store.transaction(() => {
    createTables(store, tables);
    createViews(store, views);
  });
}
