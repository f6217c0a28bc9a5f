import type { AccountSnapshot, CallSite, FaultRule } from 'netsuite-simulator';
import type { Flow } from '../flows/flow';
import type { ProvingGround } from '../world/account';
import { type Differences, differences, isSame, type Picture } from '../world/picture';
import { recover } from '../world/recover';
import { allCoordinates, type Coordinates, ruleAt } from './kinds';

/** The same for every run of a flow, so that all are alike until the fault. */
const SEED = 20_261_102;

const MINUTES = 60_000;

/** A flow as it goes undisturbed. */
export interface Undisturbed {
  readonly flow: Flow;
  readonly prepared: AccountSnapshot;
  /** Where each of its calls comes from. */
  readonly sites: readonly CallSite[];
  readonly picture: Picture;
}

/** What one run with a fault came to. */
export interface Verdict {
  readonly coordinates: Coordinates;
  readonly site: CallSite;
  /** Null where it ended like the undisturbed run. */
  readonly wrong: Differences | null;
}

/** Prepares a flow and runs it without a fault. */
export async function undisturbed(ground: ProvingGround, flow: Flow): Promise<Undisturbed> {
  const { account } = ground;
  account.restore(ground.ready, SEED);
  await flow.reset?.(ground);
  await flow.prepare(ground);
  await account.idle();
  const prepared = account.snapshot();
  const first = await runFlow(ground, flow, prepared, []);
  const again = await runFlow(ground, flow, prepared, []);
  const change = differences(first.picture, again.picture);
  if (!isSame(change) || first.sites.length !== again.sites.length) {
    throw new Error(`The flow ${flow.name} does not go the same way twice: ${JSON.stringify(change)}`);
  }
  return { flow, prepared, ...first };
}

/** All faults at all calls of a flow. */
export function coordinatesOf({ sites }: Undisturbed): readonly Coordinates[] {
  return allCoordinates(sites);
}

/** Runs a flow with one fault, lets the account recover, and compares. */
export async function runWithFault(
  ground: ProvingGround,
  normal: Undisturbed,
  coordinates: Coordinates,
): Promise<Verdict> {
  const site = normal.sites[coordinates.call - 1];
  if (site === undefined) throw new Error(`The flow ${normal.flow.name} has no call ${coordinates.call}.`);
  try {
    const { picture } = await runFlow(ground, normal.flow, normal.prepared, [ruleAt(coordinates)]);
    const found = differences(normal.picture, picture);
    const [hit] = ground.account.faults.hits;
    if (hit === undefined || hit.site.op !== site.op) {
      return { coordinates, site, wrong: { lost: [], doubled: [], unexpected: ['The fault did not meet its call.'] } };
    }
    return { coordinates, site, wrong: isSame(found) ? null : found };
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    return { coordinates, site, wrong: { lost: [], doubled: [], unexpected: [said] } };
  }
}

async function runFlow(ground: ProvingGround, flow: Flow, from: AccountSnapshot, rules: readonly FaultRule[]) {
  const { account } = ground;
  await account.idle();
  account.restore(from, SEED);
  await flow.reset?.(ground);
  account.faults.plan({ rules, seed: SEED, keepSites: rules.length === 0 });
  await flow.act(ground);
  await recover(account);
  // The calls of the flow; what schedules do when nothing is left to do is not part of it.
  const sites = [...account.faults.sites];
  if (flow.restsAfter !== undefined) await recover(account, flow.restsAfter * MINUTES);
  return { sites, picture: await flow.observe(ground) };
}
