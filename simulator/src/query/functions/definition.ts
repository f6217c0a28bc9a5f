import type { Value } from '../compile/value';
import { unsupportedSearch } from '../errors';

/** A function of SuiteQL: how many arguments it takes and what SQL it becomes. */
export interface FunctionDefinition {
  readonly least: number;
  readonly most: number;
  readonly compile: (values: readonly Value[]) => Value;
}

export type FunctionTable = Readonly<Record<string, FunctionDefinition>>;

/** A function with a fixed or a bounded number of arguments. */
export function definition(
  least: number,
  most: number,
  compile: (values: readonly Value[]) => Value,
): FunctionDefinition {
  return { least, most, compile };
}

/** The argument in this place; the number of arguments is checked before. */
export function argument(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (!value) throw unsupportedSearch();
  return value;
}
