import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';
import type { Progress } from '../kernel/taskData';
import type { Wire } from '../kernel/wire';
import type { Row } from '../store/store';

export type TaskStatus = 'PENDING' | 'PROCESSING' | 'COMPLETE' | 'FAILED';
export type MapReduceStage = 'GET_INPUT' | 'MAP' | 'SHUFFLE' | 'REDUCE' | 'SUMMARIZE';

/** One run of a deployment of a scheduled or map/reduce script: a row of `scheduledscriptinstance`. */
export interface ScriptInstance {
  readonly id: number;
  /** `MAPREDUCETASK_...` or `SCHEDSCRIPT_...`. */
  readonly taskId: string;
  /** Internal id of the deployment. */
  readonly deployment: string;
  readonly status: TaskStatus;
  readonly stage: MapReduceStage | null;
  readonly percentComplete: number;
  readonly trigger: 'ON_DEMAND' | 'SCHEDULED';
  readonly submitter: User;
  readonly parameters: Readonly<Record<string, Wire>>;
  readonly progress: Progress;
  /** What came out in the end, for `/simulator/run` and the pages; null while it runs. */
  readonly report: Wire;
}

interface InstanceRow extends Row {
  readonly id: number;
  readonly taskid: string;
  readonly deployment: number;
  readonly status: string;
  readonly mapreducestage: string | null;
  readonly percentcomplete: number;
  readonly trigger: string;
  readonly submitter: string;
  readonly parameters: string;
  readonly progress: string;
  readonly report: string | null;
}

export const NO_PROGRESS: Progress = {
  totalMapCount: 0,
  pendingMapCount: 0,
  pendingMapSize: 0,
  totalReduceCount: 0,
  pendingReduceCount: 0,
  pendingReduceSize: 0,
  totalOutputCount: 0,
  pendingOutputSize: 0,
};

const now = (account: Account): string => new Date(account.clock.now()).toISOString();

/** Writes down a run that is to come. */
export function createInstance(
  account: Account,
  kind: 'MAPREDUCETASK' | 'SCHEDSCRIPT',
  run: Pick<ScriptInstance, 'deployment' | 'trigger' | 'submitter' | 'parameters'>,
): ScriptInstance {
  const last = account.store.get<{ id: number | null }>('SELECT MAX(id) AS id FROM scheduledscriptinstance')?.id ?? 0;
  const id = last + 1;
  const taskId = `${kind}_${id.toString(16).padStart(8, '0')}`;
  account.store.run(
    `INSERT INTO scheduledscriptinstance
     (id, taskid, deployment, status, datecreated, trigger, submitter, parameters, progress)
     VALUES (?, ?, ?, 'PENDING', ?, ?, ?, ?, ?)`,
    [
      id,
      taskId,
      Number(run.deployment),
      now(account),
      run.trigger,
      JSON.stringify(run.submitter),
      JSON.stringify(run.parameters),
      JSON.stringify(NO_PROGRESS),
    ],
  );
  return {
    ...run,
    id,
    taskId,
    status: 'PENDING',
    stage: null,
    percentComplete: 0,
    progress: NO_PROGRESS,
    report: null,
  };
}

/** A run by its task id; null where there is none. */
export function instanceOf(account: Account, taskId: string): ScriptInstance | null {
  const row = account.store.get<InstanceRow>('SELECT * FROM scheduledscriptinstance WHERE taskid = ?', [taskId]);
  return row && toInstance(row);
}

/** Runs that have not ended, of one deployment or of all. */
export function unfinishedInstances(account: Account, deployment?: string): ScriptInstance[] {
  const where = deployment === undefined ? '' : 'AND deployment = ?';
  return account.store
    .all<InstanceRow>(
      `SELECT * FROM scheduledscriptinstance WHERE status IN ('PENDING', 'PROCESSING') ${where} ORDER BY id`,
      deployment === undefined ? [] : [Number(deployment)],
    )
    .map(toInstance);
}

/** The run begins, or enters another stage. */
export function enterStage(account: Account, id: number, stage: MapReduceStage | null, percent: number): void {
  account.store.run(
    `UPDATE scheduledscriptinstance SET status = 'PROCESSING', mapreducestage = ?, percentcomplete = ?,
     startdate = COALESCE(startdate, ?) WHERE id = ?`,
    [stage, percent, now(account), id],
  );
}

export function saveProgress(account: Account, id: number, percent: number, progress: Progress): void {
  account.store.run('UPDATE scheduledscriptinstance SET percentcomplete = ?, progress = ? WHERE id = ?', [
    percent,
    JSON.stringify(progress),
    id,
  ]);
}

/** The run has ended. */
export function finishInstance(account: Account, id: number, status: 'COMPLETE' | 'FAILED', report: object): void {
  account.store.run(
    `UPDATE scheduledscriptinstance SET status = ?, mapreducestage = NULL, percentcomplete = 100, enddate = ?, report = ?
     WHERE id = ?`,
    [status, now(account), JSON.stringify(report), id],
  );
}

function toInstance(row: InstanceRow): ScriptInstance {
  return {
    id: row.id,
    taskId: row.taskid,
    deployment: String(row.deployment),
    status: row.status as TaskStatus,
    stage: row.mapreducestage as MapReduceStage | null,
    percentComplete: row.percentcomplete,
    trigger: row.trigger as ScriptInstance['trigger'],
    submitter: JSON.parse(row.submitter) as User,
    parameters: JSON.parse(row.parameters) as Record<string, Wire>,
    progress: JSON.parse(row.progress) as Progress,
    report: row.report === null ? null : (JSON.parse(row.report) as Wire),
  };
}
