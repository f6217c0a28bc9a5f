import { wholeText } from '../../../netsuite/longText';
import { numberOf, placeholders, type SqlRow, selectRows, selectRowsIn, textOf } from '../../../netsuite/suiteQl';
import type { StoredStatus, TransferReason } from '../../policy/states';
import { TRANSFER_TYPE, type TransferField, transferColumns, transferField } from '../../store/columns';
import { changeRecord, type StoredValue } from '../../store/records';
import type { OperatedTransfer } from '../policy/rules';

/** A transfer as operations read it. */
export interface TransferRow extends OperatedTransfer {
  readonly direction: string;
  readonly connection: string;
  readonly kind: string;
  readonly sourceKind: string;
  readonly platformId: string;
  readonly customer: string;
  readonly currency: string;
  readonly amount: string;
  readonly lane: number;
  /** Of the NetSuite record; empty where there is none. */
  readonly recordType: string;
  readonly recordId: string;
  readonly payloadFile: number | null;
  /** Reading one that a query cuts costs 2 units. */
  payload(): string;
  history(): string;
  original(): string;
}

const READ: readonly TransferField[] = [
  'direction',
  'connection',
  'kind',
  'source_kind',
  'platform_id',
  'customer',
  'currency',
  'amount',
  'lane',
  'status',
  'reason',
  'recovery',
  'record_type',
  'record_id',
  'record_number',
  'payload',
  'payload_file',
  'history',
  'original',
];

/** Transfers by internal id: 10 units for each 500. */
export function readTransferRows(ids: readonly number[]): ReadonlyMap<number, TransferRow> {
  const rows = selectRowsIn(ids, (chunk) =>
    selectRows(
      `SELECT t.id, ${transferColumns('t', READ)} FROM ${TRANSFER_TYPE} t WHERE t.id IN (${placeholders(chunk)})`,
      chunk,
    ),
  );
  return new Map(rows.map((row) => [numberOf(row, 'id') ?? 0, transferRow(row)]));
}

/** Writes fields of a transfer: 2 units. Only who holds its lane may. */
export function changeTransfer(id: number, values: Readonly<Partial<Record<TransferField, StoredValue>>>): void {
  const fields = Object.entries(values).map(([name, value]) => [transferField(name as TransferField), value ?? '']);
  changeRecord(TRANSFER_TYPE, id, Object.fromEntries(fields));
}

function transferRow(row: SqlRow): TransferRow {
  const id = numberOf(row, 'id') ?? 0;
  const text = (name: TransferField): string => textOf(row, name);
  const whole = (name: TransferField): (() => string) => {
    let read: string | null = null;
    return () => {
      read = read ?? wholeText(text(name), TRANSFER_TYPE, id, transferField(name));
      return read;
    };
  };
  const recordId = text('record_id');
  return {
    id,
    direction: text('direction'),
    connection: text('connection'),
    kind: text('kind'),
    sourceKind: text('source_kind'),
    platformId: text('platform_id'),
    customer: text('customer'),
    currency: text('currency'),
    amount: text('amount'),
    lane: numberOf(row, 'lane') ?? -1,
    status: text('status') as StoredStatus,
    reason: (text('reason') || null) as TransferReason | null,
    recovery: text('recovery'),
    recordType: text('record_type'),
    recordId,
    unnoted: null,
    record: recordId === '' ? null : `${text('record_type')} ${text('record_number')} (internal id ${recordId})`,
    payloadFile: numberOf(row, 'payload_file'),
    payload: whole('payload'),
    history: whole('history'),
    original: whole('original'),
  };
}
