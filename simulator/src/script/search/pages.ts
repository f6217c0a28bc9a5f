import type { SearchDefinition, SearchRow } from '../../search/definition';
import { scriptError } from '../errors';
import { call } from '../host';
import { withPromise } from '../promises';
import type { Column } from './column';
import { Result } from './result';

/** No search has more pages than this (section_4486596158). */
const MOST_PAGES = 1_000;

export interface PageRange {
  readonly index: number;
  readonly compoundLabel: string;
}

/** search.PagedData: the pages of a search; each is read from the account when it is fetched. */
export class PagedData {
  readonly pageRanges: PageRange[];

  constructor(
    readonly searchDefinition: object,
    private readonly definition: SearchDefinition,
    private readonly columns: readonly Column[],
    readonly count: number,
    readonly pageSize: number,
  ) {
    const pages = Math.min(MOST_PAGES, Math.ceil(count / pageSize));
    this.pageRanges = Array.from({ length: pages }, (_, index) => ({
      index,
      compoundLabel: `${index * pageSize + 1} to ${Math.min(count, (index + 1) * pageSize)}`,
    }));
  }

  readonly fetch = withPromise((options: { index: number } | number): Page => {
    const index = Number(typeof options === 'object' && options !== null ? options.index : options);
    const range = this.pageRanges[index];
    if (!range) throw scriptError('INVALID_PAGE_RANGE', 'Invalid page range.');
    const start = index * this.pageSize;
    const { definition } = this;
    const rows = call<readonly SearchRow[]>('search.fetchPage', { definition, start, end: start + this.pageSize });
    const data = rows.map((row) => new Result(row, this.columns));
    return new Page(data, range, this);
  });

  toString(): string {
    return 'search.PagedData';
  }

  toJSON(): object {
    return { count: this.count, pageRanges: this.pageRanges, pageSize: this.pageSize };
  }
}

export class Page {
  readonly isFirst: boolean;
  readonly isLast: boolean;

  constructor(
    readonly data: Result[],
    readonly pageRange: PageRange,
    readonly pagedData: PagedData,
  ) {
    this.isFirst = pageRange.index === 0;
    this.isLast = pageRange.index === pagedData.pageRanges.length - 1;
  }

  readonly next = withPromise((): Page => this.pagedData.fetch({ index: this.pageRange.index + 1 }));

  readonly prev = withPromise((): Page => this.pagedData.fetch({ index: this.pageRange.index - 1 }));

  toString(): string {
    return 'search.Page';
  }

  toJSON(): object {
    return { data: this.data, isFirst: this.isFirst, isLast: this.isLast, pageRange: this.pageRange };
  }
}
