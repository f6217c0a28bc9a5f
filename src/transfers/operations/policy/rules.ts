import type { StoredStatus, TransferReason } from '../../policy/states';
import type { BulkOperation } from './operations';

/** What the rules have to know of a transfer. */
export interface OperatedTransfer {
  readonly id: number;
  readonly status: StoredStatus;
  readonly reason: TransferReason | null;
  /** Empty where nothing is half done. */
  readonly recovery: string;
  /** The NetSuite record that the row names, `invoice INV7 (internal id 12)`; null where there is none. */
  readonly record: string | null;
  /** The record that it made in NetSuite although no attempt came to its end, in the same words; null where none is known. */
  readonly unnoted: string | null;
}

/** What an operation makes of a transfer. */
export type OperationOutcome =
  | {
      readonly outcome: 'changed';
      readonly status: StoredStatus;
      readonly reason: TransferReason | '';
      /** Error, remedy and cause are taken away: they speak of an attempt that does not count any more. */
      readonly clearsError: boolean;
      /** For the history, before the reason: `retried`. */
      readonly said: string;
    }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly error: Refusal };

/** Why an operation is not done: a code and a sentence with what to do instead. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** The reasons of rows that each operation changes; the condition by which `all that match` is bound. */
export const CHANGED_REASONS: Readonly<Record<BulkOperation, readonly TransferReason[]>> = {
  retry: ['Action Needed', 'Will Retry'],
  hold: ['Queued', 'Waiting', 'Will Retry', 'Action Needed'],
  release: ['Held'],
  cancel: ['Queued', 'Waiting', 'Will Retry', 'Action Needed', 'Held'],
};

/**
 * What retry, hold, release and cancel make of a transfer. What is so already is unchanged, so that the same operation
 * may be sent again. Attempts are kept. Pure.
 */
export function decideOperation(operation: BulkOperation, transfer: OperatedTransfer): OperationOutcome {
  const done = alreadyDone(operation, transfer);
  if (done) return { outcome: 'unchanged' };
  if (transfer.status !== 'Not Transferred') return refuseEnded(operation, transfer);
  const { reason } = transfer;
  if (reason === null || !CHANGED_REASONS[operation].includes(reason)) return refuseReason(operation, transfer);
  switch (operation) {
    case 'retry':
      return changed('Not Transferred', 'Queued', true, 'retried');
    case 'hold':
      return changed('Not Transferred', 'Held', false, `held (it was ${reason})`);
    case 'release':
      return changed('Not Transferred', 'Queued', true, 'released');
    case 'cancel':
      if (transfer.unnoted !== null) return refused('ALREADY_POSTED', alreadyPosted(transfer));
      if (transfer.recovery !== '') {
        return refused('HALF_DONE', `${name(transfer)} is half done in NetSuite: retry it, so that it can be ended.`);
      }
      return changed('Cancelled', '', true, `cancelled${stays(transfer)}`);
  }
}

/** Why nothing may be done before a run has noted the record that is there already. */
export function alreadyPosted({ id, unnoted }: Pick<OperatedTransfer, 'id' | 'unnoted'>): string {
  return `Transfer ${id} is NetSuite’s ${unnoted} already; the run ended before that was noted. The next run notes it.`;
}

/** Where a transfer stands, in words: `Not Transferred: Held`. */
export function standing({ status, reason }: Pick<OperatedTransfer, 'status' | 'reason'>): string {
  return status === 'Not Transferred' && reason !== null ? `${status}: ${reason}` : status;
}

function alreadyDone(operation: BulkOperation, { status, reason }: OperatedTransfer): boolean {
  if (operation === 'cancel') return status === 'Cancelled';
  if (status !== 'Not Transferred') return false;
  return operation === 'hold' ? reason === 'Held' : reason === 'Queued';
}

function refuseEnded(operation: BulkOperation, transfer: OperatedTransfer): OperationOutcome {
  if (transfer.status === 'Cancelled') {
    return refused('CANCELLED', `${name(transfer)} is cancelled: send the document again to post it.`);
  }
  return operation === 'cancel'
    ? refused(
        'ALREADY_TRANSFERRED',
        `${name(transfer)} is ${transfer.record ?? 'transferred'}: cancel it there, or send a credit.`,
      )
    : refused('ALREADY_TRANSFERRED', `${name(transfer)} is transferred already.`);
}

function refuseReason(operation: BulkOperation, transfer: OperatedTransfer): OperationOutcome {
  if (operation === 'retry' && transfer.reason === 'Held') {
    return refused('HELD', `${name(transfer)} is held by a person: release it.`);
  }
  if (operation === 'retry' && transfer.reason === 'Waiting') {
    return refused('FOLLOWS_BY_ITSELF', `${name(transfer)} waits for another document, and follows it by itself.`);
  }
  return refused('NOT_HELD', `${name(transfer)} is not held but ${standing(transfer)}.`);
}

/** A record that was made, but not as planned, is not undone by cancelling its transfer; the history says so. */
function stays({ record }: OperatedTransfer): string {
  return record === null ? '' : `; NetSuite’s ${record} stays as it is`;
}

function changed(
  status: StoredStatus,
  reason: TransferReason | '',
  clearsError: boolean,
  said: string,
): OperationOutcome {
  return { outcome: 'changed', status, reason, clearsError, said };
}

function refused(code: string, message: string): OperationOutcome {
  return { outcome: 'refused', error: { code, message } };
}

function name({ id }: OperatedTransfer): string {
  return `Transfer ${id}`;
}
