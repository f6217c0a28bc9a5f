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
}

const ITEM_TYPES: Readonly<Record<string, string>> = {
  NonInvtPart: 'noninventorysaleitem',
  Service: 'servicesaleitem',
  InvtPart: 'inventoryitem',
};

const COLUMNS: Readonly<Record<RecordGroup, string>> = {
  transaction: 'recordtype, tranid AS number_of, entity, currency, foreigntotal AS total, postingperiod',
  customer: 'entityid AS number_of',
  item: 'itemid AS number_of, itemtype',
};

/** Records of a group by external id: 10 units for each 500, none for no ids. */
export function recordsByExternalId(
  group: RecordGroup,
  externalIds: readonly string[],
): ReadonlyMap<string, ExistingRecord> {
  const rows = selectRowsIn(externalIds, (chunk) =>
    selectRows(`${select(group)} WHERE externalid IN (${placeholders(chunk)})`, chunk),
  );
  return new Map(rows.map((row) => [textOf(row, 'externalid'), existing(group, row)]));
}

/** Records of a group by internal id: 10 units for each 500, none for no ids. */
export function recordsById(group: RecordGroup, ids: readonly string[]): ReadonlyMap<string, ExistingRecord> {
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(`${select(group)} WHERE id IN (${placeholders(chunk)})`, chunk.map(Number)),
  );
  return new Map(rows.map((row) => [textOf(row, 'id'), existing(group, row)]));
}

function select(group: RecordGroup): string {
  return `SELECT id, externalid, ${STAMP_FIELDS[group]} AS stamp, ${COLUMNS[group]} FROM ${group}`;
}

function existing(group: RecordGroup, row: SqlRow): ExistingRecord {
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
  };
}
