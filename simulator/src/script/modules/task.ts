import type { Progress, TaskStatusData } from '../../kernel/taskData';
import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import type { Lacks } from '../moduleTypes';
import { defineModule } from '../unsupported';

const TaskType = Object.freeze({
  SCHEDULED_SCRIPT: 'SCHEDULED_SCRIPT',
  MAP_REDUCE: 'MAP_REDUCE',
  CSV_IMPORT: 'CSV_IMPORT',
  ENTITY_DEDUPLICATION: 'ENTITY_DEDUPLICATION',
  WORKFLOW_TRIGGER: 'WORKFLOW_TRIGGER',
  SEARCH: 'SEARCH',
  RECORD_ACTION: 'RECORD_ACTION',
  SUITE_QL: 'SUITE_QL',
  QUERY: 'QUERY',
  DOCUMENT_CAPTURE: 'DOCUMENT_CAPTURE',
});

const TaskStatus = Object.freeze({
  PENDING: 'PENDING',
  PROCESSING: 'PROCESSING',
  COMPLETE: 'COMPLETE',
  FAILED: 'FAILED',
});

const MapReduceStage = Object.freeze({
  GET_INPUT: 'GET_INPUT',
  MAP: 'MAP',
  SHUFFLE: 'SHUFFLE',
  REDUCE: 'REDUCE',
  SUMMARIZE: 'SUMMARIZE',
});

interface CreateOptions {
  readonly taskType: string;
  readonly scriptId?: number | string;
  readonly deploymentId?: number | string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A task for a scheduled or a map/reduce script (section_4345799095, section_4345807319). */
class ScriptTask {
  scriptId: number | string | undefined;
  deploymentId: number | string | undefined;
  params: Readonly<Record<string, unknown>> | undefined;

  constructor(
    readonly taskType: string,
    options: CreateOptions,
  ) {
    this.scriptId = options.scriptId;
    this.deploymentId = options.deploymentId;
    this.params = options.params;
  }

  submit(): string {
    if (this.scriptId === undefined || this.scriptId === null || this.scriptId === '') {
      throw missingArgument('task.submit', 'scriptId');
    }
    const isNamed = this.deploymentId !== undefined && this.deploymentId !== null && this.deploymentId !== '';
    return call<string>('task.submit', {
      type: this.taskType === TaskType.MAP_REDUCE ? 'MAPREDUCE' : 'SCHEDULED',
      script: String(this.scriptId),
      deployment: isNamed ? String(this.deploymentId) : null,
      params: this.params ?? {},
    });
  }

  toString(): string {
    return `task.${this.taskType === TaskType.MAP_REDUCE ? 'MapReduceScriptTask' : 'ScheduledScriptTask'}`;
  }
}

/** State of a scheduled script (section_4345805891). */
class ScheduledScriptTaskStatus {
  readonly scriptId: number;
  readonly deploymentId: number;
  readonly status: string;
  readonly taskId: string;

  constructor(data: TaskStatusData) {
    this.scriptId = Number(data.script);
    this.deploymentId = Number(data.deployment);
    this.status = data.status;
    this.taskId = data.taskId;
  }

  toString(): string {
    return 'task.ScheduledScriptTaskStatus';
  }
}

/** State of a map/reduce script. Counts cost 10 units, sizes 25 (section_157072844224). */
class MapReduceScriptTaskStatus extends ScheduledScriptTaskStatus {
  readonly stage: string | null;

  constructor(data: TaskStatusData) {
    super(data);
    this.stage = data.stage;
  }

  override toString(): string {
    return 'task.MapReduceScriptTaskStatus';
  }

  getPercentageCompleted = (): number => this.counts().percentComplete;
  getTotalMapCount = (): number => this.counts().totalMapCount;
  getPendingMapCount = (): number => this.counts().pendingMapCount;
  getTotalReduceCount = (): number => this.counts().totalReduceCount;
  getPendingReduceCount = (): number => this.counts().pendingReduceCount;
  getTotalOutputCount = (): number => this.counts().totalOutputCount;
  getPendingOutputCount = (): number => this.counts().totalOutputCount;
  getPendingMapSize = (): number => this.sizes().pendingMapSize;
  getPendingReduceSize = (): number => this.sizes().pendingReduceSize;
  getPendingOutputSize = (): number => this.sizes().pendingOutputSize;
  getCurrentTotalSize = (): number => {
    const { pendingMapSize, pendingReduceSize, pendingOutputSize } = this.sizes();
    return pendingMapSize + pendingReduceSize + pendingOutputSize;
  };

  private counts(): Progress & { readonly percentComplete: number } {
    return call('task.counts', { taskId: this.taskId });
  }

  private sizes(): Progress {
    return call('task.sizes', { taskId: this.taskId });
  }
}

function create(options: CreateOptions): ScriptTask {
  if (!options?.taskType) throw missingArgument('task.create', 'taskType');
  const { taskType } = options;
  if (!(taskType in TaskType)) {
    throw scriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: taskType');
  }
  if (taskType !== TaskType.MAP_REDUCE && taskType !== TaskType.SCHEDULED_SCRIPT) {
    throw scriptError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support tasks of type ${taskType}.`);
  }
  return new ScriptTask(taskType, options);
}

function checkStatus(options: { readonly taskId: string } | string): ScheduledScriptTaskStatus {
  const taskId = typeof options === 'object' ? options?.taskId : options;
  if (!taskId) throw missingArgument('task.checkStatus', 'taskId');
  const data = call<TaskStatusData>('task.checkStatus', { taskId });
  return data.kind === 'MAPREDUCE' ? new MapReduceScriptTaskStatus(data) : new ScheduledScriptTaskStatus(data);
}

const implemented = { create, checkStatus, TaskType, TaskStatus, MapReduceStage };

type Lacking = 'ActionCondition' | 'DedupeEntityType' | 'DedupeMode' | 'MasterSelectionMode';
const LACKING: readonly Lacking[] = ['ActionCondition', 'DedupeEntityType', 'DedupeMode', 'MasterSelectionMode'];

export const task = defineModule('N/task', implemented, LACKING);
export const lacks: Lacks<typeof import('N/task'), typeof implemented, Lacking> = true;
