import type { ErrorData } from './errors';
import type { Wire } from './wire';

/** Script types by the names that `script.scripttype` and the UI use. */
export type ScriptType =
  | 'RESTLET'
  | 'SUITELET'
  | 'MAPREDUCE'
  | 'SCHEDULED'
  | 'USEREVENT'
  | 'SDFINSTALLATION'
  | 'CLIENT';

/** `N/runtime` ContextType values, for example `RESTLET`, `MAPREDUCE`, `USERINTERFACE`, `RESTWEBSERVICES`. */
export type ExecutionContext = string;

/** Who acts: a user in a role. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Internal id of the role; Administrator is 3. */
  readonly role: string;
  /** Script id of the role, `administrator` or `customrole_...`. */
  readonly roleScriptId: string;
  readonly subsidiary: string | null;
}

export interface DeployedScript {
  readonly scriptType: ScriptType;
  /** Internal ids. */
  readonly script: string;
  readonly deployment: string;
  /** `customscript_...` and `customdeploy_...`. */
  readonly scriptId: string;
  readonly deploymentId: string;
  readonly name: string;
  /** File cabinet path, `/SuiteApps/org.openbilling.connector/scripts/inbound.js`. */
  readonly file: string;
  readonly logLevel: 'DEBUG' | 'AUDIT' | 'ERROR' | 'EMERGENCY';
  readonly parameters: Readonly<Record<string, Wire>>;
}

/** One call of one entry point: what the scheduler runs in a worker. */
export interface ExecutionRequest {
  readonly script: DeployedScript;
  /** `post`, `onRequest`, `getInputData`, `map`, `reduce`, `summarize`, `beforeSubmit`, `execute`, `run` ... */
  readonly entryPoint: string;
  /** From this the script side builds the entry point's argument (see `script/entryPoints`). */
  readonly input: Wire;
  readonly user: User;
  readonly context: ExecutionContext;
  /** Oracle's limits for the script type, section_N3351480 and section_161591009480. */
  readonly limits: { readonly units: number; readonly seconds: number };
}

/** `output` is what the script side gives back for the entry point: the return value, written pairs, changed record ... */
export type ExecutionOutcome =
  | { readonly status: 'completed'; readonly output: Wire; readonly unitsUsed: number }
  | { readonly status: 'failed'; readonly error: ErrorData; readonly fatal: boolean; readonly unitsUsed: number };

/** A live execution, as the account sees it. */
export interface Execution {
  readonly id: number;
  readonly request: ExecutionRequest;
  readonly parent: Execution | null;
  unitsUsed: number;
}

/** On whose behalf the account does something: a script execution, or a request from outside (then `execution` is null). */
export interface Caller {
  readonly user: User;
  readonly context: ExecutionContext;
  readonly execution: Execution | null;
}
