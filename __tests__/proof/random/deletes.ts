import type { Chance } from './chance';
import { documentName, type SourceDocument } from './documents';
import type { Call, Step } from './steps';

/**
 * Adds the DELETEs of documents to steps: each after the last delivery of its document, some twice at once, some beside
 * calls with other documents.
 */
export function withDeletes(
  chance: Chance,
  steps: readonly Step[],
  documents: readonly SourceDocument[],
): readonly Step[] {
  const planned = [...steps];
  for (const document of documents.filter(({ isDeleted }) => isDeleted)) {
    const deletes = chance.percent(30) ? [document, document] : [document];
    const last = planned.findLastIndex(
      (step) => step.do === 'calls' && step.calls.some((call) => holds(call, document)),
    );
    const later = [...planned.entries()].filter(([index, { do: what }]) => index > last && what === 'calls');
    const [at, beside] = later.length > 0 && chance.percent(60) ? chance.one(later) : [];
    if (at !== undefined && beside?.do === 'calls')
      planned[at] = { ...beside, deletes: [...beside.deletes, ...deletes] };
    else planned.push({ do: 'calls', calls: [], deletes, runs: chance.between(0, 2) });
  }
  return planned;
}

/** Whether a call brings any version of a document. */
export function holds({ deliveries }: Call, document: SourceDocument): boolean {
  return deliveries.some((delivery) => delivery.document === document);
}

/**
 * The DELETEs that callers have still to make, and what they were answered. A caller deletes a document when each of its
 * deliveries is acknowledged: what is delivered after a withdrawal may be posted after all, as the contract says, so the
 * end would be left to chance.
 */
export class Deletions {
  /** By name of the document, one for each DELETE that was acknowledged. */
  readonly answers = new Map<string, readonly string[]>();
  private open: readonly SourceDocument[] = [];

  ask(documents: readonly SourceDocument[]): void {
    this.open = [...this.open, ...documents];
  }

  /** Takes out those that can be made now. */
  take(isUnderWay: (document: SourceDocument) => boolean): readonly SourceDocument[] {
    const ready = this.open.filter((document) => !isUnderWay(document));
    this.open = this.open.filter(isUnderWay);
    return ready;
  }

  acknowledged(document: SourceDocument, answer: string): void {
    const name = documentName(document);
    this.answers.set(name, [...(this.answers.get(name) ?? []), answer]);
  }
}
