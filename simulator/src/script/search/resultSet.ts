import type { SearchDefinition, SearchRow } from '../../search/definition';
import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import { INPUT_SOURCE } from '../inputSource';
import { withPromise } from '../promises';
import type { Column } from './column';
import { Result } from './result';

const MOST_RANGE = 1_000;
const MOST_EACH = 4_000;

/** search.ResultSet: the rows of a search, read when they are asked for. */
export class ResultSet {
  constructor(
    private readonly definition: SearchDefinition,
    readonly columns: Column[],
  ) {}

  /** At most 1,000 rows (section_N3352288). */
  readonly getRange = withPromise((...given: unknown[]): Result[] => {
    const [first, second] = given;
    const options =
      typeof first === 'object' && first !== null ? (first as Record<string, unknown>) : { start: first, end: second };
    for (const member of ['start', 'end'] as const) {
      if (options[member] === undefined || options[member] === null)
        throw missingArgument('ResultSet.getRange', member);
    }
    const [start, end] = [Number(options.start), Number(options.end)];
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
      throw scriptError('SSS_INVALID_SEARCH_RESULT_INDEX', 'Search result index is not valid.');
    }
    if (end - start > MOST_RANGE) {
      throw scriptError(
        'SSS_SEARCH_RESULT_LIMIT_EXCEEDED',
        'No more than 1000 search results may be requested at one time. Please narrow your range.',
      );
    }
    const rows = call<readonly SearchRow[]>('search.getRange', { definition: this.definition, start, end });
    return rows.map((row) => new Result(row, this.columns));
  });

  /** Goes over the rows while the callback returns true; a search of more than 4,000 is refused after those. */
  readonly each = withPromise((callback: (result: Result) => unknown): boolean => {
    if (typeof callback !== 'function') throw missingArgument('ResultSet.each', 'callback');
    const rows = call<readonly SearchRow[]>('search.each', { definition: this.definition });
    for (const row of rows.slice(0, MOST_EACH)) {
      if (callback(new Result(row, this.columns)) !== true) return false;
    }
    if (rows.length > MOST_EACH) {
      throw scriptError(
        'SSS_SEARCH_FOR_EACH_LIMIT_EXCEEDED',
        'No more than 4000 search results may be returned at one time by ResultSet.each. Please revise your search criteria or modify the callback logic so that no more than 4000 results are returned.',
      );
    }
    return true;
  });

  [INPUT_SOURCE]() {
    return { type: 'search' as const, definition: this.definition as never };
  }

  toString(): string {
    return 'search.ResultSet';
  }

  toJSON(): object {
    return { columns: this.columns };
  }
}
