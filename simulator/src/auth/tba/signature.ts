import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OAuthParameters } from './header';

/** What is signed of a request; the body is not. */
export interface SignedRequest {
  readonly method: string;
  /** Whole address with its query. */
  readonly url: string;
}

/**
 * The signature of token-based authentication (section_1534941295): HMAC-SHA256 over method, address without query, and
 * all parameters of query and header but realm and signature, sorted; in base64.
 */
export function signature(
  request: SignedRequest,
  parameters: OAuthParameters,
  consumerSecret: string,
  tokenSecret: string,
): string {
  const base = [request.method.toUpperCase(), baseAddress(request.url), sortedParameters(request.url, parameters)];
  return createHmac('sha256', `${encode(consumerSecret)}&${encode(tokenSecret)}`)
    .update(base.map(encode).join('&'))
    .digest('base64');
}

/** Compares without telling by its time how much was right. */
export function isSameSignature(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Percent-encoding of RFC 3986: all but letters, digits and `-._~`. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function baseAddress(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function sortedParameters(url: string, parameters: OAuthParameters): string {
  const signed: [string, string][] = [...new URL(url).searchParams];
  for (const [name, value] of parameters) {
    if (name !== 'realm' && name !== 'oauth_signature') signed.push([name, value]);
  }
  return signed
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([leftName, leftValue], [rightName, rightValue]) =>
      leftName === rightName ? compare(leftValue, rightValue) : compare(leftName, rightName),
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
