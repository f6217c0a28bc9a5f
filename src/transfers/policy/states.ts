import type { DocumentReference } from '../../documents/document';
import type { Cause } from '../../posting/causes';

/**
 * Where a transfer stands, in the words of the transaction hub. The words are stored as they are: a list would need its
 * account-specific ids in every query. `Transferring` is never stored: a document is transferring while the lane that
 * posts it is taken.
 */
export type StoredStatus = 'Not Transferred' | 'Transferred' | 'Cancelled';
export type TransferStatus = StoredStatus | 'Transferring';

export const TRANSFER_STATUSES: readonly TransferStatus[] = [
  'Not Transferred',
  'Transferring',
  'Transferred',
  'Cancelled',
];

/** Why a transfer is not transferred. */
export type TransferReason = 'Queued' | 'Waiting' | 'Will Retry' | 'Action Needed' | 'Held';

export type Direction = 'Inbound' | 'Outbound';

export interface TransferError {
  /** NetSuite's code or ours, upper snake case. */
  readonly code: string;
  /** What happened. */
  readonly message: string;
  /** What to do. */
  readonly remedy: string;
}

/** What a transfer's next state is, as an attempt left it. */
export type TransferOutcome =
  | { readonly status: 'Transferred'; readonly notes: readonly string[] }
  | {
      readonly status: 'Not Transferred';
      readonly reason: 'Waiting';
      readonly waitsFor: DocumentReference;
      readonly error: TransferError;
    }
  | {
      readonly status: 'Not Transferred';
      readonly reason: 'Will Retry';
      /** UTC, ISO 8601. */
      readonly nextAttempt: string;
      readonly error: TransferError;
    }
  | {
      readonly status: 'Not Transferred';
      readonly reason: 'Action Needed';
      readonly error: TransferError;
      /** What has to change, where the connector can see the change by itself. */
      readonly cause?: Cause;
    }
  | { readonly status: 'Cancelled'; readonly error: TransferError };

/** The status that people see: the stored one, or Transferring while the lane of a queued row is taken. */
export function visibleStatus(
  stored: StoredStatus,
  reason: TransferReason | null,
  laneIsTaken: boolean,
): TransferStatus {
  return stored === 'Not Transferred' && reason === 'Queued' && laneIsTaken ? 'Transferring' : stored;
}
