import type { FastifyRequest } from 'fastify';
import type { LoginRequest } from '../auth/authenticate';

/** An HTTP request as the pages and services here read it. */
export interface Incoming extends LoginRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** Content-Type as it was sent; null where there is none. */
  readonly contentType: string | null;
  readonly body: Buffer;
  /** True also for a GET whose body the server did not read. */
  readonly hasBody: boolean;
}

/** Reads a request; its body is the bytes that came. */
export function incoming(request: FastifyRequest): Incoming {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const url = new URL(request.url, `${request.protocol}://${headers.host ?? 'localhost'}`);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const announced = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
  return {
    method: request.method,
    url: url.href,
    path: url.pathname,
    query: url.searchParams,
    headers,
    authorization: headers.authorization,
    cookie: headers.cookie,
    contentType: headers['content-type'] ?? null,
    body,
    hasBody: body.length > 0 || announced,
    clientAddress: request.ip,
  };
}

/** Scheme, host and port under which the caller reached the account. */
export function originOf({ url }: Incoming): string {
  return new URL(url).origin;
}

/** The fields of a form-encoded body; null where the body is something else. */
export function formFields({ contentType, body }: Incoming): URLSearchParams | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded' ? new URLSearchParams(body.toString('utf8')) : null;
}
