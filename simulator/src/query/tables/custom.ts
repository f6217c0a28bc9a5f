import type { Store } from '../../store/store';
import type { DisplayOf, ValueType } from '../compile/value';
import { displayOf, displayOfMany } from './references';

/** A custom field as far as queries need it. */
export interface CustomColumn {
  readonly type: ValueType;
  readonly display: DisplayOf | null;
}

/** Values of fields of these SDF types, in lower case. */
const TYPES: Readonly<Record<string, ValueType>> = {
  date: 'date',
  datetimetz: 'timestamp',
  datetime: 'timestamp',
  integer: 'number',
  float: 'number',
  currency: 'number',
  currency2: 'number',
  percent: 'number',
  select: 'number',
  image: 'number',
  document: 'number',
};

/** Types of the columns that every custom record and list has besides its fields. */
const SYSTEM_COLUMNS: Readonly<Record<string, ValueType>> = {
  id: 'number',
  created: 'timestamp',
  lastmodified: 'timestamp',
  lastmodifiedby: 'number',
  owner: 'number',
  parent: 'number',
};

/** Custom fields of every kind by lower-case script id. */
export function customColumns(store: Store, exists: (table: string) => boolean): Map<string, CustomColumn> {
  const rows = store.all<{
    scriptid: string;
    fieldtype: string | null;
    valuetype: string | null;
    source: string | null;
  }>('SELECT scriptid, fieldtype, valuetype, source FROM customfield');
  return new Map(
    rows.map(({ scriptid, fieldtype, valuetype, source }) => {
      const kind = (valuetype ?? fieldtype ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
      const display = source
        ? kind === 'multiselect'
          ? displayOfMany(source, exists)
          : displayOf(source, exists)
        : null;
      return [scriptid.toLowerCase(), { type: TYPES[kind] ?? 'text', display }];
    }),
  );
}

/** The type of a column of a custom record or list that is no field of it. */
export function systemColumnType(name: string): ValueType {
  return SYSTEM_COLUMNS[name] ?? 'text';
}
