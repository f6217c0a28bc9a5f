import type { Account } from '../kernel/account';
import type { CallTable } from '../kernel/call';
import { seededRandom } from '../kernel/random';
import { CallService } from './callService';
import { Executions } from './executions';
import { Faults } from './faults';
import { WorkerPool } from './pool';
import { Scheduler } from './scheduler';
import { Sources } from './sources';
import { Trace } from './trace';
import { Usage } from './usage';

export interface ExecutionOptions {
  readonly account: Account;
  readonly calls: CallTable;
  /** The text of a script file of the account by its path, or null. */
  readonly source: (path: string) => string | null;
  /** A number that is another one when any file may be another; without it workers ask for each file. */
  readonly sourceChanges?: () => number;
  readonly seed: number;
  /** Milliseconds of the machine that a script may run between two calls before it counts as a runaway. */
  readonly patience?: number;
}

const PATIENCE = 30_000;

/** What runs operations and scripts in an account. */
export interface ExecutionCore {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly usage: Usage;
  readonly trace: Trace;
  /** Starts the choices of the scheduler, scripts' random numbers and numbers of executions anew; only when idle. */
  reseed(seed: number): void;
  close(): Promise<void>;
}

export function createExecutionCore({
  account,
  calls,
  source,
  sourceChanges,
  seed,
  patience,
}: ExecutionOptions): ExecutionCore {
  const order = seededRandom(seed);
  const chance = seededRandom(seed ^ 0x5bd1_e995);
  const pool = new WorkerPool(patience ?? PATIENCE);
  const faults = new Faults();
  const usage = new Usage();
  const trace = new Trace();
  const sources = new Sources(source, sourceChanges ?? (() => null));
  const scheduler: Scheduler = new Scheduler(order, (process, request, ended) =>
    executions.begin(process, request, ended),
  );
  const service = new CallService({ account, calls, scheduler, faults, usage, trace });
  const executions = new Executions({ account, scheduler, pool, sources, service, usage, trace, random: chance });
  return {
    scheduler,
    faults,
    usage,
    trace,
    reseed: (next) => {
      executions.reset();
      order.reseed(next);
      chance.reseed(next ^ 0x5bd1_e995);
    },
    close: () => {
      scheduler.close();
      return pool.close();
    },
  };
}
