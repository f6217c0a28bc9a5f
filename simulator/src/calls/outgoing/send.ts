import { NetSuiteError } from '../../kernel/errors';
import type { OutgoingResponse } from '../../kernel/outgoing';

/** A request as it goes out. */
export interface PlainRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Milliseconds for a whole request (section_4567628658). The 5 seconds for connecting are part of them here. */
const TIME_LIMIT = 45_000;

/**
 * Sends a request and reads the answer; a redirect is an answer here.
 *
 * @throws NetSuiteError with the codes of section_4418229131
 */
export async function send(request: PlainRequest): Promise<OutgoingResponse & { readonly location: string | null }> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { 'user-agent': 'NetSuite/2026.2 (SuiteScript)', ...request.headers },
      body: request.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT),
    });
    const content = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    return {
      code: response.status,
      headers: Object.fromEntries(response.headers),
      body: isText(type) ? content.toString('utf8') : content.toString('base64'),
      location: response.status >= 300 && response.status < 400 ? response.headers.get('location') : null,
    };
  } catch (error) {
    throw failure(error, request.url);
  }
}

function isText(contentType: string): boolean {
  return contentType === '' || /^text\/|json|xml|javascript|x-www-form-urlencoded/i.test(contentType);
}

/** What Node says of a failed request, as NetSuite says it. That a refused connection counts as closed is an assumption. */
function failure(error: unknown, url: URL): NetSuiteError {
  const code = codeOf(error);
  if (code === 'TimeoutError' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new NetSuiteError(
      'SSS_REQUEST_TIME_EXCEEDED',
      'The host you are trying to connect to has exceeded the maximum allowed response time.',
    );
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return unknownHost(url);
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT' || code === 'EHOSTUNREACH') {
    return new NetSuiteError(
      'SSS_CONNECTION_TIME_OUT',
      'The host you are trying to connect to is not responding or has exceeded the maximum allowed response time.',
    );
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return new NetSuiteError(
      'SSS_INVALID_HOST_CERT',
      'An untrusted, unsupported, or invalid certificate was found for this host.',
    );
  }
  return new NetSuiteError('SSS_CONNECTION_CLOSED', 'Connection Closed Error');
}

export function unknownHost(url: URL): NetSuiteError {
  return new NetSuiteError('SSS_UNKNOWN_HOST', `The host you requested ${url.hostname} is unknown or cannot be found.`);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const cause: unknown = error.cause;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
