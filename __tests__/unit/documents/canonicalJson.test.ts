import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, isDeeperThan } from '../../../src/documents/canonicalJson';

/** The same JSON value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => [key, reordered(member)]);
  return Object.fromEntries(entries.reverse());
}

const json = fc.jsonValue();

test('the order of keys does not change the text', () => {
  fc.assert(fc.property(json, (value) => canonicalJson(value) === canonicalJson(reordered(value))));
});

test('the text is JSON that denotes the same value, so different values have different texts', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('keys are sorted by code unit at every depth, and absent members are left out', () => {
  expect(canonicalJson({ b: [{ z: 1, a: 1.5 }], a: undefined, B: null, é: '\u2028' })).toBe(
    '{"B":null,"b":[{"a":1.5,"z":1}],"é":"\u2028"}',
  );
});

test('depth is measured without recursion', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(isDeeperThan(deep, 40)).toBe(true);
  expect(isDeeperThan({ a: [{ b: 1 }] }, 3)).toBe(false);
  expect(isDeeperThan({ a: [{ b: 1 }] }, 1)).toBe(true);
});
