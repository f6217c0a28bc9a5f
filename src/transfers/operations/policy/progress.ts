/** What one invocation did of an operation in a lane. */
export interface LanePass {
  /** Internal id. */
  readonly operation: number;
  /** Number of the lane. */
  readonly lane: number;
  readonly changed: number;
  /** True where it came to the end of the lane: what still matches there was changed by the operation before. */
  readonly isThrough: boolean;
}

/**
 * Whether an operation is done: each lane in which transfers still match was gone through to its end. Some may match
 * again for good, because somebody undid what it did. Pure.
 * @param left numbers of the lanes in which transfers match
 */
export function isThroughWith(operation: number, left: readonly number[], passes: readonly LanePass[]): boolean {
  const through = new Set(
    passes.filter((pass) => pass.operation === operation && pass.isThrough).map((pass) => pass.lane),
  );
  return left.every((lane) => through.has(lane));
}
