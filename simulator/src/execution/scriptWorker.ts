import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { distributed } from './distributed';
import {
  type Died,
  ENDED,
  type LoadReplies,
  type Notice,
  type Pause,
  type StartMessage,
  type WorkerMessage,
  type WorkerSetup,
} from './protocol';

/** Megabytes that a script may use; over it the worker ends, as NetSuite ends it with SSS_MEMORY_USAGE_EXCEEDED. */
const MEMORY_MB = 256;

/** A script whose execution was ended gets so long to run out, before its thread is ended with it. */
const MOST_MILLISECONDS_TO_RUN_OUT = 500;

/**
 * The account's end of a worker. {@link start}, {@link reply} and {@link replyLoad} let the script run, and give what it
 * stops at: a call, the load of a file, its end, or its death.
 */
export class ScriptWorker {
  private readonly thread: Worker;
  private readonly replies: MessagePort;
  private readonly answered: Int32Array;
  private stopped: ((pause: Pause | Died) => void) | null = null;
  private notices: ((notice: Notice) => void) | null = null;
  private watchdog: NodeJS.Timeout | null = null;
  private death: Died | null = null;
  private readonly gone: Promise<unknown>;

  /** `patience`: milliseconds that a script may run between two calls before it counts as a runaway. */
  constructor(private readonly patience: number) {
    const { port1, port2 } = new MessageChannel();
    const flag = new SharedArrayBuffer(4);
    this.replies = port1;
    this.answered = new Int32Array(flag);
    this.thread = new Worker(distributed('worker.js'), {
      workerData: { replies: port2, flag } satisfies WorkerSetup,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      execArgv: [],
    });
    this.thread.on('message', (message: WorkerMessage) => this.receive(message));
    this.thread.on('error', (error: Error & { code?: string }) => {
      const cause = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken';
      this.die({ kind: 'died', cause, message: error.message });
    });
    this.gone = new Promise((resolve) => {
      this.thread.once('exit', (code) => {
        this.die({ kind: 'died', cause: 'terminated', message: `The worker ended with code ${code}.` });
        this.replies.close();
        resolve(code);
      });
    });
    this.thread.unref();
  }

  /** Runs an execution; `files` as in {@link StartMessage}; `notices` gets what the script tells without waiting. */
  start(start: string, files: number | null, notices: (notice: Notice) => void): Promise<Pause | Died> {
    this.notices = notices;
    return this.run(() => this.thread.postMessage({ start, files } satisfies StartMessage));
  }

  /** Answers a call. */
  reply(text: string): Promise<Pause | Died> {
    return this.run(() => this.answer(text));
  }

  /** Answers the load of files. */
  replyLoad(replies: LoadReplies): Promise<Pause | Died> {
    return this.reply(JSON.stringify(replies));
  }

  /**
   * Ends the execution at the call that it waits in; the script runs out without reaching the account any more.
   * @returns true where the worker can be used again
   */
  async abandon(): Promise<boolean> {
    this.notices = null;
    const pause = await this.run(() => this.answer(ENDED), MOST_MILLISECONDS_TO_RUN_OUT);
    return pause.kind === 'end';
  }

  /** Ends the thread, wherever its script is. */
  async terminate(): Promise<void> {
    await this.thread.terminate();
    await this.gone;
  }

  private answer(text: string): void {
    this.replies.postMessage(text);
    Atomics.store(this.answered, 0, 1);
    Atomics.notify(this.answered, 0);
  }

  private run(go: () => void, patience = this.patience): Promise<Pause | Died> {
    if (this.death) return Promise.resolve(this.death);
    return new Promise((resolve) => {
      this.stopped = resolve;
      this.thread.ref();
      this.watchdog = setTimeout(() => {
        this.die({ kind: 'died', cause: 'time', message: `The script ran ${patience} ms without a call.` });
        void this.thread.terminate();
      }, patience);
      go();
    });
  }

  private receive(message: WorkerMessage): void {
    if (message.kind === 'notice') this.notices?.(message);
    else this.stop(message);
  }

  private die(death: Died): void {
    this.death ??= death;
    this.stop(this.death);
  }

  private stop(pause: Pause | Died): void {
    const { stopped } = this;
    if (stopped === null) return;
    this.stopped = null;
    if (this.watchdog) clearTimeout(this.watchdog);
    this.thread.unref();
    stopped(pause);
  }
}
