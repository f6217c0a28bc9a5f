import type { DocumentReference } from '../../documents/document';
import { referenceKey } from '../../documents/keys';
import { numberOf, placeholders, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { CANCELLATION_KIND } from '../payload';
import type { KnownVersion } from '../policy/judge';
import type { StoredStatus, TransferReason } from '../policy/states';
import { TRANSFER_TYPE, transferColumns, transferField } from './columns';

/** A stored version with what the caller is answered about it. */
export interface StoredVersion extends KnownVersion {
  readonly reason: TransferReason | null;
  readonly record: { readonly type: string; readonly id: string } | null;
}

/**
 * All stored versions of the documents of a connection, by `referenceKey`: 10 units for each 500 ids.
 * Ids are compared over all kinds; what has another kind is left out here.
 */
export function knownVersions(
  connection: string,
  documents: readonly DocumentReference[],
): Map<string, StoredVersion[]> {
  const known = new Map<string, StoredVersion[]>(documents.map((document) => [referenceKey(document), []]));
  const ids = [...new Set(documents.map((document) => document.id))];
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, ${transferColumns('t', ['kind', 'source_kind', 'platform_id', 'version', 'hash', 'status', 'reason', 'record_type', 'record_id'])}
       FROM ${TRANSFER_TYPE} t
       WHERE t.${transferField('connection')} = ? AND t.${transferField('direction')} = 'Inbound'
         AND t.${transferField('platform_id')} IN (${placeholders(chunk)})
       ORDER BY t.id`,
      [connection, ...chunk],
    ),
  );
  for (const row of rows) {
    known.get(`${textOf(row, 'kind')}:${textOf(row, 'platform_id')}`)?.push({
      transfer: numberOf(row, 'id'),
      version: textOf(row, 'version'),
      hash: textOf(row, 'hash'),
      status: textOf(row, 'status') as StoredStatus,
      isCancellation: textOf(row, 'source_kind') === CANCELLATION_KIND,
      reason: (textOf(row, 'reason') || null) as TransferReason | null,
      record:
        textOf(row, 'record_id') === '' ? null : { type: textOf(row, 'record_type'), id: textOf(row, 'record_id') },
    });
  }
  return known;
}
