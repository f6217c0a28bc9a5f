import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CALL_LEASE, LANE_COUNT, LANE_LEASE, laneOf, mayTakeLane, shareOut } from '../../../src/transfers/policy/lanes';

describe('the lane of a customer', () => {
  test('is one of the lanes, always the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (connection, customer) => {
        const lane = laneOf(connection, customer);
        expect(lane).toBe(laneOf(connection, customer));
        expect(Number.isInteger(lane) && lane >= 0 && lane < LANE_COUNT).toBe(true);
      }),
    );
  });

  test('is spread over all lanes, none with more than twice its share', () => {
    const counts = new Array<number>(LANE_COUNT).fill(0);
    for (let customer = 0; customer < 3_200; customer += 1) {
      const lane = laneOf('nue', `A${customer}`);
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
    expect(Math.max(...counts)).toBeLessThan(200);
    expect(Math.min(...counts)).toBeGreaterThan(50);
  });

  test('never changes: rows that are stored keep theirs', () => {
    expect([laneOf('nue', ''), laneOf('nue', 'A-1'), laneOf('zuora', '2c92')]).toEqual([21, 22, 16]);
  });
});

describe('a lane', () => {
  const now = '2026-03-31T12:00:00.000Z';

  test('is taken where nobody holds it, its lease is over, or its holder comes back', () => {
    expect(mayTakeLane('', '', 'a', now)).toBe(true);
    expect(mayTakeLane('b', '2026-03-31T11:59:59.999Z', 'a', now)).toBe(true);
    expect(mayTakeLane('a', '2026-03-31T12:10:00.000Z', 'a', now)).toBe(true);
  });

  test('is not taken from another while its lease lasts', () => {
    expect(mayTakeLane('b', '2026-03-31T12:00:00.001Z', 'a', now)).toBe(false);
  });

  test('is leased for longer than a reduce invocation can live', () => {
    expect(LANE_LEASE).toBeGreaterThan(900_000);
  });

  test('is leased to a call for longer than a RESTlet can live, and for less than to a run', () => {
    expect(CALL_LEASE).toBeGreaterThan(300_000);
    expect(CALL_LEASE).toBeLessThan(LANE_LEASE);
  });
});

describe('lanes that have work', () => {
  const lane = (ready: number, hasItems = false) => ({ ready, hasItems });

  test('with little are put together into one batch, those with items first', () => {
    const [a, b, items] = [lane(10), lane(20), lane(5, true)];
    expect(shareOut([a, b, items], 50)).toEqual([[items, a, b]]);
  });

  test('with a batch or more are worked alone', () => {
    expect(shareOut([lane(60), lane(50), lane(1)], 50).map((share) => share.length)).toEqual([1, 1, 1]);
  });

  test('are each in exactly one share, and no share of several holds more than a batch', () => {
    const lanes = fc.array(fc.record({ ready: fc.integer({ min: 1, max: 200 }), hasItems: fc.boolean() }), {
      maxLength: 32,
    });
    fc.assert(
      fc.property(lanes, (all) => {
        const shares = shareOut(all, 50);
        expect(shares.reduce((sum, share) => sum + share.length, 0)).toBe(all.length);
        expect(new Set(shares.flat()).size).toBe(new Set(all).size);
        for (const share of shares) {
          if (share.length > 1) expect(share.reduce((sum, each) => sum + each.ready, 0)).toBeLessThanOrEqual(50);
        }
      }),
    );
  });
});
