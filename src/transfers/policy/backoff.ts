/** After so many attempts a passing error has not passed: a person must look. At the cap that is more than two days. */
export const MOST_ATTEMPTS = 16;

const LONGEST_WAIT = 6 * 60 * 60_000;

/**
 * Milliseconds until the next attempt after so many failed ones: `min(e^attempts seconds, 6 hours)`, less up to a
 * quarter, so that what failed together does not come again together.
 * @param chance at least 0, less than 1
 */
export function retryDelay(attempts: number, chance: number): number {
  const wait = Math.min(Math.exp(attempts) * 1_000, LONGEST_WAIT);
  return Math.round(wait * (1 - chance / 4));
}
