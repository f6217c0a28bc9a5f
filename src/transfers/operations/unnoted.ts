import type { DocumentKind } from '../../documents/document';
import { externalId } from '../../netsuite/externalIds';
import { recordsByExternalId } from '../../posting/existing';
import { groupOfKind, type RecordGroup } from '../../posting/recordGroups';
import type { TransferRow } from './store/rows';

/**
 * The rows with the records that they made although that was not noted: a run may have ended between the save of a record
 * and the note of it. Such a record carries the document's external id and the transfer's stamp. 10 units for each group
 * of records. The rows' lanes must be held, or a run may make one just now.
 */
export function withUnnoted(rows: readonly TransferRow[]): readonly TransferRow[] {
  const byGroup = new Map<RecordGroup, TransferRow[]>();
  for (const row of rows) {
    if (row.direction !== 'Inbound' || row.status !== 'Not Transferred' || row.recordId !== '') continue;
    const group = groupOfKind(row.kind as DocumentKind);
    byGroup.set(group, [...(byGroup.get(group) ?? []), row]);
  }
  const unnoted = new Map<number, string>();
  for (const [group, members] of byGroup) {
    const held = recordsByExternalId(group, members.map(externalIdOf));
    for (const row of members) {
      const record = held.get(externalIdOf(row));
      if (record?.stamp !== String(row.id)) continue;
      unnoted.set(row.id, `${record.recordType} ${record.number} (internal id ${record.recordId})`);
    }
  }
  return unnoted.size === 0 ? rows : rows.map((row) => ({ ...row, unnoted: unnoted.get(row.id) ?? null }));
}

function externalIdOf({ connection, kind, platformId }: TransferRow): string {
  return externalId({ connection, kind: kind as DocumentKind, id: platformId });
}
