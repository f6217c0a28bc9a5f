import type { Account, LogEntry } from '../kernel/account';
import { DESCRIBE, NO_ENTRY_POINT } from '../kernel/entryPoints';
import { ANSWER_LOST, type ErrorData } from '../kernel/errors';
import type { ExecutionOutcome, ExecutionRequest } from '../kernel/execution';
import type { Random } from '../kernel/random';
import type { Start } from '../kernel/scriptHost';
import { decodeWire, encodeWire } from '../kernel/wire';
import type { CallService } from './callService';
import { Description, Descriptions } from './descriptions';
import { DEATHS, SERVER_RESTART } from './endings';
import { LiveExecution } from './liveExecution';
import { LOG_LEVELS, LogGovernance, type LogLevel } from './logGovernance';
import type { WorkerPool } from './pool';
import type { Died, Notice, Pause } from './protocol';
import type { Process, Scheduler } from './scheduler';
import type { Sources } from './sources';
import type { Trace } from './trace';
import type { Usage } from './usage';

/** Outcomes that are no errors of the script. */
const UNLOGGED: readonly string[] = [NO_ENTRY_POINT, ANSWER_LOST.name];

export interface ExecutionParts {
  readonly account: Account;
  readonly scheduler: Scheduler;
  readonly pool: WorkerPool;
  readonly sources: Sources;
  readonly service: CallService;
  readonly usage: Usage;
  readonly trace: Trace;
  /** For the seeds of scripts' `Math.random`. */
  readonly random: Random;
}

/**
 * Runs script executions in workers. An execution runs until it asks for something; its call is then one of the things
 * that the scheduler chooses from.
 */
export class Executions {
  private count = 0;
  private readonly logs: LogGovernance;
  private readonly descriptions: Descriptions;

  constructor(private readonly parts: ExecutionParts) {
    this.descriptions = new Descriptions(parts.sources);
    this.logs = new LogGovernance(parts.account);
  }

  /** Makes an execution ready to start. */
  begin(process: Process, request: ExecutionRequest, ended: (outcome: ExecutionOutcome) => void): void {
    this.parts.scheduler.whenChosen(process.root, () => {
      this.count += 1;
      return this.start(new LiveExecution(this.count, request, process, this.parts.account.clock.now(), ended));
    });
  }

  /** Counts executions anew. */
  reset(): void {
    this.count = 0;
    this.logs.reset();
  }

  private async start(execution: LiveExecution): Promise<void> {
    const { account, pool, random, sources } = this.parts;
    // Drawn in any case, so that what is remembered of a script changes no order.
    const seed = random.below(0x1_0000_0000);
    if (execution.request.entryPoint === DESCRIBE) {
      const known = this.descriptions.of(execution.request.script.file);
      if (known !== null) return this.end(execution, 'output', known);
      execution.described = new Description();
    }
    const worker = pool.acquire();
    execution.worker = worker;
    const start: Start = { request: execution.request, accountId: account.id, now: account.clock.now(), seed };
    // A description is kept with the files that it was made of, so it must see them loaded.
    const files = execution.described === null ? sources.changes() : null;
    const pause = await worker.start(encodeWire(start), files, (notice) => this.notice(execution, notice));
    await this.paused(execution, pause);
  }

  /** Goes on from where the script stopped, until it waits for a call to be chosen or has ended. */
  private async paused(execution: LiveExecution, first: Pause | Died): Promise<void> {
    const { account, scheduler, service, sources } = this.parts;
    let pause = first;
    while (pause.kind === 'load' || pause.kind === 'sync') {
      if (execution.worker === null) return;
      if (pause.kind === 'sync') {
        account.clock.advance(pause.spent);
        if (execution.isOverTime(account.clock.now())) return this.kill(execution, DEATHS.time);
        pause = await execution.worker.reply('');
      } else {
        const replies = [pause, ...pause.more].map(({ path, known }) => sources.reply(path, known));
        execution.described?.loaded(pause, replies);
        pause = await execution.worker.replyLoad(replies);
      }
    }
    if (pause.kind === 'end') return this.end(execution, pause.outcome, pause.text);
    if (pause.kind === 'died') return this.died(execution, DEATHS[pause.cause]);
    const call = pause;
    scheduler.whenChosen(execution.process.root, () =>
      service.serve(execution, call, {
        reply: (text) => this.reply(execution, text),
        kill: (error) => this.kill(execution, error),
      }),
    );
  }

  private async reply(execution: LiveExecution, text: string): Promise<void> {
    if (execution.worker !== null) await this.paused(execution, await execution.worker.reply(text));
  }

  private end(execution: LiveExecution, outcome: 'output' | 'error', text: string): void {
    const { worker, unitsUsed } = execution;
    if (worker !== null) this.parts.pool.release(worker);
    if (outcome === 'output' && execution.calls === 0) {
      this.descriptions.keep(execution.request.script.file, execution.described, text);
    }
    const value = decodeWire(text);
    if (execution.doom) return this.finish(execution, failure(execution, execution.doom, true));
    if (execution.atItsEnd === 'restart') {
      execution.doomParents(SERVER_RESTART);
      return this.finish(execution, failure(execution, SERVER_RESTART, true));
    }
    if (execution.atItsEnd === 'lostAnswer') return this.finish(execution, failure(execution, ANSWER_LOST, true));
    if (outcome === 'error') return this.finish(execution, failure(execution, value as unknown as ErrorData, false));
    this.finish(execution, { status: 'completed', output: value, unitsUsed });
  }

  /** Ends an execution at the call that it waits in; the script can do nothing any more. */
  private kill(execution: LiveExecution, error: ErrorData): void {
    if (execution.worker !== null) this.parts.pool.abandon(execution.worker);
    this.finish(execution, failure(execution, error, true));
  }

  private died(execution: LiveExecution, error: ErrorData): void {
    if (execution.worker !== null) this.parts.pool.discard(execution.worker);
    this.finish(execution, failure(execution, error, true));
  }

  private finish(execution: LiveExecution, outcome: ExecutionOutcome): void {
    const { account, usage, trace } = this.parts;
    execution.worker = null;
    const now = account.clock.now();
    if (execution.parent instanceof LiveExecution) execution.parent.childEnded(now - execution.startedAt);
    const seconds = execution.elapsed(now) / 1000;
    usage.ended(execution, seconds, outcome.status === 'failed');
    trace.ended(execution, outcome.status === 'failed', seconds);
    if (outcome.status === 'failed' && !UNLOGGED.includes(outcome.error.name)) {
      account.log(uncaught(execution, outcome.error));
    }
    execution.ended(outcome);
  }

  private notice(execution: LiveExecution, { notice, data }: Notice): void {
    const { account } = this.parts;
    // A script that tells something when it is only evaluated tells it each time.
    execution.described = null;
    const value = decodeWire(data);
    if (notice === 'log') {
      this.logged(execution, value as unknown as Omit<LogEntry, 'caller'>);
    } else if (notice === 'unhandledRejection') {
      const title = 'A promise was rejected and nothing handled it';
      account.log({ type: 'SYSTEM', title, details: String(value), caller: execution.caller });
    }
  }

  private logged({ caller, request }: LiveExecution, entry: Omit<LogEntry, 'caller'>): void {
    const { account } = this.parts;
    const { script } = request;
    if (LOG_LEVELS.indexOf(entry.type as LogLevel) < LOG_LEVELS.indexOf(this.logs.levelOf(script))) return;
    account.log({ ...entry, caller });
    const level = this.logs.count(script);
    if (level === null) return;
    const details = `The script logged excessively: its log level is ${level} now.`;
    account.log({ type: 'SYSTEM', title: 'SCRIPT_LOG_LEVEL_RAISED', details, caller });
  }
}

function failure(execution: LiveExecution, error: ErrorData, fatal: boolean): ExecutionOutcome {
  return { status: 'failed', error, fatal, unitsUsed: execution.unitsUsed };
}

/** The log entry that NetSuite writes for an error that a script did not catch. */
function uncaught(execution: LiveExecution, error: ErrorData): LogEntry {
  const { name, message, stack = '' } = error;
  const details = JSON.stringify({ type: 'error.SuiteScriptError', name, message, stack: stack.split('\n') });
  return { type: 'SYSTEM', title: name, details, caller: execution.caller };
}
