import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';
import type { Wire } from '../kernel/wire';
import { createInstance, type ScriptInstance, unfinishedInstances } from './instances';
import { startMapReduce } from './mapReduce/run';
import { parameterValue, storedParameterValue } from './parameterValue';
import { type Deployment, deployedScript, deploymentById, deploymentsOf } from './registry';
import { startScheduled } from './scheduled';
import { TASK_ERRORS } from './taskErrors';
import { SYSTEM_USER } from './users';

export interface TaskSubmission {
  readonly type: 'MAPREDUCE' | 'SCHEDULED';
  /** Script id or internal id. */
  readonly script: string;
  /** Script id or internal id; null for any deployment that is free. */
  readonly deployment: string | null;
  /** Values of script parameters for this run, by script id. */
  readonly params: Readonly<Record<string, Wire>>;
}

/**
 * Submits a scheduled or map/reduce script, as `task.submit()` does: the deployment must be deployed, Not Scheduled, and
 * without an unfinished run. Without a deployment any free one is taken (section_1509578980).
 *
 * @param user who submits; a map/reduce script inherits the user and the role
 * @returns the task id
 * @throws the errors of {@link TASK_ERRORS}
 */
export function submitTask(account: Account, user: User, submission: TaskSubmission): string {
  const deployment = submission.deployment === null ? freeDeployment(account, submission) : named(account, submission);
  return start(account, deployment, 'ON_DEMAND', user, submission.params);
}

/** Starts a deployment because its schedule says so, as Administrator; not while an earlier run is unfinished. */
export function startBySchedule(account: Account, deployment: Deployment): string | null {
  if (isBusy(account, deployment)) return null;
  return start(account, deployment, 'SCHEDULED', SYSTEM_USER, {});
}

/**
 * Starts what had begun, or was to begin, when the account was closed: as after a server restart, from the beginning,
 * with `isRestarted`.
 */
export function resumeUnfinished(account: Account): void {
  for (const instance of unfinishedInstances(account)) {
    const deployment = deploymentById(account, instance.deployment);
    if (deployment) begin(account, deployment, instance);
  }
}

function named(account: Account, { type, script, deployment: id }: TaskSubmission): Deployment {
  const deployment = deployedScript(account, script, id ?? '');
  if (deployment?.scriptType !== type) throw TASK_ERRORS.unknown(`deployment ${id} of script ${script}`);
  if (!isSubmittable(deployment)) {
    const status = deployment.isDeployed && !deployment.isInactive ? deployment.status : 'not deployed';
    throw TASK_ERRORS.notSubmittable(deployment.deploymentId, status);
  }
  if (isBusy(account, deployment)) {
    throw type === 'MAPREDUCE' ? TASK_ERRORS.mapReduceBusy(deployment.deploymentId) : TASK_ERRORS.scheduledBusy();
  }
  return deployment;
}

function freeDeployment(account: Account, { type, script }: TaskSubmission): Deployment {
  const deployments = deploymentsOf(account, script).filter(({ scriptType }) => scriptType === type);
  if (deployments.length === 0) throw TASK_ERRORS.unknown(`script ${script}`);
  const free = deployments.find((deployment) => isSubmittable(deployment) && !isBusy(account, deployment));
  if (!free) throw TASK_ERRORS.noneFree(script);
  return free;
}

function isSubmittable({ isDeployed, isInactive, status }: Deployment): boolean {
  return isDeployed && !isInactive && status === 'NOTSCHEDULED';
}

function isBusy(account: Account, { deployment }: Deployment): boolean {
  return unfinishedInstances(account, deployment).length > 0;
}

function start(
  account: Account,
  deployment: Deployment,
  trigger: ScriptInstance['trigger'],
  submitter: User,
  params: Readonly<Record<string, Wire>>,
): string {
  const kind = deployment.scriptType === 'MAPREDUCE' ? 'MAPREDUCETASK' : 'SCHEDSCRIPT';
  const parameters = typedParameters(account, deployment, params);
  const instance = createInstance(account, kind, { deployment: deployment.deployment, trigger, submitter, parameters });
  begin(account, deployment, instance);
  return instance.taskId;
}

function begin(account: Account, deployment: Deployment, instance: ScriptInstance): void {
  if (deployment.scriptType === 'MAPREDUCE') startMapReduce(account, deployment, instance);
  else startScheduled(account, deployment, instance);
}

/** Values for parameters that the script has, in the parameters' own types; others reach nobody. */
function typedParameters(
  account: Account,
  { script }: Deployment,
  params: Readonly<Record<string, Wire>>,
): Record<string, Wire> {
  const types = new Map(
    account.store
      .all<{ scriptid: string; fieldtype: string }>(
        'SELECT scriptid, fieldtype FROM scriptparameter WHERE script = ?',
        [Number(script)],
      )
      .map(({ scriptid, fieldtype }) => [scriptid, fieldtype]),
  );
  const values: Record<string, Wire> = {};
  for (const [name, value] of Object.entries(params)) {
    const type = types.get(name.toLowerCase());
    if (type) values[name.toLowerCase()] = parameterValue(type, storedParameterValue(value));
  }
  return values;
}
