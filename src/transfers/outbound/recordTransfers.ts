import { numberOf, placeholders, type SqlRow, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import type { RecordTransfer } from '../policy/outbound';
import type { StoredStatus, TransferReason } from '../policy/states';
import { transferField as field, TRANSFER_TYPE, transferColumns } from '../store/columns';

/** Records of one kind. */
export interface RecordsOfKind {
  /** Under which their transfers are stored: `customer`. */
  readonly kind: string;
  readonly recordType: string;
  /** Internal ids. */
  readonly ids: readonly string[];
}

/** A document whose changes are sent. */
export interface SentDocument {
  readonly connection: string;
  readonly kind: string;
  readonly platformId: string;
}

const COLUMNS = transferColumns('t', [
  'direction',
  'connection',
  'kind',
  'platform_id',
  'status',
  'reason',
  'hash',
  'baseline',
  'recovery',
  'received',
  'transferred',
  'record_id',
]);

/** The transfers of records, by internal id, oldest first: 10 units for each 500 records. */
export function transfersOfRecords({ kind, recordType, ids }: RecordsOfKind): ReadonlyMap<string, RecordTransfer[]> {
  const rows = selectRowsIn(ids.map(Number), (chunk) =>
    selectRows(
      `SELECT t.id, ${COLUMNS} FROM ${TRANSFER_TYPE} t
       WHERE t.${field('kind')} = ? AND t.${field('record_type')} = ? AND t.${field('record_id')} IN (${placeholders(chunk)})
       ORDER BY t.id`,
      [kind, recordType, ...chunk],
    ),
  );
  return grouped(rows, (row) => textOf(row, 'record_id'));
}

/** The transfers of documents in both directions, by {@link sentKey}, oldest first: 10 units for each 500 documents. */
export function transfersOfDocuments(documents: readonly SentDocument[]): ReadonlyMap<string, RecordTransfer[]> {
  const connections = [...new Set(documents.map(({ connection }) => connection))];
  const ids = [...new Set(documents.map(({ platformId }) => platformId))];
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, ${COLUMNS} FROM ${TRANSFER_TYPE} t
       WHERE t.${field('connection')} IN (${placeholders(connections)}) AND t.${field('platform_id')} IN (${placeholders(chunk)})
       ORDER BY t.id`,
      [...connections, ...chunk],
    ),
  );
  return grouped(rows, (row) =>
    sentKey({
      connection: textOf(row, 'connection'),
      kind: textOf(row, 'kind'),
      platformId: textOf(row, 'platform_id'),
    }),
  );
}

/** A key of a document over all connections, for maps. */
export function sentKey({ connection, kind, platformId }: SentDocument): string {
  return `${connection}:${kind}:${platformId}`;
}

/** Whether a transfer may be posted just now, or will be by itself: 10 units. */
export function isBeingPosted(id: number): boolean {
  const [row] = selectRows(`SELECT t.id FROM ${TRANSFER_TYPE} t WHERE t.id = ? AND ${isBeingPostedSql('t')}`, [id]);
  return row !== undefined;
}

/** SQL that is true for a transfer that may be posted just now, or will be by itself. */
export function isBeingPostedSql(alias: string): string {
  return `(${alias}.${field('status')} = 'Not Transferred' AND ${alias}.${field('reason')} IN ('Queued', 'Will Retry'))`;
}

function grouped(rows: readonly SqlRow[], keyOf: (row: SqlRow) => string): ReadonlyMap<string, RecordTransfer[]> {
  const groups = new Map<string, RecordTransfer[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), recordTransfer(row)]);
  }
  return groups;
}

function recordTransfer(row: SqlRow): RecordTransfer {
  return {
    id: numberOf(row, 'id') ?? 0,
    direction: textOf(row, 'direction') === 'Outbound' ? 'Outbound' : 'Inbound',
    connection: textOf(row, 'connection'),
    platformId: textOf(row, 'platform_id'),
    status: textOf(row, 'status') as StoredStatus,
    reason: (textOf(row, 'reason') || null) as TransferReason | null,
    hash: textOf(row, 'hash'),
    baseline: textOf(row, 'baseline'),
    follows: /^\d+$/.test(textOf(row, 'recovery')) ? Number(textOf(row, 'recovery')) : null,
    received: textOf(row, 'received'),
    transferred: textOf(row, 'transferred'),
  };
}
