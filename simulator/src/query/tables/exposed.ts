import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import { tables as schemaTables, views as schemaViews } from '../../store/schema';
import type { ColumnType } from '../../store/schema/table';
import type { Store } from '../../store/store';
import type { ExposedTable, ExposedTables } from '../compile/environment';
import type { SourceColumn } from '../compile/scope';
import type { DisplayOf, ValueType } from '../compile/value';
import { type CustomColumn, customColumns, systemColumnType } from './custom';
import { standardDisplay } from './displays';
import { FEATURE_COLUMNS, FEATURE_TABLES } from './features';
import { SYSTEM_TABLES } from './system';

/** Which columns a query may use: those that SuiteQL shows, or all that the account keeps, for the account itself. */
export type Exposure = 'suiteql' | 'all';

const VALUE_TYPES: Readonly<Record<ColumnType, ValueType>> = {
  id: 'number',
  key: 'number',
  keys: 'text',
  text: 'text',
  boolean: 'text',
  date: 'date',
  datetime: 'timestamp',
  amount: 'number',
  number: 'number',
  integer: 'number',
};

/**
 * The tables and columns that a caller may query. Standard tables come from the account's schema, custom records, lists
 * and fields from what is installed; what needs a feature that is off is hidden. `caller` is here for the permissions of
 * its role; every role sees all of them.
 */
export function exposedTables(account: Account, _caller: Caller | null, exposure: Exposure): ExposedTables {
  const { store } = account;
  const physical = physicalTables(store);
  const exists = (table: string): boolean => physical.has(table);
  const custom = customColumns(store, exists);
  const off = featuresOff(store);
  const made = new Map<string, ExposedTable | 'hidden' | null>();
  return {
    find: (name) => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const table = expose(name, { store, exists, custom, off, exposure });
      made.set(name, table);
      return table;
    },
  };
}

interface Context {
  readonly store: Store;
  readonly exists: (table: string) => boolean;
  readonly custom: ReadonlyMap<string, CustomColumn>;
  readonly off: (feature: string) => boolean;
  readonly exposure: Exposure;
}

function expose(name: string, context: Context): ExposedTable | 'hidden' | null {
  if (!context.exists(name)) return null;
  const feature = FEATURE_TABLES[name];
  if (feature && context.off(feature)) return 'hidden';
  const schema = schemaTables.find((table) => table.name === name);
  if (schema) {
    if (schema.internal && context.exposure === 'suiteql') return null;
    return standardTable(name, schema.columns, schema.hidden ?? {}, context);
  }
  const view = schemaViews.find((entry) => entry.name === name);
  if (view) return standardTable(name, view.columns, {}, context);
  const system = SYSTEM_TABLES[name];
  if (system) return systemTable(name, system, context);
  if (name.startsWith('customrecord') || name.startsWith('customlist')) return customTable(name, context);
  return null;
}

function standardTable(
  name: string,
  visible: Readonly<Record<string, ColumnType>>,
  kept: Readonly<Record<string, ColumnType>>,
  context: Context,
): ExposedTable {
  const columns = new Map<string, SourceColumn>();
  const hidden = new Set<string>();
  const shown = context.exposure === 'all' ? { ...visible, ...kept } : visible;
  for (const [column, type] of Object.entries(shown)) {
    const feature = FEATURE_COLUMNS[column];
    if (feature && context.off(feature)) continue;
    const display = standardDisplay(name, column, type === 'keys', context.exists);
    columns.set(column, sourceColumn(column, VALUE_TYPES[type], display, type === 'id'));
  }
  for (const column of physicalColumns(context.store, name)) {
    if (columns.has(column)) continue;
    const field = context.custom.get(column);
    if (field) columns.set(column, sourceColumn(column, field.type, field.display, false));
    else if (column in kept) hidden.add(column);
  }
  return { table: name, columns, hidden };
}

function systemTable(name: string, shown: Readonly<Record<string, ValueType>>, context: Context): ExposedTable {
  const present = physicalColumns(context.store, name);
  const columns = new Map<string, SourceColumn>();
  for (const [column, type] of Object.entries(shown)) {
    if (!present.includes(column)) continue;
    const display = standardDisplay(name, column, false, context.exists);
    columns.set(column, sourceColumn(column, type, display, column === 'id'));
  }
  return { table: name, columns, hidden: new Set(present.filter((column) => !columns.has(column))) };
}

function customTable(name: string, context: Context): ExposedTable {
  const columns = new Map<string, SourceColumn>();
  const hidden = new Set<string>();
  for (const column of physicalColumns(context.store, name)) {
    const field = context.custom.get(column);
    if (field) columns.set(column, sourceColumn(column, field.type, field.display, false));
    else if (column === 'recordversion' && context.exposure === 'suiteql') hidden.add(column);
    else {
      const display = standardDisplay(name, column, false, context.exists);
      columns.set(column, sourceColumn(column, systemColumnType(column), display, column === 'id'));
    }
  }
  return { table: name, columns, hidden };
}

function sourceColumn(name: string, type: ValueType, display: DisplayOf | null, primaryKey: boolean): SourceColumn {
  return { name, type, primaryKey, ...(display ? { display } : {}) };
}

function physicalTables(store: Store): Set<string> {
  return new Set(
    store
      .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
      .map(({ name }) => name.toLowerCase()),
  );
}

function physicalColumns(store: Store, table: string): string[] {
  return store
    .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [table])
    .map(({ name }) => name.toLowerCase());
}

/** Features that are off. A company whose features are not set up yet has none off. */
function featuresOff(store: Store): (feature: string) => boolean {
  const enabled = new Set(
    store.all<{ id: string }>("SELECT id FROM companyfeature WHERE isenabled = 'T'").map(({ id }) => id.toUpperCase()),
  );
  const isSetUp = enabled.size > 0;
  return (feature) => isSetUp && !enabled.has(feature);
}
