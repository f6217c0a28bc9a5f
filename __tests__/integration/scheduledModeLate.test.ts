import { scheduledDay } from './support/scheduledDay';

const MINUTE = 60_000;

test('where NetSuite starts schedules up to 5 minutes late, every row starts within 10 minutes all the same', async () => {
  const day = await scheduledDay(1, { lateStarts: 5 * 60 });
  expect(day.calls).toBeGreaterThan(50);
  expect(day.postedAtAcceptance).toBe(0);
  expect(day.notTransferred).toBe(0);
  expect([...day.posted].sort()).toEqual([...day.sent].sort());
  expect(Math.max(...day.waits)).toBeLessThanOrEqual(10 * MINUTE);
  // The starts were late: with starts on time no row waits for so long.
  expect(Math.max(...day.waits)).toBeGreaterThan(5 * MINUTE);
}, 240_000);
