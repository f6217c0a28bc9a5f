import type { Account } from '../../kernel/account';
import type { KeyValue, ScriptInterface, StageError } from '../../kernel/entryPoints';
import type { ErrorData } from '../../kernel/errors';
import type { User } from '../../kernel/execution';
import type { ScriptInstance } from '../instances';
import type { Deployment } from '../registry';
import type { StageErrorReport } from '../runReport';

/** A pair on its way through the map or the reduce stage. */
export interface StagePair {
  readonly key: string;
  /** One value in the map stage, all values of the key in the reduce stage. */
  readonly values: readonly string[];
  /** Bytes of key and values. */
  readonly size: number;
  /** How often its function was called. */
  executions: number;
  /** How often it was tried again because the script's `retryCount` allows it. */
  retries: number;
  /** A server restart happened while the pair was flagged. */
  isRestarted: boolean;
  completionState: 'PENDING' | 'COMPLETE' | 'FAILED';
  errors: StageError[];
}

/** What every stage keeps of its course. */
export interface StageCourse {
  readonly name: 'getInputData' | 'map' | 'reduce' | 'summarize';
  startedAt: number;
  endedAt: number;
  calls: number;
  units: number;
  highestUnits: number;
  readonly errors: StageErrorReport[];
}

/** The map or the reduce stage: pairs, and the jobs that work on them. */
export interface KeyStage extends StageCourse {
  readonly name: 'map' | 'reduce';
  pairs: StagePair[];
  /** Pairs that no job has flagged, the next one last. */
  waiting: StagePair[];
  /** Jobs of the stage that are queued or run. */
  jobs: number;
  concurrency: number;
  yields: number;
  pendingSize: number;
  pendingCount: number;
  readonly stageErrors: StageError[];
}

/** One run of a map/reduce script. */
export interface Run {
  readonly account: Account;
  readonly instance: ScriptInstance;
  readonly deployment: Deployment;
  readonly user: User;
  /** Place of its jobs in the queue, while it submits all stages at once. */
  readonly order: number;
  readonly createdAt: number;
  script: ScriptInterface;
  readonly input: StageCourse;
  readonly map: KeyStage;
  readonly reduce: KeyStage;
  readonly summarize: StageCourse;
  /** What the map stage wrote for the shuffle stage. */
  shuffled: KeyValue[];
  shuffledSize: number;
  /** What the last of the key stages wrote: the output of the script. */
  output: KeyValue[];
  outputSize: number;
  /** Error of getInputData as JSON text. */
  inputError: string | null;
  /** The rest of the key stages is left out: exitOnError, too much data, or failed input. */
  isCut: boolean;
  /** Ends the run as failed, after an error that is not the script's. */
  readonly fail: (error: ErrorData) => void;
}

export function newCourse<Name extends StageCourse['name']>(name: Name): StageCourse & { readonly name: Name } {
  return { name, startedAt: 0, endedAt: 0, calls: 0, units: 0, highestUnits: 0, errors: [] };
}

export function newKeyStage(name: 'map' | 'reduce'): KeyStage {
  const empty = { pairs: [], waiting: [], jobs: 0, concurrency: 0, yields: 0, pendingSize: 0, pendingCount: 0 };
  return { ...newCourse(name), ...empty, stageErrors: [] };
}

/** Puts pairs before a stage. @param isRestarted the whole run has begun before, and was broken off */
export function fillStage(
  stage: KeyStage,
  pairs: readonly { key: string; values: readonly string[] }[],
  isRestarted: boolean,
): void {
  stage.pairs = pairs.map(({ key, values }) => ({
    key,
    values,
    size: bytesOf(key) + values.reduce((sum, value) => sum + bytesOf(value), 0),
    executions: 0,
    retries: 0,
    isRestarted,
    completionState: 'PENDING',
    errors: [],
  }));
  stage.waiting = [...stage.pairs].reverse();
  stage.pendingCount = stage.pairs.length;
  stage.pendingSize = stage.pairs.reduce((sum, { size }) => sum + size, 0);
}

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** The error as `context.errors` and the summary show it: JSON of the SuiteScript error. */
export function errorJson(error: ErrorData): string {
  const { name, message, stack } = error;
  return JSON.stringify({ type: 'error.SuiteScriptError', name, message, stack: stack ? stack.split('\n') : [] });
}

/** Adds one call of a function to the course of its stage. */
export function countCall(course: StageCourse, units: number): void {
  course.calls += 1;
  course.units += units;
  course.highestUnits = Math.max(course.highestUnits, units);
}

export function countError(course: StageCourse, key: string | null, error: ErrorData, executionNo: number): void {
  course.errors.push({ key, name: error.name, message: error.message, executionNo });
}

export function secondsOf(course: StageCourse): number {
  return Math.max(0, course.endedAt - course.startedAt) / 1000;
}
