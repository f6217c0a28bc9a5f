import type { Account } from '../kernel/account';
import { errorData } from '../kernel/errors';
import { execute, type Operation } from '../kernel/operation';
import { announceEnd } from './completion';
import { enterStage, finishInstance, type ScriptInstance } from './instances';
import { limitsOf } from './limits';
import { priorityOf } from './priority';
import { enqueue, nextPlace } from './processors';
import type { Deployment } from './registry';
import type { RunReport, StageErrorReport } from './runReport';
import { SYSTEM_USER } from './users';

const SERVER_RESTART = 'SSS_APP_SERVER_RESTART';

/**
 * Starts a run of a scheduled script. It runs as Administrator, whoever submitted it; after a server restart it is
 * called again with the type ABORTED (section_1490041886).
 */
export function startScheduled(account: Account, deployment: Deployment, instance: ScriptInstance): void {
  enqueue(account, {
    name: instance.taskId,
    priority: priorityOf(account, deployment.deployment),
    submittedAt: account.clock.now(),
    order: nextPlace(account),
    *run() {
      const createdAt = account.clock.now();
      const errors: StageErrorReport[] = [];
      const use = { calls: 0, units: 0, highestUnits: 0 };
      let status: 'COMPLETE' | 'FAILED' = 'FAILED';
      try {
        status = yield* runToItsEnd(account, deployment, instance, use, errors);
      } catch (error) {
        errors.push({ key: null, ...errorData(error), executionNo: use.calls });
      }
      const seconds = (account.clock.now() - createdAt) / 1000;
      const report: RunReport = {
        task: instance.taskId,
        script: deployment.scriptId,
        deployment: deployment.deploymentId,
        status,
        units: use.units,
        seconds,
        stages: [{ stage: 'execute', ...use, seconds, concurrency: 1, yields: 0, errors }],
      };
      finishInstance(account, instance.id, status, report);
      announceEnd(account, instance.taskId);
    },
  });
}

function* runToItsEnd(
  account: Account,
  deployment: Deployment,
  instance: ScriptInstance,
  use: { calls: number; units: number; highestUnits: number },
  errors: StageErrorReport[],
): Operation<'COMPLETE' | 'FAILED'> {
  enterStage(account, instance.id, null, 0);
  for (let type: string = instance.status === 'PENDING' ? instance.trigger : 'ABORTED'; ; type = 'ABORTED') {
    const outcome = yield* execute({
      script: { ...deployment, parameters: { ...deployment.parameters, ...instance.parameters } },
      entryPoint: 'execute',
      input: { type },
      user: SYSTEM_USER,
      context: 'SCHEDULED',
      limits: limitsOf('SCHEDULED', 'execute'),
    });
    use.calls += 1;
    use.units += outcome.unitsUsed;
    use.highestUnits = Math.max(use.highestUnits, outcome.unitsUsed);
    if (outcome.status === 'completed') return 'COMPLETE';
    const { name, message } = outcome.error;
    errors.push({ key: null, name, message, executionNo: use.calls });
    if (name !== SERVER_RESTART) return 'FAILED';
  }
}
