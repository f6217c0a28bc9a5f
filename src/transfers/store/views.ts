import { recordUrl } from '../../netsuite/recordLinks';
import { numberOf, type SqlParameter, type SqlRow, selectRows, textOf } from '../../netsuite/suiteQl';
import { reversalIn } from '../../posting/versions/reversal';
import { CANCELLATION_KIND } from '../payload';
import { type StoredStatus, type TransferReason, type TransferStatus, visibleStatus } from '../policy/states';
import type { TransferView } from '../request';
import { TRANSFER_TYPE, type TransferField, transferColumns, transferField } from './columns';
import { laneIsTakenSql } from './lanes';

/** What may be asked for; all that are given must hold. */
export interface TransferFilter {
  readonly transfer?: number;
  readonly direction?: TransferView['direction'];
  readonly connection?: string;
  readonly kind?: string;
  readonly id?: string;
  readonly intake?: number;
  readonly status?: TransferStatus;
}

export interface TransferPage {
  readonly transfers: readonly TransferView[];
  readonly total: number;
}

const SHOWN: readonly TransferField[] = [
  'direction',
  'connection',
  'kind',
  'source_kind',
  'platform_id',
  'number',
  'version',
  'customer_name',
  'date',
  'amount',
  'currency',
  'status',
  'reason',
  'waits_for_kind',
  'waits_for_id',
  'error_code',
  'error_message',
  'remedy',
  'record_type',
  'record_id',
  'record_number',
  'recovery',
  'attempts',
  'next_attempt',
  'received',
  'started',
  'transferred',
  'intake',
];

const IS_TAKEN = laneIsTakenSql(`t.${transferField('lane')}`);

/**
 * Transfers, newest first: 10 units, and 10 for their number.
 * @param page from 1
 */
export function findTransfers(filter: TransferFilter, page: number, pageSize: number): TransferPage {
  const { sql, parameters } = conditionOf(filter);
  const first = (page - 1) * pageSize;
  const transfers = selectRows(
    `SELECT t.id, ${transferColumns('t', SHOWN)}, CASE WHEN ${IS_TAKEN} THEN 'T' ELSE 'F' END AS lane_taken
     FROM ${TRANSFER_TYPE} t WHERE ${sql}
     ORDER BY t.id DESC OFFSET ${first} ROWS FETCH NEXT ${pageSize} ROWS ONLY`,
    [now(), ...parameters],
  ).map(view);
  const [count] = selectRows(`SELECT COUNT(*) AS transfers FROM ${TRANSFER_TYPE} t WHERE ${sql}`, parameters);
  return { transfers, total: count === undefined ? 0 : (numberOf(count, 'transfers') ?? 0) };
}

/** Transfers without their number, newest first: 10 units. */
export function listTransfers(filter: TransferFilter, most: number): readonly TransferView[] {
  const { sql, parameters } = conditionOf(filter);
  return selectRows(
    `SELECT t.id, ${transferColumns('t', SHOWN)}, CASE WHEN ${IS_TAKEN} THEN 'T' ELSE 'F' END AS lane_taken
     FROM ${TRANSFER_TYPE} t WHERE ${sql} ORDER BY t.id DESC FETCH FIRST ${most} ROWS ONLY`,
    [now(), ...parameters],
  ).map(view);
}

/** How many transfers have each status: 10 units. */
export function countByStatus(filter: Omit<TransferFilter, 'status'>): ReadonlyMap<TransferStatus, number> {
  const { sql, parameters } = conditionOf(filter);
  const rows = selectRows(
    `SELECT status, reason, lane_taken, COUNT(*) AS transfers FROM (
       SELECT t.${transferField('status')} AS status, t.${transferField('reason')} AS reason,
         CASE WHEN ${IS_TAKEN} THEN 'T' ELSE 'F' END AS lane_taken
       FROM ${TRANSFER_TYPE} t WHERE ${sql}) GROUP BY status, reason, lane_taken`,
    [now(), ...parameters],
  );
  const counts = new Map<TransferStatus, number>();
  for (const row of rows) {
    const status = statusOf(row);
    counts.set(status, (counts.get(status) ?? 0) + (numberOf(row, 'transfers') ?? 0));
  }
  return counts;
}

function conditionOf(filter: TransferFilter): { readonly sql: string; readonly parameters: readonly SqlParameter[] } {
  const conditions = ['t.id > 0'];
  const parameters: SqlParameter[] = [];
  const equals = (column: string, value: SqlParameter | undefined): void => {
    if (value === undefined) return;
    conditions.push(`${column} = ?`);
    parameters.push(value);
  };
  equals('t.id', filter.transfer);
  equals(`t.${transferField('direction')}`, filter.direction);
  equals(`t.${transferField('connection')}`, filter.connection);
  equals(`t.${transferField('kind')}`, filter.kind);
  equals(`t.${transferField('platform_id')}`, filter.id);
  equals(`t.${transferField('intake')}`, filter.intake);
  if (filter.status === 'Transferring') {
    equals(`t.${transferField('status')}`, 'Not Transferred');
    equals(`t.${transferField('reason')}`, 'Queued');
    conditions.push(IS_TAKEN);
    parameters.push(now());
  } else if (filter.status === 'Not Transferred') {
    equals(`t.${transferField('status')}`, 'Not Transferred');
    conditions.push(`NOT (t.${transferField('reason')} = 'Queued' AND ${IS_TAKEN})`);
    parameters.push(now());
  } else equals(`t.${transferField('status')}`, filter.status);
  return { sql: conditions.join(' AND '), parameters };
}

function statusOf(row: SqlRow): TransferStatus {
  return visibleStatus(
    textOf(row, 'status') as StoredStatus,
    (textOf(row, 'reason') || null) as TransferReason | null,
    textOf(row, 'lane_taken') === 'T',
  );
}

function view(row: SqlRow): TransferView {
  const textOrNull = (column: string): string | null => textOf(row, column) || null;
  const recordId = textOf(row, 'record_id');
  const recordType = textOf(row, 'record_type');
  const status = statusOf(row);
  return {
    transfer: numberOf(row, 'id') ?? 0,
    connection: textOf(row, 'connection'),
    direction: textOf(row, 'direction') === 'Outbound' ? 'Outbound' : 'Inbound',
    kind: textOf(row, 'kind'),
    id: textOf(row, 'platform_id'),
    number: textOf(row, 'document_number'),
    version: textOf(row, 'version'),
    customer: textOf(row, 'customer_name'),
    date: textOf(row, 'document_date'),
    amount: textOf(row, 'amount'),
    currency: textOf(row, 'currency'),
    status,
    ...(textOf(row, 'source_kind') === CANCELLATION_KIND ? { cancels: true } : {}),
    reason: (status === 'Not Transferred' ? textOrNull('reason') : null) as TransferReason | null,
    waitsFor:
      textOf(row, 'waits_for_id') === ''
        ? null
        : { kind: textOf(row, 'waits_for_kind'), id: textOf(row, 'waits_for_id') },
    error:
      textOf(row, 'error_code') === ''
        ? null
        : {
            code: textOf(row, 'error_code'),
            message: textOf(row, 'error_message'),
            remedy: textOf(row, 'remedy'),
          },
    record:
      recordId === ''
        ? null
        : {
            type: recordType,
            id: recordId,
            url: recordUrl(recordType, recordId),
            number: textOf(row, 'record_number'),
          },
    ...reversalOf(textOf(row, 'recovery')),
    attempts: numberOf(row, 'attempts') ?? 0,
    nextAttempt: textOrNull('next_attempt'),
    received: textOf(row, 'received'),
    started: textOrNull('started'),
    transferred: textOrNull('transferred'),
    intake: numberOf(row, 'intake'),
  };
}

function reversalOf(point: string): Pick<TransferView, 'reversal'> {
  const reversal = reversalIn(point);
  if (reversal === null) return {};
  const { recordType: type, recordId: id } = reversal;
  return { reversal: { type, id, url: recordUrl(type, id) } };
}

function now(): string {
  return new Date().toISOString();
}
