import { torture } from './torture';

/**
 * Plays seeds, each twice, as `npm run torture` does. Those of `npm test` are in two files, so that two processors have
 * work; a seed that fails is printed with the command that replays it.
 */
export async function playsSound({ from, seeds }: { readonly from: number; readonly seeds: number }): Promise<void> {
  const { code, rows, output } = await torture('--seeds', `${seeds}`, '--from', `${from}`, '--jobs', '1');
  expect([code, output]).toEqual([0, output]);
  expect(rows).toMatchObject([{ seeds: `${seeds}`, lost: '0', doubled: '0', unexpected: '0' }]);
  expect(Number(rows[0]?.recovered)).toBeGreaterThan(seeds);
}
