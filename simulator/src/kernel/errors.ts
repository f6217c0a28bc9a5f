/** An error as it crosses to a script: what `N/error` shows of it. */
export interface ErrorData {
  /** NetSuite's code, for example `RCRD_HAS_BEEN_CHANGED`; `error.name` in SuiteScript. */
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** An error thrown by a script keeps its class here, for example `TypeError`. */
  readonly jsClass?: string;
  readonly notifyOff?: boolean;
}

/** An error that NetSuite itself would throw, with its code. */
export class NetSuiteError extends Error {
  override readonly name: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}

/** What an execution ends with whose answer does not reach its caller; see `AnswerLost`. */
export const ANSWER_LOST: ErrorData = {
  name: 'SIMULATOR_ANSWER_LOST',
  message: 'The script has ended, and its answer was lost on the way to the caller.',
};

/** Thrown to a caller inside the process; over HTTP the connection ends without an answer. */
export class AnswerLost extends Error {
  override readonly name = ANSWER_LOST.name;

  constructor() {
    super(ANSWER_LOST.message);
  }
}

/** What the simulator does not do. It never answers with an invented value instead. */
export function notSupported(what: string): NetSuiteError {
  return new NetSuiteError('SIMULATOR_NOT_SUPPORTED', `The simulator does not support ${what}.`);
}

/** The data of any thrown value, for crossing into a script or a log. */
export function errorData(thrown: unknown): ErrorData {
  if (thrown instanceof NetSuiteError) return { name: thrown.name, message: thrown.message };
  if (thrown instanceof Error) {
    return {
      name: 'UNEXPECTED_ERROR',
      message: thrown.message,
      jsClass: thrown.name,
      ...(thrown.stack ? { stack: thrown.stack } : {}),
    };
  }
  return { name: 'UNEXPECTED_ERROR', message: String(thrown) };
}
