import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A change of one source file that takes something away, so that a test can show that it would be missed. */
export interface Mutation {
  /** Path of the file from the root of its project. */
  readonly file: string;
  /** Text that stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** How often the text to be replaced stands in the file; 0 also where there is no such file. */
export function occurrences(root: string, { file, find }: Mutation): number {
  try {
    return readFileSync(join(root, file), 'utf8').split(find).length - 1;
  } catch {
    return 0;
  }
}

/** @throws Error where the text is not there exactly once, or nothing would change */
export function mutated(text: string, { file, find, replace }: Mutation): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${file}: ${JSON.stringify(find)} stands there ${parts.length - 1} times.`);
  if (find === replace) throw new Error(`${file}: the replacement of ${JSON.stringify(find)} is the same text.`);
  return parts.join(replace);
}
