import * as cache from 'N/cache';
import { sendHttps } from '../netsuite/https';
import { secretForm } from '../netsuite/secrets';
import type { Judgement } from './outbound';
import { restOf } from './rest';

/** Where a tenant's API is, and what proves who calls. */
export interface ApiAccess {
  /** The connection's key. */
  readonly connection: string;
  /** Empty: the platform's usual address. */
  readonly url: string;
  readonly clientId: string;
  /** Script id of an API secret. */
  readonly secret: string;
}

/** N/cache keeps nothing for less (section_4642573343). */
const SHORTEST_TTL = 300;

/** Seconds before its end in which a token is not used any more. */
const MARGIN = 60;

/** Seconds to rest after a token was refused for the number of requests, where the platform names none. */
const USUAL_REST = 60;

/**
 * An access token by OAuth 2.0 client credentials: from the cache of this script (1 unit), else from the platform (11
 * more). The client secret is an API secret, which no script sees. The cache may forget at any time.
 * @throws errors of N/https
 */
export function accessToken(access: ApiAccess, tokenUrl: string): { readonly token: string } | Judgement {
  const kept = tokens().get({ key: keyOf(access) });
  if (kept !== null && kept !== '') return { token: kept };
  const answer = sendHttps({
    method: 'POST',
    url: tokenUrl,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: secretForm({ client_id: access.clientId, grant_type: 'client_credentials' }, 'client_secret', access.secret),
  });
  if (answer.status === 429 || answer.status >= 500) {
    const rest = restOf(answer.headers) ?? USUAL_REST;
    const message = `The platform gave no access token (HTTP ${answer.status}).`;
    return { verdict: { result: 'try again', code: 'NO_ACCESS_TOKEN', message, after: rest }, rest };
  }
  const granted = answer.status === 200 ? read(answer.body) : null;
  if (granted === null) {
    const message = `The platform gave no access token (HTTP ${answer.status}).`;
    const remedy = 'Correct the client ID and the API secret of the connection; then retry.';
    return { verdict: { result: 'refused', code: 'LOGIN_REFUSED', message, remedy }, rest: 0 };
  }
  const ttl = granted.seconds - MARGIN;
  if (ttl >= SHORTEST_TTL) tokens().put({ key: keyOf(access), value: granted.token, ttl });
  return { token: granted.token };
}

/** Forgets a token that the platform does not take any more: 1 unit. */
export function forgetToken(access: ApiAccess): void {
  tokens().remove({ key: keyOf(access) });
}

function tokens(): cache.Cache {
  return cache.getCache({ name: 'obc access tokens', scope: cache.Scope.PRIVATE });
}

/** Other settings, another token. */
function keyOf({ connection, url, clientId, secret }: ApiAccess): string {
  return JSON.stringify([connection, url, clientId, secret]);
}

function read(body: string): { readonly token: string; readonly seconds: number } | null {
  try {
    const { access_token: token, expires_in: seconds } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    if (typeof token !== 'string' || token === '') return null;
    const lifetime = Number(seconds);
    return { token, seconds: Number.isFinite(lifetime) ? lifetime : 0 };
  } catch {
    return null;
  }
}
