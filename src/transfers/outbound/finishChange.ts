import { withEntry } from '../policy/history';
import { describeOutcome } from '../policy/outcomes';
import type { TransferOutcome } from '../policy/states';
import { TRANSFER_TYPE, type TransferField, transferField } from '../store/columns';
import { changeRecord, type StoredValue } from '../store/records';
import type { ReadyChange } from './readyChanges';

/** A long text area holds so many characters. */
const LONG_TEXT = 4_000;

/** Writes what sending a change came to: 2 units, 2 more where the history is long. Only the lane's holder may. */
export function finishChange(change: ReadyChange, outcome: TransferOutcome, started: string): void {
  const attempts = change.attempts + 1;
  const now = new Date().toISOString();
  write(change, outcome, {
    attempts,
    started,
    history: withEntry(change.history(), now, 'connector', describeOutcome(outcome, attempts)),
    ...(outcome.status === 'Transferred' ? { transferred: now } : {}),
  });
}

/** Cancels a change that is not to be sent any more, without an attempt: 2 units. Only the lane's holder may. */
export function cancelChange(change: ReadyChange, message: string): void {
  const outcome: TransferOutcome = {
    status: 'Cancelled',
    error: { code: 'REPLACED', message, remedy: 'None needed.' },
  };
  const said = describeOutcome(outcome, change.attempts);
  write(change, outcome, { history: withEntry(change.history(), new Date().toISOString(), 'connector', said) });
}

function write(change: ReadyChange, outcome: TransferOutcome, more: Partial<Record<TransferField, StoredValue>>): void {
  const values: Partial<Record<TransferField, StoredValue>> = {
    status: outcome.status,
    reason: outcome.status === 'Not Transferred' ? outcome.reason : '',
    next_attempt: 'nextAttempt' in outcome ? outcome.nextAttempt : '',
    error_code: 'error' in outcome ? outcome.error.code.slice(0, 300) : '',
    error_message: 'error' in outcome ? outcome.error.message.slice(0, LONG_TEXT) : '',
    remedy: 'error' in outcome ? outcome.error.remedy.slice(0, LONG_TEXT) : '',
    ...more,
  };
  const fields = Object.entries(values).map(([name, value]) => [transferField(name as TransferField), value ?? '']);
  changeRecord(TRANSFER_TYPE, change.id, Object.fromEntries(fields));
}
