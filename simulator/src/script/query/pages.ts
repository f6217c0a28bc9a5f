import { scriptError } from '../errors';
import { call } from '../host';
import { withPromise } from '../promises';
import { iteratorOver, type QueryAnswer, ResultSet } from './results';

export interface SuiteQLDefinition {
  readonly query: string;
  readonly params: readonly (string | number | boolean)[];
  /** What happens without a permission: the query fails, or it gives no data for what lacks one. */
  readonly metaDataProvider?: 'SUITE_QL' | 'STATIC';
}

export interface PageRange {
  readonly index: number;
  readonly size: number;
}

/** One page of a query (section_1522774463). */
export class Page {
  readonly isFirst: boolean;
  readonly isLast: boolean;

  constructor(
    readonly data: ResultSet,
    readonly pageRange: PageRange,
    readonly pagedData: PagedData,
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
export class PagedData {
  readonly pageRanges: PageRange[];
  readonly #definition: SuiteQLDefinition;

  constructor(
    definition: SuiteQLDefinition,
    readonly count: number,
    readonly pageSize: number,
  ) {
    this.#definition = definition;
    this.pageRanges = Array.from({ length: Math.ceil(count / pageSize) }, (_, index) => ({
      index,
      size: Math.min(pageSize, count - index * pageSize),
    }));
  }

  readonly fetch = withPromise((options: { index: number } | number): Page => {
    const index = Number(typeof options === 'object' && options !== null ? options.index : options);
    if (Number.isNaN(index)) throw scriptError('INVALID_PAGE_INDEX', 'Invalid page index.');
    const range = this.pageRanges[index];
    if (!range) throw scriptError('INVALID_PAGE_RANGE', 'Invalid page range.');
    const { pageSize } = this;
    const answer = call<QueryAnswer>('query.fetchPage', { ...this.#definition, pageSize, index });
    return new Page(new ResultSet(answer), range, this);
  });

  iterator(): { each(callback: (item: { value: Page }) => boolean): void } {
    return iteratorOver(this.pages());
  }

  toString(): string {
    return 'query.PagedData';
  }

  toJSON(): object {
    return { count: this.count, pageSize: this.pageSize, pageRanges: this.pageRanges };
  }

  private *pages(): Iterable<Page> {
    for (const { index } of this.pageRanges) yield this.fetch({ index });
  }
}
