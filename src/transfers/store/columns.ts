/** The custom record types of the transfers, and the names of their fields. */
export const TRANSFER_TYPE = 'customrecord_obc_transfer';
export const INTAKE_TYPE = 'customrecord_obc_intake';
export const LANE_TYPE = 'customrecord_obc_lane';
export const MARK_TYPE = 'customrecord_obc_mark';

const transferFields = [
  'direction',
  'connection',
  'kind',
  'source_kind',
  'platform_id',
  'number',
  'version',
  'hash',
  'payload',
  'payload_file',
  'customer',
  'customer_name',
  'date',
  'amount',
  'currency',
  'lane',
  'rank',
  'status',
  'reason',
  'waits_for_kind',
  'waits_for_id',
  'recovery',
  'attempts',
  'next_attempt',
  'error_code',
  'error_message',
  'remedy',
  'record_type',
  'record_id',
  'record_number',
  'received',
  'started',
  'transferred',
  'intake',
  'history',
  'cause',
  'baseline',
  'original',
  'purged',
] as const;

export type TransferField = (typeof transferFields)[number];

/** The script id of a transfer's field. */
export function transferField(name: TransferField): string {
  return `custrecord_obc_tr_${name}`;
}

/** Columns of a SELECT list, each under its short name: `t.custrecord_obc_tr_kind AS kind`. */
export function transferColumns(alias: string, names: readonly TransferField[]): string {
  return names.map((name) => `${alias}.${transferField(name)} AS ${safeAlias(name)}`).join(', ');
}

/** `number` and `date` are words of SQL. */
function safeAlias(name: TransferField): string {
  return name === 'number' || name === 'date' ? `document_${name}` : name;
}
