import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExternalIdOf, externalId } from '../../../src/netsuite/externalIds';

const CONNECTIONS = [
  'a',
  'zuora-us',
  'a-invoice-b',
  'a-invoice',
  'invoice',
  'a-item',
  'b',
  'zuora_us',
  'invoice_',
  'A',
];
const KINDS = ['customer', 'item', 'invoice'] as const;
const PARTS = [undefined, 'up', 'down', 'reversal', 'repost2'] as const;

/** Ids that collide where escaping is careless. */
const TRICKY_IDS = [
  ...['a', 'a-up', 'a_up', 'a-down', 'a-reversal', 'a-repost2', 'a_x002dup', 'a_x002d', 'a__up', 'a:up', 'a_x003aup'],
  ...['b-invoice-c', 'invoice-c', 'c', '_h', '__h', '_', '__', '-', 'é', 'e\u0301', ' ', '|', 'A'],
];

const ids = fc.oneof(
  fc.constantFrom(...TRICKY_IDS),
  fc.uuid(),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.string({ minLength: 100, maxLength: 200 }),
);

const named: fc.Arbitrary<ExternalIdOf> = fc.record({
  connection: fc.constantFrom(...CONNECTIONS),
  kind: fc.constantFrom(...KINDS),
  id: ids,
});

describe('external ids', () => {
  test('of usual ids are readable', () => {
    expect(externalId({ connection: 'zuora-us', kind: 'invoice', id: '8ad08f0e5b1c2d3e015b2d6f4a1bd001' })).toBe(
      'obc-zuora-us-invoice-8ad08f0e5b1c2d3e015b2d6f4a1bd001',
    );
    expect(externalId({ connection: 'nue', kind: 'item', id: '01t5g000003AbCdAAK' })).toBe(
      'obc-nue-item-01t5g000003AbCdAAK',
    );
    expect(
      externalId({ connection: 'nue', kind: 'invoice', id: '9b2d1f60-11aa-4c0e-8f21-5f7e1a000001', part: 'reversal' }),
    ).toBe('obc-nue-invoice-9b2d1f60-11aa-4c0e-8f21-5f7e1a000001-reversal');
  });

  test('hold only the characters that NetSuite’s REST takes, and are of bounded length', () => {
    fc.assert(
      fc.property(named, (name) => {
        expect(externalId(name)).toMatch(/^obc-[A-Za-z0-9_-]+$/);
        expect(externalId(name).length).toBeLessThan(400);
      }),
    );
  });

  test('of different documents differ, however connection, id and part run into each other', () => {
    const made = CONNECTIONS.flatMap((connection) =>
      KINDS.flatMap((kind) =>
        TRICKY_IDS.flatMap((id) =>
          PARTS.map((part) =>
            externalId(part === undefined ? { connection, kind, id } : { connection, kind, id, part }),
          ),
        ),
      ),
    );
    expect(new Set(made).size).toBe(made.length);
  });

  test('of any two texts differ', () => {
    fc.assert(
      fc.property(ids, ids, (first, second) => {
        const isSame =
          externalId({ connection: 'a', kind: 'item', id: first }) ===
          externalId({ connection: 'a', kind: 'item', id: second });
        expect(isSame).toBe(first === second);
      }),
    );
  });

  test('of long ids that differ in one character, anywhere, differ', () => {
    const long = 'x'.repeat(200);
    const seen = new Set<string>();
    for (let position = 0; position < long.length; position += 1) {
      seen.add(
        externalId({ connection: 'nue', kind: 'item', id: `${long.slice(0, position)}y${long.slice(position + 1)}` }),
      );
    }
    expect(seen.size).toBe(long.length);
  });

  test('the end of an id is not taken for a part', () => {
    const whole = externalId({ connection: 'nue', kind: 'invoice', id: 'a-reversal' });
    expect(whole).not.toBe(externalId({ connection: 'nue', kind: 'invoice', id: 'a', part: 'reversal' }));
  });
});
