import { hasFeature } from '../netsuite/features';
import { isChecked, placeholders, type SqlRow, textOf } from '../netsuite/suiteQl';
import type { ListPart } from './listPart';
import type { Lookup } from './plan';

type NamedLookup = Exclude<Lookup, { readonly kind: 'document' | 'period' }>;
export type NamedList = NamedLookup['kind'];

/** An entry of one of NetSuite's lists, found by a name. */
export interface NamedEntry {
  readonly id: string;
  /** Of an account, as `account.accttype`; else empty. */
  readonly type: string;
  readonly isInactive: boolean;
}

/** Where each list is and by what its entries are found; accounts by number or full name. */
const SOURCES: Readonly<
  Record<NamedList, { readonly table: string; readonly names: readonly string[]; readonly isThere: () => boolean }>
> = {
  account: { table: 'account', names: ['acctnumber', 'fullname'], isThere: () => true },
  currency: { table: 'currency', names: ['symbol'], isThere: () => true },
  subsidiary: { table: 'subsidiary', names: ['fullname', 'name'], isThere: () => hasFeature('SUBSIDIARIES') },
  term: { table: 'term', names: ['name'], isThere: () => true },
  class: { table: 'classification', names: ['fullname'], isThere: () => hasFeature('CLASSES') },
  department: { table: 'department', names: ['fullname'], isThere: () => hasFeature('DEPARTMENTS') },
  location: { table: 'location', names: ['fullname'], isThere: () => hasFeature('LOCATIONS') },
};

/** The parts of the batch's query that find what the look-ups name. */
export function nameParts(lookups: readonly Lookup[]): readonly ListPart[] {
  const namesByList = new Map<NamedList, Set<string>>();
  for (const lookup of lookups) {
    if (lookup.kind === 'document' || lookup.kind === 'period') continue;
    const names = namesByList.get(lookup.kind) ?? new Set<string>();
    names.add(lookup.kind === 'currency' ? lookup.code : lookup.name);
    namesByList.set(lookup.kind, names);
  }
  return Array.from(namesByList, ([list, names]) => partsOf(list, [...names])).flat();
}

function partsOf(list: NamedList, names: readonly string[]): readonly ListPart[] {
  const source = SOURCES[list];
  if (!source.isThere()) return [];
  const type = list === 'account' ? 'accttype' : 'NULL';
  return source.names.map((column) => ({
    sql: `SELECT '${list}' AS list, ${column} AS name, id, ${type} AS type, isinactive, NULL AS starts, NULL AS ends
      FROM ${source.table} WHERE ${column} IN (${placeholders(names)})`,
    parameters: names,
  }));
}

/** The entries in the answer, by {@link nameKey}. */
export function readNames(rows: readonly SqlRow[]): ReadonlyMap<string, NamedEntry> {
  const found = new Map<string, NamedEntry>();
  for (const row of rows) {
    const key = nameKey(textOf(row, 'list') as NamedList, textOf(row, 'name'));
    const known = found.get(key);
    // An active entry wins over an inactive one of the same name, and the first over others.
    if (known === undefined || (known.isInactive && !isChecked(row, 'isinactive'))) found.set(key, entryOf(row));
  }
  return found;
}

/** The key of an entry of a list. */
export function nameKey(list: NamedList, name: string): string {
  return `${list}|${name}`;
}

function entryOf(row: SqlRow): NamedEntry {
  return { id: textOf(row, 'id'), type: textOf(row, 'type'), isInactive: isChecked(row, 'isinactive') };
}
