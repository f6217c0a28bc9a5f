import { torture } from './torture';

test('an invoice with its customer and item has its effect once, whatever goes wrong at any call', async () => {
  const { code, rows, output } = await torture('--flow', 'zuora-invoice', '--jobs', '1');
  expect([code, output]).toEqual([0, output]);
  expect(rows).toMatchObject([{ flow: 'zuora-invoice', faults: '9', lost: '0', doubled: '0', unexpected: '0' }]);
  expect(rows[0]?.recovered).toBe(rows[0]?.runs);
  expect(Number(rows[0]?.runs)).toBeGreaterThan(7 * Number(rows[0]?.calls));
}, 900_000);
