import { missingArgument } from '../errors';

/**
 * Methods of N/record take one object of options or, most of them, the same values in order. Gives the options.
 *
 * @throws SSS_MISSING_REQD_ARGUMENT for the first required option that is not given.
 */
export function optionsOf<Name extends string>(
  method: string,
  given: readonly unknown[],
  names: readonly Name[],
  required: readonly Name[] = names,
): Record<Name, unknown> {
  const [first] = given;
  const isOptions = typeof first === 'object' && first !== null && !(first instanceof Date) && !Array.isArray(first);
  const options = Object.fromEntries(
    names.map((name, place) => [name, isOptions ? (first as Record<string, unknown>)[name] : given[place]]),
  ) as Record<Name, unknown>;
  for (const name of required) {
    const value = options[name];
    if (value === undefined || value === null || value === '') throw missingArgument(method, name);
  }
  return options;
}
