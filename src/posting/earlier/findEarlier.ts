import { scriptError } from '../../netsuite/scriptErrors';
import { placeholders, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { type ExistingRecord, existingColumns, readExisting } from '../existing';
import type { RecordGroup } from '../recordGroups';

/** Records that were in NetSuite before the connector, by the platform's id that they carry. */
export type EarlierRecords =
  | { readonly ok: true; readonly records: ReadonlyMap<string, readonly ExistingRecord[]> }
  /** Why the field could not be searched: in NetSuite's words, or because it is no field. */
  | { readonly ok: false; readonly message: string };

/** `externalid`, or the script id of a custom field; nothing else may get into a query. */
const LINK_FIELD = /^(externalid|cust(body|entity|item)_?[a-z0-9_]{1,40})$/i;

/** Records of a group whose field holds one of the ids: 10 units for each 500, none for no ids. */
export function earlierRecords(group: RecordGroup, field: string, ids: readonly string[]): EarlierRecords {
  if (!LINK_FIELD.test(field)) return { ok: false, message: 'It is no external ID and no custom field.' };
  try {
    const rows = selectRowsIn(ids, (chunk) =>
      selectRows(
        `SELECT r.id, r.${field} AS platform_id, ${existingColumns(group, 'r')} FROM ${group} r
         WHERE r.${field} IN (${placeholders(chunk)}) ORDER BY r.id`,
        chunk,
      ),
    );
    const records = new Map<string, ExistingRecord[]>();
    for (const row of rows) {
      const id = textOf(row, 'platform_id');
      records.set(id, [...(records.get(id) ?? []), readExisting(group, row)]);
    }
    return { ok: true, records };
  } catch (thrown) {
    const { code, message } = scriptError(thrown);
    return { ok: false, message: `${code}: ${message}` };
  }
}
