import type { OutgoingRequest, OutgoingResponse, Secret } from '../../kernel/outgoing';
import { scriptError } from '../errors';
import { call } from '../host';
import { withPromise } from '../promises';
import { Method } from './httpEnums';
import { SecureString } from './secureString';
import { enumerated, required } from './ui/arguments';

export interface RequestOptions {
  url: unknown;
  headers?: object;
  credentials?: string[];
  body?: unknown;
  method?: string;
}

/** What a request gave (section_4418229131). */
export class ClientResponse {
  readonly body: string;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(response: OutgoingResponse) {
    this.body = response.body;
    this.code = response.code;
    this.headers = headersInBothCases(response.headers);
    Object.freeze(this);
  }

  toString(): string {
    return 'http.ClientResponse';
  }
}

/** get, post, put, delete and request of N/http and N/https, each with its `promise`. */
export function requestMethods(module: 'http' | 'https') {
  const isSecure = module === 'https';
  const send = (name: string, method: string, options: RequestOptions, takesBody: boolean): ClientResponse => {
    const { url, headers, body } = required(`${module}.${name}`, options, 'url');
    if (options.credentials !== undefined) {
      throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support N/${module} with credentials.`);
    }
    const request: OutgoingRequest = {
      method,
      url: SecureString.wire(url),
      headers: headersOf(headers),
      body: takesBody ? bodyOf(body) : null,
      isSecure,
    };
    if (request.body !== null && isObject(body)) {
      const hasType = request.headers.some(([given]) => given.toLowerCase() === 'content-type');
      const type: [string, Secret] = ['Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8'];
      return new ClientResponse(
        call(`${module}.request`, hasType ? request : { ...request, headers: [...request.headers, type] }),
      );
    }
    return new ClientResponse(call(`${module}.request`, request));
  };
  const withBody = (name: string, method: string) => (options: RequestOptions) => {
    required(`${module}.${name}`, options, 'url', 'body');
    return send(name, method, options, true);
  };
  return {
    get: withPromise((options: RequestOptions) => send('get', 'GET', options, false)),
    delete: withPromise((options: RequestOptions) => send('delete', 'DELETE', options, false)),
    post: withPromise(withBody('post', 'POST')),
    put: withPromise(withBody('put', 'PUT')),
    request: withPromise((options: RequestOptions) => {
      const method = enumerated(Method, required(`${module}.request`, options, 'method', 'url').method);
      return send('request', method, options, method === 'POST' || method === 'PUT' || method === 'PATCH');
    }),
  };
}

/** Text is sent as it is; an object as a form (section_4418229131): a script that wants JSON writes it itself. */
function bodyOf(body: unknown): Secret | null {
  if (body === undefined || body === null) return null;
  if (!isObject(body)) return SecureString.wire(body);
  return Object.entries(body)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !(body instanceof SecureString);
}

/** Headers that are dropped without a word (section_4418229131). */
const DROPPED = /^(connection|content-length|host|jsessionid|trailer|transfer-encoding|upgrade|via)$/i;

function headersOf(headers: object | undefined): [string, Secret][] {
  const given: [string, Secret][] = [];
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (DROPPED.test(name) || value === undefined || value === null) continue;
    if (!/^[A-Za-z0-9!#$%&'*+.^`|~-]+$/.test(name)) {
      throw scriptError('SSS_INVALID_HEADER', 'One or more headers are not valid.');
    }
    given.push([name, SecureString.wire(value)]);
  }
  return given;
}

function headersInBothCases(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const both: Record<string, string> = { ...headers };
  for (const [name, value] of Object.entries(headers)) {
    both[name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase())] = value;
  }
  return both;
}
