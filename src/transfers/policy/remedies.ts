import { nueErrors } from '../../platforms/nue/remedies';
import type { KnownError } from '../../platforms/remedies';
import { zuoraErrors } from '../../platforms/zuora/remedies';
import { concurrencyErrors } from './remedies/concurrency';
import { httpErrors } from './remedies/http';
import { accountingErrors, netsuiteErrors, valueErrors } from './remedies/netsuite';

/** What is known of an error: whether it passes by itself, what happened, and what a person can do. */
export interface Remedy {
  readonly sort: 'transient' | 'action needed';
  /** What happened, where, and the error's own words. */
  readonly message: string;
  readonly remedy: string;
  /** What to do where an error that passes did not pass. */
  readonly lasting: string;
}

/** All known errors, in the chapters of the documentation; the first that a code fits is taken. */
export const REMEDIES: readonly { readonly chapter: string; readonly errors: readonly KnownError[] }[] = [
  { chapter: 'Too many calls at once', errors: concurrencyErrors },
  { chapter: 'NetSuite: the account', errors: netsuiteErrors },
  { chapter: 'NetSuite: values', errors: valueErrors },
  { chapter: 'NetSuite: accounting', errors: accountingErrors },
  { chapter: 'Zuora', errors: zuoraErrors },
  { chapter: 'Nue', errors: nueErrors },
  { chapter: 'Answers of a platform', errors: httpErrors },
];

const LOOK = 'Look into NetSuite’s message.';
const UNKNOWN = 'Correct what NetSuite’s message names, in NetSuite or in the platform; then retry.';

/**
 * How an error of NetSuite is to be treated and told. One that is not known needs a person, and keeps NetSuite's words.
 * Pure.
 */
export function remedyFor(failure: { readonly code: string; readonly message: string }): Remedy {
  const known = knownError(failure.code);
  if (known === null) return { sort: 'action needed', message: failure.message, remedy: UNKNOWN, lasting: LOOK };
  const { sort, remedy, lasting = LOOK } = known;
  return { sort, message: told(known, failure.message), remedy, lasting };
}

/** What is known of a code; null for one that is not. Upper and lower case count as the same. */
export function knownError(code: string): KnownError | null {
  const wanted = code.toUpperCase();
  for (const { errors } of REMEDIES) {
    const found = errors.find(({ codes }) => codes.some((pattern) => fits(pattern, wanted)));
    if (found !== undefined) return found;
  }
  return null;
}

/** What happened, where as far as the words say it, and the words. */
function told({ what, where }: KnownError, words: string): string {
  if (what === null || words === what) return words;
  const place = where === undefined ? undefined : where.pattern.exec(words)?.[1]?.trim();
  const sentence =
    place === undefined || where === undefined ? what : `${what.replace(/\.$/, '')} (${where.label}: ${place}).`;
  return words === '' ? sentence : `${sentence} The error says: ${words}`;
}

function fits(pattern: string, code: string): boolean {
  const source = pattern.replace(/\*/g, '.*').replace(/#/g, '\\d');
  return new RegExp(`^${source}$`).test(code);
}
