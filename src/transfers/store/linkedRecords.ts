import { numberOf, placeholders, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { type RecordGroup, recordTypesOfGroup } from '../../posting/recordGroups';
import { TRANSFER_TYPE, transferField } from './columns';

/**
 * The transfers of documents that records stand for, by the records' internal ids: 10 units for each 500, none for no
 * ids.
 */
export function transfersByRecord(group: RecordGroup, ids: readonly string[]): ReadonlyMap<string, number> {
  const isOfGroup = recordTypesOfGroup(group);
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, t.${transferField('record_type')} AS record_type, t.${transferField('record_id')} AS record_id
       FROM ${TRANSFER_TYPE} t
       WHERE t.${transferField('record_id')} IN (${placeholders(chunk)}) AND t.${transferField('status')} = 'Transferred'
         AND t.${transferField('direction')} = 'Inbound' ORDER BY t.id`,
      chunk.map(Number),
    ),
  );
  const ofGroup = rows.filter((row) => isOfGroup(textOf(row, 'record_type')));
  return new Map(ofGroup.map((row) => [textOf(row, 'record_id'), numberOf(row, 'id') ?? 0]));
}
