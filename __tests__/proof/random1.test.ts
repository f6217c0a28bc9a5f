import { playsSound } from './playsSound';

test(
  'in seeded runs nothing is lost, doubled or unexpected, and each goes the same way twice',
  () => playsSound({ from: 1, seeds: 100 }),
  900_000,
);
