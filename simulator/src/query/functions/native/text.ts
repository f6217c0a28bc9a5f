/** Text functions of Oracle on text that is not null; they give null for the empty text. */

export function substring(text: string, position: number, length: number | null): string | null {
  const characters = [...text];
  const start = position > 0 ? Math.trunc(position) - 1 : position < 0 ? characters.length + Math.trunc(position) : 0;
  if (start < 0 || (length !== null && length < 1)) return null;
  const end = length === null ? undefined : start + Math.trunc(length);
  return characters.slice(start, end).join('') || null;
}

/** INSTR: counts from 1, from the end for a negative position; 0 when there is no such occurrence. */
export function position(text: string, searched: string, from: number, occurrence: number): number {
  const starts: number[] = [];
  for (let at = text.indexOf(searched); at >= 0; at = text.indexOf(searched, at + 1)) starts.push(at + 1);
  const candidates =
    from < 0 ? starts.filter((at) => at <= text.length + from + 1).reverse() : starts.filter((at) => at >= from);
  return candidates[occurrence - 1] ?? 0;
}

export function padLeft(text: string, length: number, filler: string): string | null {
  return text.length >= length ? text.slice(0, Math.max(0, length)) || null : text.padStart(length, filler);
}

export function padRight(text: string, length: number, filler: string): string | null {
  return text.length >= length ? text.slice(0, Math.max(0, length)) || null : text.padEnd(length, filler);
}

export function trimLeft(text: string, set: string): string | null {
  let start = 0;
  while (start < text.length && set.includes(text.charAt(start))) start += 1;
  return text.slice(start) || null;
}

export function trimRight(text: string, set: string): string | null {
  let end = text.length;
  while (end > 0 && set.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end) || null;
}

export function initialCapitals(text: string): string {
  return text.toLowerCase().replace(/[\p{L}\p{N}]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

/** TRANSLATE: each character of `from` for the one in its place in `to`; those without one fall away. */
export function translate(text: string, from: string, to: string): string | null {
  const table = new Map([...from].map((character, index) => [character, [...to][index] ?? '']));
  return [...text].map((character) => table.get(character) ?? character).join('') || null;
}

/** A LIKE pattern as one of GLOB, which minds case; after the escape character a sign stands for itself. */
export function globPattern(pattern: string, escape: string | null): string {
  let result = '';
  const characters = [...pattern];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (escape !== null && character === escape && index + 1 < characters.length) {
      index += 1;
      result += escapeGlob(characters[index] ?? '');
    } else if (character === '%') result += '*';
    else if (character === '_') result += '?';
    else result += escapeGlob(character);
  }
  return result;
}

function escapeGlob(character: string): string {
  return ['*', '?', '['].includes(character) ? `[${character}]` : character;
}

/** Cuts to a number of bytes of UTF-8, at a whole character. */
export function cutBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const data = Buffer.from(text, 'utf8');
  if (data.length <= bytes) return text;
  let end = bytes;
  while (end > 0 && ((data[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return data.subarray(0, end).toString('utf8');
}
