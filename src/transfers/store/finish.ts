import type { PostedReference } from '../../posting/batch';
import { causeToStore } from '../policy/causes';
import { withEntry } from '../policy/history';
import { describeOutcome } from '../policy/outcomes';
import type { TransferOutcome } from '../policy/states';
import { TRANSFER_TYPE, type TransferField, transferField } from './columns';
import type { ReadyTransfer } from './readyTransfers';
import { changeRecord, type StoredValue } from './records';

/**
 * Gives up an older version that is not transferred, because a newer one is tried: 2 units. Only the holder of the
 * document's lane may, so that the older one is not being posted at the same time.
 */
export function giveUpTransfer(older: number, newer: number): void {
  changeRecord(TRANSFER_TYPE, older, {
    [transferField('status')]: 'Cancelled',
    [transferField('reason')]: '',
    [transferField('error_code')]: 'REPLACED',
    [transferField('error_message')]: `A newer version arrived before this one was transferred: transfer ${newer}.`,
    [transferField('remedy')]: 'None needed.',
  });
}

/** A long text area holds so many characters. */
const LONG_TEXT = 4_000;

/** Writes what an attempt came to: 2 units, 2 more where the history is long. Only the lane's holder may. */
export function finishTransfer(
  transfer: ReadyTransfer,
  outcome: TransferOutcome,
  record: PostedReference | null,
  started: string,
  now: string,
): void {
  const attempts = transfer.attempts + 1;
  const values: Partial<Record<TransferField, StoredValue>> = {
    status: outcome.status,
    reason: outcome.status === 'Not Transferred' ? outcome.reason : '',
    attempts,
    started,
    next_attempt: 'nextAttempt' in outcome ? outcome.nextAttempt : '',
    waits_for_kind: 'waitsFor' in outcome ? outcome.waitsFor.kind : '',
    waits_for_id: 'waitsFor' in outcome ? outcome.waitsFor.id : '',
    error_code: 'error' in outcome ? outcome.error.code : '',
    error_message: 'error' in outcome ? outcome.error.message.slice(0, LONG_TEXT) : '',
    remedy: 'error' in outcome ? outcome.error.remedy.slice(0, LONG_TEXT) : '',
    cause: causeToStore(transfer.cause, outcome),
    history: withEntry(transfer.history(), now, 'connector', describeOutcome(outcome, attempts)),
    ...(outcome.status === 'Transferred' ? { transferred: now } : {}),
    ...(record === null
      ? {}
      : { record_type: record.recordType, record_id: Number(record.recordId), record_number: record.number }),
    ...(record?.baseline === undefined ? {} : { baseline: record.baseline }),
  };
  changeRecord(
    TRANSFER_TYPE,
    transfer.id,
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [transferField(name as TransferField), value ?? '']),
    ),
  );
}
