import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import { type Deployment, deployedScript, deploymentsOf } from './registry';

/** Priority levels of deployments of scheduled and map/reduce scripts, the most urgent first (section_1505170702). */
export const PRIORITIES = ['HIGH', 'STANDARD', 'LOW'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** What the Priority Settings page shows of a deployment (section_1505343059). */
export interface DeploymentPriority {
  /** Script ids. */
  readonly script: string;
  readonly deployment: string;
  readonly priority: Priority;
}

/** Priority of a deployment, by its internal id: Standard if nobody chose another. SDF objects have no element for it. */
export function priorityOf(account: Account, deployment: string): Priority {
  const row = account.store.get<{ priority: Priority }>(
    'SELECT priority FROM deploymentpriority WHERE deployment = ?',
    [Number(deployment)],
  );
  return row?.priority ?? 'STANDARD';
}

/**
 * Sets the priority as the deployment record or the Priority Settings page does (section_1505343059). Jobs that are
 * queued already keep theirs (assumed).
 *
 * @param script script id or internal id
 * @param deployment script id or internal id; absent for all deployments of the script
 * @throws SSS_INVALID_SCRIPT, SSS_INVALID_TYPE_ARG
 */
export function setPriority(account: Account, script: string, deployment: string | undefined, priority: string): void {
  const level = PRIORITIES.find((known) => known === priority);
  if (!level) {
    throw new NetSuiteError(
      'SSS_INVALID_TYPE_ARG',
      `priority must be one of ${PRIORITIES.join(', ')}, not ${priority}.`,
    );
  }
  const found =
    deployment === undefined ? deploymentsOf(account, script) : [deployedScript(account, script, deployment)];
  const meant = found.filter((candidate) => candidate !== null && isQueued(candidate)) as Deployment[];
  if (meant.length === 0) {
    const name = deployment === undefined ? script : `${script} ${deployment}`;
    throw new NetSuiteError('SSS_INVALID_SCRIPT', `${name} is no deployment of a scheduled or map/reduce script.`);
  }
  for (const { deployment: id } of meant) {
    account.store.run(
      `INSERT INTO deploymentpriority (deployment, priority) VALUES (?, ?)
       ON CONFLICT (deployment) DO UPDATE SET priority = excluded.priority`,
      [Number(id), level],
    );
  }
}

/** Deployments whose priority is another than Standard. */
export function changedPriorities(account: Account): DeploymentPriority[] {
  return account.store.all<{ script: string; deployment: string; priority: Priority }>(
    `SELECT s.scriptid AS script, d.scriptid AS deployment, p.priority FROM deploymentpriority p
     JOIN scriptdeployment d ON d.primarykey = p.deployment JOIN script s ON s.id = d.script
     WHERE p.priority <> 'STANDARD' ORDER BY d.primarykey`,
  );
}

const isQueued = ({ scriptType }: Deployment): boolean => scriptType === 'SCHEDULED' || scriptType === 'MAPREDUCE';
