import { isDuplicate, scriptError } from '../../netsuite/scriptErrors';
import { numberOf, selectRows } from '../../netsuite/suiteQl';
import type { Direction } from '../policy/states';
import { TRANSFER_TYPE, type TransferField, transferField } from './columns';
import { createRecord } from './records';

/** A transfer that is about to be stored. */
export interface NewTransfer {
  /** See `rowKey`. */
  readonly key: string;
  readonly direction: Direction;
  readonly connection: string;
  readonly kind: string;
  readonly sourceKind: string;
  readonly id: string;
  readonly number: string;
  readonly version: string;
  readonly hash: string;
  /** JSON text, or empty where a file holds it. */
  readonly payload: string;
  /** Internal id of the file that holds a payload too long for a field. */
  readonly payloadFile: number | null;
  readonly customer: string;
  readonly customerName: string;
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly lane: number;
  readonly rank: number;
  readonly received: string;
  readonly history: string;
  /** Fields that only some transfers have from the beginning, and a state other than queued. */
  readonly more?: Readonly<Partial<Record<TransferField, string | number | null>>>;
}

/** A short text field holds so many characters. */
const TEXT_LENGTH = 300;

/**
 * Stores a transfer as Not Transferred, Queued unless it says otherwise: 6 units. The same transfer may be stored by another call within the same
 * millisecond; then the key refuses this one, and the other is returned (10 units more).
 * @param intake internal id of the intake that brought it; null where it came at once
 */
export function storeTransfer(
  transfer: NewTransfer,
  intake: number | null,
): { readonly id: number; readonly isNew: boolean } {
  const values: Readonly<Partial<Record<TransferField, string | number | null>>> = {
    direction: transfer.direction,
    connection: transfer.connection,
    kind: transfer.kind,
    source_kind: transfer.sourceKind,
    platform_id: transfer.id,
    number: transfer.number.slice(0, TEXT_LENGTH),
    version: transfer.version,
    hash: transfer.hash,
    payload: transfer.payload,
    payload_file: transfer.payloadFile,
    customer: transfer.customer,
    customer_name: transfer.customerName.slice(0, TEXT_LENGTH),
    date: transfer.date,
    amount: transfer.amount,
    currency: transfer.currency,
    lane: transfer.lane,
    rank: transfer.rank,
    status: 'Not Transferred',
    reason: 'Queued',
    attempts: 0,
    received: transfer.received,
    intake,
    history: transfer.history,
    ...transfer.more,
  };
  const fields = Object.entries(values).map(([name, value]) => [transferField(name as TransferField), value] as const);
  try {
    return { id: createRecord(TRANSFER_TYPE, Object.fromEntries(fields), transfer.key), isNew: true };
  } catch (thrown) {
    const failure = scriptError(thrown);
    const stored = findByKey(transfer.key);
    if (stored === null) throw thrown;
    return { id: stored, isNew: !isDuplicate(failure) };
  }
}

function findByKey(key: string): number | null {
  const [row] = selectRows(`SELECT id FROM ${TRANSFER_TYPE} WHERE externalid = ?`, [key]);
  return row === undefined ? null : numberOf(row, 'id');
}
