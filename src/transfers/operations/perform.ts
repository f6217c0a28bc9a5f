import { withEntry } from '../policy/history';
import type { BulkOperation } from './policy/operations';
import { decideOperation, type OperationOutcome } from './policy/rules';
import type { OperationResult } from './request';
import { changeTransfer, type TransferRow } from './store/rows';

/** Who does an operation, and why; for the history. */
export interface Doer {
  /** `RESTlet, user 5` or `user 5, operation 12`. */
  readonly who: string;
  readonly why: string;
}

/** Does retry, hold, release or cancel of a transfer, whose lane the caller holds: 2 units, 2 more where its history is long. */
export function performOn(operation: BulkOperation, row: TransferRow, doer: Doer, now: string): OperationResult {
  const decision = decideOperation(operation, row);
  if (decision.outcome === 'changed') {
    changeTransfer(row.id, {
      status: decision.status,
      reason: decision.reason,
      next_attempt: '',
      ...(decision.clearsError ? WITHOUT_ERROR : {}),
      history: entryOf(row, doer, decision.said, now),
    });
  }
  return resultOf(row, decision);
}

/** What an answer says of a transfer after a decision. */
export function resultOf(row: TransferRow, decision: OperationOutcome): OperationResult {
  switch (decision.outcome) {
    case 'changed': {
      const { status, reason } = decision;
      return { transfer: row.id, outcome: 'changed', status, reason: reason === '' ? null : reason };
    }
    case 'unchanged':
      return { transfer: row.id, outcome: 'unchanged', status: row.status, reason: row.reason };
    case 'refused':
      return { ...refusedResult(row.id, decision.error), status: row.status, reason: row.reason };
  }
}

export function refusedResult(transfer: number, error: { readonly code: string; readonly message: string }) {
  return { transfer, outcome: 'refused', error } satisfies OperationResult;
}

/** The history with what was done, by whom and why. */
export function entryOf(row: TransferRow, { who, why }: Doer, said: string, now: string): string {
  return withEntry(row.history(), now, who, `${said}. Why: ${why}`);
}

/** Fields that speak of an attempt, empty. */
export const WITHOUT_ERROR = {
  error_code: '',
  error_message: '',
  remedy: '',
  cause: '',
  waits_for_kind: '',
  waits_for_id: '',
} as const;
