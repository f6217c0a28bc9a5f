import { placeholders, type SqlRow, selectRows, selectRowsIn, textOf } from '../netsuite/suiteQl';
import { type RecordGroup, STAMP_FIELDS } from './recordGroups';

/** A NetSuite record that carries one of our external ids. */
export interface ExistingRecord {
  readonly recordType: string;
  readonly recordId: string;
  /** `tranid`, `entityid` or `itemid`. */
  readonly number: string;
  /** The transfer that last wrote it; empty where another program made it. */
  readonly stamp: string;
  /** Of a transaction; else empty. */
  readonly entity: string;
  readonly currency: string;
  /** In the transaction's currency, signed as SuiteQL shows it. */
  readonly total: string;
  readonly period: string;
  /** When it was last saved, on the account's clock: compared as text, never computed with. Of a transaction. */
  readonly modified: string;
}

const ITEM_TYPES: Readonly<Record<string, string>> = {
  NonInvtPart: 'noninventorysaleitem',
  Service: 'servicesaleitem',
  InvtPart: 'inventoryitem',
};

const COLUMNS: Readonly<Record<RecordGroup, readonly (readonly [column: string, alias?: string])[]>> = {
  transaction: [
    ['recordtype'],
    ['tranid', 'number_of'],
    ['entity'],
    ['currency'],
    ['foreigntotal', 'total'],
    ['postingperiod'],
    ['lastmodifieddate', 'modified'],
  ],
  customer: [['entityid', 'number_of']],
  item: [['itemid', 'number_of'], ['itemtype']],
};

/** What a query selects so that {@link readExisting} can read its rows; the query selects `id` itself. */
export function existingColumns(group: RecordGroup, alias: string): string {
  const columns = COLUMNS[group].map(([column, name = column]) => {
    const value = `${alias}.${column}`;
    return `${column === 'lastmodifieddate' ? `TO_CHAR(${value}, 'YYYY-MM-DD HH24:MI:SS')` : value} AS ${name}`;
  });
  return [`${alias}.${STAMP_FIELDS[group]} AS stamp`, ...columns].join(', ');
}

/** Records of a group by external id: 10 units for each 500, none for no ids. */
export function recordsByExternalId(
  group: RecordGroup,
  externalIds: readonly string[],
): ReadonlyMap<string, ExistingRecord> {
  const rows = selectRowsIn(externalIds, (chunk) =>
    selectRows(`${select(group)} WHERE r.externalid IN (${placeholders(chunk)})`, chunk),
  );
  return new Map(rows.map((row) => [textOf(row, 'externalid'), readExisting(group, row)]));
}

/** Records of a group by internal id: 10 units for each 500, none for no ids. */
export function recordsById(group: RecordGroup, ids: readonly string[]): ReadonlyMap<string, ExistingRecord> {
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(`${select(group)} WHERE r.id IN (${placeholders(chunk)})`, chunk.map(Number)),
  );
  return new Map(rows.map((row) => [textOf(row, 'id'), readExisting(group, row)]));
}

function select(group: RecordGroup): string {
  return `SELECT r.id, r.externalid, ${existingColumns(group, 'r')} FROM ${group} r`;
}

/** The record in a row that has {@link existingColumns}. */
export function readExisting(group: RecordGroup, row: SqlRow): ExistingRecord {
  const recordType =
    group === 'transaction'
      ? textOf(row, 'recordtype')
      : group === 'customer'
        ? 'customer'
        : (ITEM_TYPES[textOf(row, 'itemtype')] ?? 'item');
  return {
    recordType,
    recordId: textOf(row, 'id'),
    number: textOf(row, 'number_of'),
    stamp: textOf(row, 'stamp'),
    entity: textOf(row, 'entity'),
    currency: textOf(row, 'currency'),
    total: textOf(row, 'total'),
    period: textOf(row, 'postingperiod'),
    modified: textOf(row, 'modified'),
  };
}
