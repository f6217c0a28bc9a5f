import { torture } from './torture';

test('an edit of a customer reaches the platform, whatever goes wrong at any call', async () => {
  const { code, rows, output } = await torture('--flow', 'customer-edit', '--jobs', '1');
  expect([code, output]).toEqual([0, output]);
  expect(rows).toMatchObject([{ flow: 'customer-edit', lost: '0', doubled: '0', unexpected: '0' }]);
  expect(rows[0]?.recovered).toBe(rows[0]?.runs);
  expect(Number(rows[0]?.runs)).toBeGreaterThan(7 * Number(rows[0]?.calls));
}, 900_000);
