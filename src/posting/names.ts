import { hasFeature } from '../netsuite/features';
import { isChecked, placeholders, type SqlParameter, type SqlRow, selectRows, textOf } from '../netsuite/suiteQl';
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

/**
 * Where each list is and by what its entries are found; accounts by number or full name. All parts have the same
 * columns, so that one query of 10 units answers all look-ups of a batch.
 */
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

/** Finds what the look-ups name: 10 units together, none for no look-ups. Key: {@link nameKey}. */
export function findNames(lookups: readonly NamedLookup[]): ReadonlyMap<string, NamedEntry> {
  const namesByList = new Map<NamedList, Set<string>>();
  for (const lookup of lookups) {
    const names = namesByList.get(lookup.kind) ?? new Set<string>();
    names.add(lookup.kind === 'currency' ? lookup.code : lookup.name);
    namesByList.set(lookup.kind, names);
  }
  const parts: string[] = [];
  const parameters: SqlParameter[] = [];
  for (const [list, names] of namesByList) {
    const source = SOURCES[list];
    if (!source.isThere()) continue;
    const type = list === 'account' ? 'accttype' : 'NULL';
    for (const name of source.names) {
      parts.push(
        `SELECT '${list}' AS list, ${name} AS name, id, ${type} AS type, isinactive
         FROM ${source.table} WHERE ${name} IN (${placeholders([...names])})`,
      );
      parameters.push(...names);
    }
  }
  const found = new Map<string, NamedEntry>();
  if (parts.length === 0) return found;
  for (const row of selectRows(parts.join(' UNION ALL '), parameters)) {
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
