import { pad, readMoment } from './days';

/**
 * Moments and the clock of a time zone. Offsets change at whole quarters of an hour, so one look-up serves all
 * moments of that quarter.
 */
export interface Zone {
  /** A stored ISO moment in UTC as a date of the account, without its milliseconds. */
  toLocal(iso: string): string;
  /** A date of the account, moved by seconds, as an ISO moment in UTC. */
  toUtc(date: string, addSeconds: number): string;
}

const QUARTER = 900_000;
const zones = new Map<string, Zone>();

/** The clock of a time zone by its IANA name. */
export function zone(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const made = makeZone(name);
  zones.set(name, made);
  return made;
}

function makeZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();

  /** Milliseconds that the zone is ahead of UTC at a moment. */
  const offsetAt = (time: number): number => {
    const quarter = Math.floor(time / QUARTER);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const start = quarter * QUARTER;
    const parts = new Map(format.formatToParts(start).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    offsets.set(quarter, local - start);
    return local - start;
  };

  return {
    toLocal: (iso) => {
      const time = Date.parse(iso);
      return localText(time + offsetAt(time));
    },
    toUtc: (date, addSeconds) => {
      const { day, second } = readMoment(date);
      const local = day * 86_400_000 + (second + addSeconds) * 1000;
      const guess = local - offsetAt(local);
      return new Date(local - offsetAt(guess)).toISOString();
    },
  };
}

function localText(time: number): string {
  const local = new Date(time);
  const date = `${pad(local.getUTCFullYear(), 4)}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
  const clock = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
  return clock === '00:00:00' ? date : `${date} ${clock}`;
}
