/** Calendar and clock fields of a moment in a time zone; the month from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formats into numbers; a time zone that does not exist counts as GMT, as N/format says. */
function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  } catch {
    made = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'GMT' });
  }
  formatters.set(zone, made);
  return made;
}

/** What clocks in the zone show at a moment. */
export function localTime(moment: Date, zone: string): LocalTime {
  const parts = new Map(
    formatter(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/** The moment at which clocks in the zone show this; of two, at the end of summer time, the first. */
export function momentOf(local: LocalTime, zone: string): Date {
  const asUtc = utc(local);
  const offset = (moment: number): number => utc(localTime(new Date(moment), zone)) - moment;
  const first = asUtc - offset(asUtc);
  return new Date(asUtc - offset(first));
}

function utc({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
