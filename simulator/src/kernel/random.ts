/** Chance from a seed: the same seed gives the same choices. */
export interface Random {
  readonly seed: number;
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, at least 0 and less than `limit`. */
  below(limit: number): number;
  /** Starts again, as from this seed. */
  reseed(seed: number): void;
}

/** Mulberry32: 32 bits of state, even enough for choosing an order, and quick. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    seed,
    next,
    below: (limit) => Math.floor(next() * limit),
    reseed: (another) => {
      state = another >>> 0;
    },
  };
}
