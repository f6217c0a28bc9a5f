import type { Judgement } from '../../platforms/outbound';
import { MOST_ATTEMPTS, retryDelay } from './backoff';
import { knownError } from './remedies';
import type { TransferOutcome } from './states';

const AGAIN = 'Nothing: it is sent again by itself.';

/**
 * What a platform's answer makes of a change. One that asks for rest is tried after it, however often it does; what else
 * passes is tried ever more slowly, and in the end needs a person.
 * @param attempts how often it was tried, with this attempt
 * @param now milliseconds since 1970
 * @param chance at least 0, less than 1
 */
export function outcomeOfVerdict(
  { verdict, rest }: Judgement,
  attempts: number,
  now: number,
  chance: number,
): TransferOutcome {
  switch (verdict.result) {
    case 'sent':
      return { status: 'Transferred', notes: verdict.note === undefined ? [] : [verdict.note] };
    case 'unauthorized':
    case 'refused': {
      const otherwise =
        verdict.result === 'refused' ? verdict.remedy : 'Correct the login of the connection; then retry.';
      const remedy = knownRemedy(verdict.code, 'action needed') ?? otherwise;
      const error = { code: verdict.code, message: verdict.message, remedy };
      return { status: 'Not Transferred', reason: 'Action Needed', error };
    }
    case 'try again': {
      const { code, message } = verdict;
      const wait = Math.max(rest, verdict.after ?? 0) * 1_000;
      if (rest === 0 && attempts >= MOST_ATTEMPTS) {
        const remedy = `It failed ${attempts} times. Look into the platform’s message; then retry.`;
        return { status: 'Not Transferred', reason: 'Action Needed', error: { code, message, remedy } };
      }
      const delay = wait > 0 ? wait : retryDelay(attempts, chance);
      const nextAttempt = new Date(now + delay).toISOString();
      const remedy = knownRemedy(code, 'transient') ?? AGAIN;
      return { status: 'Not Transferred', reason: 'Will Retry', nextAttempt, error: { code, message, remedy } };
    }
  }
}

/** What the catalogue says of a code; null where it knows none, or one of the other sort: the platform decides the sort. */
function knownRemedy(code: string, sort: 'transient' | 'action needed'): string | null {
  const known = knownError(code);
  return known?.sort === sort ? known.remedy : null;
}
