import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bodiesOf } from '../../../src/transfers/store/intakes';
import type { NewTransfer } from '../../../src/transfers/store/newTransfers';

const row = (payload: string) => ({ key: 'obc-in-1', payload }) as NewTransfer;

test('rows are cut into bodies that a field can hold and an invocation can store, none lost, in order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 600 }),
      (long, short) => {
        const rows = [
          ...long.map((length) => row('x'.repeat(length))),
          ...new Array<NewTransfer>(short).fill(row('y')),
        ];
        const bodies = bodiesOf(rows);
        expect(bodies.flatMap(({ text }) => JSON.parse(text) as NewTransfer[])).toEqual(rows);
        for (const { text, count } of bodies) {
          expect(text.length).toBeLessThanOrEqual(1_000_000);
          expect(count).toBeLessThanOrEqual(250);
          expect(count).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 20 },
  );
});
