import type { BusyLane } from './lanes';

/**
 * How many documents of each connection may be posted, by the connection's key; a connection that is not named has no
 * limit. The preference Documents per Run is kept by handing its number out over the lanes when a run begins: invocations
 * that work side by side then need not know of each other.
 */
export type Allotments = Readonly<Record<string, number>>;

/** A lane that has work, with what of it is of which connection. */
export interface ConnectedLane extends BusyLane {
  /** Internal id of its oldest ready transfer. */
  readonly oldest: number;
  /** How many of its documents are ready, by the key of their connection. */
  readonly readyOf: Allotments;
}

export interface AllottedLane {
  readonly allotted: Allotments;
}

/**
 * Hands out the limits over the lanes. The lane that holds the oldest document is served first, so that no lane waits for
 * ever, and lanes with items before all others, because documents of other lanes may wait for them. Lanes for which
 * nothing is left are left out; `ready` becomes what may be posted.
 */
export function allot<Lane extends ConnectedLane>(
  lanes: readonly Lane[],
  limits: Allotments,
): readonly (Lane & AllottedLane)[] {
  const left = new Map(Object.entries(limits));
  const inTurn = [...lanes].sort((a, b) => Number(b.hasItems) - Number(a.hasItems) || a.oldest - b.oldest);
  const served = new Map<Lane, Lane & AllottedLane>();
  for (const lane of inTurn) {
    const allotted: Record<string, number> = {};
    let ready = 0;
    for (const [connection, documents] of Object.entries(lane.readyOf)) {
      const limit = left.get(connection);
      const given = limit === undefined ? documents : Math.min(limit, documents);
      ready += given;
      if (limit === undefined) continue;
      allotted[connection] = given;
      left.set(connection, limit - given);
    }
    if (ready > 0) served.set(lane, { ...lane, ready, allotted });
  }
  return lanes.flatMap((lane) => served.get(lane) ?? []);
}

/** What lanes that are worked on together may post; 0 for a limited connection of which they were given nothing. */
export function joinAllotments(lanes: readonly AllottedLane[], limits: Allotments): Allotments {
  const joined = allWithNone(limits);
  for (const { allotted } of lanes) {
    for (const [connection, documents] of Object.entries(allotted)) {
      joined[connection] = (joined[connection] ?? 0) + documents;
    }
  }
  return joined;
}

/** Nothing of any connection that has a limit. */
export function allWithNone(limits: Allotments): Record<string, number> {
  return Object.fromEntries(Object.keys(limits).map((connection) => [connection, 0]));
}
