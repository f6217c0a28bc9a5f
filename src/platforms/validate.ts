import * as v from 'valibot';
import { isDeeperThan } from '../documents/canonicalJson';
import { type InputErrorCode, inputErrorCodes, quoted, refuse } from '../documents/inputErrors';
import type { InputError, Result } from '../documents/problem';

/** Platforms' documents are nested five deep; the rest is room for custom fields. */
const DEEPEST = 40;

/** Where in the request a payload stands; paths of refusals begin with it. */
export const ROOT = 'data';

/**
 * Checks a payload against a schema and says the first thing that is wrong in our own words: code, a sentence with the
 * value and the remedy, and the path.
 */
export function validate<Schema extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(
  schema: Schema,
  data: unknown,
): Result<v.InferOutput<Schema>, InputError> {
  if (isDeeperThan(data, DEEPEST)) {
    return refuse('TOO_DEEP', ROOT, `The payload is nested more than ${DEEPEST} deep: send the platform's own object.`);
  }
  const parsed = v.safeParse(schema, data, { abortEarly: true, abortPipeEarly: true });
  return parsed.success ? { ok: true, value: parsed.output } : refusal(parsed.issues[0]);
}

function refusal(issue: v.BaseIssue<unknown>): Result<never, InputError> {
  const path = pathOf(issue);
  if (issue.message in inputErrorCodes) {
    const code = issue.message as InputErrorCode;
    return refuse(code, path, sentence(code, path, issue.input));
  }
  if (issue.input === undefined || issue.input === null) {
    return refuse('MISSING_FIELD', path, sentence('MISSING_FIELD', path, issue.input));
  }
  return refuse('WRONG_TYPE', path, `${path} is ${quoted(issue.input)}: send ${expectation(issue.expected)} there.`);
}

function sentence(code: InputErrorCode, path: string, input: unknown): string {
  const value = quoted(input);
  switch (code) {
    case 'MISSING_FIELD':
      return `${path} is ${input === '' ? 'empty' : 'missing'}: send it, the document cannot be posted without it.`;
    case 'INVALID_ID':
      return `${path} is ${value}, which is too long for an id: send the platform's own id.`;
    case 'INVALID_DATE':
      return `${path} is ${value}, which is no day: send YYYY-MM-DD, or a time as ISO 8601 writes it.`;
    case 'INVALID_AMOUNT':
      return `${path} is ${value}, which is no amount: send a plain decimal number such as 1234.50, as number or as text.`;
    case 'UNKNOWN_CURRENCY':
      return `${path} is ${value}, which is no currency: send its ISO 4217 code, for example USD.`;
    case 'INVALID_VALUE':
      return `${path} is ${value}: send Yes or No there.`;
    default:
      return `${path} is ${value}. ${inputErrorCodes[code]}`;
  }
}

/** What a schema expected, by valibot's name for it. */
function expectation(expected: string | null): string {
  switch (expected) {
    case 'string':
      return 'a text';
    case 'Object':
      return 'an object';
    case 'Array':
      return 'a list';
    case '(number | string)':
      return 'a number';
    case '(string | number)':
      return 'a text';
    case '(boolean | string)':
      return 'true or false';
    default:
      return 'another type of value';
  }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => `${path}${step(key)}`, ROOT);
}

function step(key: unknown): string {
  return typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
}
