import { offsetMinutes } from '../../documents/timeZones';

/** The digest is sent from this hour on, in the connection's time zone. */
const DIGEST_HOUR = 6;

/**
 * The day for which a digest is due: today in the connection's time zone, from 6 in the morning on. Null before that. Pure.
 * @param now milliseconds since 1970
 */
export function digestDay(timeZone: string, now: number): string | null {
  const minutes = Math.floor(now / 60_000);
  const local = new Date((minutes + (offsetMinutes(timeZone, minutes) ?? 0)) * 60_000).toISOString();
  return Number(local.slice(11, 13)) < DIGEST_HOUR ? null : local.slice(0, 10);
}
