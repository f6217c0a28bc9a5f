import type { Judgement, OutboundPlatform, PlatformAnswer, Verdict } from '../outbound';
import { restOf } from '../rest';
import { encodeChange } from './encode';
import { zuoraRemedy } from './remedies';

/** The last two digits of an error code are its category; these pass (https://developer.zuora.com/docs/guides/error-handling). */
const PASSING_CATEGORIES: readonly number[] = [50, 61, 70, 99];
const AUTHENTICATION_FAILED = 11;
const LIMIT_EXCEEDED = 70;

/** Seconds to rest where Zuora says that a limit is reached, but not for how long. */
const USUAL_REST = 60;

/** With so few requests left in the window, the rest of it is left to others of the tenant. */
const FEWEST_REMAINING = 10;

/** Seconds to rest when no further concurrent request is allowed; Zuora refreshes the figure every second. */
const CONCURRENCY_REST = 5;

const OTHER_REMEDY = 'Correct what Zuora’s message names, in NetSuite or in Zuora; then retry.';

/** How changes are sent to Zuora. */
export const zuoraOutbound: OutboundPlatform = {
  // Each data centre has its own: https://rest.na.zuora.com, https://rest.zuora.com, https://rest.eu.zuora.com, ...
  url: null,
  authentication: { kind: 'client credentials', tokenPath: '/oauth/token' },
  takes: ['customer'],
  encode: encodeChange,
  judge: judgeAnswer,
};

/**
 * What an answer of Zuora's v1 API means. HTTP 200 alone says nothing: the body's `success` (or `Success`) does. Limits
 * are read from every answer (https://developer.zuora.com/docs/guides/rate-limits). Pure.
 */
export function judgeAnswer(answer: PlatformAnswer): Judgement {
  const verdict = verdictOf(answer);
  return { verdict, rest: restAfter(answer, verdict) };
}

function verdictOf({ status, headers, body }: PlatformAnswer): Verdict {
  const said = readBody(body);
  const isOk = status >= 200 && status < 300;
  if (isOk && said !== null && said.success !== false) return { result: 'sent' };
  const first = said?.reasons[0];
  const code = first === undefined ? `HTTP_${status}` : `ZUORA_${first.code}`;
  const words = said?.reasons.map((reason) => `${reason.message} (${reason.code})`).join(' ') ?? '';
  const process = said?.processId ? ` Zuora’s process ${said.processId}.` : '';
  const message = words === '' ? `Zuora answered HTTP ${status}.${process}` : `${words}${process}`;
  const categories = said?.reasons.map((reason) => reason.code % 100) ?? [];
  if (status === 401 || categories.includes(AUTHENTICATION_FAILED)) return { result: 'unauthorized', code, message };
  const passes =
    status === 429 ||
    status === 409 ||
    status >= 500 ||
    // An answer that is no JSON comes from something between here and Zuora: what happened is not known.
    (isOk && said === null) ||
    (categories.length > 0 && categories.every((category) => PASSING_CATEGORIES.includes(category)));
  if (passes) return { result: 'try again', code, message, after: restOf429(status, headers) };
  const category = categories.find((each) => !PASSING_CATEGORIES.includes(each));
  return { result: 'refused', code, message, remedy: zuoraRemedy(category ?? -1) ?? OTHER_REMEDY };
}

function restAfter({ status, headers }: PlatformAnswer, verdict: Verdict): number {
  if (status === 429) return restOf429(status, headers) ?? USUAL_REST;
  if (verdict.result === 'try again' && verdict.code.endsWith(String(LIMIT_EXCEEDED))) {
    return restOf(headers) ?? USUAL_REST;
  }
  const remaining = wholeNumber(headers['ratelimit-remaining']);
  if (remaining !== null && remaining < FEWEST_REMAINING) return restOf(headers) ?? USUAL_REST;
  return wholeNumber(headers['concurrency-limit-remaining']) === 0 ? CONCURRENCY_REST : 0;
}

function restOf429(status: number, headers: Readonly<Record<string, string>>): number | null {
  if (status === 429) return restOf(headers) ?? USUAL_REST;
  return headers['retry-after'] === undefined ? null : restOf(headers);
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null;
}

interface Said {
  /** Null where the body does not say. */
  readonly success: boolean | null;
  readonly processId: string;
  readonly reasons: readonly { readonly code: number; readonly message: string }[];
}

/** The body of an answer, in either of Zuora's dialects; null where it is no JSON object. */
function readBody(body: string): Said | null {
  if (body.trim() === '') return { success: null, processId: '', reasons: [] };
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  const object: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof object !== 'object' || object === null) return null;
  const given = object as Readonly<Record<string, unknown>>;
  const success = given.success ?? given.Success;
  const reasons = given.reasons ?? given.Errors;
  return {
    success: typeof success === 'boolean' ? success : null,
    processId: typeof given.processId === 'string' ? given.processId : '',
    reasons: Array.isArray(reasons) ? reasons.map(reasonOf) : [],
  };
}

function reasonOf(reason: unknown): Said['reasons'][number] {
  const given = (typeof reason === 'object' && reason !== null ? reason : {}) as Readonly<Record<string, unknown>>;
  const code = Number(given.code ?? given.Code);
  return { code: Number.isFinite(code) ? code : 0, message: String(given.message ?? given.Message ?? 'No message.') };
}
