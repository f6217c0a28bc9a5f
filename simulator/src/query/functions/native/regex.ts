import { unsupportedSearch } from '../../errors';

const CLASSES: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  digit: '\\d',
  alnum: '\\p{L}\\d',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  space: '\\s',
  blank: ' \\t',
  punct: '\\p{P}\\p{S}',
  cntrl: '\\p{Cc}',
  xdigit: '0-9A-Fa-f',
};

const cache = new Map<string, RegExp>();

/** Oracle's regular expression as one of JavaScript: POSIX classes and match parameters `i`, `c`, `n`, `m`. */
export function regularExpression(pattern: string, parameters: string): RegExp {
  const key = `${parameters}/${pattern}`;
  const known = cache.get(key);
  if (known) return known;
  let flags = 'gu';
  for (const parameter of parameters) {
    if (parameter === 'i') flags += 'i';
    else if (parameter === 'n') flags += 's';
    else if (parameter === 'm') flags += 'm';
    else if (parameter !== 'c') throw unsupportedSearch();
  }
  try {
    const regex = new RegExp(translate(pattern), flags);
    cache.set(key, regex);
    return regex;
  } catch {
    throw unsupportedSearch();
  }
}

/** Takes POSIX classes over, and escapes that the `u` flag does not allow. */
function translate(pattern: string): string {
  return pattern
    .replace(/\[:(\w+):\]/g, (whole, name: string) => CLASSES[name] ?? whole)
    .replace(/\\([^\w\s^$\\.*+?()[\]{}|/-])/g, '$1');
}

export function matches(text: string, pattern: string, parameters: string): boolean {
  const regex = regularExpression(pattern, parameters);
  regex.lastIndex = 0;
  return regex.test(text);
}

/** REGEXP_SUBSTR: the match of this number from a position on, or one group of it; null when there is none. */
export function regexSubstring(
  text: string,
  pattern: string,
  position: number,
  occurrence: number,
  parameters: string,
  group: number,
): string | null {
  const found = [...text.slice(position - 1).matchAll(regularExpression(pattern, parameters))][occurrence - 1];
  return found?.[group] || null;
}

/** REGEXP_INSTR: where the match of this number starts, 0 when there is none. */
export function regexPosition(text: string, pattern: string, position: number, occurrence: number): number {
  const found = [...text.slice(position - 1).matchAll(regularExpression(pattern, ''))][occurrence - 1];
  return found ? (found.index ?? 0) + position : 0;
}

/** REGEXP_REPLACE: all matches for occurrence 0, else the one of that number; `\1` stands for a group. */
export function regexReplace(
  text: string,
  pattern: string,
  replacement: string,
  position: number,
  occurrence: number,
  parameters: string,
): string | null {
  let count = 0;
  const before = text.slice(0, position - 1);
  const result = text.slice(position - 1).replace(regularExpression(pattern, parameters), (...found: unknown[]) => {
    count += 1;
    const [whole] = found;
    if (occurrence !== 0 && count !== occurrence) return String(whole);
    return replacement.replace(/\\(\d)/g, (_, group: string) => String(found[Number(group)] ?? ''));
  });
  return before + result || null;
}
