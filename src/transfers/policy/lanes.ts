/** How many rows `customrecord_obc_lane` has; fixed, because a row's lane is stored with it. */
export const LANE_COUNT = 32;

/**
 * How long a lane belongs to who took it, in milliseconds: longer than a reduce invocation may live
 * (900 s, section_161591009480), so that two runs never post for one customer at once.
 */
export const LANE_LEASE = 20 * 60_000;

/**
 * The lane of a customer's documents; documents of no customer (items) share one for each connection. The same for ever:
 * FNV-1a over the UTF-16 code units.
 */
export function laneOf(connection: string, customer: string): number {
  let hash = 0x811c9dc5;
  const text = `${connection}|${customer}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % LANE_COUNT;
}

/** Whether a lane may be taken: nobody holds it, its lease is over, or the same holder held it (and died). */
export function mayTakeLane(holder: string, heldUntil: string, claimant: string, now: string): boolean {
  return holder === '' || holder === claimant || heldUntil <= now;
}
