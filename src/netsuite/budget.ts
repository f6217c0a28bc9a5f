import * as runtime from 'N/runtime';

/** What is left of the units and the time that a script may use. */
export interface Budget {
  /** True while so many units, and some of the time, are left. */
  allows(units: number): boolean;
}

/**
 * Watches units and time from now on. Every stage stops before its limits and leaves the rest, because neither error of
 * NetSuite can be caught (SSS_USAGE_LIMIT_EXCEEDED, SSS_TIME_LIMIT_EXCEEDED).
 * @param seconds after which to stop
 * @param reserve units that are never used, so that a script stays clear of its limit
 */
export function startBudget(seconds: number, reserve = 0): Budget {
  const script = runtime.getCurrentScript();
  const end = Date.now() + seconds * 1_000;
  return { allows: (units) => script.getRemainingUsage() >= units + reserve && Date.now() < end };
}
