import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ExternalIdOf, externalId } from '../../../src/netsuite/externalIds';

const parts: fc.Arbitrary<ExternalIdOf['part']> = fc.constantFrom(
  undefined,
  'up' as const,
  'down' as const,
  'reversal' as const,
  'repost2' as const,
);

/** Ids of the kind that collide where escaping is careless, and any text. */
const ids = fc.oneof(
  fc.constantFrom(
    'a',
    'a-up',
    'a_up',
    'a-down',
    'a-reversal',
    'a_x002dup',
    'a__up',
    'b-invoice-c',
    'c',
    '_h',
    '_',
    '-',
  ),
  fc.uuid(),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
  fc.string({ minLength: 100, maxLength: 200 }),
);

const named: fc.Arbitrary<ExternalIdOf> = fc
  .record({
    connection: fc.constantFrom('a', 'zuora-us', 'a-invoice-b', 'invoice', 'a-item', 'b', 'zuora_us'),
    kind: fc.constantFrom('customer' as const, 'item' as const, 'invoice' as const),
    id: ids,
    part: parts,
  })
  .map(({ part, ...rest }) => (part === undefined ? rest : { ...rest, part }));

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

  test('of different documents differ', () => {
    fc.assert(
      fc.property(named, named, (first, second) => {
        const isSame =
          JSON.stringify([first.connection, first.kind, first.id, first.part]) ===
          JSON.stringify([second.connection, second.kind, second.id, second.part]);
        expect(externalId(first) === externalId(second)).toBe(isSame);
      }),
      { numRuns: 5_000 },
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
