import type { DocumentKind, DocumentReference } from '../../documents/document';
import { documentKey } from '../../documents/keys';
import { compareVersions } from '../../documents/versions';
import { numberOf, placeholders, type SqlRow, selectRows, selectRowsIn, textOf } from '../../netsuite/suiteQl';
import { type CustomerFacts, customerSql, readCustomers } from '../../posting/customers';
import type { RecordLink } from '../../posting/directory';
import { CANCELLATION_KIND } from '../payload';
import { TRANSFER_TYPE, transferColumns, transferField } from './columns';

/** Documents of one or more connections. */
export interface ConnectedReference extends DocumentReference {
  readonly connection: string;
}

interface StoredLine {
  readonly id: number;
  readonly version: string;
  readonly status: string;
  readonly link: RecordLink | null;
  /** A cancellation is newer than every version. */
  readonly isCancellation: boolean;
}

/** What the transfers say of documents: the records that they became, and which versions are outdated. */
export interface DocumentLinks {
  /** By `documentKey`; a document that is not transferred is not there. */
  readonly records: ReadonlyMap<string, RecordLink>;
  /** The transfer of a newer version that is not cancelled; null where this one is the newest. */
  newerThan(document: ConnectedReference, transfer: number, version: string): number | null;
  /** The transfers of older versions that are not transferred: who posts this one gives them up. */
  olderOpen(document: ConnectedReference, transfer: number, version: string): readonly number[];
}

/**
 * The records that documents became, and what posting has to know of customers: 10 units for each 500 ids. The transfer
 * row is the link between a document and its record, so no external id is asked for.
 */
export function documentLinks(documents: readonly ConnectedReference[]): DocumentLinks {
  const connections = [...new Set(documents.map((document) => document.connection))];
  const ids = [...new Set(documents.map((document) => document.id))];
  const customer = customerSql('c');
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, ${transferColumns('t', ['connection', 'kind', 'source_kind', 'platform_id', 'version', 'status', 'record_type', 'record_id', 'baseline'])},
         ${customer.columns}
       FROM ${TRANSFER_TYPE} t
       LEFT JOIN customer c ON t.${transferField('record_type')} = 'customer' AND c.id = t.${transferField('record_id')}
       ${customer.joins}
       WHERE t.${transferField('direction')} = 'Inbound' AND t.${transferField('connection')} IN (${placeholders(connections)})
         AND t.${transferField('platform_id')} IN (${placeholders(chunk)})
       ORDER BY t.id`,
      [...connections, ...chunk],
    ),
  );
  const customers = readCustomers(rows);
  const lines = new Map<string, StoredLine[]>();
  const records = new Map<string, RecordLink>();
  for (const row of rows) {
    const reference = { kind: textOf(row, 'kind') as DocumentKind, id: textOf(row, 'platform_id') };
    const key = documentKey(textOf(row, 'connection'), reference);
    const recordId = textOf(row, 'record_id');
    const status = textOf(row, 'status');
    const isCancellation = textOf(row, 'source_kind') === CANCELLATION_KIND;
    const link = recordId === '' ? null : linkTo(row, recordId, customers);
    const line = { id: numberOf(row, 'id') ?? 0, version: textOf(row, 'version'), status, link, isCancellation };
    const known = lines.get(key) ?? [];
    // A customer comes in a row for each of its currencies.
    if (known.every((other) => other.id !== line.id)) lines.set(key, [...known, line]);
    // What cancels a document does not stand for it.
    if (status === 'Transferred' && link !== null && !isCancellation) records.set(key, link);
  }
  const isCancellation = (document: ConnectedReference, transfer: number): boolean =>
    lines.get(documentKey(document.connection, document))?.find((line) => line.id === transfer)?.isCancellation ===
    true;
  const others = (document: ConnectedReference, transfer: number): readonly StoredLine[] =>
    (lines.get(documentKey(document.connection, document)) ?? []).filter(
      (line) => line.status !== 'Cancelled' && line.id !== transfer,
    );
  return {
    records,
    newerThan: (document, transfer, version) =>
      others(document, transfer).find((line) => isNewer(line, transfer, version, isCancellation(document, transfer)))
        ?.id ?? null,
    olderOpen: (document, transfer, version) =>
      others(document, transfer)
        .filter(
          (line) =>
            line.status === 'Not Transferred' && !isNewer(line, transfer, version, isCancellation(document, transfer)),
        )
        .map((line) => line.id),
  };
}

function linkTo(row: SqlRow, recordId: string, customers: ReadonlyMap<string, CustomerFacts>): RecordLink {
  const recordType = textOf(row, 'record_type');
  const customer = recordType === 'customer' ? (customers.get(recordId) ?? null) : null;
  return { recordType, recordId, customer, baseline: textOf(row, 'baseline') };
}

/** A cancellation is newer than any version; of equal versions the one that was stored later is. */
function isNewer(line: StoredLine, transfer: number, version: string, isCancellation: boolean): boolean {
  if (line.isCancellation !== isCancellation) return line.isCancellation;
  const order = compareVersions(line.version, version);
  return order > 0 || (order === 0 && line.id > transfer);
}
