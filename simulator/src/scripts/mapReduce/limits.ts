import type { KeyValue } from '../../kernel/entryPoints';
import type { ErrorData } from '../../kernel/errors';
import { bytesOf, type Run } from './state';

/** Limits of the data that a map/reduce script may keep (section_4480364878). */
const PERSISTED_BYTES = 200 * 1024 * 1024;
const KEY_CHARACTERS = 3_000;
const VALUE_BYTES = 10 * 1024 * 1024;

/** The error of a pair that is too large to be kept, or null. */
export function pairError({ key, value }: KeyValue): ErrorData | null {
  if (key.length > KEY_CHARACTERS) {
    return { name: 'KEY_LENGTH_IS_OVER_3000_BYTES', message: 'The key length is over 3000 bytes.' };
  }
  if (bytesOf(value) > VALUE_BYTES) {
    return { name: 'VALUE_LENGTH_IS_OVER_10_MB', message: 'The value length is over 10 MB.' };
  }
  return null;
}

/** Bytes that the run keeps now: what is not mapped yet, what is not reduced yet, and what was put out. */
export function persistedBytes(run: Run): number {
  return run.map.pendingSize + run.shuffledSize + run.reduce.pendingSize + run.outputSize;
}

/** The error of a run that keeps too much, or null. */
export function persistedDataError(bytes: number): ErrorData | null {
  if (bytes <= PERSISTED_BYTES) return null;
  return {
    name: 'PERSISTED_DATA_LIMIT_FOR_MAPREDUCE_SCRIPT_EXCEEDED',
    message: 'The data persisted by the map/reduce script exceeds the limit of 200 MB.',
  };
}

/** The error with which a script ends when the server restarts (section_1508887826). */
export const SERVER_RESTART = 'SSS_APP_SERVER_RESTART';
export const USAGE_LIMIT = 'SSS_USAGE_LIMIT_EXCEEDED';
