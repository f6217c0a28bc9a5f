import type { ConnectionSettings } from '../../settings/settings';

const DAY = 24 * 60 * 60_000;

/** What a connection keeps no longer: what ended before these times (UTC, ISO 8601); null: nothing is removed. */
export interface RetentionLimits {
  readonly connection: string;
  /** Payloads of customers, and names of customers. */
  readonly personalData: string | null;
  /** All payloads. */
  readonly payloads: string | null;
}

/**
 * The limits of a connection's retention preference. Personal data never outlives the other payloads: without a limit of
 * its own it goes with them. Pure.
 * @param now milliseconds since 1970
 */
export function retentionLimits(settings: ConnectionSettings, now: number): RetentionLimits {
  const before = (days: number | null): string | null =>
    days === null ? null : new Date(now - days * DAY).toISOString();
  const { payload, personalData } = settings.retention;
  const personal = personalData === null ? payload : payload === null ? personalData : Math.min(personalData, payload);
  return { connection: settings.key, personalData: before(personal), payloads: before(payload) };
}
