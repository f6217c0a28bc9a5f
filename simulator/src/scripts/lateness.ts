import { seededRandom } from '../kernel/random';

/**
 * How late schedules start what is due. A deployment is not necessarily executed at the exact time for which it is
 * scheduled, even where nothing waits before it (section_1509578980). How late is not documented: the most is chosen for
 * the account, and assumed is that any delay up to it is as likely as another.
 */
export interface Lateness {
  /** Milliseconds. */
  readonly most: number;
  /**
   * Milliseconds by which a start comes late, always the same for the same one.
   * @param deployment internal id
   * @param time at which it is due, milliseconds UTC
   */
  of(deployment: string, time: number): number;
}

/** Everything starts at its time. */
export const onTime: Lateness = { most: 0, of: () => 0 };

/** Starts that are up to `most` milliseconds late, as the seed decides. */
export function seededLateness(seed: number, most: number): Lateness {
  if (most === 0) return onTime;
  const delay = (deployment: string, time: number): number => {
    const minutes = Math.floor(time / 60_000);
    const mixed =
      Math.imul(seed ^ Math.imul(Number(deployment), 0x9e3779b1), 0x85ebca6b) ^ Math.imul(minutes, 0xc2b2ae35);
    return seededRandom(mixed).below(most + 1);
  };
  return { most, of: delay };
}
