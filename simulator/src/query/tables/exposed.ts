import type { Account } from '../../kernel/account';
import type { Caller, User } from '../../kernel/execution';
import { visibleRows } from '../../permissions/rows';
import { maySeeTable } from '../../permissions/tables';
import { tables as schemaTables, views as schemaViews } from '../../store/schema';
import type { ColumnType } from '../../store/schema/table';
import type { Store } from '../../store/store';
import type { ExposedTable, ExposedTables } from '../compile/environment';
import type { ColumnKind, SourceColumn } from '../compile/scope';
import type { ValueType } from '../compile/value';
import { customColumns, systemColumn } from './custom';
import { standardDisplay, standardTarget } from './displays';
import { FEATURE_COLUMNS, FEATURE_TABLES } from './features';

/**
 * What a query may use: what SuiteQL shows to the caller's role, or all columns and tables that the account keeps, for
 * searches. With `static`, tables that the role may not see are there and have no rows (section_157960542026).
 */
export type Exposure = 'suiteql' | 'static' | 'all';

const TYPES: Readonly<Record<ColumnType, { readonly type: ValueType; readonly kind: ColumnKind }>> = {
  id: { type: 'number', kind: 'id' },
  key: { type: 'number', kind: 'select' },
  keys: { type: 'text', kind: 'multiselect' },
  text: { type: 'text', kind: 'text' },
  boolean: { type: 'text', kind: 'checkbox' },
  date: { type: 'date', kind: 'date' },
  datetime: { type: 'timestamp', kind: 'datetime' },
  amount: { type: 'number', kind: 'currency' },
  number: { type: 'number', kind: 'number' },
  integer: { type: 'number', kind: 'integer' },
};

/**
 * The tables and columns that a caller may query. Standard tables come from the account's schema, custom records, lists
 * and fields from what is installed; what needs a feature that is off, or a permission that the caller's role lacks, is
 * hidden. Without a caller the account asks for itself and sees all.
 */
export function exposedTables(account: Account, caller: Caller | null, exposure: Exposure): ExposedTables {
  const { store } = account;
  const physical = physicalTables(store);
  const exists = (table: string): boolean => physical.has(table);
  const custom = customColumns(store, exists);
  const off = featuresOff(store);
  const context: Context = { store, exists, custom, off, exposure };
  const made = new Map<string, ExposedTable | 'hidden' | null>();
  return {
    find: (name) => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const table = permitted(account, caller?.user ?? null, exposure, name, expose(name, context));
      made.set(name, table);
      return table;
    },
    owner: (field) =>
      store.get<{ recordtype: string | null }>('SELECT recordtype FROM customfield WHERE scriptid = ?', [field])
        ?.recordtype ?? null,
  };
}

/** The table as the user's role may see it. */
function permitted(
  account: Account,
  user: User | null,
  exposure: Exposure,
  name: string,
  table: ExposedTable | 'hidden' | null,
): ExposedTable | 'hidden' | null {
  if (table === null || table === 'hidden' || user === null) return table;
  if (exposure !== 'all' && !maySeeTable(account, user, name)) {
    return exposure === 'static' ? { ...table, rows: 'FALSE' } : 'hidden';
  }
  const rows = visibleRows(account, user, name);
  return rows === null ? table : { ...table, rows };
}

interface Context {
  readonly store: Store;
  readonly exists: (table: string) => boolean;
  readonly custom: ReadonlyMap<string, SourceColumn>;
  readonly off: (feature: string) => boolean;
  readonly exposure: Exposure;
}

function expose(name: string, context: Context): ExposedTable | 'hidden' | null {
  if (!context.exists(name)) return null;
  const feature = FEATURE_TABLES[name];
  if (feature && context.off(feature)) return 'hidden';
  const schema = schemaTables.find((table) => table.name === name);
  if (schema) {
    if (schema.internal && context.exposure !== 'all') return null;
    return standardTable(name, schema.columns, schema.hidden ?? {}, context);
  }
  const view = schemaViews.find((entry) => entry.name === name);
  if (view) return standardTable(name, view.columns, {}, context);
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
    columns.set(column, withDisplay(name, { name: column, ...TYPES[type], primaryKey: type === 'id' }, context));
  }
  for (const column of physicalColumns(context.store, name)) {
    if (columns.has(column)) continue;
    const field = context.custom.get(column);
    if (field) columns.set(column, field);
    else if (column in kept) hidden.add(column);
  }
  return { table: name, columns, hidden };
}

function customTable(name: string, context: Context): ExposedTable {
  const columns = new Map<string, SourceColumn>();
  const hidden = new Set<string>();
  for (const column of physicalColumns(context.store, name)) {
    const field = context.custom.get(column);
    if (field) columns.set(column, field);
    else if (column === 'recordversion' && context.exposure !== 'all') hidden.add(column);
    else {
      const plain = { name: column, ...systemColumn(column), primaryKey: column === 'id' };
      columns.set(column, withDisplay(name, plain, context));
    }
  }
  return { table: name, columns, hidden };
}

function withDisplay(table: string, column: SourceColumn, context: Context): SourceColumn {
  const display = standardDisplay(table, column.name, column.kind === 'multiselect', context.exists);
  const target = standardTarget(table, column.name);
  return { ...column, ...(display ? { display } : {}), ...(target ? { target } : {}) };
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
