import type { SearchColumn, Summary } from '../../search/definition';
import { missingArgument, scriptError } from '../errors';
import { Sort, Summary as Summaries } from './enumerations';

/** What a script may give for a column: a name, `join.name`, an object or a Column. */
export type ColumnLike = string | Column | ColumnOptions;

export interface ColumnOptions {
  name?: unknown;
  join?: unknown;
  summary?: unknown;
  formula?: unknown;
  function?: unknown;
  label?: unknown;
  sort?: unknown;
}

/** search.Column (section_4345767216). */
export class Column {
  name: string;
  join: string | null;
  summary: Summary | null;
  formula: string | null;
  function: string | null;
  label: string | null;
  sort: 'ASC' | 'DESC' | null;

  constructor(options: ColumnOptions) {
    if (options.name === undefined || options.name === null || options.name === '') {
      throw missingArgument('search.createColumn', 'name');
    }
    const { name, join } = path(String(options.name), options.join);
    this.name = name;
    this.join = join;
    this.summary = summaryOf(options.summary, name, 'SSS_INVALID_SRCH_COLUMN_SUM', 'column');
    this.formula = text(options.formula);
    this.function = text(options.function);
    this.label = text(options.label);
    this.sort = sortOf(options.sort);
  }

  setWhenOrderedBy(): never {
    throw scriptError('SIMULATOR_NOT_SUPPORTED', 'The simulator does not support search.Column.setWhenOrderedBy.');
  }

  toString(): string {
    return 'search.Column';
  }

  toJSON(): object {
    const { name, join, summary, label, formula, sort } = this;
    return { name, join, summary, label, type: null, function: this.function, formula, sortdir: sort ?? 'NONE' };
  }
}

/** A column from what a script gave; anything else is SSS_INVALID_SRCH_COL (section_4345171487). */
export function columnFrom(given: unknown): Column {
  if (given instanceof Column) return given;
  if (typeof given === 'string') return new Column({ name: given });
  if (typeof given === 'object' && given !== null && 'name' in given) return new Column(given as ColumnOptions);
  throw scriptError(
    'SSS_INVALID_SRCH_COL',
    `An nlobjSearchColumn contains an invalid column, or is not in proper syntax: ${String(given)}.`,
  );
}

export function columnData({ name, join, summary, formula, sort, ...rest }: Column): SearchColumn {
  return { name, join, summary, formula, function: rest.function, sort };
}

/** `customer.email` names the field of a join. */
export function path(name: string, join: unknown): { name: string; join: string | null } {
  const given = text(join);
  const dot = name.indexOf('.');
  if (given !== null || dot < 0) return { name, join: given };
  return { name: name.slice(dot + 1), join: name.slice(0, dot) };
}

export function summaryOf(given: unknown, name: string, code: string, what: 'column' | 'filter'): Summary | null {
  if (given === undefined || given === null || given === '') return null;
  const summary = Object.values(Summaries).find((value) => value === String(given).toUpperCase());
  if (summary) return summary as Summary;
  throw scriptError(code, `A search ${what} contains an invalid summary type: ${name}.`);
}

function sortOf(given: unknown): 'ASC' | 'DESC' | null {
  if (given === undefined || given === null || given === '') return null;
  const sort = String(given).toUpperCase();
  if (!Object.values(Sort).includes(sort)) {
    throw scriptError('WRONG_PARAMETER_TYPE', `Wrong parameter type: options.sort is expected as search.Sort.`);
  }
  return sort === 'NONE' ? null : (sort as 'ASC' | 'DESC');
}

function text(given: unknown): string | null {
  return given === undefined || given === null || given === '' ? null : String(given);
}
