import type { Judgement, OutboundPlatform, PlatformAnswer, PlatformRequest, Verdict } from '../outbound';
import { restOf } from '../rest';
import { creditMemoIdIn, followsFromState } from './creditMemoState';
import { encodeChange } from './encode';
import { type NueAnswer, readAnswer } from './envelope';

/** Seconds to rest where Nue says that there are too many requests, but not for how long; it publishes no limits. */
const USUAL_REST = 60;

const OTHER_REMEDY = 'Follow Nue’s message in Nue or NetSuite; then retry.';

/** How changes are sent to Nue (https://api-docs.nue.io). */
export const nueOutbound: OutboundPlatform = {
  url: 'https://api.nue.io',
  authentication: { kind: 'key', header: 'nue-api-key' },
  takes: ['creditMemo'],
  encode: encodeChange,
  judge: judgeAnswer,
};

/**
 * What an answer of Nue means. HTTP 200 alone says nothing: the envelope's `status` does. The answer to a question for a
 * credit memo says what is to be sent next: nothing where it is cancelled. One that Nue does not have is left to a person:
 * a wrong address is answered the same way. Pure.
 */
export function judgeAnswer(answer: PlatformAnswer, request: PlatformRequest): Judgement {
  const verdict = verdictOf(answer, request);
  return { verdict, rest: answer.status === 429 ? (restOf(answer.headers) ?? USUAL_REST) : 0 };
}

function verdictOf({ status, headers, body }: PlatformAnswer, request: PlatformRequest): Verdict {
  const said = readAnswer(body);
  const isOk = status >= 200 && status < 300;
  const code = said?.code ? `NUE_${said.code}` : isOk ? 'NUE_REFUSED' : `HTTP_${status}`;
  const message = said?.words || `Nue answered HTTP ${status}.`;
  if (isOk && said?.isSuccess === true) return afterSuccess(said, request);
  if (status === 401) return { result: 'unauthorized', code, message };
  // An answer without Nue's envelope comes from something between here and Nue: what happened is not known.
  if (status === 429 || status === 408 || status === 409 || status >= 500 || (isOk && said === null)) {
    const rest = status === 429 ? USUAL_REST : null;
    return { result: 'try again', code, message, after: restOf(headers) ?? rest };
  }
  if (status === 404) {
    return {
      result: 'refused',
      code: 'NUE_NOT_FOUND',
      message: `Nue does not find the credit memo. ${message}`,
      remedy: 'Look whether it is in Nue: if not, cancel this transfer; if so, correct the API address; then retry.',
    };
  }
  return { result: 'refused', code, message, remedy: OTHER_REMEDY };
}

/** What follows from the state of a credit memo; nothing from other answers. */
function afterSuccess(said: NueAnswer, request: PlatformRequest): Verdict {
  const id = creditMemoIdIn(request);
  return id === null ? { result: 'sent' } : followsFromState(id, said.data);
}
