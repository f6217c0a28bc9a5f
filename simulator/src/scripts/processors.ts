import type { Account } from '../kernel/account';
import type { Operation } from '../kernel/operation';
import { PRIORITIES, type Priority } from './priority';
import { elevationMinutes, processorsOf, reservedProcessors } from './processorPreferences';

/** One job for a SuiteCloud Processor: a stage of a map/reduce script, one of its parallel jobs, or a scheduled script. */
export interface Job {
  readonly name: string;
  /** The deployment's when the job was queued; jobs of a higher priority go first (section_1505170702). */
  readonly priority: Priority;
  /** Milliseconds UTC; priority elevation counts from here (section_1504277743). */
  readonly submittedAt: number;
  /**
   * Jobs of one priority run in ascending order; a script that submits all its stages at once keeps its place
   * (section_1509578980).
   */
  readonly order: number;
  /** Runs the job. It handles the script's errors itself. */
  readonly run: () => Operation<void>;
}

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

/** A place at the end of the queue. */
export function nextPlace(account: Account): number {
  const queue = queueOf(account);
  queue.placed += 1;
  return queue.placed;
}

/** Queues a job and starts a processor for it, if one is free for its priority. */
export function enqueue(account: Account, job: Job): void {
  const queue = queueOf(account);
  queue.jobs.push(job);
  startProcessor(account, queue);
}

/** Lets waiting jobs have the processors that a change of the preferences made free for them. */
export function startWaiting(account: Account): void {
  const queue = queueOf(account);
  for (let left = queue.jobs.length; left > 0; left -= 1) startProcessor(account, queue);
}

/** Takes jobs back that no processor has begun. @returns how many there were */
export function withdraw(account: Account, isMeant: (job: Job) => boolean): number {
  const queue = queueOf(account);
  const before = queue.jobs.length;
  queue.jobs = queue.jobs.filter((job) => !isMeant(job));
  return before - queue.jobs.length;
}

function startProcessor(account: Account, queue: Queue): void {
  const free = freeProcessors(account, queue);
  if (free <= 0 || nextJob(account, queue, free) === null) return;
  queue.busy += 1;
  account.spawn(`processor ${queue.busy}`, processor(account, queue));
}

function freeProcessors(account: Account, queue: Queue): number {
  return processorsOf(account) - queue.busy;
}

function* processor(account: Account, queue: Queue): Operation<void> {
  try {
    for (;;) {
      // This one, which is counted as busy, is free again.
      const job = nextJob(account, queue, freeProcessors(account, queue) + 1);
      if (job === null) return;
      queue.jobs.splice(queue.jobs.indexOf(job), 1);
      yield* job.run();
    }
  } finally {
    queue.busy -= 1;
  }
}

/**
 * The job that is sent to a processor next: of the highest priority, and of these the one that was submitted first
 * (section_1505170702). While processors are reserved, jobs below high priority need more free ones than that
 * (bridgehead_1504277825). Looked at when a job is queued and when one ends, not while the clock moves on in between.
 *
 * @param free processors that run no job
 */
function nextJob(account: Account, queue: Queue, free: number): Job | null {
  if (queue.jobs.length === 0) return null;
  const minutes = elevationMinutes(account);
  const onlyHigh = free <= reservedProcessors(account);
  let next: { readonly job: Job; readonly level: number } | null = null;
  for (const job of queue.jobs) {
    const level = levelOf(job, account.clock.now(), minutes);
    if (onlyHigh && level > 0) continue;
    if (next === null || level < next.level || (level === next.level && job.order < next.job.order)) {
      next = { job, level };
    }
  }
  return next?.job ?? null;
}

/** 0 for high priority, 2 for low; raised by one level for each interval that the job has waited (section_1504277743). */
function levelOf({ priority, submittedAt }: Job, now: number, minutes: number | null): number {
  const level = PRIORITIES.indexOf(priority);
  return minutes === null ? level : Math.max(0, level - Math.floor((now - submittedAt) / (minutes * 60_000)));
}
