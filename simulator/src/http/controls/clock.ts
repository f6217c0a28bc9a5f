import type { Incoming } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { ControlError, controlBody } from './body';

const UNITS = { W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 } as const;

/**
 * `/simulator/clock`: GET tells the account's time; POST `{ "now": ISO }` or `{ "advance": "PT10M" }` moves it on, and
 * lets everything run that is scheduled until then. The answer comes when that has ended.
 */
export async function serveClock({ clock, schedules }: Served, request: Incoming): Promise<Outgoing> {
  if (request.method === 'POST') {
    const { now, advance } = controlBody(request);
    const moment = typeof now === 'string' ? Date.parse(now) : Number.NaN;
    if (typeof now === 'string' && Number.isNaN(moment)) throw new ControlError(400, `${now} is no ISO time.`);
    if (typeof now !== 'string' && typeof advance !== 'string') {
      throw new ControlError(400, 'The body must have now (an ISO time) or advance (an ISO duration).');
    }
    const until = typeof advance === 'string' ? clock.now() + duration(advance) : moment;
    if (until < clock.now()) throw new ControlError(400, 'The clock does not go back; restore a snapshot instead.');
    await schedules.passTo(until);
  }
  return json(200, { now: new Date(clock.now()).toISOString() });
}

/** Milliseconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds. */
export function duration(text: string): number {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  const parts = match?.slice(1) ?? [];
  if (!parts.some((part) => part !== undefined)) throw new ControlError(400, `${text} is no ISO duration.`);
  const seconds = Object.values(UNITS).reduce((sum, unit, place) => sum + unit * Number(parts[place] ?? 0), 0);
  return Math.round(seconds * 1000);
}
