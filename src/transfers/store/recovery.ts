import { TRANSFER_TYPE, transferField } from './columns';
import { changeRecord } from './records';

/**
 * Keeps with a transfer what was written of work that needs more than one write: 2 units. The next run goes on from what
 * it finds in NetSuite by external ids; the recovery point tells people, and keeps a half-done transfer from being
 * cancelled. It stays as the link to the reversal. Only the lane's holder may write it.
 */
export function saveRecoveryPoint(transfer: number, point: string): void {
  changeRecord(TRANSFER_TYPE, transfer, { [transferField('recovery')]: point });
}
