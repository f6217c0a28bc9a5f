import { isDeepStrictEqual } from 'node:util';

/** Fails where the two differ. */
export function equal(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(plain(actual), plain(expected)))
    throw new Error(`Expected ${shown(expected)}, found ${shown(actual)}`);
}

/** Fails, with what was found, where the condition does not hold. */
export function holds(condition: boolean, found: unknown): void {
  if (!condition) throw new Error(`Found ${shown(found)}`);
}

/** The value as JSON has it: what comes from another realm has other prototypes. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
