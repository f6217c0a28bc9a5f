import type { FilterTerm, Summary } from '../../search/definition';
import type { SearchValue } from '../../search/value';
import { missingArgument, scriptError } from '../errors';
import { path, summaryOf } from './column';
import { Operator } from './enumerations';

export interface FilterOptions {
  name?: unknown;
  join?: unknown;
  operator?: unknown;
  values?: unknown;
  formula?: unknown;
  summary?: unknown;
}

/** search.Filter (section_4345767603). */
export class Filter {
  readonly name: string;
  readonly join: string | null;
  readonly operator: string;
  readonly values: readonly SearchValue[];
  summary: Summary | null;
  formula: string | null;

  constructor(options: FilterOptions) {
    if (options.name === undefined || options.name === null || options.name === '') {
      throw missingArgument('search.createFilter', 'name');
    }
    if (options.operator === undefined || options.operator === null || options.operator === '') {
      throw missingArgument('search.createFilter', 'operator');
    }
    const { name, join } = path(String(options.name), options.join);
    this.name = name;
    this.join = join;
    this.operator = operatorOf(options.operator, name);
    this.values = valuesOf(options.values);
    this.summary = summaryOf(options.summary, name, 'SSS_INVALID_SRCH_FILTER_SUM', 'filter');
    this.formula = options.formula === undefined || options.formula === null ? null : String(options.formula);
  }

  toString(): string {
    return 'search.Filter';
  }

  toJSON(): object {
    const { name, join, operator, summary, formula, values } = this;
    return {
      name,
      join,
      operator,
      summary,
      formula,
      values: values.map(String),
      isor: false,
      isnot: false,
      leftparens: 0,
      rightparens: 0,
    };
  }
}

export function filterData({ name, join, operator, values, formula, summary }: Filter): FilterTerm {
  return { name, join, operator, values, formula, summary };
}

/** @throws SSS_INVALID_SRCH_OPERATOR */
export function operatorOf(given: unknown, name: string): string {
  const operator = String(given).toLowerCase();
  if (Object.values(Operator).includes(operator)) return operator;
  throw scriptError(
    'SSS_INVALID_SRCH_OPERATOR',
    `An nlobjSearchFilter contains an invalid operator, or is not in proper syntax: ${name}.`,
  );
}

/** Values one by one; lists in lists count as one list. */
export function valuesOf(given: unknown): SearchValue[] {
  if (given === undefined || given === null) return [];
  if (Array.isArray(given)) return given.flatMap(valuesOf);
  if (typeof given === 'number' || typeof given === 'boolean' || given instanceof Date) return [given];
  return [String(given)];
}
