import type { SortData } from '../../../query/builder/definition';
import { missingArgument, scriptError } from '../../errors';
import { Column } from './column';
import { booleanOption, optionsOf, wrongType } from './options';

export interface SortOptions {
  readonly column?: unknown;
  readonly ascending?: unknown;
  readonly caseSensitive?: unknown;
  readonly nullsLast?: unknown;
  readonly locale?: unknown;
}

/** A sort by a column (section_1510779222): ascending, without regard to case, nulls last unless it is descending. */
export class Sort {
  readonly column: Column;
  ascending: boolean;
  caseSensitive: boolean;
  nullsLast: boolean;

  constructor(given: SortOptions) {
    const options = optionsOf('Component.createSort', given);
    const { column, locale } = options;
    if (column === undefined || column === null) throw missingArgument('Component.createSort', 'column');
    if (!(column instanceof Column)) throw wrongType('options.column', 'query.Column');
    if (locale !== undefined && locale !== null) {
      throw scriptError('SIMULATOR_NOT_SUPPORTED', 'The simulator does not support the locale of query.Sort.');
    }
    this.column = column;
    this.ascending = booleanOption('ascending', options.ascending, true);
    this.caseSensitive = booleanOption('caseSensitive', options.caseSensitive, false);
    this.nullsLast = booleanOption('nullsLast', options.nullsLast, this.ascending);
  }

  toString(): string {
    return 'query.Sort';
  }

  static data({ column, ascending, caseSensitive, nullsLast }: Sort): SortData {
    return { column: Column.data(column), ascending, caseSensitive, nullsLast };
  }
}
