import { missingArgument, scriptError } from '../../errors';

/** The options object of a method, of which the named members must be given. @throws SSS_MISSING_REQD_ARGUMENT */
export function required<O extends object>(
  method: string,
  options: O | undefined,
  ...members: (keyof O & string)[]
): O {
  for (const member of members) {
    const value = options?.[member];
    if (value === undefined || value === null || value === '') throw missingArgument(method, member);
  }
  return options as O;
}

/** A value of an enumeration; scripts may write it in lower case. @throws SSS_INVALID_TYPE_ARG */
export function enumerated(values: Readonly<Record<string, string>>, given: unknown): string {
  const wanted = String(given).toUpperCase();
  const known = Object.values(values).find((value) => value.toUpperCase() === wanted);
  if (known === undefined) {
    throw scriptError('SSS_INVALID_TYPE_ARG', `You have entered an invalid type argument: ${String(given)}`);
  }
  return known;
}

/** Text that must be text. @throws WRONG_PARAMETER_TYPE */
export function text(given: unknown, member: string): string {
  if (typeof given !== 'string') {
    throw scriptError('WRONG_PARAMETER_TYPE', `Wrong parameter type: ${member} is expected as string.`);
  }
  return given;
}

/** An option that may be left out. */
export function optionalText(given: unknown): string | null {
  return given === undefined || given === null || given === '' ? null : String(given);
}
