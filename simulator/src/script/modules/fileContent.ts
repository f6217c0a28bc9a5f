import { missingArgument, scriptError } from '../errors';

/** `getContents` and `create` go up to this; lines and segments have no limit (section_4226574300). */
const CONTENT_BYTES = 10 * 1024 * 1024;

/** Throws SSS_FILE_CONTENT_SIZE_EXCEEDED for content over 10 MB. Without TextEncoder, UTF-8 bytes are counted by hand. */
export function checkContentSize(contents: string): void {
  if (contents.length <= CONTENT_BYTES / 4 || utf8Length(contents) <= CONTENT_BYTES) return;
  throw scriptError(
    'SSS_FILE_CONTENT_SIZE_EXCEEDED',
    'The file content you are attempting to access exceeds the maximum allowed size of 10 MB.',
  );
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

/** Calls back with each part until a callback returns false. */
export interface PartIterator {
  each(callback: (part: { readonly value: string }) => boolean): void;
  [Symbol.iterator](): Iterator<{ readonly value: string }>;
}

export function partIterator(parts: readonly string[]): PartIterator {
  return {
    each: (callback) => {
      for (const value of parts) if (callback({ value }) === false) return;
    },
    [Symbol.iterator]: () => parts.map((value) => ({ value }))[Symbol.iterator](),
  };
}

/** The lines of a text without their ends. */
export function linesOf(contents: string): string[] {
  const lines = contents.split(/\r\n|\n|\r/);
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

/** Segments that end with the separator; the last one is what remains. */
export function segmentsOf(contents: string, separator: string): string[] {
  if (!separator) throw missingArgument('File.getSegments', 'separator');
  const parts = contents.split(separator);
  const last = parts.pop() ?? '';
  return [...parts.map((part) => part + separator), ...(last === '' ? [] : [last])];
}

/** Reads a text piece by piece from its beginning. */
export class Reader {
  private position = 0;

  constructor(private readonly contents: string) {}

  /** Up to and without the next tag; the rest where there is none; null at the end. */
  readUntil(options: { readonly tag: string }): string | null {
    if (!options?.tag) throw missingArgument('Reader.readUntil', 'tag');
    const found = this.contents.indexOf(options.tag, this.position);
    return this.take(found < 0 ? this.contents.length : found + options.tag.length);
  }

  readChars(options: { readonly number: number }): string | null {
    if (options?.number === undefined) throw missingArgument('Reader.readChars', 'number');
    return this.take(Math.min(this.contents.length, this.position + options.number));
  }

  private take(end: number): string | null {
    if (this.position >= this.contents.length) return null;
    const text = this.contents.slice(this.position, end);
    this.position = end;
    return text;
  }
}
