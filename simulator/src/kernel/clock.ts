/** The account's time. Scripts, dates of records, tokens and schedules all read it; nobody reads the machine's. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Moves the clock; only forward. */
  advance(milliseconds: number): void;
  set(now: number): void;
}

/** A clock that stands still until it is moved: runs with it can be replayed. */
export function manualClock(start: number): Clock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += Math.max(0, milliseconds);
    },
    set: (moment) => {
      now = moment;
    },
  };
}

/** A clock that runs with the machine's, for an account that people use; it can still be set ahead. */
export function runningClock(machineNow: () => number): Clock {
  let ahead = 0;
  return {
    now: () => machineNow() + ahead,
    advance: (milliseconds) => {
      ahead += Math.max(0, milliseconds);
    },
    set: (moment) => {
      ahead = moment - machineNow();
    },
  };
}
