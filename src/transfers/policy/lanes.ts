/** How many lanes post to NetSuite; fixed, because a row's lane is stored with it. */
export const LANE_COUNT = 32;

/**
 * How long a lane belongs to who took it, in milliseconds: longer than a reduce invocation may live
 * (900 s, section_161591009480), so that two runs never post for one customer at once.
 */
export const LANE_LEASE = 20 * 60_000;

/**
 * How long a lane belongs to a call of the RESTlet, in milliseconds: longer than a RESTlet may live (300 s,
 * section_161591009480), with a minute for clocks that differ. The call's name never comes again, so what a dead call
 * held is free only then.
 */
export const CALL_LEASE = 6 * 60_000;

/**
 * The lane of a customer's documents; documents of no customer (items) share one for each connection. The same for ever.
 */
export function laneOf(connection: string, customer: string): number {
  return hashOf(connection, customer) % LANE_COUNT;
}

/** The lanes of what is sent to platforms come after those of posting: 32 to 39. */
const OUTBOUND_LANE_COUNT = 8;

/** All lanes, of both directions: numbers 0 to one less. */
export const ALL_LANES = LANE_COUNT + OUTBOUND_LANE_COUNT;

/** The lane of what is sent of a customer. The same for ever. */
export function outboundLaneOf(connection: string, customer: string): number {
  return LANE_COUNT + (hashOf(connection, customer) % OUTBOUND_LANE_COUNT);
}

/** FNV-1a over the UTF-16 code units, at least 0, less than 2^32. */
function hashOf(connection: string, customer: string): number {
  let hash = 0x811c9dc5;
  const text = `${connection}|${customer}`;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A lane that has work. */
export interface BusyLane {
  /** How many of its documents are ready. */
  readonly ready: number;
  /** Whether items are among them, for which documents in other lanes may wait. */
  readonly hasItems: boolean;
}

/**
 * Puts lanes together into shares of about a batch, each the work of one invocation, so that lanes with few documents
 * share its queries. Lanes with items come first: what waits for them then waits no longer.
 */
export function shareOut<Lane extends BusyLane>(lanes: readonly Lane[], batch: number): readonly (readonly Lane[])[] {
  const ordered = [...lanes.filter((lane) => lane.hasItems), ...lanes.filter((lane) => !lane.hasItems)];
  const shares: Lane[][] = [];
  let room = 0;
  for (const lane of ordered) {
    const share = shares[shares.length - 1];
    if (share === undefined || lane.ready > room) {
      shares.push([lane]);
      room = batch - lane.ready;
    } else {
      share.push(lane);
      room -= lane.ready;
    }
  }
  return shares;
}

/** Whether a lane may be taken: nobody holds it, its lease is over, or the same holder held it (and died). */
export function mayTakeLane(holder: string, heldUntil: string, claimant: string, now: string): boolean {
  return holder === '' || holder === claimant || heldUntil <= now;
}
