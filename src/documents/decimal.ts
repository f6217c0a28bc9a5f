import Big from 'big.js';
import type { Decimal } from './values';

/**
 * NetSuite holds amounts of up to 15 digits; more before the point is a mistake of the sender. After the point up to 20
 * are taken: unit prices of metered services have many.
 */
const MOST_INTEGER_DIGITS = 15;
const MOST_FRACTION_DIGITS = 20;

/** The number zero. */
export const ZERO = '0' as Decimal;

/**
 * A number or a text as an exact decimal in its shortest form (`"1234.50"` and `1234.5` both give `1234.5`), or null.
 * A JSON number is taken as the shortest decimal text that denotes it, so `0.1` is exactly one tenth. Text must be plain:
 * a sign, digits, a point; no exponent, no thousands separators, no currency sign.
 */
export function parseDecimal(value: unknown): Decimal | null {
  if (typeof value === 'number') return Number.isFinite(value) ? fitting(new Big(String(value))) : null;
  if (typeof value !== 'string' || value.length > 64 || !/^[+-]?\d+(\.\d+)?$/.test(value)) return null;
  return fitting(new Big(value.replace(/^\+/, '')));
}

/**
 * As {@link parseDecimal}, for values that are known to be decimals.
 * @throws RangeError where it is none.
 */
export function decimal(value: string | number): Decimal {
  const parsed = parseDecimal(value);
  if (parsed === null) throw new RangeError(`"${value}" is not a decimal number.`);
  return parsed;
}

/** The sum of two decimals, exact. */
export function add(first: Decimal, second: Decimal): Decimal {
  return text(new Big(first).plus(second));
}

/** The sum of all, exact; zero of none. */
export function sum(values: readonly Decimal[]): Decimal {
  return text(values.reduce((total, value) => total.plus(value), new Big(0)));
}

/** The first less the second, exact. */
export function subtract(first: Decimal, second: Decimal): Decimal {
  return text(new Big(first).minus(second));
}

/** The product of two decimals, exact. */
export function multiply(first: Decimal, second: Decimal): Decimal {
  return text(new Big(first).times(second));
}

/**
 * The first divided by the second, rounded half up (away from zero) at so many decimals.
 * @throws RangeError for a divisor of zero.
 */
export function divide(first: Decimal, second: Decimal, decimals: number): Decimal {
  if (isZero(second)) throw new RangeError(`${first} cannot be divided by zero.`);
  const exact = Big();
  exact.DP = decimals;
  exact.RM = Big.roundHalfUp;
  return text(exact(first).div(second));
}

/** The number with the other sign; zero stays zero. */
export function negate(value: Decimal): Decimal {
  return text(new Big(value).times(-1));
}

/** Rounded half up (away from zero) at so many decimals: `2.345` at 2 is `2.35`, `-2.345` is `-2.35`. */
export function round(value: Decimal, decimals: number): Decimal {
  return text(new Big(value).round(decimals, Big.roundHalfUp));
}

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export function compare(first: Decimal, second: Decimal): number {
  return new Big(first).cmp(second);
}

export function isZero(value: Decimal): boolean {
  return value === ZERO;
}

export function isNegative(value: Decimal): boolean {
  return value.charAt(0) === '-';
}

/** How many digits stand after the point. */
export function decimalPlaces(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

/** With exactly so many decimals, for people and for comparison as text: `1234.5` at 2 is `1234.50`. */
export function fixed(value: Decimal, decimals: number): string {
  return text(new Big(value).round(decimals, Big.roundHalfUp)) === ZERO
    ? new Big(0).toFixed(decimals)
    : new Big(value).toFixed(decimals, Big.roundHalfUp);
}

function fitting(value: Big): Decimal | null {
  const plain = text(value);
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  return whole.length <= MOST_INTEGER_DIGITS && fraction.length <= MOST_FRACTION_DIGITS ? plain : null;
}

/** The one shape of a decimal: no exponent, no trailing zeros, no minus before zero. */
function text(value: Big): Decimal {
  return (value.eq(0) ? '0' : value.toFixed()) as Decimal;
}
