import { scriptError } from '../errors';
import { call } from '../host';
import { withPromise } from '../promises';
import { type Column, iteratorOver, type QueryAnswer, type ResultColumn, ResultSet } from './results';

export interface SuiteQLDefinition {
  readonly query: string;
  readonly params: readonly (string | number | boolean)[];
  /** What happens without a permission: the query fails, or it gives no data for what lacks one. */
  readonly metaDataProvider?: 'SUITE_QL' | 'STATIC';
}

const DEFAULT_PAGE = 50;

/** Between 5 and 1,000 rows, 50 when not given (section_157960586441). */
export function pageSizeOf(size: unknown): number {
  if (size === undefined || size === null) return DEFAULT_PAGE;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 5 || size > 1000) {
    throw scriptError('INVALID_PAGE_SIZE', 'The page size must be between 5 and 1000.');
  }
  return size;
}

/** What the query does where the role lacks a permission: it fails, unless STATIC is given. */
export function providerOf(given: unknown): Pick<SuiteQLDefinition, 'metaDataProvider'> {
  if (given === undefined || given === null) return {};
  if (given === 'SUITE_QL' || given === 'STATIC') return { metaDataProvider: given };
  throw scriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: metaDataProvider');
}

export interface PageRange {
  readonly index: number;
  readonly size: number;
}

/** One page of a query (section_1522774463). */
export class Page<C extends ResultColumn = Column> {
  readonly isFirst: boolean;
  readonly isLast: boolean;

  constructor(
    readonly data: ResultSet<C>,
    readonly pageRange: PageRange,
    readonly pagedData: PagedData<C>,
  ) {
    this.isFirst = pageRange.index === 0;
    this.isLast = pageRange.index === pagedData.pageRanges.length - 1;
  }

  toString(): string {
    return 'query.Page';
  }

  toJSON(): object {
    return { data: this.data, pageRange: this.pageRange, isFirst: this.isFirst, isLast: this.isLast };
  }
}

/** The pages of a query; each is read from the account when it is fetched (section_163482652383). */
export class PagedData<C extends ResultColumn = Column> {
  readonly pageRanges: PageRange[];
  readonly #definition: object;
  readonly #columnsOf: (answer: QueryAnswer) => readonly C[];

  /**
   * @param definition what was run: a statement with its parameters, or a query of the builder
   * @param columnsOf the columns of an answer: the statement's, or those of a query of the builder
   */
  constructor(
    definition: object,
    readonly count: number,
    readonly pageSize: number,
    columnsOf: (answer: QueryAnswer) => readonly C[],
  ) {
    this.#definition = definition;
    this.#columnsOf = columnsOf;
    this.pageRanges = Array.from({ length: Math.ceil(count / pageSize) }, (_, index) => ({
      index,
      size: Math.min(pageSize, count - index * pageSize),
    }));
  }

  readonly fetch = withPromise((options: { index: number } | number): Page<C> => {
    const index = Number(typeof options === 'object' && options !== null ? options.index : options);
    if (Number.isNaN(index)) throw scriptError('INVALID_PAGE_INDEX', 'Invalid page index.');
    const range = this.pageRanges[index];
    if (!range) throw scriptError('INVALID_PAGE_RANGE', 'Invalid page range.');
    const { pageSize } = this;
    const answer = call<QueryAnswer>('query.fetchPage', { ...this.#definition, pageSize, index });
    return new Page(new ResultSet(answer, this.#columnsOf(answer)), range, this);
  });

  iterator(): { each(callback: (item: { value: Page<C> }) => boolean): void } {
    return iteratorOver(this.pages());
  }

  toString(): string {
    return 'query.PagedData';
  }

  toJSON(): object {
    return { count: this.count, pageSize: this.pageSize, pageRanges: this.pageRanges };
  }

  private *pages(): Iterable<Page<C>> {
    for (const { index } of this.pageRanges) yield this.fetch({ index });
  }
}
