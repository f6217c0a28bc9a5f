import { isoDate } from '../../records/values/dates';
import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import { defineModule } from '../unsupported';

const TaskType = Object.freeze({
  MERGE_ARRANGEMENTS_TASK: 'MERGE_ARRANGEMENTS_TASK',
  MERGE_ELEMENTS_TASK: 'MERGE_ELEMENTS_TASK',
});

const TaskStatus = Object.freeze({
  PENDING: 'PENDING',
  PROCESSING: 'PROCESSING',
  COMPLETE: 'COMPLETE',
  FAILED: 'FAILED',
});

/** What the account says of a merge. */
interface MergeData {
  readonly taskId: number;
  readonly kind: string;
  readonly status: string;
  readonly ids: readonly number[];
  readonly resultingArrangement: number | null;
  readonly errorMessage: string | null;
}

/** Properties of prospective merges and of contract costs, which the simulator does not have. */
const LACKING = `mergeResidualRevenueAmounts recalculateResidualFairValue contractAcquisitionExpenseAccount
  contractAcquisitionDeferredExpenseAccount contractCostAccrualDate`.split(/\s+/);

/** A task to merge arrangements or elements (section_1554839832, section_1554924495). */
class MergeTask {
  arrangements: readonly (number | string)[] | undefined;
  elements: readonly (number | string)[] | undefined;
  revenueArrangementDate: Date | undefined;

  constructor(readonly taskType: string) {}

  submit(): number {
    for (const name of LACKING) {
      if ((this as unknown as Record<string, unknown>)[name]) {
        throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support ${name} of merge tasks.`);
      }
    }
    const date = this.revenueArrangementDate;
    if (date !== undefined && date !== null && !(date instanceof Date)) {
      throw scriptError('WRONG_PARAMETER_TYPE', 'Wrong parameter type: revenueArrangementDate is expected as Date.');
    }
    const ids = this.taskType === TaskType.MERGE_ELEMENTS_TASK ? this.elements : this.arrangements;
    return call<number>('recognition.submit', {
      kind: this.taskType,
      ids: (ids ?? []).map(Number),
      date: date ? isoDate(date) : null,
    });
  }
}

/** State of a merge (section_1554922557). */
class MergeTaskStatus {
  readonly taskId: number;
  readonly submissionId: number;
  readonly status: string;
  readonly inputArrangements: readonly number[] | undefined;
  readonly inputElements: readonly number[] | undefined;
  readonly resultingArrangement: number | null;
  readonly errorMessage: string | null;

  constructor(data: MergeData) {
    this.taskId = data.taskId;
    this.submissionId = data.taskId;
    this.status = data.status;
    this.inputArrangements = data.kind === TaskType.MERGE_ARRANGEMENTS_TASK ? data.ids : undefined;
    this.inputElements = data.kind === TaskType.MERGE_ELEMENTS_TASK ? data.ids : undefined;
    this.resultingArrangement = data.resultingArrangement;
    this.errorMessage = data.errorMessage;
  }
}

/** A merge task of a type; throws INVALID_TASK_TYPE (section_1554995115). */
function create(options: { readonly taskType: string }): MergeTask {
  if (!options?.taskType) throw missingArgument('recognition.create', 'taskType');
  if (!(options.taskType in TaskType)) {
    throw scriptError('INVALID_TASK_TYPE', `The task type ${options.taskType} is invalid.`);
  }
  return new MergeTask(options.taskType);
}

/** The state of a submitted task; an id without a task is refused (code assumed). */
function checkStatus(options: { readonly taskId: number | string }): MergeTaskStatus {
  if (!options?.taskId) throw missingArgument('recognition.checkStatus', 'taskId');
  const data = call<MergeData | null>('recognition.checkStatus', { taskId: Number(options.taskId) });
  if (data === null) throw scriptError('INVALID_TASK_ID', `The task id ${options.taskId} is invalid.`);
  return new MergeTaskStatus(data);
}

/** `N/task/accounting/recognition` (section_1554472720). */
export const recognition = defineModule('N/task/accounting/recognition', { create, checkStatus, TaskType, TaskStatus });
