import Big from 'big.js';
import { notSupported } from '../../../kernel/errors';
import { unsupportedSearch } from '../../errors';

/**
 * Takes binary noise off a number: what a double holds for sure is 15 digits. `0.1 + 0.2` is 0.3 in Oracle, which
 * counts in decimal.
 */
export function decimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/**
 * Adds as decimals. Where two large numbers leave a small one, the noise of the large ones remains, so it is their
 * size that tells how many decimal places are sure.
 */
export function add(a: number, b: number): number {
  return rounding(a + b, Math.max(Math.abs(a), Math.abs(b)));
}

/** A sum that SQLite made of so many doubles, the largest of them of this size. */
export function sum(total: number, largest: number, count: number): number {
  return rounding(total, largest * count);
}

function rounding(value: number, size: number): number {
  if (Number.isInteger(value) || size === 0) return value;
  const wholeDigits = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return Number(value.toFixed(Math.min(15, Math.max(2, 15 - wholeDigits))));
}

/** TO_CHAR of a number without a format: no zero before the point, no exponent. */
export function formatNumber(value: number): string {
  const text = new Big(decimal(value)).toFixed();
  return text.replace(/^(-?)0\./, '$1.');
}

/** Oracle's implicit conversion of text; refused when it is no number. */
export function readNumber(text: string): number {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) throw unsupportedSearch();
  return Number(trimmed);
}

export function round(value: number, places: number): number {
  return rounded(value, places, Big.roundHalfUp);
}

export function truncate(value: number, places: number): number {
  return rounded(value, places, Big.roundDown);
}

function rounded(value: number, places: number, mode: 0 | 1): number {
  const whole = Math.trunc(places);
  if (whole >= 0) return new Big(decimal(value)).round(whole, mode).toNumber();
  const unit = new Big(10).pow(-whole);
  return new Big(decimal(value)).div(unit).round(0, mode).times(unit).toNumber();
}

/** MOD with the sign of the first number; the first number itself when the second is 0. */
export function modulo(value: number, by: number): number {
  return by === 0 ? value : new Big(value).mod(by).toNumber();
}

/** Division by zero is an error in Oracle, not null. */
export function divide(value: number, by: number): number {
  if (by === 0) throw unsupportedSearch();
  return decimal(value / by);
}

/** TO_CHAR of a number by a format model of 9, 0, comma, point, G, D, `$`, MI, S and FM. */
export function formatNumberBy(value: number, model: string): string {
  const fill = !/^FM/i.test(model);
  const format = model.replace(/^FM/i, '').toUpperCase();
  if (!/^S?\$?[90,G]*(?:[.D][90]*)?(?:MI|S)?$/.test(format)) throw notSupported(`number format ${model} in SuiteQL`);
  const digits = format.replace(/[^90,G.D]/g, '');
  const [whole = '', fraction = ''] = digits.split(/[.D]/);
  const [shownWhole = '', shownFraction = ''] = new Big(decimal(value)).abs().toFixed(fraction.length).split('.');
  const significant = shownWhole === '0' ? '' : shownWhole;
  const places = whole.replace(/[,G]/g, '');
  if (significant.length > places.length) return '#'.repeat(format.length + 1);
  const padded = wholeDigits(significant, places);
  const grouped = group(padded, whole);
  const point = /[.D]/.test(digits) ? '.' : '';
  const kept = fill ? shownFraction : trimFraction(shownFraction, fraction);
  const body = `${format.includes('$') ? '$' : ''}${grouped.trimStart()}${point}${kept}`;
  const signed = withSign(body, value < 0, format);
  return fill ? signed.padStart(width(format)) : signed.trim();
}

/** Digits for each place: a zero from the first `0` of the model on, else a blank. */
function wholeDigits(digits: string, places: string): string {
  const firstZero = places.indexOf('0');
  const zeros = firstZero < 0 ? 0 : places.length - firstZero;
  return digits.padStart(zeros, '0').padStart(places.length, ' ');
}

function group(digits: string, model: string): string {
  let position = digits.length - 1;
  let result = '';
  for (const place of [...model].reverse()) {
    if (place === ',' || place === 'G') {
      result = (position >= 0 && digits.charAt(position) !== ' ' ? ',' : ' ') + result;
    } else {
      result = digits.charAt(position) + result;
      position -= 1;
    }
  }
  return result;
}

function trimFraction(digits: string, model: string): string {
  const least = model.lastIndexOf('0') + 1;
  return digits.slice(0, least) + digits.slice(least).replace(/0+$/, '');
}

function withSign(body: string, negative: boolean, format: string): string {
  if (format.endsWith('MI')) return body + (negative ? '-' : ' ');
  if (format.endsWith('S')) return body + (negative ? '-' : '+');
  if (format.startsWith('S')) return (negative ? '-' : '+') + body;
  return (negative ? '-' : '') + body;
}

function width(format: string): number {
  const signPlace = /MI$|S/.test(format) ? 0 : 1;
  return format.replace(/MI$/, ' ').length + signPlace;
}
