import type { FilterTree, SearchDefinition } from '../../search/definition';
import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import { INPUT_SOURCE } from '../inputSource';
import { withPromise } from '../promises';
import { type Column, columnData, columnFrom } from './column';
import { filterTree } from './expression';
import { Filter } from './filter';
import { PagedData } from './pages';
import { ResultSet } from './resultSet';

export interface SearchParts {
  readonly type: string;
  readonly filters: unknown;
  readonly columns: unknown;
  readonly title?: string | null;
  readonly id?: string | null;
  readonly isPublic?: boolean;
  readonly searchId?: number | null;
  /** The filters of a saved search, which come as the account keeps them. */
  readonly tree?: FilterTree | null;
}

/** search.Search (section_4392315904). */
export class Search {
  readonly searchType: string;
  title: string | null;
  id: string | null;
  isPublic: boolean;
  #searchId: number | null;
  #tree: FilterTree | null;
  #given: unknown;
  #columns: Column[];

  constructor(parts: SearchParts) {
    this.searchType = parts.type;
    this.title = parts.title ?? null;
    this.id = parts.id ?? null;
    this.isPublic = parts.isPublic ?? false;
    this.#searchId = parts.searchId ?? null;
    this.#given = parts.filters ?? [];
    this.#tree = parts.tree ?? filterTree(parts.filters);
    this.#columns = columnsFrom(parts.columns);
  }

  get searchId(): number | null {
    return this.#searchId;
  }

  /** The filters as Filter objects; those of an expression with "or" or "not" have no such form and are left out. */
  get filters(): Filter[] {
    return termsOf(this.#tree);
  }

  set filters(given: unknown) {
    this.#given = given ?? [];
    this.#tree = filterTree(given);
  }

  get filterExpression(): unknown {
    return this.#given;
  }

  set filterExpression(given: unknown) {
    this.#given = given ?? [];
    this.#tree = filterTree(given);
  }

  get columns(): Column[] {
    return this.#columns;
  }

  set columns(given: unknown) {
    this.#columns = columnsFrom(given);
  }

  run(): ResultSet {
    return new ResultSet(this.definition(), this.#columns);
  }

  /** Pages of 5 to 1,000 rows, 50 when not given; any other size is SSS_INVALID_SRCH_SETTING_VALUE (section_4486596158). */
  readonly runPaged = withPromise((options?: { pageSize?: number }): PagedData => {
    const pageSize = options?.pageSize ?? 50;
    if (!Number.isInteger(pageSize) || pageSize < 5 || pageSize > 1000) {
      throw scriptError('SSS_INVALID_SRCH_SETTING_VALUE', 'The value of pageSize must be between 5 and 1000.');
    }
    const definition = this.definition();
    const { count } = call<{ count: number }>('search.runPaged', { definition });
    return new PagedData(this, definition, this.#columns, count, pageSize);
  });

  readonly save = withPromise((): number => {
    if (!this.title) throw missingArgument('Search.save', 'title');
    const { title, id: scriptId, isPublic } = this;
    const internalId = this.#searchId;
    this.#searchId = call<number>('search.save', {
      internalId,
      scriptId,
      title,
      isPublic,
      definition: this.definition(),
    });
    return this.#searchId;
  });

  [INPUT_SOURCE]() {
    return { type: 'search' as const, definition: this.definition() as never };
  }

  toString(): string {
    return 'search.Search';
  }

  toJSON(): object {
    const { searchType: type, id, title, isPublic, filters, columns } = this;
    return { type, id, title, isPublic, filters, columns };
  }

  private definition(): SearchDefinition {
    return { type: this.searchType, filter: this.#tree, columns: this.#columns.map(columnData) };
  }
}

function columnsFrom(given: unknown): Column[] {
  if (given === undefined || given === null) return [];
  return (Array.isArray(given) ? given : [given]).map(columnFrom);
}

function termsOf(tree: FilterTree | null): Filter[] {
  if (tree === null) return [];
  if (tree.kind === 'term') return [new Filter({ ...tree, values: [...tree.values] })];
  return tree.kind === 'and' ? tree.of.flatMap(termsOf) : [];
}
