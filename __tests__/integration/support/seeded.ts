/** Numbers from 0 to 1 that a seed decides (linear congruential, Numerical Recipes' constants; good enough for arrivals). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
