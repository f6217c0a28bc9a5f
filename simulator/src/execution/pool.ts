import { ScriptWorker } from './scriptWorker';

/**
 * Idle workers that are kept. With several requests and jobs at once, and their user events, a dozen work at a time; a new
 * one takes 30 ms to start and compiles all scripts again.
 */
const KEPT_IDLE = 16;

/** Worker threads, made when they are needed and used again. */
export class WorkerPool {
  private readonly idle: ScriptWorker[] = [];
  private readonly all = new Set<ScriptWorker>();
  private readonly ending = new Set<Promise<void>>();

  /** `patience`: milliseconds that a script may run between two calls. */
  constructor(private readonly patience: number) {
    // Scripts run in Pacific time, as NetSuite's servers do; inside a worker this could no longer be set.
    process.env.TZ = 'America/Los_Angeles';
  }

  acquire(): ScriptWorker {
    const worker = this.idle.pop() ?? new ScriptWorker(this.patience);
    this.all.add(worker);
    return worker;
  }

  /** Takes back a worker whose execution has ended by itself. */
  release(worker: ScriptWorker): void {
    if (this.idle.length < KEPT_IDLE) this.idle.push(worker);
    else this.discard(worker);
  }

  /** Takes back a worker whose execution is ended while it waits for an answer. */
  abandon(worker: ScriptWorker): void {
    void worker.abandon().then((isUsable) => {
      if (!this.all.has(worker)) return;
      if (isUsable) this.release(worker);
      else this.discard(worker);
    });
  }

  /** Ends a worker, wherever its script is. */
  discard(worker: ScriptWorker): void {
    this.all.delete(worker);
    const ended = worker.terminate().finally(() => this.ending.delete(ended));
    this.ending.add(ended);
  }

  /** Ends all workers; resolves when the threads are gone. */
  async close(): Promise<void> {
    this.idle.length = 0;
    for (const worker of [...this.all]) this.discard(worker);
    await Promise.all(this.ending);
  }
}
