import { startDue } from '../../scripts/schedule';
import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody } from './body';

const UNITS = { W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 } as const;

/**
 * `/simulator/clock`: GET tells the account's time; POST `{ "now": ISO }` sets it and `{ "advance": "PT10M" }` moves it on.
 * What schedules start in between is started, once for each deployment.
 */
export async function serveClock({ account, clock }: Served, request: Incoming): Promise<Outgoing> {
  const before = clock.now();
  let started: string[] = [];
  if (request.method === 'POST') {
    const { now, advance } = controlBody(request);
    if (typeof now === 'string') {
      const moment = Date.parse(now);
      if (Number.isNaN(moment)) throw new ControlError(400, `${now} is no ISO time.`);
      clock.set(moment);
    } else if (typeof advance === 'string') clock.advance(duration(advance));
    else throw new ControlError(400, 'The body must have now (an ISO time) or advance (an ISO duration).');
    started = startDue(account, before, clock.now());
  }
  return json(200, { now: new Date(clock.now()).toISOString(), started });
}

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
export function duration(text: string): number {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  const parts = match?.slice(1) ?? [];
  if (!parts.some((part) => part !== undefined)) throw new ControlError(400, `${text} is no ISO duration.`);
  const seconds = Object.values(UNITS).reduce((sum, unit, place) => sum + unit * Number(parts[place] ?? 0), 0);
  return Math.round(seconds * 1000);
}
