import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import { NetSuiteError } from '../kernel/errors';
import { type Operation, outside } from '../kernel/operation';
import type { OutgoingRequest, OutgoingResponse } from '../kernel/outgoing';
import { isLoopback, reachable } from './outgoing/hosts';
import { secretText } from './outgoing/secretText';
import { type PlainRequest, send, unknownHost } from './outgoing/send';
import { answerOfStandIn } from './outgoing/standIn';

const MOST_REDIRECTS = 10;

const call = defineCall({
  units: 10,
  serve: (request: OutgoingRequest, account) => sendRequest(account, request),
});

/** Requests of N/http and N/https to the world outside; 10 units each (section_157072844224). */
export const httpsCalls: CallTable = { 'https.request': call, 'http.request': call };

/**
 * Sends a script's request. Hosts that stand in for the world outside are asked first; else scripts reach this machine, and
 * hosts that were let in; every other host is unknown to them. Redirects are followed.
 *
 * @throws SSS_INVALID_URL, SSS_UNKNOWN_HOST, SSS_REQUEST_TIME_EXCEEDED, SSS_CONNECTION_TIME_OUT, SSS_INVALID_HOST_CERT,
 * SSS_REQUEST_LOOP_DETECTED
 */
export function* sendRequest(account: Account, given: OutgoingRequest): Operation<OutgoingResponse> {
  let url = checkedAddress(secretText(account, given.url), given.isSecure);
  let method = given.method;
  let body = given.body === null ? null : secretText(account, given.body);
  const headers = Object.fromEntries(given.headers.map(([name, value]) => [name, secretText(account, value)]));
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const request: PlainRequest = { method, url, headers, body };
    const { location, ...response } = answerOfStandIn(account, request) ?? (yield* sendOut(account, request));
    if (location === null) return response;
    url = checkedAddress(new URL(location, url).href, given.isSecure);
    if (response.code === 303 || (response.code < 303 && method === 'POST')) {
      method = 'GET';
      body = null;
    }
  }
  throw new NetSuiteError('SSS_REQUEST_LOOP_DETECTED', 'The request was redirected too many times.');
}

function sendOut(account: Account, request: PlainRequest): Operation<Awaited<ReturnType<typeof send>>> {
  const target = reachable(account, request.url);
  if (!target) throw unknownHost(request.url);
  return outside(() => send({ ...request, url: target }));
}

/**
 * N/https takes `https` addresses and N/http takes `http` ones (section_4296361104). On this machine N/https takes `http`
 * too, so that a test needs no certificate.
 */
function checkedAddress(address: string, isSecure: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url?.protocol === 'http:' && (!isSecure || isLoopback(url.hostname));
  if (url === null || !(isPlain || (isSecure && url.protocol === 'https:'))) {
    const kind = isSecure ? 'HTTPS' : 'HTTP';
    throw new NetSuiteError('SSS_INVALID_URL', `The URL must be a fully qualified ${kind} URL.`);
  }
  return url;
}
