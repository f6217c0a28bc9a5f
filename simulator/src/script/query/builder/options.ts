import { missingArgument, type SuiteScriptError, scriptError } from '../../errors';

/** The options of a method. @throws SSS_MISSING_REQD_ARGUMENT, WRONG_PARAMETER_TYPE */
export function optionsOf<O extends object>(method: string, given: O | undefined | null): O {
  if (given === undefined || given === null) throw missingArgument(method, 'options');
  if (typeof given !== 'object') throw wrongType('options', 'object');
  return given;
}

/** An option that must be text. @throws SSS_MISSING_REQD_ARGUMENT, WRONG_PARAMETER_TYPE */
export function textOption(method: string, options: object, name: string): string {
  const value = (options as Readonly<Record<string, unknown>>)[name];
  if (value === undefined || value === null || value === '') throw missingArgument(method, name);
  if (typeof value !== 'string') throw wrongType(`options.${name}`, 'string');
  return value;
}

/** An option that may be left out. @throws WRONG_PARAMETER_TYPE */
export function booleanOption(name: string, value: unknown, otherwise: boolean): boolean {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'boolean') throw wrongType(`options.${name}`, 'boolean');
  return value;
}

/** One of an enumeration's values, or null where it is left out. @throws SSS_INVALID_TYPE_ARG (assumed) */
export function enumOption(name: string, value: unknown, values: Readonly<Record<string, string>>): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && Object.values(values).includes(value)) return value;
  throw scriptError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${name}`);
}

/** A field or a formula with its type: one of them, not both. */
export function operandOptions(
  method: string,
  given: { readonly fieldId?: unknown; readonly formula?: unknown; readonly type?: unknown },
  types: Readonly<Record<string, string>>,
): { readonly fieldId: string | null; readonly formula: string | null; readonly type: string | null } {
  const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
  if (isThere(given.fieldId) && isThere(given.formula)) {
    throw scriptError('MUTUALLY_EXCLUSIVE_ARGUMENTS', `${method}: fieldId and formula exclude each other.`);
  }
  if (isThere(given.fieldId)) return { fieldId: textOption(method, given, 'fieldId'), formula: null, type: null };
  if (!isThere(given.formula)) {
    throw scriptError('NEITHER_ARGUMENT_DEFINED', `${method}: fieldId or formula must be given.`);
  }
  const formula = textOption(method, given, 'formula');
  const type = enumOption('type', given.type, types);
  if (type === null) throw missingArgument(method, 'type');
  return { fieldId: null, formula, type };
}

export function wrongType(what: string, type: string): SuiteScriptError {
  return scriptError('WRONG_PARAMETER_TYPE', `Wrong parameter type: ${what} is expected as ${type}.`);
}
