import type { RecordedExecution, Recording } from '../measure';
import { recordTypeOf } from '../units/breakdown';
import { ROUND_TRIP, STAGE_START, secondsOf } from './latencies';
import type { Job } from './schedule';

/** Deployments of a script on which runs are submitted; a run takes one that is free, here the one that the last did not. */
const DEPLOYMENTS = 2;

const LANE_TYPE = 'customrecord_obc_lane';

/** A run of a map/reduce script. */
interface Run {
  readonly input: RecordedExecution;
  readonly keys: RecordedExecution[];
  readonly end: RecordedExecution[];
}

/**
 * The executions of a recording as jobs: calls from outside one after the other; each run after who submitted it and after
 * its deployment's last one, of which the script has two; getInputData before map and reduce before summarize. What a user event script does counts to
 * the save that set it off.
 */
export function jobsOf({ executions, calls }: Recording): Job[] {
  const seconds = secondsByExecution(executions);
  const jobs: Job[] = [];
  const add = (
    execution: RecordedExecution,
    { after, starts, group }: { readonly after: readonly string[]; readonly starts: number; readonly group: string },
  ): string => {
    const id = idOf(execution);
    jobs.push({
      id,
      seconds: starts + (seconds.get(execution.execution) ?? 0),
      after,
      needsProcessor: execution.scriptType !== 'RESTLET',
      group,
      exclusive: lanesOf(execution),
    });
    return id;
  };
  let last: readonly string[] = [];
  for (const call of executions.filter(({ scriptType, calls: made }) => scriptType === 'RESTLET' && made.length > 0)) {
    last = [add(call, { after: last, starts: ROUND_TRIP, group: call.deployment })];
  }
  const submitted = calls.filter(({ op }) => op === 'task.submit');
  const ends = new Map<string, readonly string[]>();
  const countOfRuns = new Map<string, number>();
  for (const { input, keys, end } of runsOf(executions)) {
    const count = countOfRuns.get(input.script) ?? 0;
    countOfRuns.set(input.script, count + 1);
    const group = `${input.script} ${count % DEPLOYMENTS}`;
    const submitter = takeSubmitter(submitted, input, executions);
    const before = [...(submitter === null ? [] : [submitter]), ...(ends.get(group) ?? [])];
    const read = [add(input, { after: before, starts: STAGE_START, group })];
    const posted = keys.map((key, index) => add(key, { after: read, starts: index === 0 ? STAGE_START : 0, group }));
    const finished = end.map((each) =>
      add(each, { after: posted.length === 0 ? read : posted, starts: STAGE_START, group }),
    );
    ends.set(group, finished.length === 0 ? posted : finished);
  }
  return jobs;
}

const idOf = ({
  execution,
  script,
  entryPoint,
}: Pick<RecordedExecution, 'execution' | 'script' | 'entryPoint'>): string => `${execution} ${script} ${entryPoint}`;

function secondsByExecution(executions: readonly RecordedExecution[]): ReadonlyMap<number, number> {
  const parents = new Map(executions.map(({ execution, parent }) => [execution, parent]));
  const seconds = new Map<number, number>();
  for (const { execution, calls } of executions) {
    const own = calls.reduce((sum, call) => sum + secondsOf(call), 0);
    for (let at: number | null = execution; at !== null; at = parents.get(at) ?? null) {
      seconds.set(at, (seconds.get(at) ?? 0) + own);
    }
  }
  return seconds;
}

/** The lanes that an execution takes: those that it loads. */
function lanesOf({ calls }: RecordedExecution): string[] {
  const loads = calls.filter(({ op, args }) => op === 'record.load' && recordTypeOf(args) === LANE_TYPE);
  return loads.map(({ args }) => `lane ${typeof args === 'object' && args !== null && 'id' in args ? args.id : ''}`);
}

/** A deployment runs one instance at a time, so its stages follow each other. */
function runsOf(executions: readonly RecordedExecution[]): readonly Run[] {
  const runs: Run[] = [];
  const current = new Map<string, Run>();
  for (const execution of executions.filter(({ scriptType }) => scriptType === 'MAPREDUCE')) {
    const { deployment, entryPoint } = execution;
    if (entryPoint === 'getInputData') {
      const run: Run = { input: execution, keys: [], end: [] };
      runs.push(run);
      current.set(deployment, run);
    } else if (entryPoint === 'map' || entryPoint === 'reduce') current.get(deployment)?.keys.push(execution);
    else if (entryPoint === 'summarize') current.get(deployment)?.end.push(execution);
  }
  return runs;
}

/** Who submitted a run: the execution that was first to submit its script and whose submission is not taken yet. */
function takeSubmitter(
  submitted: Recording['calls'][number][],
  { script, execution }: RecordedExecution,
  executions: readonly RecordedExecution[],
): string | null {
  const index = submitted.findIndex(
    ({ args, execution: by }) =>
      scriptOf(args) === script && by < execution && executions.some((each) => each.execution === by),
  );
  const [call] = index < 0 ? [] : submitted.splice(index, 1);
  return call === undefined ? null : idOf(call);
}

function scriptOf(args: unknown): unknown {
  return typeof args === 'object' && args !== null && 'scriptId' in args ? args.scriptId : null;
}
