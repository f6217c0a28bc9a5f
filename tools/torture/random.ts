import type { Played } from '../../__tests__/proof/random/play';
import { openRandomGround, playTwice } from '../../__tests__/proof/random/twice';
import { shareOut, type Work } from './processes';
import { markdownTable } from './tables';

/** What seeded runs came to together. */
export interface RandomReport {
  readonly seeds: number;
  readonly attempted: number;
  readonly acknowledged: number;
  readonly transferred: number;
  readonly lost: number;
  readonly doubled: number;
  readonly unexpected: number;
  readonly recovered: number;
  readonly failing: readonly number[];
}

/** A seeded run without its log, which is long. */
export type PlayedInShort = Omit<Played, 'log'>;

/** Seeds that a process gets at once. */
const SEEDS_AT_ONCE = 10;

/** Plays seeds, each twice. A failing one is printed with the command that replays it. */
export async function playSeeds(from: number, seeds: number, jobs: number): Promise<RandomReport> {
  const pieces: Work[] = [];
  for (let next = 0; next < seeds; next += SEEDS_AT_ONCE) {
    const count = Math.min(SEEDS_AT_ONCE, seeds - next);
    pieces.push({ kind: 'seeds', seeds: Array.from({ length: count }, (_, index) => from + next + index) });
  }
  const all: PlayedInShort[] = [];
  await shareOut<PlayedInShort[]>(pieces, jobs, (_, played) => {
    for (const each of played) if (!isRight(each)) console.log(describeSeed(each));
    all.push(...played);
    if (all.length % 100 < SEEDS_AT_ONCE) console.log(`${all.length} of ${seeds} seeds`);
  });
  return reportOf(all);
}

/** Plays one seed and prints its log. */
export async function replaySeed(seed: number): Promise<boolean> {
  const ground = await openRandomGround();
  try {
    const played = await playTwice(ground, seed);
    for (const line of played.log) console.log(line);
    console.log(isRight(played) ? 'Nothing is lost, doubled or unexpected.' : describeSeed(played));
    return isRight(played);
  } finally {
    await ground.close();
  }
}

export function isRight({ lost, doubled, unexpected }: PlayedInShort): boolean {
  return lost.length + doubled.length + unexpected.length === 0;
}

function describeSeed({ seed, lost, doubled, unexpected }: PlayedInShort): string {
  return [
    `npm run torture -- --seed ${seed}`,
    ...lost.map((each) => `  lost: ${each}`),
    ...doubled.map((each) => `  doubled: ${each}`),
    ...unexpected.map((each) => `  unexpected: ${each}`),
  ].join('\n');
}

/** What runs came to together. */
export function reportOf(all: readonly PlayedInShort[]): RandomReport {
  const sum = (of: (played: PlayedInShort) => number): number => all.reduce((total, played) => total + of(played), 0);
  return {
    seeds: all.length,
    attempted: sum(({ attempted }) => attempted),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    transferred: sum(({ transferred }) => transferred),
    lost: sum(({ lost }) => lost.length),
    doubled: sum(({ doubled }) => doubled.length),
    unexpected: sum(({ unexpected }) => unexpected.length),
    recovered: sum(({ recovered }) => recovered),
    failing: all.filter((played) => !isRight(played)).map(({ seed }) => seed),
  };
}

/** Two reports as one. */
export function together(a: RandomReport, b: RandomReport): RandomReport {
  return {
    seeds: a.seeds + b.seeds,
    attempted: a.attempted + b.attempted,
    acknowledged: a.acknowledged + b.acknowledged,
    transferred: a.transferred + b.transferred,
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    unexpected: a.unexpected + b.unexpected,
    recovered: a.recovered + b.recovered,
    failing: [...a.failing, ...b.failing],
  };
}

export function randomTable(report: RandomReport): string {
  const { seeds, attempted, acknowledged, transferred, lost, doubled, unexpected, recovered } = report;
  return markdownTable(
    ['seeds', 'attempted', 'acknowledged', 'transferred', 'lost', 'doubled', 'unexpected', 'recovered'],
    [[seeds, attempted, acknowledged, transferred, lost, doubled, unexpected, recovered]],
  );
}
