import type { Cause } from '../../posting/causes';
import type { PostingProblem } from '../../posting/plan';
import { MOST_ATTEMPTS, retryDelay } from './backoff';
import { remedyFor } from './remedies';
import type { TransferError, TransferOutcome } from './states';

/** What planning found in the way of a document, as the transfer's next state. */
export function outcomeOfProblem(problem: PostingProblem): TransferOutcome {
  const error = { code: problem.code, message: problem.message, remedy: problem.remedy };
  return problem.reason === 'Waiting' && problem.waitsFor !== null
    ? { status: 'Not Transferred', reason: 'Waiting', waitsFor: problem.waitsFor, error }
    : { status: 'Not Transferred', reason: 'Action Needed', error, ...causeOf(problem) };
}

/**
 * What NetSuite's error makes of a transfer: errors that pass are tried again later, ever more slowly, others and those
 * that did not pass need a person.
 * @param attempts how often it was tried, with this attempt
 * @param now milliseconds since 1970
 * @param chance at least 0, less than 1
 */
export function outcomeOfError(
  failure: { readonly code: string; readonly message: string },
  attempts: number,
  now: number,
  chance: number,
): TransferOutcome {
  const { sort, message, remedy, lasting } = remedyFor(failure);
  const error: TransferError = { code: failure.code, message, remedy };
  if (sort === 'action needed') return { status: 'Not Transferred', reason: 'Action Needed', error };
  if (attempts >= MOST_ATTEMPTS) {
    const exhausted = `It failed ${attempts} times in the same way. ${lasting} Then retry.`;
    return { status: 'Not Transferred', reason: 'Action Needed', error: { ...error, remedy: exhausted } };
  }
  const nextAttempt = new Date(now + retryDelay(attempts, chance)).toISOString();
  return { status: 'Not Transferred', reason: 'Will Retry', nextAttempt, error };
}

function causeOf({ cause }: PostingProblem): { readonly cause?: Cause } {
  return cause === undefined ? {} : { cause };
}

/** The line of the history that says it. */
export function describeOutcome(outcome: TransferOutcome, attempt: number): string {
  if (outcome.status === 'Transferred') {
    return [`attempt ${attempt}: transferred`, ...outcome.notes].join('. ');
  }
  const said = `${outcome.error.code}: ${outcome.error.message}`;
  if (outcome.status === 'Cancelled') return `cancelled, ${said}`;
  if (outcome.reason === 'Waiting')
    return `attempt ${attempt}: waits for ${outcome.waitsFor.kind} ${outcome.waitsFor.id}, ${said}`;
  if (outcome.reason === 'Will Retry') return `attempt ${attempt}: ${said}; next attempt ${outcome.nextAttempt}`;
  return `attempt ${attempt}: action needed, ${said}`;
}
