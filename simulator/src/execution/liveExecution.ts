import type { ErrorData } from '../kernel/errors';
import type { Caller, Execution, ExecutionOutcome, ExecutionRequest } from '../kernel/execution';
import type { Description } from './descriptions';
import type { Process } from './scheduler';
import type { ScriptWorker } from './scriptWorker';

/** An execution from its start to its outcome. */
export class LiveExecution implements Execution {
  unitsUsed = 0;
  /** Calls served so far. */
  calls = 0;
  worker: ScriptWorker | null = null;
  /** Why it must end at its next chance, such as the crash of a script that it waits for. */
  doom: ErrorData | null = null;
  /** What goes wrong when it has ended by itself: a fault that a call of it has met. */
  atItsEnd: 'restart' | 'lostAnswer' | null = null;
  /** What a description of the script rests on, while one is made. */
  described: Description | null = null;
  private childMilliseconds = 0;

  constructor(
    readonly id: number,
    readonly request: ExecutionRequest,
    readonly process: Process,
    /** The account's clock when it started. */
    readonly startedAt: number,
    readonly ended: (outcome: ExecutionOutcome) => void,
  ) {}

  get parent(): Execution | null {
    return this.process.execution;
  }

  get caller(): Caller {
    return { user: this.request.user, context: this.request.context, execution: this };
  }

  get remainingUnits(): number {
    return this.request.limits.units - this.unitsUsed;
  }

  /** Time of its own in milliseconds: that of scripts which it triggered does not count (section_161591009480). */
  elapsed(now: number): number {
    return now - this.startedAt - this.childMilliseconds;
  }

  isOverTime(now: number): boolean {
    return this.elapsed(now) > this.request.limits.seconds * 1000;
  }

  /** A restart of the server takes the scripts with it that wait for this one. */
  doomParents(error: ErrorData): void {
    for (let waiting = this.parent; waiting instanceof LiveExecution; waiting = waiting.parent) waiting.doom = error;
  }

  /** Counts the whole time of a script that it triggered, with what that one triggered in turn. */
  childEnded(milliseconds: number): void {
    this.childMilliseconds += milliseconds;
  }
}
