/**
 * Gives a method its `.promise` variant (section_1548254108 and others): the same call, made in a microtask, so that it
 * happens after the code that asked for it.
 */
export function withPromise<A extends unknown[], R>(
  method: (...args: A) => R,
): ((...args: A) => R) & { promise: (...args: A) => Promise<R> } {
  return Object.assign((...args: A): R => method(...args), {
    promise: (...args: A): Promise<R> => Promise.resolve().then(() => method(...args)),
  });
}
