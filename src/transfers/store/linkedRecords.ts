import { numberOf, placeholders, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { groupOfRecordType, type RecordGroup } from '../../posting/recordGroups';
import { TRANSFER_TYPE, transferColumns, transferField } from './columns';

/** A transfer whose document a record stands for. */
export interface LinkedTransfer {
  readonly id: number;
  readonly connection: string;
  readonly kind: string;
  readonly platformId: string;
  /** Internal id. */
  readonly recordId: string;
}

/**
 * The transfers of documents that records stand for, by the records' internal ids, those of one record the oldest first:
 * 10 units for each 500, none for no ids.
 */
export function linkedTransfers(group: RecordGroup, ids: readonly string[]): readonly LinkedTransfer[] {
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, ${transferColumns('t', ['connection', 'kind', 'platform_id', 'record_type', 'record_id'])}
       FROM ${TRANSFER_TYPE} t
       WHERE t.${transferField('record_id')} IN (${placeholders(chunk)}) AND t.${transferField('status')} = 'Transferred'
         AND t.${transferField('direction')} = 'Inbound' ORDER BY t.id`,
      chunk.map(Number),
    ),
  );
  return rows
    .filter((row) => groupOfRecordType(textOf(row, 'record_type')) === group)
    .map((row) => ({
      id: numberOf(row, 'id') ?? 0,
      connection: textOf(row, 'connection'),
      kind: textOf(row, 'kind'),
      platformId: textOf(row, 'platform_id'),
      recordId: textOf(row, 'record_id'),
    }));
}

/** Of each record the newest of its {@link linkedTransfers}, by the record's internal id; costs the same. */
export function transfersByRecord(group: RecordGroup, ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(linkedTransfers(group, ids).map(({ recordId, id }) => [recordId, id]));
}
