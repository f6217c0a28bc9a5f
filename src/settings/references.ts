import { hasFeature } from '../netsuite/features';
import { isChecked, type SqlRow, selectRows, textOf } from '../netsuite/suiteQl';
import type { ReferenceList } from './fields';
import type { ReferenceEntry } from './resolve';

/** How each list is read: one query of 10 units. `names` are all by which people call an entry, the usual one first. */
const READERS: Readonly<
  Record<ReferenceList, { readonly sql: string; readonly names: readonly string[]; readonly isThere: () => boolean }>
> = {
  account: {
    sql: 'SELECT id, acctnumber, fullname, accttype, isinactive FROM account ORDER BY acctnumber, fullname',
    names: ['fullname', 'acctnumber'],
    isThere: () => true,
  },
  subsidiary: {
    sql: 'SELECT id, name, fullname, isinactive FROM subsidiary ORDER BY fullname',
    names: ['fullname', 'name'],
    isThere: () => hasFeature('SUBSIDIARIES'),
  },
  // SuiteQL has no table of tax schedules: they are given by internal id.
  taxSchedule: { sql: '', names: [], isThere: () => false },
  item: {
    sql: 'SELECT id, itemid, displayname, isinactive FROM item ORDER BY itemid',
    names: ['itemid', 'displayname'],
    isThere: () => true,
  },
  currency: {
    sql: 'SELECT id, symbol, name, isinactive FROM currency ORDER BY symbol',
    names: ['symbol', 'name'],
    isThere: () => hasFeature('MULTICURRENCY'),
  },
  term: { sql: 'SELECT id, name, isinactive FROM term ORDER BY name', names: ['name'], isThere: () => true },
  class: {
    sql: 'SELECT id, name, fullname, isinactive FROM classification ORDER BY fullname',
    names: ['fullname', 'name'],
    isThere: () => hasFeature('CLASSES'),
  },
  department: {
    sql: 'SELECT id, name, fullname, isinactive FROM department ORDER BY fullname',
    names: ['fullname', 'name'],
    isThere: () => hasFeature('DEPARTMENTS'),
  },
  location: {
    sql: 'SELECT id, name, fullname, isinactive FROM location ORDER BY fullname',
    names: ['fullname', 'name'],
    isThere: () => hasFeature('LOCATIONS'),
  },
  employee: {
    sql: 'SELECT id, entityid, email, isinactive FROM employee ORDER BY entityid',
    names: ['entityid', 'email'],
    isThere: () => true,
  },
};

/** All entries of a list of NetSuite, inactive ones too; null where the account has no such list that can be read. */
export function readReferenceList(list: ReferenceList): readonly ReferenceEntry[] | null {
  const reader = READERS[list];
  return reader.isThere() ? selectRows(reader.sql).map((row) => entry(row, reader.names)) : null;
}

function entry(row: SqlRow, names: readonly string[]): ReferenceEntry {
  return {
    id: textOf(row, 'id'),
    names: names.map((name) => textOf(row, name)).filter((name) => name !== ''),
    type: textOf(row, 'accttype'),
    isInactive: isChecked(row, 'isinactive'),
  };
}
