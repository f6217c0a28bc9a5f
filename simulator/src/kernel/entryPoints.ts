import type { Wire } from './wire';

/**
 * What crosses between the account (`scripts/`) and the script side (`script/entryPoints/`) for each entry point:
 * `ExecutionRequest.input` and the `output` of a completed execution.
 */

/**
 * Besides its own names, every script answers to this entry point: its file is evaluated and nothing run. The output is
 * {@link ScriptInterface}.
 */
export const DESCRIBE = '$describe';

export interface ScriptInterface {
  /** Names of the functions that the script returned from `define`. */
  readonly functions: readonly string[];
  /** Map/reduce `config`, as far as it was given (section_160571420230). */
  readonly config: { readonly retryCount: number | null; readonly exitOnError: boolean };
}

/** Error name of an execution whose script does not have the entry point that was asked for. */
export const NO_ENTRY_POINT = 'SIMULATOR_NO_ENTRY_POINT';

/** `get` and `delete`: URL parameters, an object of strings. `post` and `put`: the parsed body, an object or a string. */
export type RestletInput = Wire;

/**
 * What a RESTlet returned: nothing, a string, a string of a SuiteScript 2.0 script, a value as JSON text, or a response of
 * N/scriptTypes/restlet.
 */
export type RestletOutput =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text' | 'text20' | 'json'; readonly text: string }
  | { readonly kind: 'response'; readonly text: string; readonly contentType: string };

/** Records cross as `RecordData` of `records/data`. */
export interface UserEventInput {
  /** `create`, `edit`, `view`, `copy`, `delete`, `xedit` ... */
  readonly type: string;
  readonly newRecord: Wire;
  readonly oldRecord: Wire;
  /** Title of the page that beforeLoad may add to; null where there is no page. */
  readonly form: { readonly title: string } | null;
}

/** The new record as the script left it (it counts after beforeLoad and beforeSubmit), and what it added to the form (`FormData` of `kernel/page`). */
export interface UserEventOutput {
  readonly newRecord: Wire;
  readonly form: Wire;
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export interface InputDataInput {
  readonly isRestarted: boolean;
}

/** `pairs` from an array or an object; `source` when rows come from a search, a query or a file, to be read by the account. */
export type InputDataOutput =
  | { readonly kind: 'pairs'; readonly pairs: readonly KeyValue[] }
  | { readonly kind: 'source'; readonly type: 'search' | 'query' | 'suiteql' | 'file'; readonly definition: Wire };

/** An error of an earlier run of this pair. `error` is the JSON text of the SuiteScript error. */
export interface StageError {
  readonly key: string;
  readonly error: string;
  readonly executionNo: number;
}

export interface MapInput {
  readonly key: string;
  readonly value: string;
  readonly isRestarted: boolean;
  readonly executionNo: number;
  readonly errors: readonly StageError[];
}

export interface ReduceInput {
  readonly key: string;
  readonly values: readonly string[];
  readonly isRestarted: boolean;
  readonly executionNo: number;
  readonly errors: readonly StageError[];
}

/** What map and reduce wrote, in order. */
export interface WrittenOutput {
  readonly written: readonly KeyValue[];
}

export interface StageSummary {
  readonly dateCreated: Date;
  readonly seconds: number;
  readonly usage: number;
  readonly concurrency: number;
  readonly yields: number;
  readonly keys: readonly { readonly key: string; readonly executionCount: number; readonly completionState: string }[];
  readonly errors: readonly StageError[];
}

export interface SummarizeInput {
  readonly isRestarted: boolean;
  readonly dateCreated: Date;
  readonly seconds: number;
  readonly usage: number;
  readonly concurrency: number;
  readonly yields: number;
  /** `error` is the JSON text of what getInputData threw, or null. */
  readonly inputSummary: {
    readonly dateCreated: Date;
    readonly seconds: number;
    readonly usage: number;
    readonly error: string | null;
  };
  readonly mapSummary: StageSummary;
  readonly reduceSummary: StageSummary;
  readonly output: readonly KeyValue[];
}

export interface ScheduledInput {
  /** `SCHEDULED`, `ON_DEMAND`, `USER_INTERFACE`, `ABORTED`, `SKIPPED`. */
  readonly type: string;
}

/** Versions of the SuiteApp; `fromVersion` is null when it was not installed before. */
export interface InstallationInput {
  readonly fromVersion: string | null;
  readonly toVersion: string;
}
