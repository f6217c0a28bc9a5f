import { allCoordinates } from '../exhaustive/kinds';
import { runWithFault, type Undisturbed, undisturbed } from '../exhaustive/prove';
import { flowNamed } from '../flows';
import { playTwice } from '../random/twice';
import type { ProvingGround } from '../world/account';
import { type Differences, differences, isSame } from '../world/picture';
import type { Witness } from './safeguards';

/** What a witness says of a SuiteApp without a safeguard: the run that shows it, or null where all runs went well. */
export interface Testimony {
  readonly run: string;
  readonly found: string;
}

/** The accounts that a witness needs: without and with another app beside the SuiteApp. */
export interface Grounds {
  calm(): Promise<ProvingGround>;
  random(): Promise<ProvingGround>;
}

/**
 * Lets a witness look at a SuiteApp that lacks something.
 * @param sound the SuiteApp as it is, with which the same run must go well
 * @throws Error where it does not
 */
export async function testify(witness: Witness, sound: Grounds, broken: Grounds): Promise<Testimony | null> {
  return 'seeds' in witness ? bySeeds(witness.seeds, sound, broken) : byFlow(witness, sound, broken);
}

async function bySeeds(seeds: number, sound: Grounds, broken: Grounds): Promise<Testimony | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { lost, doubled, unexpected } = await playTwice(await broken.random(), seed);
    const found = described({ lost, doubled, unexpected });
    if (found === '') continue;
    const control = await playTwice(await sound.random(), seed);
    if (described(control) !== '') throw new Error(`Seed ${seed} fails with all safeguards: ${described(control)}`);
    return { run: `seed ${seed}`, found };
  }
  return null;
}

async function byFlow(
  { flow: name, fault, at = () => true, finds }: Extract<Witness, { readonly flow: string }>,
  sound: Grounds,
  broken: Grounds,
): Promise<Testimony | null> {
  const flow = flowNamed(name);
  const normal = await undisturbed(await sound.calm(), flow);
  let without: Undisturbed;
  try {
    without = await undisturbed(await broken.calm(), flow);
  } catch (thrown) {
    return { run: `${name}, undisturbed`, found: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  if (finds !== undefined) {
    const subjects = without.picture.map(({ subject }) => subject).filter((each) => each.startsWith('transaction '));
    const twice = subjects.find((subject, index) => subjects.indexOf(subject) < index);
    return twice === undefined ? null : { run: `${name}, undisturbed`, found: `doubled: ${twice}` };
  }
  if (fault === undefined) {
    const change = differences(normal.picture, without.picture);
    return isSame(change) ? null : { run: `${name}, undisturbed`, found: described(change) };
  }
  for (const coordinates of allCoordinates(without.sites)) {
    const site = without.sites[coordinates.call - 1];
    if (coordinates.fault !== fault || site === undefined || !at(site)) continue;
    const { wrong } = await runWithFault(await broken.calm(), without, coordinates);
    if (wrong === null) continue;
    const same = normal.sites[coordinates.call - 1]?.op === site.op ? coordinates : null;
    if (same !== null && (await runWithFault(await sound.calm(), normal, same)).wrong !== null) {
      throw new Error(`The flow ${name} fails with all safeguards at call ${same.call}.`);
    }
    return { run: `${name}, ${fault} at call ${coordinates.call} (${site.op})`, found: described(wrong) };
  }
  return null;
}

/** The first of what was found, in words; empty where nothing was. */
function described({ lost, doubled, unexpected }: Differences): string {
  const [first = ''] = [
    ...lost.map((each) => `lost: ${each}`),
    ...doubled.map((each) => `doubled: ${each}`),
    ...unexpected.map((each) => `unexpected: ${each}`),
  ];
  return first.length > 160 ? `${first.slice(0, 157)}...` : first;
}
