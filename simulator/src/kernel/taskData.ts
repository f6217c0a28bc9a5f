/** Counts of a map/reduce run as MapReduceScriptTaskStatus gives them; sizes in bytes. */
export interface Progress {
  readonly totalMapCount: number;
  readonly pendingMapCount: number;
  readonly pendingMapSize: number;
  readonly totalReduceCount: number;
  readonly pendingReduceCount: number;
  readonly pendingReduceSize: number;
  readonly totalOutputCount: number;
  readonly pendingOutputSize: number;
}

/** What `task.checkStatus` is told; ids are internal ids. */
export interface TaskStatusData {
  readonly taskId: string;
  readonly kind: 'MAPREDUCE' | 'SCHEDULED';
  readonly script: string;
  readonly deployment: string;
  readonly status: string;
  readonly stage: string | null;
  readonly percentComplete: number;
}
