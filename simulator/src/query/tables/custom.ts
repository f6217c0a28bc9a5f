import type { Store } from '../../store/store';
import type { ColumnKind, SourceColumn } from '../compile/scope';
import type { ValueType } from '../compile/value';
import { displayOf, displayOfMany } from './references';

/** Kinds of the values of custom fields by `customfield.valuetype`; all others are text. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  date: 'date',
  datetimetz: 'datetime',
  integer: 'integer',
  float: 'number',
  currency: 'currency',
  percent: 'percent',
  select: 'select',
  image: 'integer',
  document: 'integer',
  multiselect: 'multiselect',
  checkbox: 'checkbox',
};

/** Kinds of the columns that every custom record and list has besides its fields. */
const SYSTEM_COLUMNS: Readonly<Record<string, ColumnKind>> = {
  id: 'id',
  recordid: 'integer',
  created: 'datetime',
  lastmodified: 'datetime',
  lastmodifiedby: 'select',
  owner: 'select',
  isinactive: 'checkbox',
};

const VALUE_TYPES: Readonly<Record<ColumnKind, ValueType>> = {
  id: 'number',
  select: 'number',
  multiselect: 'text',
  checkbox: 'text',
  text: 'text',
  date: 'date',
  datetime: 'timestamp',
  integer: 'number',
  number: 'number',
  currency: 'number',
  percent: 'number',
};

/** Custom fields of every kind by lower-case script id. */
export function customColumns(store: Store, exists: (table: string) => boolean): Map<string, SourceColumn> {
  const rows = store.all<{ scriptid: string; valuetype: string | null; source: string | null }>(
    'SELECT scriptid, valuetype, source FROM customfield',
  );
  return new Map(
    rows.map(({ scriptid, valuetype, source }) => {
      const kind = KINDS[(valuetype ?? '').toLowerCase()] ?? 'text';
      const find = kind === 'multiselect' ? displayOfMany : displayOf;
      const display = source ? find(source, exists) : null;
      const name = scriptid.toLowerCase();
      const column: SourceColumn = {
        name,
        kind,
        type: VALUE_TYPES[kind],
        ...(display ? { display } : {}),
        ...(source ? { target: source } : {}),
      };
      return [name, column];
    }),
  );
}

/** A column of a custom record or list that is no field of it. */
export function systemColumn(name: string): { readonly kind: ColumnKind; readonly type: ValueType } {
  const kind = SYSTEM_COLUMNS[name] ?? 'text';
  return { kind, type: VALUE_TYPES[kind] };
}
