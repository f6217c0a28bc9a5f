import { currencyDecimals } from '../documents/currencies';
import { compare, fixed, isNegative, negate, round, subtract, sum } from '../documents/decimal';
import { refuse } from '../documents/inputErrors';
import type { InputError, Result } from '../documents/problem';
import type { CurrencyCode, Decimal } from '../documents/values';

/** What binary floating point leaves behind in a JSON number; a true fraction of a cent is larger. */
const FLOAT_NOISE = '0.000001' as Decimal;

/**
 * An amount of money as the currency can hold it. What a sender's floating point arithmetic added (`0.30000000000000004`)
 * is taken off; a true fraction of the smallest unit is refused, because NetSuite would round each line by itself and
 * the lines would no longer sum to the total.
 */
export function money(amount: Decimal, currency: CurrencyCode, path: string): Result<Decimal, InputError> {
  const decimals = currencyDecimals(currency);
  const rounded = round(amount, decimals);
  const difference = subtract(amount, rounded);
  if (compare(isNegative(difference) ? negate(difference) : difference, FLOAT_NOISE) > 0) {
    return refuse(
      'INVALID_AMOUNT',
      path,
      `${path} is ${amount}, and ${currency} has ${decimals} decimals: round the amount in the billing platform.`,
    );
  }
  return { ok: true, value: rounded };
}

/** One of the sums that a document states, and what it should be the sum of. */
export interface StatedTotal {
  /** Path of the field that states it. */
  readonly path: string;
  /** What is added up, for the sentence: `the lines`. */
  readonly of: string;
  readonly stated: Decimal;
  readonly parts: readonly Decimal[];
}

/** The first stated total that is not the sum of its parts to the cent, as a refusal that names both figures. */
export function mismatch(totals: readonly StatedTotal[], currency: CurrencyCode): Result<never, InputError> | null {
  const decimals = currencyDecimals(currency);
  for (const { path, of, stated, parts } of totals) {
    const found = sum(parts);
    if (compare(found, stated) !== 0) {
      return refuse(
        'TOTAL_MISMATCH',
        path,
        `${path} is ${fixed(stated, decimals)} ${currency}, but ${of} sum to ${fixed(found, decimals)} ${currency}: ` +
          'send every line of the document, with its tax.',
      );
    }
  }
  return null;
}
