import type { RunReport, StageReport } from '../runReport';
import { type KeyStage, type Run, type StageCourse, secondsOf } from './state';

/** What a run did, for `/simulator/run` and the pages. */
export function reportOf(run: Run, status: 'COMPLETE' | 'FAILED'): RunReport {
  const stages = [run.input, run.map, run.reduce, run.summarize].filter(({ startedAt, errors }) => {
    return startedAt > 0 || errors.length > 0;
  });
  return {
    task: run.instance.taskId,
    script: run.deployment.scriptId,
    deployment: run.deployment.deploymentId,
    status,
    units: stages.reduce((sum, { units }) => sum + units, 0),
    seconds: (run.account.clock.now() - run.createdAt) / 1000,
    stages: stages.map(stageReport),
  };
}

function stageReport(course: StageCourse | KeyStage): StageReport {
  const { name, calls, units, highestUnits, errors } = course;
  const isKeyStage = 'concurrency' in course;
  return {
    stage: name,
    calls,
    units,
    highestUnits,
    seconds: secondsOf(course),
    concurrency: isKeyStage ? course.concurrency : 1,
    yields: isKeyStage ? course.yields : 0,
    errors,
  };
}
