import type { Source } from '../runs/fetching';
import { type MissingDocument, neverAsked, stillMissing } from '../store/missing';
import type { Claimed } from './ask';
import { type AskedMark, askedMarks, claimFirst, forgetAsked, noteAsked } from './marks';
import { claimed } from './policy/askAgain';

/** So many documents of each sort are looked at by one invocation; its units end before. */
const MOST = 100;

/** A document that may be asked for. */
export interface Due {
  readonly document: MissingDocument;
  /** Notes that it is asked for now: 2 to 6 units. Null where another run asks for it. */
  claim(now: number): Claimed | null;
}

/** Whether anything of a connection may be asked for: 20 units. */
export function isAnythingDue(source: Source, now: number): boolean {
  return neverAsked([source], 1, now).length > 0 || dueMarks(source, now).length > 0;
}

/**
 * The missing documents of a connection that may be asked for: those that were never asked for, then those whose time has
 * come again. Marks of documents that are not missing any more are removed. 30 units, 4 for each mark removed.
 */
export function dueDocuments(source: Source, now: number): readonly Due[] {
  const first = neverAsked([source], MOST, now).map(
    (document): Due => ({ document, claim: (at) => claimNew(document, at) }),
  );
  const marks = dueMarks(source, now).slice(0, MOST);
  const ids = marks.map(({ name }) => name.slice(name.indexOf('|') + 1));
  const missing = new Map(
    stillMissing(source, [...new Set(ids)], now).map((document) => [`${document.kind}|${document.id}`, document]),
  );
  const again: Due[] = [];
  for (const { name, mark, asked } of marks) {
    const document = missing.get(name);
    if (document === undefined) forgetAsked(mark);
    else {
      again.push({
        document,
        claim: (at) => {
          noteAsked(mark, claimed(asked.times, at));
          return { document, mark, times: asked.times };
        },
      });
    }
  }
  return [...first, ...again];
}

function claimNew(document: MissingDocument, now: number): Claimed | null {
  const mark = claimFirst(document, claimed(0, now));
  return mark === null ? null : { document, mark, times: 0 };
}

function dueMarks({ connection }: Source, now: number): readonly AskedMark[] {
  const at = new Date(now).toISOString();
  return [...askedMarks(connection)]
    .filter(({ asked }) => asked.again <= at)
    .sort((a, b) => (a.asked.again < b.asked.again ? -1 : 1));
}
