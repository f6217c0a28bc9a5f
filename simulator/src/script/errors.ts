import type { ErrorData } from '../kernel/errors';

let created = 0;

/**
 * The object that N/* methods throw and `error.create` makes (section_4253432660). As in Oracle's own test stubs it is
 * no `Error`; it prints as the JSON that stands in NetSuite's script execution log.
 */
export class SuiteScriptError {
  readonly type = 'error.SuiteScriptError';
  readonly id: string;
  readonly cause: unknown;

  constructor(
    readonly name: string,
    readonly message: string,
    readonly stack: readonly string[],
    readonly notifyOff: boolean,
    cause?: unknown,
  ) {
    created += 1;
    this.id = `E${created}`;
    this.cause = cause ?? { type: 'internal error', code: name, details: message };
  }

  toJSON(): Record<string, unknown> {
    const { type, name, message, stack, cause, id, notifyOff } = this;
    return { type, name, message, stack, cause, id, notifyOff, userFacing: false };
  }

  toString(): string {
    return JSON.stringify(this);
  }
}

/** Makes the error that a script sees from what the account said. */
export function suiteScriptError(data: ErrorData): SuiteScriptError {
  const stack = data.stack ? stackLines(data.stack) : callStack();
  return new SuiteScriptError(data.name, data.message, stack, data.notifyOff === true);
}

/** The error of a method that the script used wrongly, or that is not there, with NetSuite's code. */
export function scriptError(name: string, message: string): SuiteScriptError {
  return new SuiteScriptError(name, message, callStack(), false);
}

/** `SSS_MISSING_REQD_ARGUMENT` for the method and its argument (section_N3539978). */
export function missingArgument(method: string, argument: string): SuiteScriptError {
  return scriptError('SSS_MISSING_REQD_ARGUMENT', `${method}: Missing a required argument: ${argument}`);
}

/** What the account and the log are told of anything that a script threw. */
export function thrownData(thrown: unknown): ErrorData {
  if (thrown instanceof SuiteScriptError) {
    return { name: thrown.name, message: thrown.message, stack: thrown.stack.join('\n'), notifyOff: thrown.notifyOff };
  }
  if (thrown instanceof Error) {
    return {
      name: 'UNEXPECTED_ERROR',
      message: `${thrown.name}: ${thrown.message}`,
      jsClass: thrown.name,
      stack: stackLines(thrown.stack ?? '').join('\n'),
    };
  }
  if (typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown) {
    return { name: String(thrown.name), message: String(thrown.message) };
  }
  return { name: 'UNEXPECTED_ERROR', message: typeof thrown === 'object' ? JSON.stringify(thrown) : String(thrown) };
}

/** The lines of a stack that are in script files, written as NetSuite does: `post (/SuiteScripts/a.js:12:5)`. */
function stackLines(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim().replace(/^at /, ''))
    .filter((line) => /\/(SuiteApps|SuiteScripts|SuiteBundles)\//.test(line));
}

/** Where in the script's files the caller is. */
export function callStack(): string[] {
  return stackLines(new Error().stack ?? '');
}
