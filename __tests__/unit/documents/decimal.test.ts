import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  decimal,
  decimalPlaces,
  divide,
  fixed,
  negate,
  parseDecimal,
  round,
  subtract,
  sum,
} from '../../../src/documents/decimal';
import type { Decimal } from '../../../src/documents/values';

const decimals: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.nat({ max: 6 }))
  .map(([units, places]) => {
    const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
    const whole = digits.slice(0, digits.length - places);
    const fraction = places === 0 ? '' : `.${digits.slice(digits.length - places)}`;
    return decimal(`${units < 0n ? '-' : ''}${whole}${fraction}`);
  });

describe('reading decimals', () => {
  test.each([
    ['1234.50', '1234.5'],
    [1234.5, '1234.5'],
    ['-0.070', '-0.07'],
    ['+7', '7'],
    ['007', '7'],
    ['-0', '0'],
    [-0, '0'],
    ['0.00', '0'],
    [0.1, '0.1'],
    [1e-7, '0.0000001'],
    [123456789012345, '123456789012345'],
  ])('%p is %s', (value, expected) => {
    expect(parseDecimal(value)).toBe(expected);
  });

  test.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    1e-300,
    '1e5',
    '1,234.50',
    '$5',
    ' 5',
    '',
    '.5',
    '5.',
    '--5',
    '1'.repeat(16),
    '0x10',
    null,
    undefined,
    true,
    {},
    [],
    '1'.repeat(100_000),
  ])('%p is no decimal', (value) => {
    expect(parseDecimal(value)).toBeNull();
  });

  test('any JSON number of cents is read as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (cents) => {
        expect(compare(parseDecimal(cents / 100) as Decimal, divide(decimal(cents), decimal(100), 2))).toBe(0);
      }),
    );
  });
});

describe('laws', () => {
  test('addition is commutative and associative, and negation is its inverse', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(add(a, b)).toBe(add(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(add(a, negate(a))).toBe('0');
        expect(subtract(a, b)).toBe(add(a, negate(b)));
        expect(sum([a, b, c])).toBe(add(a, add(b, c)));
      }),
    );
  });

  test('equal numbers have one text, without exponent, trailing zeros or negative zero', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(a).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
        expect(compare(a, b) === 0).toBe(a === b);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
      }),
    );
  });

  test('rounding moves a number by at most half a unit of the last place, and is idempotent', () => {
    fc.assert(
      fc.property(decimals, fc.nat({ max: 4 }), (value, places) => {
        const rounded = round(value, places);
        expect(decimalPlaces(rounded)).toBeLessThanOrEqual(places);
        expect(round(rounded, places)).toBe(rounded);
        const half = divide(decimal(5), decimal(10 ** (places + 1)), places + 1);
        const moved = subtract(rounded, value);
        expect(compare(moved, half)).toBeLessThanOrEqual(0);
        expect(compare(moved, negate(half))).toBeGreaterThanOrEqual(0);
        expect(fixed(value, places)).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`));
      }),
    );
  });
});

test('halves are rounded away from zero', () => {
  expect(round(decimal('2.345'), 2)).toBe('2.35');
  expect(round(decimal('-2.345'), 2)).toBe('-2.35');
  expect(divide(decimal(1), decimal(3), 8)).toBe('0.33333333');
  expect(divide(decimal(2), decimal(3), 8)).toBe('0.66666667');
});

test('a fixed text never shows a negative zero', () => {
  expect(fixed(decimal('-0.001'), 2)).toBe('0.00');
  expect(fixed(decimal('-1.5'), 2)).toBe('-1.50');
});

test('division by zero is refused', () => {
  expect(() => divide(decimal(1), decimal(0), 2)).toThrow(RangeError);
});
