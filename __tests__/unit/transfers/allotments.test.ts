import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allot, joinAllotments } from '../../../src/transfers/policy/allotments';

/** A lane with documents by connection. */
const lane = (oldest: number, readyOf: Readonly<Record<string, number>>, hasItems = false) => ({
  oldest,
  readyOf,
  hasItems,
  ready: Object.values(readyOf).reduce((sum, documents) => sum + documents, 0),
});

describe('documents per run', () => {
  test('without a limit leave every lane as it is', () => {
    const lanes = [lane(1, { nue: 60 }), lane(2, { zuora: 3 })];
    expect(allot(lanes, {}).map(({ ready, allotted }) => ({ ready, allotted }))).toEqual([
      { ready: 60, allotted: {} },
      { ready: 3, allotted: {} },
    ]);
  });

  test('go to the lane with the oldest document first, and a lane that gets none is left out', () => {
    const lanes = [lane(30, { nue: 5 }), lane(10, { nue: 4 }), lane(20, { nue: 5 })];
    expect(allot(lanes, { nue: 7 }).map(({ oldest, allotted }) => [oldest, allotted])).toEqual([
      [10, { nue: 4 }],
      [20, { nue: 3 }],
    ]);
  });

  test('go to a lane with items before all others', () => {
    const lanes = [lane(10, { nue: 4 }), lane(20, { nue: 4 }, true)];
    expect(allot(lanes, { nue: 4 }).map(({ oldest }) => oldest)).toEqual([20]);
  });

  test('of one connection hold up no other in the same lane', () => {
    const [served] = allot([lane(1, { nue: 4, zuora: 9 })], { nue: 0 });
    expect(served).toMatchObject({ ready: 9, allotted: { nue: 0 } });
  });

  test('of lanes that are worked on together are one number; without any it is 0, not unlimited', () => {
    const [a, b] = allot([lane(1, { nue: 2 }), lane(2, { nue: 9 })], { nue: 5, other: 3 });
    if (a === undefined || b === undefined) throw new Error('A lane is missing.');
    expect(joinAllotments([a, b], { nue: 5, other: 3 })).toEqual({ nue: 5, other: 0 });
  });

  test('are never exceeded, and never left unused while documents are ready', () => {
    const readyOf = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 40 }));
    const lanes = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), readyOf, fc.boolean()), { maxLength: 12 });
    const limits = fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 60 }));
    fc.assert(
      fc.property(lanes, limits, (all, most) => {
        const given = all.map(([oldest, ready, hasItems]) => lane(oldest, ready, hasItems));
        const joined = joinAllotments(allot(given, most), most);
        for (const [connection, limit] of Object.entries(most)) {
          const ready = given.reduce((sum, each) => sum + (each.readyOf[connection] ?? 0), 0);
          expect(joined[connection]).toBe(Math.min(limit, ready));
        }
      }),
    );
  });
});
