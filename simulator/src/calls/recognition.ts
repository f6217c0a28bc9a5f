import { type CallTable, defineCall } from '../kernel/call';
import { PERMISSION_LEVELS } from '../permissions/levels';
import { requirePermission } from '../permissions/require';
import { recordContext } from '../records/catalogue';
import { type MergeRequest, mergeStatus, submitMerge } from '../records/revenue/merge';

/** N/task/accounting/recognition (section_1554472720): a merge costs 20 units; the units of its state are assumed. */
export const recognitionCalls: CallTable = {
  'recognition.submit': defineCall({
    units: 20,
    serve: (request: MergeRequest, account, caller) => {
      recordContext(account, caller, 'revenuearrangement');
      requirePermission(account, caller.user, 'TRAN_REVARRNG', PERMISSION_LEVELS.EDIT);
      return submitMerge(account, request);
    },
  }),
  'recognition.checkStatus': defineCall({
    units: 0,
    serve: ({ taskId }: { taskId: number }, account) => {
      const status = mergeStatus(account, taskId);
      return status === null ? null : { ...status, ids: [...status.ids] };
    },
  }),
};
