import { openRandomGround, playTwice } from './random/twice';
import type { ProvingGround } from './world/account';

let ground: ProvingGround;

beforeAll(async () => {
  ground = await openRandomGround();
}, 120_000);

afterAll(() => ground?.close());

/** As many stand in a file beside this one, so that two processors have work; `npm run torture` plays more. */
const SEEDS = 30;
const FIRST = 1;

test('in seeded runs nothing is lost, doubled or unexpected, and each goes the same way twice', async () => {
  const wrong: string[] = [];
  let recovered = 0;
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const played = await playTwice(ground, seed);
    recovered += played.recovered;
    for (const each of [...played.lost, ...played.doubled, ...played.unexpected]) {
      wrong.push(`npm run torture -- --seed ${seed}: ${each}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(recovered).toBeGreaterThan(SEEDS);
}, 900_000);
