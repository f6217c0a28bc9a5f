import type { ExecutionOutcome, ExecutionRequest } from './execution';

/**
 * Work of the account that may have to wait: for a script execution (a user event during a save), for several pieces
 * of work at once (the jobs of a map/reduce stage), or for the world outside (an HTTP answer). It is written as a
 * generator, so that the scheduler alone decides when it goes on; that is what makes a run replayable from its seed.
 *
 * Between two effects an operation runs without interruption: do each database transaction between two effects,
 * never across one.
 */
export type Operation<R> = Generator<Effect, R, unknown>;

export type Effect =
  | { readonly kind: 'execute'; readonly request: ExecutionRequest }
  | { readonly kind: 'all'; readonly operations: readonly Operation<unknown>[]; readonly concurrency: number }
  | { readonly kind: 'outside'; readonly start: () => Promise<unknown> }
  | { readonly kind: 'turn' };

/** Runs a script's entry point to its end. A script's error is an outcome, not a throw. */
export function* execute(request: ExecutionRequest): Operation<ExecutionOutcome> {
  return (yield { kind: 'execute', request }) as ExecutionOutcome;
}

/** Runs operations side by side, at most `concurrency` at once; results in the order of the operations. */
export function* all<R>(operations: readonly Operation<R>[], concurrency: number): Operation<R[]> {
  return (yield { kind: 'all', operations, concurrency }) as R[];
}

/** Waits for something outside of the account; a rejection is thrown into the operation. */
export function* outside<R>(start: () => Promise<R>): Operation<R> {
  return (yield { kind: 'outside', start }) as R;
}

/** Lets everything else that is ready go first, if the seed says so. */
export function* turn(): Operation<void> {
  yield { kind: 'turn' };
}

/** True for what a call handler returns when it has to wait. */
export function isOperation<R>(value: R | Operation<R>): value is Operation<R> {
  return typeof value === 'object' && value !== null && 'next' in value && 'throw' in value && Symbol.iterator in value;
}
