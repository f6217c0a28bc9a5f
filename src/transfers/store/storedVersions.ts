import type { DocumentKind } from '../../documents/document';
import { wholeText } from '../../netsuite/longText';
import { numberOf, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import { CANCELLATION_KIND } from '../payload';
import type { StoredStatus } from '../policy/states';
import { TRANSFER_TYPE, transferColumns, transferField } from './columns';

/** The stored version of a document that is to be cancelled. */
export interface CancelledVersion {
  readonly transfer: number;
  readonly connection: string;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly number: string;
  readonly version: string;
  /** The platform's id of its customer. */
  readonly customer: string;
  readonly customerName: string;
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly lane: number;
}

/** A transfer of a document, with what withdrawing or cancelling it takes. */
export interface VersionRow extends CancelledVersion {
  readonly status: StoredStatus;
  readonly isCancellation: boolean;
  /** Reading one that a query cuts costs 2 units. */
  history(): string;
}

/** All transfers by which a document was received, oldest first: 10 units. */
export function versionRows(connection: string, kind: string, id: string): readonly VersionRow[] {
  const columns = [
    'connection',
    'kind',
    'source_kind',
    'platform_id',
    'number',
    'version',
    'customer',
    'customer_name',
    'date',
    'amount',
    'currency',
    'lane',
    'status',
    'history',
  ] as const;
  return selectRows(
    `SELECT t.id, ${transferColumns('t', columns)} FROM ${TRANSFER_TYPE} t
     WHERE t.${transferField('connection')} = ? AND t.${transferField('kind')} = ? AND t.${transferField('platform_id')} = ?
       AND t.${transferField('direction')} = 'Inbound'
     ORDER BY t.id`,
    [connection, kind, id],
  ).map(versionRow);
}

function versionRow(row: SqlRow): VersionRow {
  const transfer = numberOf(row, 'id') ?? 0;
  return {
    transfer,
    connection: textOf(row, 'connection'),
    kind: textOf(row, 'kind') as DocumentKind,
    id: textOf(row, 'platform_id'),
    number: textOf(row, 'document_number'),
    version: textOf(row, 'version'),
    customer: textOf(row, 'customer'),
    customerName: textOf(row, 'customer_name'),
    date: textOf(row, 'document_date'),
    amount: textOf(row, 'amount'),
    currency: textOf(row, 'currency'),
    lane: numberOf(row, 'lane') ?? -1,
    status: textOf(row, 'status') as StoredStatus,
    isCancellation: textOf(row, 'source_kind') === CANCELLATION_KIND,
    history: () => wholeText(textOf(row, 'history'), TRANSFER_TYPE, transfer, transferField('history')),
  };
}
