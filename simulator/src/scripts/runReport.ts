/** What a run of a map/reduce or scheduled script did, stage by stage. */
export interface RunReport {
  /** Task id, as `submit()` returned it. */
  readonly task: string;
  /** Script ids. */
  readonly script: string;
  readonly deployment: string;
  readonly status: 'COMPLETE' | 'FAILED';
  /** Governance units of all stages. */
  readonly units: number;
  readonly seconds: number;
  readonly stages: readonly StageReport[];
}

export interface StageReport {
  /** Name of the entry point: `getInputData`, `map`, `reduce`, `summarize`, `execute`. */
  readonly stage: string;
  /** How often the function was called, retries and restarts included. */
  readonly calls: number;
  readonly units: number;
  /** The most that one call used, to be held against its limit. */
  readonly highestUnits: number;
  readonly seconds: number;
  /** Jobs that worked side by side. */
  readonly concurrency: number;
  readonly yields: number;
  readonly errors: readonly StageErrorReport[];
}

export interface StageErrorReport {
  /** Null where the stage has no keys. */
  readonly key: string | null;
  readonly name: string;
  readonly message: string;
  readonly executionNo: number;
}
