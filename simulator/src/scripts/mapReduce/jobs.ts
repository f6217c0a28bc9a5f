import { errorData } from '../../kernel/errors';
import type { Operation } from '../../kernel/operation';
import { priorityOf } from '../priority';
import { enqueue, nextPlace, withdraw } from '../processors';
import type { Run } from './state';

/**
 * Queues a job of a run. A deployment that submits all its stages at once keeps the place that it had from the
 * beginning; else each job goes to the end of the queue (section_1509578980), and its wait begins only then.
 */
export function queueJob(run: Run, stage: string, work: () => Operation<void>): void {
  enqueueJob(run, stage, work, run.deployment.queueAllStagesAtOnce);
}

/**
 * Queues what is left of a job that yields: a new job with the same priority and a later timestamp
 * (section_4480364878), also where all stages were submitted at once.
 */
export function queueAgain(run: Run, stage: string, work: () => Operation<void>): void {
  enqueueJob(run, stage, work, false);
}

function enqueueJob(run: Run, stage: string, work: () => Operation<void>, atOnce: boolean): void {
  const { account, deployment } = run;
  enqueue(account, {
    name: jobName(run, stage),
    priority: priorityOf(account, deployment.deployment),
    submittedAt: atOnce ? run.createdAt : account.clock.now(),
    order: atOnce ? run.order : nextPlace(account),
    *run() {
      try {
        yield* work();
      } catch (error) {
        run.fail(errorData(error));
      }
    },
  });
}

/** Cancels the jobs of a stage that have not begun. @returns how many */
export function cancelJobs(run: Run, stage: string): number {
  const name = jobName(run, stage);
  return withdraw(run.account, (job) => job.name === name);
}

const jobName = (run: Run, stage: string): string => `${run.instance.taskId} ${stage}`;
