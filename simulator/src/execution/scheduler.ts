import type { Execution, ExecutionOutcome, ExecutionRequest } from '../kernel/execution';
import type { Effect, Operation } from '../kernel/operation';
import type { Random } from '../kernel/random';

/** Work that was started by itself: a request, a background task. Everything that it leads to belongs to it. */
export interface Root {
  readonly number: number;
  readonly name: string;
}

/** An operation under way. */
export interface Process {
  readonly root: Root;
  /** The script execution whose call it serves; scripts that it runs are that execution's children. */
  readonly execution: Execution | null;
  readonly operation: Operation<unknown>;
  readonly done: (result: Result) => Promise<void> | void;
}

export type Result = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly thrown: unknown };

/** Runs a script for a process and gives its outcome; see `executions`. */
export type BeginExecution = (
  process: Process,
  request: ExecutionRequest,
  ended: (outcome: ExecutionOutcome) => void,
) => void;

interface Ready {
  readonly root: Root;
  readonly run: () => Promise<void> | void;
}

/** After so many steps the machine gets a turn: requests from outside, timers. */
const STEPS_AT_ONCE = 100;

/**
 * Decides what happens next in the account. Only one thing happens at a time: an operation goes on to its next effect,
 * or a script runs until its next call. Whenever that is over, one of all things that are ready is chosen by the seed.
 */
export class Scheduler {
  private readonly ready: Ready[] = [];
  private readonly waitingOutside: { readonly since: number }[] = [];
  private roots = 0;
  private alive = 0;
  private holds = 0;
  private pumping = false;
  private closed = false;
  private idleWaiters: (() => void)[] = [];

  constructor(
    private readonly random: Random,
    private readonly begin: BeginExecution,
  ) {}

  /** Starts an operation by itself; gives its result. */
  spawn<R>(name: string, operation: Operation<R>): Promise<R> {
    this.roots += 1;
    this.alive += 1;
    const root: Root = { number: this.roots, name };
    return new Promise<R>((resolve, reject) => {
      this.start({
        root,
        execution: null,
        operation,
        done: (result) => {
          this.alive -= 1;
          if (result.ok) resolve(result.value as R);
          else reject(result.thrown);
        },
      });
    });
  }

  /** Makes a process ready for its first step. */
  start(process: Process): void {
    this.whenChosen(process.root, () => this.step(process, { ok: true, value: undefined }));
  }

  /** Runs the work when the seed chooses it among all that is ready. */
  whenChosen(root: Root, work: () => Promise<void> | void): void {
    this.ready.push({ root, run: work });
    this.pump();
  }

  /** Nothing is chosen until the returned function has been called: to let requests arrive before the seed orders them. */
  hold(): () => void {
    this.holds += 1;
    let held = true;
    return () => {
      if (held) this.holds -= 1;
      held = false;
      this.pump();
    };
  }

  /** Nothing goes on any more. */
  close(): void {
    this.closed = true;
  }

  get isIdle(): boolean {
    return this.alive === 0;
  }

  /** Resolves when all that was started has ended. */
  idle(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => {
      this.idleWaiters.push(resolve);
    });
  }

  private pump(): void {
    if (this.pumping) return;
    this.pumping = true;
    // Later, so that what is started in one go is chosen from together.
    setImmediate(async () => {
      let done = 0;
      for (let next = this.choose(); next !== null; next = this.choose()) {
        await next.run();
        done += 1;
        if (done % STEPS_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      this.pumping = false;
      if (!this.isIdle) return;
      const waiters = this.idleWaiters;
      this.idleWaiters = [];
      for (const resolve of waiters) resolve();
    });
  }

  /**
   * While something waits for the world outside, only what started since goes on: the outside may call back, and the
   * rest stays as it is, so that the time which the outside takes changes nothing.
   */
  private choose(): Ready | null {
    if (this.holds > 0 || this.closed) return null;
    const since = this.waitingOutside.at(-1)?.since ?? 0;
    const open = this.ready.filter(({ root }) => root.number > since);
    if (open.length === 0) return null;
    const chosen = open.length === 1 ? open[0] : open[this.random.below(open.length)];
    if (chosen === undefined) return null;
    this.ready.splice(this.ready.indexOf(chosen), 1);
    return chosen;
  }

  private step(process: Process, resumed: Result): Promise<void> | void {
    let next: IteratorResult<Effect, unknown>;
    try {
      next = resumed.ok ? process.operation.next(resumed.value) : process.operation.throw(resumed.thrown);
    } catch (thrown) {
      return process.done({ ok: false, thrown });
    }
    if (next.done) return process.done({ ok: true, value: next.value });
    return this.effect(process, next.value);
  }

  private effect(process: Process, effect: Effect): void {
    const resume = (result: Result): void => this.whenChosen(process.root, () => this.step(process, result));
    switch (effect.kind) {
      case 'turn':
        resume({ ok: true, value: undefined });
        return;
      case 'execute':
        this.begin(process, effect.request, (outcome) => resume({ ok: true, value: outcome }));
        return;
      case 'all':
        this.all(process, effect.operations, Math.max(1, effect.concurrency), resume);
        return;
      case 'outside':
        this.outside(effect.start, resume);
    }
  }

  private all(
    parent: Process,
    operations: readonly Operation<unknown>[],
    concurrency: number,
    resume: (result: Result) => void,
  ): void {
    const values: unknown[] = new Array(operations.length).fill(undefined);
    let failure: Result | null = null;
    let started = 0;
    let running = 0;
    const startNext = (): void => {
      while (failure === null && running < concurrency && started < operations.length) {
        const index = started++;
        const operation = operations[index];
        if (operation === undefined) continue;
        running += 1;
        const done = (result: Result): void => {
          running -= 1;
          if (result.ok) values[index] = result.value;
          else failure ??= result;
          startNext();
        };
        this.start({ root: parent.root, execution: parent.execution, operation, done });
      }
      if (running === 0) resume(failure ?? { ok: true, value: values });
    };
    startNext();
  }

  private outside(start: () => Promise<unknown>, resume: (result: Result) => void): void {
    const waiting = { since: this.roots };
    this.waitingOutside.push(waiting);
    const arrived = (result: Result): void => {
      this.waitingOutside.splice(this.waitingOutside.indexOf(waiting), 1);
      resume(result);
    };
    Promise.resolve()
      .then(start)
      .then(
        (value) => arrived({ ok: true, value }),
        (thrown: unknown) => arrived({ ok: false, thrown }),
      );
  }
}
