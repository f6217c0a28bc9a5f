/**
 * Something that is so in the account or outside of it. What two runs have in common is said in the same words: records
 * are named by external id, number or name, never by internal ids, and nothing tells when or in how many attempts it
 * came about.
 */
export interface Fact {
  /** What it is about; the same subject twice is one too many. */
  readonly subject: string;
  readonly detail: string;
}

/** All facts, sorted. */
export type Picture = readonly Fact[];

export interface Differences {
  /** Subjects that are there less often than they should be. */
  readonly lost: readonly string[];
  /** Subjects that are there more often than they should be. */
  readonly doubled: readonly string[];
  /** Subjects that are there as often, but otherwise: `subject: expected -> found`. */
  readonly unexpected: readonly string[];
}

export function pictureOf(facts: readonly Fact[]): Picture {
  return [...facts].sort((a, b) => compareText(a.subject, b.subject) || compareText(a.detail, b.detail));
}

/** What differs between the picture of an undisturbed run and another one. */
export function differences(expected: Picture, found: Picture): Differences {
  const before = bySubject(expected);
  const after = bySubject(found);
  const lost: string[] = [];
  const doubled: string[] = [];
  const unexpected: string[] = [];
  for (const subject of new Set([...before.keys(), ...after.keys()])) {
    const were = before.get(subject) ?? [];
    const are = after.get(subject) ?? [];
    if (are.length < were.length) lost.push(subject);
    else if (are.length > were.length) doubled.push(subject);
    else if (were.join('\n') !== are.join('\n'))
      unexpected.push(`${subject}: ${were.join(' & ')} -> ${are.join(' & ')}`);
  }
  return { lost, doubled, unexpected };
}

export function isSame({ lost, doubled, unexpected }: Differences): boolean {
  return lost.length + doubled.length + unexpected.length === 0;
}

function bySubject(picture: Picture): Map<string, string[]> {
  const facts = new Map<string, string[]>();
  for (const { subject, detail } of picture) facts.set(subject, [...(facts.get(subject) ?? []), detail]);
  return facts;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
