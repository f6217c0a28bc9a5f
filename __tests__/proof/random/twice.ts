import type { ProvingGround } from '../world/account';
import { openGround } from '../world/account';
import { writeOtherApp } from './otherApp';
import { type Played, play } from './play';
import { scenarioOf } from './scenario';

/** The account of seeded runs: with another app beside the SuiteApp. */
export function openRandomGround(suiteApp?: string): Promise<ProvingGround> {
  return openGround({ others: [writeOtherApp()], ...(suiteApp === undefined ? {} : { suiteApp }) });
}

/** Plays a seed twice; that the logs are the same is part of what is found. */
export async function playTwice(ground: ProvingGround, seed: number): Promise<Played> {
  const first = await playOnce(ground, seed);
  const second = await playOnce(ground, seed);
  const differs = first.log.findIndex((line, index) => line !== second.log[index]);
  if (differs < 0 && first.log.length === second.log.length) return first;
  const said = `the second run differs at line ${differs + 1}: "${first.log[differs]}" and "${second.log[differs]}"`;
  return { ...first, unexpected: [...first.unexpected, said] };
}

/** Plays a seed. What is thrown is a finding, too. */
async function playOnce(ground: ProvingGround, seed: number): Promise<Played> {
  try {
    return await play(ground, scenarioOf(seed));
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    const nothing = { attempted: 0, acknowledged: 0, transferred: 0, recovered: 0, lost: [], doubled: [], log: [] };
    return { ...nothing, seed, unexpected: [said] };
  }
}
