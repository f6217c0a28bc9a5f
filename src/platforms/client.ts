import { type HttpsAnswer, sendHttps } from '../netsuite/https';
import { scriptError } from '../netsuite/scriptErrors';
import { isSecretId, type SecretText, secretText } from '../netsuite/secrets';
import { type ApiAccess, accessToken, forgetToken } from './clientToken';
import type { Judgement, OutboundPlatform, PlatformAnswer, PlatformRequest, Verdict } from './outbound';

/** Units that one request costs at most: it and the token, both twice. */
export const UNITS_FOR_REQUEST = 44;

/** Errors of N/https that say something about the settings; all others may pass. */
const LASTING_ERRORS: Readonly<Record<string, string>> = {
  SSS_INVALID_URL: 'Correct the API address in the connection; then retry.',
  SSS_UNKNOWN_HOST: 'Correct the API address in the connection; then retry.',
  SSS_INVALID_HOST_CERT: 'The host of the API address has no valid certificate: correct the address; then retry.',
  INVALID_SECRET:
    'Let this SuiteApp, its scripts and the API’s host use the API secret (Setup > Company > API Secrets); then retry.',
};

/** A request's answer, and what it means. */
export interface Exchange {
  readonly judgement: Judgement;
  /** Null where none came. */
  readonly answer: PlatformAnswer | null;
}

/**
 * Sends a request of an encoder and says what the answer means. A login that has expired is renewed once. No answer at
 * all means "try again": encoders make requests that may be sent twice. Nothing here writes what is sent, or a token, to
 * a log. 10 units, and 10 to 34 more where a token is needed.
 * @param idempotencyKey for platforms that take one; the same for the same change, however often it is sent
 */
export function sendRequest(
  platform: OutboundPlatform,
  access: ApiAccess,
  request: PlatformRequest,
  idempotencyKey: string,
): Judgement {
  return exchange(platform, access, request, idempotencyKey).judgement;
}

/** As {@link sendRequest}, with the answer itself: for requests that ask for something. */
export function exchange(
  platform: OutboundPlatform,
  access: ApiAccess,
  request: PlatformRequest,
  idempotencyKey: string,
): Exchange {
  const address = access.url || platform.url || '';
  if (!/^https?:\/\/[^\s/]+/.test(address)) return refused(notSetUp('an API address', 'API Address'));
  if (!isSecretId(access.secret)) return refused(notSetUp('an API secret', 'API Secret'));
  if (platform.authentication.kind === 'client credentials' && access.clientId === '') {
    return refused(notSetUp('a client ID', 'API Client ID'));
  }
  const first = attempt(platform, access, address, request, idempotencyKey);
  if (first.judgement.verdict.result !== 'unauthorized') return first;
  forgetToken(access);
  const second = attempt(platform, access, address, request, idempotencyKey);
  if (second.judgement.verdict.result !== 'unauthorized') return second;
  const { code, message } = second.judgement.verdict;
  return refused({
    code,
    message,
    remedy: 'Correct the client ID, the API secret and their rights in the platform; then retry.',
  });
}

function attempt(
  platform: OutboundPlatform,
  access: ApiAccess,
  address: string,
  request: PlatformRequest,
  idempotencyKey: string,
): Exchange {
  const base = address.replace(/\/+$/, '');
  let answer: HttpsAnswer;
  try {
    const login = loginHeader(platform, access, base);
    if ('verdict' in login) return { judgement: login, answer: null };
    answer = sendHttps({
      method: request.method,
      url: `${base}${request.path}`,
      headers: {
        Accept: 'application/json',
        ...(request.body === null ? {} : { 'Content-Type': 'application/json' }),
        ...request.headers,
        ...login.headers,
        ...(request.idempotencyHeader === null ? {} : { [request.idempotencyHeader]: idempotencyKey }),
      },
      body: request.body === null ? null : JSON.stringify(request.body),
    });
  } catch (thrown) {
    return unanswered(thrown);
  }
  return { judgement: platform.judge(answer, request), answer };
}

function loginHeader(
  platform: OutboundPlatform,
  access: ApiAccess,
  base: string,
): { readonly headers: Readonly<Record<string, string | SecretText>> } | Judgement {
  const { authentication } = platform;
  if (authentication.kind === 'key') return { headers: { [authentication.header]: secretText(access.secret) } };
  const token = accessToken(access, `${base}${authentication.tokenPath}`);
  return 'verdict' in token ? token : { headers: { Authorization: `Bearer ${token.token}` } };
}

/** The request may have been worked on or not. */
function unanswered(thrown: unknown): Exchange {
  const { code, message } = scriptError(thrown);
  const remedy = LASTING_ERRORS[code];
  if (remedy !== undefined) return refused({ code, message, remedy });
  return { judgement: { verdict: { result: 'try again', code, message, after: null }, rest: 0 }, answer: null };
}

function notSetUp(what: string, field: string) {
  return {
    code: 'API_NOT_SET_UP',
    message: `The connection has no ${what.replace(/^an? /, '')}, so nothing can be sent.`,
    remedy: `Fill in "${field}" in the connection; then retry.`,
  };
}

function refused(refusal: Omit<Extract<Verdict, { readonly result: 'refused' }>, 'result'>): Exchange {
  return { judgement: { verdict: { result: 'refused', ...refusal }, rest: 0 }, answer: null };
}
