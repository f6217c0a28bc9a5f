import type { RestletAnswer } from 'netsuite-simulator';
import type { ProvingGround } from '../world/account';
import {
  callOnce,
  callUntilAcknowledged,
  documentsCall,
  isAcknowledged,
  type OutsideCall,
  settingsChange,
} from '../world/outside';
import { recover } from '../world/recover';
import { chanceOf } from './chance';
import { Deletions, holds } from './deletes';
import { documentName, type SourceDocument } from './documents';
import { deleteOf, nameOf, requestOf, said } from './requests';
import type { Scenario } from './scenario';
import type { Call, Delivery, Step } from './steps';

const DAY = 24 * 60 * 60_000;

/** A scenario as it is played: what the callers know, and what happened. */
export class Game {
  readonly log: string[] = [];
  readonly attempted = new Set<string>();
  readonly acknowledged = new Set<string>();
  readonly deletions = new Deletions();
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
        this.deletions.ask(step.deletes);
        // What was not acknowledged before is sent again, after what is new.
        await this.deliver([...step.calls, ...this.unacknowledged.splice(0)], step.runs);
    }
  }

  /** Makes calls, the DELETEs that can be made, and runs of the queue at the same time. */
  private async deliver(calls: readonly Call[], runs: number): Promise<void> {
    const { account } = this.ground;
    const deletes = this.deletions.take((document) => calls.some((call) => holds(call, document)));
    const start = account.hold();
    const queue = ['customdeploy_obc_post_1', 'customdeploy_obc_post_2'].slice(0, runs).map((deployment) =>
      account.run({ script: 'customscript_obc_post', deployment }).then(
        ({ status }) => status,
        (thrown: unknown) => (thrown instanceof Error ? thrown.name : String(thrown)),
      ),
    );
    const made = calls.map(async (call) => ({ call, answer: await callOnce(this.ground, requestOf(call)) }));
    const deleted = deletes.map(async (document) => ({
      document,
      answer: await callOnce(this.ground, deleteOf(document)),
    }));
    start();
    for (const { call, answer } of await Promise.all(made)) {
      for (const each of call.deliveries) this.attempted.add(nameOf(each));
      this.note(`${call.deliveries.map(nameOf).join(', ')} -> ${said(answer)}`);
      if (isAcknowledged(answer)) for (const each of call.deliveries) this.acknowledged.add(nameOf(each));
      else this.unacknowledged.push(call);
    }
    for (const { document, answer } of await Promise.all(deleted)) {
      this.noteDelete(document, answer);
      if (!isAcknowledged(answer)) this.deletions.ask([document]);
    }
    for (const status of await Promise.all(queue)) this.note(`run of the queue -> ${status}`);
    await account.idle();
  }

  /**
   * Makes calls until they are acknowledged. They come when the account has nothing to do: among work that is under way
   * their place would depend on the machine.
   */
  private async insist(calls: readonly OutsideCall[]): Promise<readonly RestletAnswer[]> {
    await this.ground.account.idle();
    return callUntilAcknowledged(this.ground, calls);
  }

  private noteDelete(document: SourceDocument, answer: Awaited<ReturnType<typeof callOnce>>): void {
    const name = `${documentName(document)} deleted`;
    this.note(`${name} -> ${said(answer)}`);
    this.attempted.add(name);
    if (!isAcknowledged(answer)) return;
    this.acknowledged.add(name);
    this.deletions.acknowledged(document, said(answer));
  }

  /** Settings are put right, what is not acknowledged is repeated until it is, and the account comes to rest. */
  async drain(scenario: Scenario): Promise<void> {
    if (scenario.steps.some((step) => step.do === 'settings')) {
      const settings = { paused: false, scheduledMode: false };
      const mappings = [{ kind: 'Tax Item', source: 'US-CA-SF', value: { name: 'Sales Tax' } }];
      await this.insist([settingsChange('nue', { settings, mappings }), settingsChange('zuora', { settings })]);
    }
    const calls = this.unacknowledged.splice(0);
    const answers = await this.insist(calls.map(requestOf));
    calls.forEach((call, index) => {
      for (const each of call.deliveries) this.acknowledged.add(nameOf(each));
      this.note(`${call.deliveries.map(nameOf).join(', ')} again -> ${said(answers[index] ?? null)}`);
    });
    await this.drainDeletes();
    await recover(this.ground.account);
    this.note(`at rest; ${scenario.documents.length} documents`);
  }

  private async drainDeletes(): Promise<void> {
    const deletes = this.deletions.take(() => false);
    const answers = await this.insist(deletes.map(deleteOf));
    deletes.forEach((document, index) => {
      this.noteDelete(document, answers[index] ?? null);
    });
  }

  /**
   * Three days later some of it arrives once more, and newer versions of what was deleted. Gives the outcomes by name;
   * such a version is called `nue invoice invoice-1 newer`.
   */
  async deliverAgain(scenario: Scenario): Promise<ReadonlyMap<string, string>> {
    const { account } = this.ground;
    const chance = chanceOf(scenario.seed + 1);
    const late = scenario.documents
      .filter(() => chance.percent(30))
      .map((document): Delivery => ({ document, version: chance.between(0, document.versions.length - 1) }));
    if (late.length === 0 && scenario.documents.every(({ comesBack }) => comesBack === undefined)) return new Map();
    // In one go, as when NetSuite is closed for maintenance. What was due meanwhile starts once, before or after.
    account.clock.set(account.clock.now() + 3 * DAY);
    if (chance.percent(20)) await account.passTime(0);
    const outcomes = new Map<string, string>();
    for (const delivery of late) {
      const call = requestOf({ connection: delivery.document.connection, deliveries: [delivery] });
      const [answer = null] = await this.insist([call]);
      outcomes.set(nameOf(delivery), said(answer));
      this.note(`${nameOf(delivery)} after three days -> ${said(answer)}`);
    }
    for (const document of scenario.documents) {
      if (document.comesBack === undefined) continue;
      const { connection, kind, comesBack } = document;
      const call = documentsCall(connection, [{ kind, data: comesBack.data }]);
      const [answer = null] = await this.insist([call]);
      outcomes.set(`${documentName(document)} newer`, said(answer));
      this.note(`${documentName(document)} comes back in a newer version -> ${said(answer)}`);
    }
    return outcomes;
  }
}
