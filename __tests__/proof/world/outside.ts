import type { RestletAnswer, RestletCall } from 'netsuite-simulator';
import type { ProvingGround } from './account';

/** A call that the world outside makes. By default it comes from the billing platform's user. */
export type OutsideCall = Omit<RestletCall, 'user'> & { readonly by?: 'platform' | 'administrator' | 'accountant' };

/** How often a call is repeated that is not acknowledged, and after how many minutes first; each pause is twice the last. */
const MOST_REPEATS = 8;
const FIRST_PAUSE = 60_000;

/** Codes after which the contract says to send again, or with which NetSuite ends a script. All others are final. */
const TRY_AGAIN: readonly string[] = [
  'UNEXPECTED_ERROR',
  'RCRD_HAS_BEEN_CHANGED',
  'SSS_REQUEST_LIMIT_EXCEEDED',
  'SSS_USAGE_LIMIT_EXCEEDED',
  'SSS_TIME_LIMIT_EXCEEDED',
  'SSS_APP_SERVER_RESTART',
  'TRANSFER_IN_PROGRESS',
  'BUSY',
  'NOT_STORED',
];

interface Body {
  /** Of a DELETE. */
  readonly outcome?: string;
  readonly error?: { readonly code?: string };
  readonly results?: readonly {
    readonly outcome?: string;
    readonly error?: { readonly code?: string };
  }[];
}

/** The inbound RESTlet's POST of one call. */
export function documentsCall(
  connection: string,
  documents: readonly { readonly kind: string; readonly data: unknown }[],
): OutsideCall {
  return {
    script: 'customscript_obc_inbound',
    deploy: 'customdeploy_obc_inbound',
    method: 'POST',
    body: { connection, documents },
  };
}

/** The inbound RESTlet's DELETE of a document. */
export function withdrawal(connection: string, kind: string, id: string): OutsideCall {
  return {
    script: 'customscript_obc_inbound',
    deploy: 'customdeploy_obc_inbound',
    method: 'DELETE',
    parameters: { connection, kind, id },
    contentType: 'application/json',
  };
}

/** A change of settings by the administrator. */
export function settingsChange(
  connection: string,
  change: { readonly settings?: object; readonly mappings?: readonly object[] },
): OutsideCall {
  return {
    script: 'customscript_obc_settings',
    deploy: 'customdeploy_obc_settings',
    method: 'PUT',
    body: { connection, ...change },
    by: 'administrator',
  };
}

/** An operation of a person on transfers. */
export function operation(
  by: 'administrator' | 'accountant',
  body: { readonly operation: string; readonly transfers: readonly number[]; readonly record?: object },
): OutsideCall {
  return {
    script: 'customscript_obc_operate',
    deploy: 'customdeploy_obc_operate',
    method: 'POST',
    body: { ...body, why: 'For the proof.' },
    by,
  };
}

/** Makes a call once. Null where no answer came. */
export async function callOnce(ground: ProvingGround, call: OutsideCall): Promise<RestletAnswer | null> {
  const { by = 'platform', ...restlet } = call;
  try {
    return await ground.account.callRestlet(by === 'administrator' ? restlet : { ...restlet, user: ground[by] });
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'SIMULATOR_ANSWER_LOST') return null;
    throw thrown;
  }
}

/** Whether the caller has an answer with which the contract lets it forget the call. */
export function isAcknowledged(answer: RestletAnswer | null): answer is RestletAnswer {
  return answer !== null && codesOf(answer).every((code) => !TRY_AGAIN.includes(code));
}

/** The codes of errors in an answer: of the whole call, or of its documents. */
export function codesOf(answer: RestletAnswer): readonly string[] {
  const body = bodyOf(answer);
  const own = body.error?.code;
  if (own !== undefined) return [own];
  if (answer.status !== 200) return [`HTTP ${answer.status}`];
  return (body.results ?? []).flatMap(({ error }) => (error?.code === undefined ? [] : [error.code]));
}

export function bodyOf(answer: RestletAnswer): Body {
  try {
    return JSON.parse(answer.body) as Body;
  } catch {
    return {};
  }
}

/**
 * Makes calls at the same time and repeats those that are not acknowledged, with pauses in which the account's time
 * passes, as the contract tells callers to.
 * @returns the answers, in the order of the calls
 * @throws Error where a call is not acknowledged in the end
 */
export async function callUntilAcknowledged(
  ground: ProvingGround,
  calls: readonly OutsideCall[],
): Promise<readonly RestletAnswer[]> {
  const answers = new Map<number, RestletAnswer>();
  let open = calls.map((call, index) => ({ call, index }));
  for (let repeat = 0, pause = FIRST_PAUSE; open.length > 0; repeat += 1, pause *= 2) {
    if (repeat > MOST_REPEATS) throw new Error(`A call was not acknowledged in ${repeat} attempts.`);
    if (repeat > 0) await ground.account.passTime(pause);
    const made = await Promise.all(open.map(async (each) => ({ ...each, answer: await callOnce(ground, each.call) })));
    for (const { index, answer } of made) if (isAcknowledged(answer)) answers.set(index, answer);
    open = open.filter(({ index }) => !answers.has(index));
  }
  return calls.map((_, index) => {
    const answer = answers.get(index);
    if (answer === undefined) throw new Error('An answer is missing.');
    return answer;
  });
}
