import type { ConformanceCase } from '../../simulator/__tests__/conformance/harness/case';
import { seededRandom } from '../../simulator/src/kernel/random';

/** Some of the cases, chosen by the seed, in the order in which they stand. */
export function choose(cases: readonly ConformanceCase[], count: number, seed: number): ConformanceCase[] {
  const random = seededRandom(seed);
  const left = [...cases];
  const chosen = new Set<ConformanceCase>();
  while (chosen.size < count && left.length > 0) {
    for (const one of left.splice(random.below(left.length), 1)) chosen.add(one);
  }
  return cases.filter((one) => chosen.has(one));
}
