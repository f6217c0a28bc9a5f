/** A piece of work that, once begun, runs to its end. */
export interface Job {
  readonly id: string;
  readonly seconds: number;
  /** Ids of the jobs that must have ended. */
  readonly after: readonly string[];
  /** Runs on a SuiteCloud processor; a request from outside does not. */
  readonly needsProcessor: boolean;
  /** Of one group, a deployment, only so many run at a time. */
  readonly group: string;
  /** What no two jobs may hold at a time: lanes. */
  readonly exclusive: readonly string[];
}

/** What there is to run jobs. */
export interface Machine {
  readonly processors: number;
  /** How many jobs of a group run at a time. */
  readonly limitOf: (group: string) => number;
}

export interface Scheduled {
  /** Seconds from the start to the end of the last job. */
  readonly seconds: number;
  /** When each job begins, in seconds from the start, by id. */
  readonly starts: ReadonlyMap<string, number>;
}

/**
 * Schedules jobs by list: whenever something ends, each job that may begin does, the first in the list first. Pure.
 * @throws Error where jobs wait for each other, or for a job that is not there
 */
export function schedule(jobs: readonly Job[], { processors, limitOf }: Machine): Scheduled {
  const starts = new Map<string, number>();
  const ended = new Set<string>();
  let waiting = [...jobs];
  let running: { readonly job: Job; readonly end: number }[] = [];
  let now = 0;
  const mayBegin = (job: Job): boolean =>
    job.after.every((id) => ended.has(id)) &&
    (!job.needsProcessor || running.filter((other) => other.job.needsProcessor).length < processors) &&
    running.filter((other) => other.job.group === job.group).length < limitOf(job.group) &&
    running.every((other) => !other.job.exclusive.some((key) => job.exclusive.includes(key)));
  while (waiting.length > 0 || running.length > 0) {
    const left: Job[] = [];
    for (const job of waiting) {
      if (!mayBegin(job)) {
        left.push(job);
        continue;
      }
      starts.set(job.id, now);
      running.push({ job, end: now + job.seconds });
    }
    waiting = left;
    if (running.length === 0) throw new Error(`These jobs can never begin: ${waiting.map(({ id }) => id).join(', ')}`);
    const next = Math.min(...running.map(({ end }) => end));
    now = next;
    for (const { job, end } of running) if (end <= next) ended.add(job.id);
    running = running.filter(({ end }) => end > next);
  }
  return { seconds: now, starts };
}
