import type { Budget } from '../../netsuite/budget';
import { exchange } from '../../platforms/client';
import type { PlatformAnswer, Refusal, Verdict } from '../../platforms/outbound';
import type { Source } from '../runs/fetching';
import type { MissingDocument } from '../store/missing';
import { forgetAsked, noteAsked } from './marks';
import { askedInVain } from './policy/askAgain';
import { fetched, notFound, notGiven } from './policy/wording';
import { receiveFetched } from './receive';
import { tellWaiting } from './tell';

/** A document that this run asks for, and nobody else meanwhile. */
export interface Claimed {
  readonly document: MissingDocument;
  /** Internal id of its mark. */
  readonly mark: number;
  /** How often it was asked for in vain before. */
  readonly times: number;
}

/** What came of asking. */
export interface Asking {
  /** `failed`: the platform said nothing of the document; it may say as little of others. */
  readonly result: 'stored' | 'not stored' | 'failed';
  /** Seconds for which the platform wants to be left alone. */
  readonly rest: number;
}

/** What an answer says of the document that was asked for. */
type Said =
  | { readonly kind: 'found'; readonly data: unknown }
  | { readonly kind: 'not found' }
  /** The platform speaks of this document, or of all; a person must act. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** It passes. */
  | { readonly kind: 'no answer'; readonly after: number };

/**
 * Asks the platform for a document, and stores it, or notes when it is asked for again and lets those that wait for it say
 * why. What is asked changes nothing at the platform, and what is stored twice is stored once, so a run may die anywhere.
 * 45 units where it is found, else 12 to 46 and those of {@link tellWaiting}.
 */
export function askFor({ document, mark, times }: Claimed, source: Source, claimant: string, budget: Budget): Asking {
  const { api, reads, platform, settings } = source;
  const access = { connection: settings.key, ...settings.api };
  const request = reads.request(document.kind, document.id);
  const { judgement, answer } = exchange(api, access, request, '');
  const { rest } = judgement;
  const said = understand(answer, judgement.verdict, document, source);
  const again = (seconds = 0): void => noteAsked(mark, askedInVain(times + 1, Date.now(), seconds));
  switch (said.kind) {
    case 'found': {
      const received = receiveFetched(document, said.data, source);
      if (!received.ok) {
        again();
        tellWaiting(document, notGiven(document, platform.name, received.error), claimant, budget);
        return { result: 'not stored', rest };
      }
      if (times > 0) tellWaiting(document, fetched(document, platform.name), claimant, budget);
      forgetAsked(mark);
      return { result: received.value ? 'stored' : 'not stored', rest };
    }
    case 'not found':
      again();
      tellWaiting(document, notFound(document, platform.name), claimant, budget);
      return { result: 'not stored', rest };
    case 'refused':
      again();
      tellWaiting(document, notGiven(document, platform.name, said.refusal), claimant, budget);
      return { result: 'failed', rest };
    case 'no answer':
      again(Math.max(rest, said.after));
      return { result: 'failed', rest };
  }
}

function understand(
  answer: PlatformAnswer | null,
  verdict: Verdict,
  { kind, id }: MissingDocument,
  { reads, platform }: Source,
): Said {
  const reading = answer === null ? null : reads.read(kind, id, answer);
  if (reading !== null) {
    if (reading.result === 'found') return { kind: 'found', data: reading.data };
    if (reading.result === 'not found') return { kind: 'not found' };
    const { code, message, remedy } = reading;
    return { kind: 'refused', refusal: { code, message, remedy } };
  }
  switch (verdict.result) {
    case 'try again':
      return { kind: 'no answer', after: verdict.after ?? 0 };
    case 'refused':
    case 'unauthorized': {
      const remedy = verdict.result === 'refused' ? verdict.remedy : 'Correct the login of the connection.';
      return { kind: 'refused', refusal: { code: verdict.code, message: verdict.message, remedy } };
    }
    case 'sent': {
      const message = 'Its answer cannot be read.';
      return {
        kind: 'refused',
        refusal: { code: 'ANSWER_UNREADABLE', message, remedy: `Report it to ${platform.name}.` },
      };
    }
  }
}
