import type { ErrorData } from '../kernel/errors';
import type { ExecutionRequest } from '../kernel/execution';
import { decodeWire, encodeWire, type Wire } from '../kernel/wire';
import { scriptError, suiteScriptError } from './errors';

/** A file as the worker compiled it: a function of this context, or the error in its source. */
export type CompiledFile =
  | { readonly kind: 'module'; readonly run: (define: unknown, require: unknown) => void }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly message: string };

/**
 * What the worker gives to the code in a script's context. Apart from a compiled file only text crosses: an object made
 * by the worker belongs to another realm. None of these functions throws.
 */
export interface HostBinding {
  /** Asks the account and blocks until it has answered with a {@link Reply} on the wire. */
  call(op: string, args: string, clockReadings: number): string;
  /** Tells the account something without waiting, such as a line of the log. */
  notify(kind: string, data: string): void;
  /** Reads a script file of the account and compiles it. `version` is that of the script that asks for it. */
  load(path: string, version: '2.0' | '2.1'): CompiledFile;
}

/** The account's answer to a call. */
export interface Reply {
  readonly value?: Wire;
  readonly error?: ErrorData;
  /** The account's clock, milliseconds since 1970 UTC. */
  readonly now: number;
  /** Governance units that the execution has left. */
  readonly remainingUsage: number;
}

/** What the account says of the execution when it starts. */
export interface Start {
  readonly request: ExecutionRequest;
  readonly accountId: string;
  readonly now: number;
  /** Seed of the execution's `Math.random`. */
  readonly seed: number;
  readonly version: '2.0' | '2.1';
}

interface State {
  binding: HostBinding;
  start: Start;
  now: number;
  clockReadings: number;
  remainingUsage: number;
  /** True while define callbacks run, when SuiteScript's API must not be used. */
  defining: boolean;
}

let state: State | null = null;

/** The state of the one execution that this context lives for. */
export function current(): State {
  if (state === null) throw new Error('No execution has started in this context.');
  return state;
}

/** Connects this context with its worker, once. */
export function connect(binding: HostBinding, start: Start): void {
  const remainingUsage = start.request.limits.units;
  state = { binding, start, now: start.now, clockReadings: 0, remainingUsage, defining: false };
}

/**
 * Calls the account (see `calls/`) and waits for its answer, as a script in NetSuite waits for the database.
 * Throws a SuiteScript error with the account's code and message.
 */
export function call<R>(op: string, args: unknown): R {
  const execution = current();
  if (execution.defining) {
    throw scriptError(
      'SUITESCRIPT_API_UNAVAILABLE_IN_DEFINE',
      'All SuiteScript API Modules are unavailable while executing your define callback.',
    );
  }
  const readings = execution.clockReadings;
  execution.clockReadings = 0;
  const reply = decodeWire(execution.binding.call(op, encodeWire(args), readings)) as unknown as Reply;
  execution.now = reply.now;
  execution.remainingUsage = reply.remainingUsage;
  if (reply.error) throw suiteScriptError(reply.error);
  return reply.value as R;
}

/** Tells the account something without waiting for it. Costs no units. */
export function notify(kind: string, data: unknown): void {
  current().binding.notify(kind, encodeWire(data));
}

/** Governance units that the execution has left. */
export function remainingUsage(): number {
  return current().remainingUsage;
}
