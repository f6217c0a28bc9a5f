import Big from 'big.js';

/** Separators of the preference NUMBERFORMAT, by its ids 0 to 5 (section_N496646). */
const SEPARATORS: readonly (readonly [group: string, decimal: string])[] = [
  [',', '.'],
  ['.', ','],
  [' ', ','],
  ["'", '.'],
  ["'", ','],
  ['', '.'],
];

function separators(preference: string): readonly [string, string] {
  return SEPARATORS[Number(preference)] ?? [',', '.'];
}

/** Digits in groups of three, with `decimals` after the point, or as many as there are where that is null. */
export function writeNumber(value: unknown, decimals: number | null, preference: string): string | null {
  const number = asBig(value);
  if (number === null) return null;
  const [group, decimal] = separators(preference);
  const [whole = '0', fraction] = (decimals === null ? number.toFixed() : number.toFixed(decimals)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

/** The number that a text shows; null where it shows none. */
export function readNumber(text: string, preference: string): number | null {
  const [group, decimal] = separators(preference);
  const plain = (group === '' ? text : text.split(group).join('')).replace(decimal, '.').trim();
  const number = asBig(plain);
  return number === null ? null : Number(number.toString());
}

function asBig(value: unknown): Big | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  try {
    return new Big(value);
  } catch {
    return null;
  }
}
