import type { Account } from '../kernel/account';
import type { Operation } from '../kernel/operation';

/** One job for a SuiteCloud Processor: a stage of a map/reduce script, one of its parallel jobs, or a scheduled script. */
export interface Job {
  readonly name: string;
  /** Jobs run in ascending order; a script that submits all its stages at once keeps its place (section_1509578980). */
  readonly order: number;
  /** Runs the job. It handles the script's errors itself. */
  readonly run: () => Operation<void>;
}

/** Accounts without SuiteCloud Plus have two processors (section_1518131145). */
const PROCESSORS = 2;

interface Queue {
  jobs: Job[];
  /** Processors that run a job now. */
  busy: number;
  /** Counts everything that was queued, for its order. */
  placed: number;
}

/** Jobs wait here for a moment only; what a run has done so far is in the store. */
const queues = new WeakMap<Account, Queue>();

function queueOf(account: Account): Queue {
  let queue = queues.get(account);
  if (!queue) {
    queue = { jobs: [], busy: 0, placed: 0 };
    queues.set(account, queue);
  }
  return queue;
}

/** Processors that the account has. */
export function processorsOf(account: Account): number {
  return account.store.get<{ count: number }>('SELECT count FROM suitecloudprocessor')?.count ?? PROCESSORS;
}

/** Buys SuiteCloud Plus: at most 60 processors, in the Ultimate service tier. */
export function setProcessors(account: Account, count: number): void {
  account.store.run('DELETE FROM suitecloudprocessor');
  account.store.run('INSERT INTO suitecloudprocessor (count) VALUES (?)', [Math.min(60, Math.max(1, count))]);
}

/** A place at the end of the queue. */
export function nextPlace(account: Account): number {
  const queue = queueOf(account);
  queue.placed += 1;
  return queue.placed;
}

/** Queues a job and starts a processor for it, if one is free. */
export function enqueue(account: Account, job: Job): void {
  const queue = queueOf(account);
  const after = queue.jobs.findIndex((other) => other.order > job.order);
  queue.jobs.splice(after < 0 ? queue.jobs.length : after, 0, job);
  if (queue.busy < processorsOf(account)) {
    queue.busy += 1;
    account.spawn(`processor ${queue.busy}`, processor(queue));
  }
}

/** Takes jobs back that no processor has begun. @returns how many there were */
export function withdraw(account: Account, isMeant: (job: Job) => boolean): number {
  const queue = queueOf(account);
  const before = queue.jobs.length;
  queue.jobs = queue.jobs.filter((job) => !isMeant(job));
  return before - queue.jobs.length;
}

function* processor(queue: Queue): Operation<void> {
  try {
    for (let job = queue.jobs.shift(); job; job = queue.jobs.shift()) yield* job.run();
  } finally {
    queue.busy -= 1;
  }
}
