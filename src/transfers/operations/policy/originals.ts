/** A payload that a person replaced. */
export interface ReplacedPayload {
  /** UTC time at which it was replaced. */
  readonly replaced: string;
  readonly by: string;
  /** Internal id of the file that holds it; else `payload` does. */
  readonly file?: number;
  /** JSON text as it was received. */
  readonly payload?: string;
}

/** A long-text field holds 1,000,000 characters. */
const LONGEST = 1_000_000;

/** The field `original` with one payload more, oldest first: none is ever dropped. Pure. */
export function withOriginal(original: string, replaced: ReplacedPayload): string {
  const earlier = original === '' ? [] : (JSON.parse(original) as readonly ReplacedPayload[]);
  return JSON.stringify([...earlier, replaced]);
}

/** True where the field cannot hold it: the payload must then go into a file. */
export function isTooLong(original: string): boolean {
  return original.length > LONGEST;
}
