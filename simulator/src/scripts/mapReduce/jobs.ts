import { errorData } from '../../kernel/errors';
import type { Operation } from '../../kernel/operation';
import { enqueue, nextPlace, withdraw } from '../processors';
import type { Run } from './state';

/**
 * Queues a job of a run. A deployment that submits all its stages at once keeps the place that it had from the
 * beginning; else each job goes to the end of the queue (section_1509578980).
 */
export function queueJob(run: Run, stage: string, work: () => Operation<void>): void {
  enqueue(run.account, {
    name: jobName(run, stage),
    order: run.deployment.queueAllStagesAtOnce ? run.order : nextPlace(run.account),
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
