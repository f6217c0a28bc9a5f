import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, sum } from '../../../src/documents/decimal';
import type { BillingDocument } from '../../../src/documents/document';
import { inputErrorCodes } from '../../../src/documents/inputErrors';
import { platforms } from '../../../src/platforms';
import { payload, payloadNames } from './payloads';
import { DECODE } from './settings';

/** Two properties, each payload decoded as each kind of its platform: about 12,000 decodings. */
const RUNS = 1_700;

const seeds = (['nue', 'zuora'] as const).flatMap((platform) =>
  payloadNames(platform).map((name) => ({ platform, data: payload(platform, name) })),
);

/** Values that senders get wrong, and some that are right. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    ' ',
    0,
    -0,
    -1,
    0.005,
    1e21,
    1e-9,
    '1e5',
    'NaN',
    '2026-02-30',
    '2026-07-01T23:59:59Z',
    'x'.repeat(5_000),
    '\u0000',
    '__proto__',
    'Active',
    'Posted',
    'EUR',
    [],
    {},
    [[]],
    { id: 'x' },
    true,
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
);

/** All places in a JSON value, as lists of keys. */
function places(value: unknown, here: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [here];
  const children = Array.isArray(value)
    ? value.flatMap((child, index) => places(child, [...here, index]))
    : Object.entries(value).flatMap(([key, child]) => places(child, [...here, key]));
  return here.length === 0 ? children : [here, ...children];
}

function changed(data: unknown, place: readonly (string | number)[], value: unknown): void {
  let parent = data as Record<string | number, unknown>;
  for (const step of place.slice(0, -1)) {
    const next = parent[step];
    if (typeof next !== 'object' || next === null) return;
    parent = next as Record<string | number, unknown>;
  }
  const last = place[place.length - 1];
  if (last !== undefined) parent[last] = value;
}

const mutated = fc.constantFrom(...seeds).chain(({ platform, data }) => {
  const all = places(data);
  return fc.array(fc.tuple(fc.constantFrom(...all), hostile), { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy: unknown = structuredClone(data);
    for (const [place, value] of changes) changed(copy, place, value);
    return { platform, data: copy };
  });
});

/** True where the path leads to a value, or to a missing member of one. */
function exists(root: unknown, path: string): boolean {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  if (steps[0] !== 'data') return false;
  let value: unknown = root;
  for (const step of steps.slice(1)) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return true;
}

function wellFormed(document: BillingDocument): void {
  expect(document.id.trim()).not.toBe('');
  if (document.kind !== 'invoice' && document.kind !== 'creditMemo') return;
  const amounts = [...document.lines, ...document.taxLines].map((line) => line.amount);
  expect(compare(sum(amounts), document.total)).toBe(0);
  expect(document.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
}

/** Decodes as every kind; a refusal must be one that is documented, and must point into the payload. */
function judge(platform: 'nue' | 'zuora', data: unknown): void {
  for (const kind of platforms.get(platform)?.kinds ?? []) {
    const result = platforms.get(platform)?.decode(kind, data, DECODE);
    if (result?.ok === true) {
      wellFormed(result.value.document);
      result.value.embedded.forEach(wellFormed);
    } else {
      expect(Object.keys(inputErrorCodes)).toContain(result?.error.code);
      expect(exists(data, result?.error.path ?? '')).toBe(true);
      expect(result?.error.message).toMatch(/\.$|there\.$/);
      expect(result?.error.message.length).toBeLessThan(600);
    }
  }
}

describe('whatever is sent, decoding answers with a document or a documented refusal', () => {
  test('any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('nue' as const, 'zuora' as const), (data, platform) => {
        judge(platform, data);
      }),
      { numRuns: RUNS },
    );
  });

  test('payloads with some values replaced', () => {
    fc.assert(
      fc.property(mutated, ({ platform, data }) => {
        judge(platform, data);
      }),
      { numRuns: RUNS },
    );
  });

  test('any kind at all', () => {
    fc.assert(
      fc.property(fc.string(), (kind) => {
        for (const platform of platforms.values()) {
          if (platform.kinds.includes(kind)) continue;
          const result = platform.decode(kind, {}, DECODE);
          expect(result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_KIND', path: 'kind' } });
        }
      }),
    );
  });
});

test('every payload is accepted as the kind that it is', () => {
  const kinds: Readonly<Record<string, string>> = {
    account: 'customer',
    charge: 'item',
    consumer: 'customer',
    creditMemo: 'creditMemo',
    customer: 'customer',
    invoice: 'invoice',
    product: 'item',
  };
  for (const platform of ['nue', 'zuora'] as const) {
    for (const name of payloadNames(platform)) {
      const result = platforms.get(platform)?.decode(kinds[name] ?? '', payload(platform, name), DECODE);
      expect([name, result?.ok === false ? result.error : null]).toEqual([name, null]);
    }
  }
});
