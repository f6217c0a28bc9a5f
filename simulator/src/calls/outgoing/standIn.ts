import type { Account } from '../../kernel/account';
import { NetSuiteError } from '../../kernel/errors';
import type { OutgoingResponse } from '../../kernel/outgoing';
import type { OutsideFailure } from '../../kernel/outsideWorld';
import type { PlainRequest } from './send';

const FAILURES: Readonly<Record<OutsideFailure, readonly [code: string, message: string]>> = {
  'no answer': [
    'SSS_REQUEST_TIME_EXCEEDED',
    'The host you are trying to connect to has exceeded the maximum allowed response time.',
  ],
  closed: ['SSS_CONNECTION_CLOSED', 'Connection Closed Error'],
  'no connection': [
    'SSS_CONNECTION_TIME_OUT',
    'The host you are trying to connect to is not responding or has exceeded the maximum allowed response time.',
  ],
};

/**
 * The answer of a host that stands in for the outside in the program that opened the account; null where none does.
 *
 * @throws SSS_REQUEST_TIME_EXCEEDED, SSS_CONNECTION_CLOSED, SSS_CONNECTION_TIME_OUT where it fails (section_4418229131)
 */
export function answerOfStandIn(
  account: Account,
  request: PlainRequest,
): (OutgoingResponse & { readonly location: string | null }) | null {
  const answer = account.outside?.({
    method: request.method,
    url: request.url.href,
    headers: lowerCase(request.headers),
    body: request.body,
    now: account.clock.now(),
  });
  if (answer === undefined || answer === null) return null;
  if (typeof answer === 'string') throw new NetSuiteError(...FAILURES[answer]);
  const headers = lowerCase(answer.headers ?? {});
  const isRedirect = answer.code >= 300 && answer.code < 400;
  return { code: answer.code, headers, body: answer.body, location: isRedirect ? (headers.location ?? null) : null };
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
