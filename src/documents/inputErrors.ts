import type { InputError, Result } from './problem';

/**
 * Every code with which a payload can be refused. The sentence of each refusal is written where it is found, because it
 * names the value; what the code stands for is said here, once, for the integrator's documentation.
 */
export const inputErrorCodes = {
  UNKNOWN_KIND: 'The platform sends no documents of this kind.',
  MISSING_FIELD: 'A field that the document cannot do without is absent, null or empty.',
  WRONG_TYPE: 'A field holds another type than the platform documents, or the payload is no object.',
  TOO_DEEP: 'Objects and lists are nested deeper than any document of the platform.',
  INVALID_ID: 'An id is longer than any id of a billing platform.',
  INVALID_DATE: 'A date is not in a form of ISO 8601, or names a day that does not exist.',
  INVALID_AMOUNT: 'An amount is no decimal number, or is finer than its currency.',
  INVALID_VALUE: 'A field with a fixed list of values holds another one.',
  UNKNOWN_CURRENCY: 'A currency is no code of ISO 4217.',
  UNKNOWN_COUNTRY: 'A country is neither a code nor an English name of ISO 3166.',
  UNSUPPORTED_DIALECT: 'The payload is written in a form of the platform’s API that the connector does not read.',
  DUPLICATE_LINE: 'Two lines of the document have the same id.',
  INCONSISTENT_REFERENCE: 'An embedded object is not the one that the document refers to.',
  TOTAL_MISMATCH: 'The lines and the tax do not sum to the total of the document.',
  NOT_ACTIVATED: 'The document is a draft or was cancelled: only activated documents are posted.',
  NOT_POSTED: 'The document is not posted in the billing platform.',
  SYNC_SWITCHED_OFF: 'The billing platform marks the customer as not to be sent to NetSuite.',
  NEGATIVE_INVOICE: 'The total is negative: NetSuite knows no negative invoices.',
  UNSUPPORTED_LINE: 'A line is of a type that cannot be posted.',
} as const;

export type InputErrorCode = keyof typeof inputErrorCodes;

/** A refusal as a result. `path` is dotted from the document's root, as in {@link InputError.path}. */
export function refuse(code: InputErrorCode, path: string, message: string): Result<never, InputError> {
  return { ok: false, error: { code, message, path } };
}

/** A value as a sentence may quote it: short, on one line, with the type where it is no text. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${clipped(value.replace(/\s+/g, ' '))}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
