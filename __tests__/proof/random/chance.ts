/** Choices that a seed decides: the same seed, the same choices. */
export interface Chance {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  percent(of: number): boolean;
  one<T>(of: readonly T[]): T;
  shuffled<T>(of: readonly T[]): readonly T[];
}

/** Xorshift of 32 bits, started from a mixed seed so that neighbouring seeds have nothing in common. */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 8; warmUp += 1) next();
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    percent: (of) => next() * 100 < of,
    one: (of) => {
      const chosen = of[between(0, of.length - 1)];
      if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
      return chosen;
    },
    shuffled: (of) => {
      const left = [...of];
      const taken = [];
      while (left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1));
      return taken;
    },
  };
}
