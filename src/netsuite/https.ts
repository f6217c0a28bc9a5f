import * as https from 'N/https';
import type { SecretText } from './secrets';

/** A request to a host outside of NetSuite. */
export interface HttpsRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `https:`; N/https takes no other. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | SecretText>>;
  readonly body: string | SecretText | null;
}

export interface HttpsAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request: 10 units, at most 45 seconds (section_4567628658). NetSuite waits for the answer and follows
 * redirects. An error says nothing of whether the host worked on the request.
 * @throws SSS_REQUEST_TIME_EXCEEDED, SSS_CONNECTION_TIME_OUT, SSS_UNKNOWN_HOST, SSS_INVALID_HOST_CERT and others of
 *   section_4418229131
 */
export function sendHttps({ method, url, headers, body }: HttpsRequest): HttpsAnswer {
  const answer = https.request({
    method: method as https.Method,
    url,
    headers: { ...headers } as Record<string, string>,
    ...(body === null ? {} : { body: body as string }),
  });
  return {
    status: answer.code,
    headers: Object.fromEntries(
      Object.entries(answer.headers as Readonly<Record<string, unknown>>).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]),
    ),
    body: answer.body,
  };
}
