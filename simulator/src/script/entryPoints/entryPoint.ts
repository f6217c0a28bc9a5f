import { NO_ENTRY_POINT } from '../../kernel/entryPoints';
import type { ApiVersion } from '../../kernel/scriptHost';
import type { Wire } from '../../kernel/wire';
import { scriptError } from '../errors';

/** What a script returned from `define`. */
export type ScriptModule = Readonly<Record<string, unknown>>;

/** How the scripts of a type are called: builds the argument from the account's input, and the output from the result. */
export interface EntryPointKind {
  /** @param version in which the script's file runs */
  run(script: ScriptModule, entryPoint: string, input: Wire, version: ApiVersion): Output;
}

/** An entry point may be `async`. */
export type Output = Wire | PromiseLike<Wire>;

/**
 * Calls an entry point of the script and makes the output from what it returned, at once or when its promise settles.
 * Throws NO_ENTRY_POINT where the script has no such function.
 */
export function callEntryPoint(
  script: ScriptModule,
  entryPoint: string,
  argument: unknown,
  output: (returned: unknown) => Wire,
): Output {
  const method = script[entryPoint];
  if (typeof method !== 'function') {
    throw scriptError(NO_ENTRY_POINT, `The script has no entry point function ${entryPoint}.`);
  }
  const returned: unknown = Reflect.apply(method, script, [argument]);
  return isPromise(returned) ? returned.then(output) : output(returned);
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
