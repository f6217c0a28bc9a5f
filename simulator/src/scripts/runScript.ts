import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { type Operation, turn } from '../kernel/operation';
import type { Wire } from '../kernel/wire';
import { onEnd } from './completion';
import { instanceOf } from './instances';
import { type Deployment, deployedScript, deploymentsOf } from './registry';
import type { RunReport } from './runReport';
import { startBySchedule, submitTask } from './submit';

/** A script to run to its end. */
export interface ScriptRun {
  readonly script: string;
  /** Absent for any deployment that is free. */
  readonly deployment?: string;
  readonly params?: Readonly<Record<string, Wire>>;
}

/**
 * Runs a map/reduce or scheduled script to its end, as "Save and Execute" on its deployment does: a deployment with a
 * schedule runs now, as by its schedule.
 *
 * @throws the errors of N/task's submit
 */
export function* runScript(account: Account, caller: Caller, run: ScriptRun): Operation<RunReport> {
  const task = start(account, caller, run);
  let hasEnded = false;
  onEnd(account, task, () => {
    hasEnded = true;
  });
  // The jobs are processes of their own that the scheduler chooses in between.
  while (!hasEnded) yield* turn();
  return instanceOf(account, task)?.report as unknown as RunReport;
}

function start(account: Account, caller: Caller, { script, deployment, params = {} }: ScriptRun): string {
  const found: Deployment | undefined =
    (deployment === undefined ? null : deployedScript(account, script, deployment)) ??
    deploymentsOf(account, script)[0];
  if (found?.scriptType !== 'MAPREDUCE' && found?.scriptType !== 'SCHEDULED') {
    throw new NetSuiteError('SSS_INVALID_SCRIPT', `${script} is no scheduled or map/reduce script of the account.`);
  }
  if (deployment !== undefined && found.status === 'SCHEDULED') {
    const task = startBySchedule(account, found);
    if (task !== null) return task;
  }
  return submitTask(account, caller.user, { type: found.scriptType, script, deployment: deployment ?? null, params });
}
