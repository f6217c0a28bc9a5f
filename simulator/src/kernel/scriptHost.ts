import type { ErrorData } from './errors';
import type { ExecutionRequest } from './execution';
import type { Wire } from './wire';

/**
 * What passes between a worker and the code in a script's context. Apart from a compiled file only text crosses: an
 * object made by the worker belongs to another realm. None of the functions throws.
 */
export interface HostBinding {
  /**
   * Asks the account and blocks until it has answered with a {@link Reply} on the wire. `spent` is the time in
   * milliseconds that the script spent since its last call.
   */
  call(op: string, args: string, spent: number): string;
  /** Tells the account something without waiting, such as a line of the log. */
  notify(notice: string, data: string): void;
  /** Waits until the account has taken in all notices. */
  sync(spent: number): void;
  /** Reads a script file of the account and compiles it. `version` is that of the script that asks for it. */
  load(path: string, version: ApiVersion): CompiledFile;
}

/** SuiteScript 2.0 is ECMAScript 5.1; later versions are modern (section_158755248128). */
export type ApiVersion = '2.0' | '2.1';

/** A file as the worker compiled it: a function of the script's context, or what is wrong with its source. */
export type CompiledFile =
  | {
      readonly kind: 'module';
      readonly version: ApiVersion;
      readonly run: (define: unknown, require: unknown) => void;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly message: string };

/** What the account says of an execution when it starts. */
export interface Start {
  readonly request: ExecutionRequest;
  readonly accountId: string;
  /** The account's clock, milliseconds since 1970 UTC. */
  readonly now: number;
  /** Seed of the execution's `Math.random`. */
  readonly seed: number;
}

/** The account's answer to a call. */
export interface Reply {
  readonly value?: Wire;
  readonly error?: ErrorData;
  readonly now: number;
  /** Governance units that the execution has left. */
  readonly remainingUsage: number;
}

/** How the worker learns that the execution ended: with the output or the ErrorData, on the wire. */
export type End = (outcome: 'output' | 'error', text: string) => void;

/** The one function that the script side leaves to the worker, as `$startExecution`; it removes itself when it is called. */
export type StartExecution = (binding: HostBinding, start: string, end: End) => void;
