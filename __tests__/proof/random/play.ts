import type { Hit } from 'netsuite-simulator';
import type { ProvingGround } from '../world/account';
import { observeBooks } from '../world/books';
import { recover } from '../world/recover';
import { check, type Findings } from './check';
import { Game } from './game';
import type { Scenario } from './scenario';

/** What a seeded run came to. */
export interface Played extends Findings {
  readonly seed: number;
  /** Versions of documents that callers tried to deliver or documents they tried to delete, and that were acknowledged. */
  readonly attempted: number;
  readonly acknowledged: number;
  /** Faults that were met in a run which ended as it should. */
  readonly recovered: number;
  /** All that happened, line by line; the same for every run of the seed. */
  readonly log: readonly string[];
}

/** Plays a scenario, lets the account come to rest, delivers some of it again days later, and checks the books. */
export async function play(ground: ProvingGround, scenario: Scenario): Promise<Played> {
  const { account } = ground;
  await account.idle();
  account.restore(ground.ready, scenario.seed);
  account.faults.plan({ rules: scenario.faults, seed: scenario.seed });
  const game = new Game(ground);
  for (const step of scenario.steps) await game.take(step);
  const hits = [...account.faults.hits];
  account.faults.clear();
  for (const hit of hits) game.note(describeHit(hit));
  await game.drain(scenario);
  const late = await game.deliverAgain(scenario);
  await recover(account);
  const picture = await observeBooks(account);
  for (const { subject, detail } of picture) game.note(`${subject} = ${detail}`);
  const { acknowledged, deletions } = game;
  const findings = check(scenario, { acknowledged, late, deletions: deletions.answers }, picture);
  const isRight = findings.lost.length + findings.doubled.length + findings.unexpected.length === 0;
  return {
    ...findings,
    seed: scenario.seed,
    attempted: game.attempted.size,
    acknowledged: game.acknowledged.size,
    recovered: isRight ? hits.length : 0,
    log: game.log,
  };
}

function describeHit({ kind, error, call, site }: Hit): string {
  const name = kind.startsWith('error') ? ` ${error.name}` : '';
  return `fault at call ${call}: ${kind}${name} at ${site.op} of ${site.script} ${site.entryPoint}`;
}
