import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, errorOf } from './answer';

const attempts = 12;
const firstPause = 100;
const longestPause = 5_000;

/**
 * Sends until NetSuite has a request slot free. It refuses with 400 SSS_REQUEST_LIMIT_EXCEEDED (RESTlets), 429 (REST web
 * services) or 503; a refused request has had no effect, so sending it again is safe.
 */
export async function untilAdmitted(send: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send();
    if (!isRefused(answer) || attempt === attempts) return answer;
    const longest = Math.min(firstPause * 2 ** attempt, longestPause);
    // Spread out, so that callers refused together do not come back together.
    await pause(longest * (0.5 + Math.random() / 2));
  }
}

/** Whether NetSuite turned the request away because the account was busy. */
export function isRefused(answer: Answer): boolean {
  if (answer.status === 429 || answer.status === 503) return true;
  return answer.status === 400 && errorOf(answer)?.code === 'SSS_REQUEST_LIMIT_EXCEEDED';
}
