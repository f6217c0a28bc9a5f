import * as v from 'valibot';
import { parseCurrency } from '../documents/currencies';
import { parseDecimal } from '../documents/decimal';
import type { InputErrorCode } from '../documents/inputErrors';
import { type Moment, parseMoment } from '../documents/moments';
import type { CurrencyCode, Decimal } from '../documents/values';

/**
 * The fields that payloads are made of. Where a value is of the right type and yet wrong, the message of the issue is
 * the code of the refusal; `validate` makes the sentence.
 */

/** No platform has longer ids; 200 leaves room for the rest of an external id. */
const LONGEST_ID = 200;

function issue(code: InputErrorCode): { readonly message: string } {
  return { message: code };
}

/** A platform's id: text that is not empty. */
export const id = v.pipe(
  v.string(),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const value = dataset.value.trim();
    if (value !== '' && value.length <= LONGEST_ID) return value;
    addIssue(issue(value === '' ? 'MISSING_FIELD' : 'INVALID_ID'));
    return NEVER;
  }),
);

/** Text that must be there. */
export const text = v.pipe(
  v.string(),
  v.rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const value = dataset.value.trim();
    if (value !== '') return value;
    addIssue(issue('MISSING_FIELD'));
    return NEVER;
  }),
);

/** Text, or a number as its text; null where it is absent, null or blank. */
export const optionalText = v.nullish(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value): string | null => String(value).trim() || null),
  ),
  null,
);

/** An id that may be absent, null or empty. */
export const optionalId = v.nullish(
  v.pipe(
    v.string(),
    v.rawTransform<string, string | null>(({ dataset, addIssue, NEVER }) => {
      const value = dataset.value.trim();
      if (value.length <= LONGEST_ID) return value || null;
      addIssue(issue('INVALID_ID'));
      return NEVER;
    }),
  ),
  null,
);

/** A decimal, as a JSON number or as text. */
export const amount = v.pipe(
  v.union([v.number(), v.string()]),
  v.rawTransform<number | string, Decimal>(({ dataset, addIssue, NEVER }) => {
    const value = parseDecimal(typeof dataset.value === 'string' ? dataset.value.trim() : dataset.value);
    if (value !== null) return value;
    addIssue(issue(dataset.value === '' ? 'MISSING_FIELD' : 'INVALID_AMOUNT'));
    return NEVER;
  }),
);

export const optionalAmount = v.nullish(amount, null);

/** A day, or a time from which a day is taken. */
export const moment = v.pipe(
  v.string(),
  v.rawTransform<string, Moment>(({ dataset, addIssue, NEVER }) => {
    const value = parseMoment(dataset.value.trim());
    if (value !== null) return value;
    addIssue(issue(dataset.value.trim() === '' ? 'MISSING_FIELD' : 'INVALID_DATE'));
    return NEVER;
  }),
);

/** Null where it is absent, null or blank. */
export const optionalMoment = v.nullish(
  v.pipe(
    v.string(),
    v.rawTransform<string, Moment | null>(({ dataset, addIssue, NEVER }) => {
      const written = dataset.value.trim();
      if (written === '') return null;
      const value = parseMoment(written);
      if (value !== null) return value;
      addIssue(issue('INVALID_DATE'));
      return NEVER;
    }),
  ),
  null,
);

/** An ISO 4217 code. */
export const currency = v.pipe(
  v.string(),
  v.rawTransform<string, CurrencyCode>(({ dataset, addIssue, NEVER }) => {
    const value = parseCurrency(dataset.value.trim());
    if (value !== null) return value;
    addIssue(issue(dataset.value.trim() === '' ? 'MISSING_FIELD' : 'UNKNOWN_CURRENCY'));
    return NEVER;
  }),
);

export const optionalCurrency = v.nullish(currency, null);

/** `true`, `false`, or the words that a pick list of a platform shows; null where it is absent. */
export const optionalYesNo = v.nullish(
  v.pipe(
    v.union([v.boolean(), v.string()]),
    v.rawTransform<boolean | string, boolean | null>(({ dataset, addIssue, NEVER }) => {
      if (typeof dataset.value === 'boolean') return dataset.value;
      const word = dataset.value.trim().toLowerCase();
      if (word === '') return null;
      if (word === 'yes' || word === 'true') return true;
      if (word === 'no' || word === 'false') return false;
      addIssue(issue('INVALID_VALUE'));
      return NEVER;
    }),
  ),
  null,
);
