import { quoted, refuse } from '../documents/inputErrors';
import type { InputError, Result } from '../documents/problem';

/** Refuses a line whose id a line before it has; null for every other. */
export type RepeatedLine = (id: string, path: string) => Result<never, InputError> | null;

/** Watches over the lines of one document, which are given to it in order. */
export function repeatedLines(): RepeatedLine {
  const seen = new Set<string>();
  return (id, path) => {
    if (seen.has(id)) {
      return refuse(
        'DUPLICATE_LINE',
        `${path}.id`,
        `${path}.id is ${quoted(id)}, as an item before it: send each item once.`,
      );
    }
    seen.add(id);
    return null;
  };
}
