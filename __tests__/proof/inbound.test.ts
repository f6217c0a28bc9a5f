import { torture } from './torture';

test.each([
  ['an invoice with its customer and item', 'zuora-invoice'],
  ['a newer version of a customer', 'customer-update'],
])(
  '%s has its effect once, whatever goes wrong at any call',
  async (_, flow) => {
    const { code, rows, output } = await torture('--flow', flow, '--jobs', '1');
    expect([code, output]).toEqual([0, output]);
    expect(rows).toMatchObject([{ flow, faults: '9', lost: '0', doubled: '0', unexpected: '0' }]);
    expect(rows[0]?.recovered).toBe(rows[0]?.runs);
    expect(Number(rows[0]?.runs)).toBeGreaterThan(7 * Number(rows[0]?.calls));
  },
  900_000,
);
