import * as error from 'N/error';

/** What an error of N/* says: NetSuite's code and words. */
export interface ScriptError {
  readonly code: string;
  readonly message: string;
}

/** Codes by which NetSuite refuses a second record with an external id; public sources disagree which one it throws. */
const DUPLICATE_CODES = new Set(['UNIQUE_RCRD_ID_REQD', 'DUP_RCRD', 'DUP_CSTM_RCRD_ENTRY']);

/** Reads whatever was thrown; a JavaScript error has the code UNEXPECTED_ERROR. */
export function scriptError(thrown: unknown): ScriptError {
  if (typeof thrown === 'object' && thrown !== null) {
    const { name, message } = thrown as { readonly name?: unknown; readonly message?: unknown };
    const code = typeof name === 'string' && /^[A-Z][A-Z0-9_]+$/.test(name) ? name : 'UNEXPECTED_ERROR';
    return { code, message: typeof message === 'string' && message !== '' ? message : String(thrown) };
  }
  return { code: 'UNEXPECTED_ERROR', message: String(thrown) };
}

/** True where a record with this external id is there already. */
export function isDuplicate(failure: ScriptError): boolean {
  return DUPLICATE_CODES.has(failure.code);
}

/** True where someone else saved the record since it was loaded. */
export function isChangedByOthers(failure: ScriptError): boolean {
  return failure.code === 'RCRD_HAS_BEEN_CHANGED' || failure.code === 'RCRD_EDITED_SINCE_RETRIEVED';
}

/** An error that leaves the script with a code and a sentence of ours, as NetSuite's own do; nobody is mailed. */
export function userError(code: string, message: string): Error {
  return error.create({ name: code, message, notifyOff: true }) as unknown as Error;
}
