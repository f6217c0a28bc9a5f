import type { Account } from '../kernel/account';
import { type CallTable, defineCall } from '../kernel/call';
import type { TaskStatusData } from '../kernel/taskData';
import { PERMISSION_LEVELS } from '../permissions/levels';
import { requirePermission } from '../permissions/require';
import { instanceOf } from '../scripts/instances';
import { deploymentById } from '../scripts/registry';
import { submitTask, type TaskSubmission } from '../scripts/submit';
import { TASK_ERRORS } from '../scripts/taskErrors';

/** What the role that submits a scheduled or map/reduce script needs, and the least level (section_1506357231). */
const SUBMIT_PERMISSIONS = {
  LIST_FILECABINET: PERMISSION_LEVELS.VIEW,
  ADMI_CUSTOMSCRIPT: PERMISSION_LEVELS.VIEW,
  ADMI_SS_SCHEDULING: PERMISSION_LEVELS.FULL,
} as const;

/** N/task (section_4345787858): submit 20 units, status 0, counts of a map/reduce run 10 and sizes 25. */
export const taskCalls: CallTable = {
  'task.submit': defineCall({
    units: 20,
    serve: (submission: TaskSubmission, account, { user }) => {
      for (const [permission, level] of Object.entries(SUBMIT_PERMISSIONS)) {
        requirePermission(account, user, permission, level);
      }
      return submitTask(account, user, submission);
    },
  }),
  'task.checkStatus': defineCall({
    units: 0,
    serve: ({ taskId }: { taskId: string }, account) => ({ ...statusOf(account, taskId) }),
  }),
  'task.counts': defineCall({ units: 10, serve: progress }),
  'task.sizes': defineCall({ units: 25, serve: progress }),
};

function progress({ taskId }: { taskId: string }, account: Account) {
  const instance = instanceOf(account, taskId);
  if (!instance) throw TASK_ERRORS.unknown(`task ${taskId}`);
  return { ...instance.progress, percentComplete: instance.percentComplete };
}

function statusOf(account: Account, taskId: string): TaskStatusData {
  const instance = instanceOf(account, taskId);
  if (!instance) throw TASK_ERRORS.unknown(`task ${taskId}`);
  const deployment = deploymentById(account, instance.deployment);
  return {
    taskId,
    kind: taskId.startsWith('MAPREDUCETASK') ? 'MAPREDUCE' : 'SCHEDULED',
    script: deployment?.script ?? '',
    deployment: instance.deployment,
    status: instance.status,
    stage: instance.stage,
    percentComplete: instance.percentComplete,
  };
}
