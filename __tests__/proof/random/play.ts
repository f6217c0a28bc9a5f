import type { Hit } from 'netsuite-simulator';
import type { ProvingGround } from '../world/account';
import { observeBooks } from '../world/books';
import {
  bodyOf,
  callOnce,
  callUntilAcknowledged,
  codesOf,
  documentsCall,
  isAcknowledged,
  settingsChange,
} from '../world/outside';
import { recover } from '../world/recover';
import { chanceOf } from './chance';
import { check, type Findings } from './check';
import type { Call, Delivery, Scenario, Step } from './scenario';

/** What a seeded run came to. */
export interface Played extends Findings {
  readonly seed: number;
  /** Versions of documents that callers tried to deliver, and that were acknowledged. */
  readonly attempted: number;
  readonly acknowledged: number;
  /** Faults that were met in a run which ended as it should. */
  readonly recovered: number;
  /** All that happened, line by line; the same for every run of the seed. */
  readonly log: readonly string[];
}

const DAY = 24 * 60 * 60_000;

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
  const findings = check(scenario, game.acknowledged, picture, late);
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

/** Name of a version of a document, as logs and findings show it. */
export function nameOf({ document, version }: Delivery): string {
  return `${document.connection} ${document.kind} ${document.id} v${version + 1}`;
}

class Game {
  readonly log: string[] = [];
  readonly attempted = new Set<string>();
  readonly acknowledged = new Set<string>();
  private unacknowledged: Call[] = [];

  constructor(private readonly ground: ProvingGround) {}

  note(line: string): void {
    this.log.push(`${new Date(this.ground.account.clock.now()).toISOString()} ${line}`);
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case 'time':
        await this.ground.account.passTime(step.minutes * 60_000);
        return this.note(`${step.minutes} minutes pass`);
      case 'settings': {
        const answer = await callOnce(this.ground, settingsChange(step.connection, step.change));
        return this.note(`settings of ${step.connection}: ${step.name} -> ${said(answer)}`);
      }
      case 'calls':
        // What was not acknowledged before is sent again, after what is new.
        await this.deliver([...step.calls, ...this.unacknowledged.splice(0)], step.runs);
    }
  }

  /** Makes calls and runs of the queue at the same time. */
  private async deliver(calls: readonly Call[], runs: number): Promise<void> {
    const { account } = this.ground;
    const start = account.hold();
    const queue = ['customdeploy_obc_post_1', 'customdeploy_obc_post_2'].slice(0, runs).map((deployment) =>
      account.run({ script: 'customscript_obc_post', deployment }).then(
        ({ status }) => status,
        (thrown: unknown) => (thrown instanceof Error ? thrown.name : String(thrown)),
      ),
    );
    const made = calls.map(async (call) => ({ call, answer: await callOnce(this.ground, requestOf(call)) }));
    start();
    for (const { call, answer } of await Promise.all(made)) {
      for (const each of call.deliveries) this.attempted.add(nameOf(each));
      this.note(`${call.deliveries.map(nameOf).join(', ')} -> ${said(answer)}`);
      if (isAcknowledged(answer)) for (const each of call.deliveries) this.acknowledged.add(nameOf(each));
      else this.unacknowledged.push(call);
    }
    for (const status of await Promise.all(queue)) this.note(`run of the queue -> ${status}`);
    await account.idle();
  }

  /** Settings are put right, what is not acknowledged is repeated until it is, and the account comes to rest. */
  async drain(scenario: Scenario): Promise<void> {
    const settings = { paused: false, scheduledMode: false };
    const mappings = [{ kind: 'Tax Item', source: 'US-CA-SF', value: { name: 'Sales Tax' } }];
    await callUntilAcknowledged(this.ground, [
      settingsChange('nue', { settings, mappings }),
      settingsChange('zuora', { settings }),
    ]);
    const calls = this.unacknowledged.splice(0);
    const answers = await callUntilAcknowledged(this.ground, calls.map(requestOf));
    calls.forEach((call, index) => {
      for (const each of call.deliveries) this.acknowledged.add(nameOf(each));
      this.note(`${call.deliveries.map(nameOf).join(', ')} again -> ${said(answers[index] ?? null)}`);
    });
    await recover(this.ground.account);
    this.note(`at rest; ${scenario.documents.length} documents`);
  }

  /** Three days later some of it arrives once more. Gives the outcomes by name. */
  async deliverAgain(scenario: Scenario): Promise<ReadonlyMap<string, string>> {
    const { account } = this.ground;
    const chance = chanceOf(scenario.seed + 1);
    // In one go, as when NetSuite is closed for maintenance. What was due meanwhile starts once, before or after.
    account.clock.set(account.clock.now() + 3 * DAY);
    if (chance.percent(20)) await account.passTime(0);
    const late = scenario.documents
      .filter(() => chance.percent(30))
      .map((document): Delivery => ({ document, version: chance.between(0, document.versions.length - 1) }));
    const outcomes = new Map<string, string>();
    for (const delivery of late) {
      const call = requestOf({ connection: delivery.document.connection, deliveries: [delivery] });
      const [answer = null] = await callUntilAcknowledged(this.ground, [call]);
      outcomes.set(nameOf(delivery), said(answer));
      this.note(`${nameOf(delivery)} after three days -> ${said(answer)}`);
    }
    return outcomes;
  }
}

function requestOf({ connection, deliveries }: Call) {
  return documentsCall(
    connection,
    deliveries.map(({ document, version }) => ({ kind: document.kind, data: document.versions[version] })),
  );
}

/** An answer in a word for each document: outcomes, or codes of errors. */
function said(answer: Awaited<ReturnType<typeof callOnce>>): string {
  if (answer === null) return 'no answer';
  const { results } = bodyOf(answer);
  if (results === undefined) return codesOf(answer).join(' ') || 'done';
  return results
    .map(({ outcome, error }) => (error?.code === undefined ? outcome : `${outcome} ${error.code}`))
    .join(' ');
}

function describeHit({ kind, error, call, site }: Hit): string {
  const name = kind.startsWith('error') ? ` ${error.name}` : '';
  return `fault at call ${call}: ${kind}${name} at ${site.op} of ${site.script} ${site.entryPoint}`;
}
