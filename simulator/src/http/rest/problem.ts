import type { NetSuiteError } from '../../kernel/errors';
import { json, type Outgoing } from '../outgoing';

/** Where an error of REST web services lies: `o:errorPath`, `o:errorQueryParam`, `o:errorHeader`, `o:errorUrl`. */
export interface ProblemPlace {
  readonly path?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly url?: string;
}

/** An error of REST web services (section_156570709583). */
export class RestProblem extends Error {
  override readonly name = 'RestProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly place: ProblemPlace = {},
  ) {
    super(detail);
  }
}

const TITLES: Readonly<Record<number, readonly [title: string, section: string]>> = {
  400: ['Bad Request', 'rfc9110.html#section-15.5.1'],
  401: ['Unauthorized', 'rfc9110.html#section-15.5.2'],
  403: ['Forbidden', 'rfc9110.html#section-15.5.4'],
  404: ['Not Found', 'rfc9110.html#section-15.5.5'],
  405: ['Method Not Allowed', 'rfc9110.html#section-15.5.6'],
  415: ['Unsupported Media Type', 'rfc9110.html#section-15.5.16'],
  429: ['Too Many Requests', 'rfc6585.html#section-4'],
  500: ['Internal Server Error', 'rfc9110.html#section-15.6.1'],
};

/** The body of an error: `type`, `title`, `status` and `o:errorDetails` (section_156570709583). */
export function problemAnswer(problem: RestProblem, headers: Outgoing['headers'] = []): Outgoing {
  const [title, section] = TITLES[problem.status] ?? ['Error', 'rfc9110.html#section-15'];
  const { path, parameter, header, url } = problem.place;
  const detail = {
    detail: problem.detail,
    ...(path === undefined ? {} : { 'o:errorPath': path }),
    ...(parameter === undefined ? {} : { 'o:errorQueryParam': parameter }),
    ...(header === undefined ? {} : { 'o:errorHeader': header }),
    ...(url === undefined ? {} : { 'o:errorUrl': url }),
    'o:errorCode': problem.code,
  };
  const body = {
    type: `https://www.rfc-editor.org/rfc/${section}`,
    title,
    status: problem.status,
    'o:errorDetails': [detail],
  };
  return json(problem.status, body, [...headers]);
}

/**
 * What records and queries throw, as REST web services say it. That the code of a record's error is the one that
 * SuiteScript throws is an assumption; Oracle's examples show few.
 */
export function problemOf(error: NetSuiteError, url: string): RestProblem {
  switch (error.name) {
    case 'RCRD_DSNT_EXIST':
    case 'SSS_RECORD_TYPE_MISMATCH':
      return new RestProblem(
        404,
        'NONEXISTENT_ID',
        'The record instance does not exist. Provide a valid record instance ID.',
        { url },
      );
    case 'INVALID_RCRD_TYPE':
      return new RestProblem(404, 'NONEXISTENT_RECORD_TYPE', error.message, { url });
    case 'INSUFFICIENT_PERMISSION':
      return new RestProblem(403, error.name, error.message);
    default:
      return new RestProblem(400, error.name, `Error while accessing a resource. ${error.message}`);
  }
}
