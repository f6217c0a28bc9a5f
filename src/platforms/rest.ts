/** A platform that asks for more rest than a day is not understood. */
const LONGEST_REST = 24 * 60 * 60;

/**
 * Seconds for which a platform asks to be left alone: `Retry-After` in seconds, else `RateLimit-Reset`; null where it says
 * neither. Pure.
 * @param headers by names in lower case
 */
export function restOf(headers: Readonly<Record<string, string>>): number | null {
  return seconds(headers['retry-after']) ?? seconds(headers['ratelimit-reset']);
}

function seconds(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,9}(\.\d+)?$/.test(text.trim())) return null;
  return Math.min(Math.ceil(Number(text)), LONGEST_REST);
}
