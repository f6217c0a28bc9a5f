import type { JoinData, QueryDefinition } from '../../../query/builder/definition';
import { scriptError } from '../../errors';
import { call } from '../../host';
import { INPUT_SOURCE } from '../../inputSource';
import { withPromise } from '../../promises';
import { Type } from '../enumerations';
import { PagedData, pageSizeOf, providerOf, type SuiteQLDefinition } from '../pages';
import { type QueryAnswer, ResultSet } from '../results';
import { Column, type ColumnOptions } from './column';
import { Component, type JoinOptions } from './component';
import { Condition, type ConditionOptions } from './condition';
import { optionsOf, textOption, wrongType } from './options';
import { Sort, type SortOptions } from './sort';
import { SuiteQL } from './suiteql';

interface RunOptions {
  readonly metaDataProvider?: unknown;
  readonly pageSize?: unknown;
}

interface CreateOptions {
  readonly type?: unknown;
  readonly columns?: unknown;
  readonly condition?: unknown;
  readonly sort?: unknown;
}

/** A query definition (section_1510275177). Queries that are made by a script have no id and no name. */
export class Query {
  readonly id = null;
  readonly name = null;
  readonly root: Component;
  readonly #joins: JoinData[] = [];
  #columns: Column[] = [];
  #condition: Condition | null = null;
  #sort: Sort[] = [];

  constructor(readonly type: string) {
    this.root = new Component(type, 0, null, this.#joins);
  }

  get child(): Record<string, Component> {
    return this.root.child;
  }

  get columns(): Column[] {
    return this.#columns;
  }

  set columns(columns: Column[]) {
    this.#columns = listOf(columns, Column, 'query.Column');
  }

  get condition(): Condition | null {
    return this.#condition;
  }

  set condition(condition: Condition | null) {
    if (condition !== null && !(condition instanceof Condition)) throw wrongType('condition', 'query.Condition');
    this.#condition = condition;
  }

  get sort(): Sort[] {
    return this.#sort;
  }

  set sort(sort: Sort[]) {
    this.#sort = listOf(sort, Sort, 'query.Sort');
  }

  autoJoin = (options: JoinOptions): Component => this.root.autoJoin(options);
  join = (options: JoinOptions): Component => this.root.join(options);
  joinTo = (options: JoinOptions): Component => this.root.joinTo(options);
  joinFrom = (options: JoinOptions): Component => this.root.joinFrom(options);
  createColumn = (options: ColumnOptions): Column => this.root.createColumn(options);
  createCondition = (options: ConditionOptions): Condition => this.root.createCondition(options);
  createSort = (options: SortOptions): Sort => this.root.createSort(options);

  and = (...conditions: unknown[]): Condition => Condition.of('AND', conditions);
  or = (...conditions: unknown[]): Condition => Condition.of('OR', conditions);
  not = (condition: unknown): Condition => Condition.of('NOT', [condition]);

  readonly run = withPromise((options?: RunOptions): ResultSet<Column> => {
    return new ResultSet(call<QueryAnswer>('query.run', this.#request(options)), this.#columns);
  });

  readonly runPaged = withPromise((options?: RunOptions): PagedData<Column> => {
    const pageSize = pageSizeOf(options?.pageSize);
    const request = this.#request(options);
    const { count } = call<{ count: number }>('query.runPaged', request);
    const columns = [...this.#columns];
    return new PagedData(request, count, pageSize, () => columns);
  });

  toSuiteQL = (): SuiteQL => {
    return new SuiteQL(call<SuiteQLDefinition>('query.toSuiteQL', this.#request()), this.type, [...this.#columns]);
  };

  toString(): string {
    return 'query.Query';
  }

  toJSON(): object {
    return { id: this.id, name: this.name, type: this.type, columns: this.#columns, sort: this.#sort };
  }

  [INPUT_SOURCE]() {
    return this.toSuiteQL()[INPUT_SOURCE]();
  }

  #request(options?: RunOptions): {
    readonly definition: QueryDefinition;
    readonly metaDataProvider?: 'SUITE_QL' | 'STATIC';
  } {
    const definition = {
      type: this.type,
      joins: [...this.#joins],
      columns: this.#columns.map(Column.data),
      condition: this.#condition === null ? null : Condition.data(this.#condition),
      sort: this.#sort.map(Sort.data),
    };
    return { definition, ...providerOf(options?.metaDataProvider) };
  }
}

/**
 * `query.create` (section_1510275581). Standard types must be in query.Type; custom record types are only looked for
 * when the query is run.
 *
 * @throws INVALID_RCRD_TYPE
 */
export function create(given: CreateOptions): Query {
  const options = optionsOf('query.create', given);
  const type = textOption('query.create', options, 'type');
  if (!Object.values(Type).includes(type) && !/^custom(record|list|transaction)_?/i.test(type)) {
    throw scriptError('INVALID_RCRD_TYPE', `The record type [${type}] is invalid.`);
  }
  const query = new Query(type);
  const { columns, condition, sort } = options;
  if (Array.isArray(columns)) query.columns = columns.map((column: ColumnOptions) => query.createColumn(column));
  if (condition !== undefined && condition !== null) {
    query.condition = query.createCondition(condition as ConditionOptions);
  }
  if (Array.isArray(sort)) query.sort = sort.map((each: SortOptions & ColumnOptions) => sortOf(query, each));
  return query;
}

/** Each object gives both the column and the direction: both methods are called on it (section_1510275581). */
function sortOf(query: Query, given: SortOptions & ColumnOptions): Sort {
  const column = given.column ?? query.createColumn(given);
  return query.createSort({ ...given, column });
}

function listOf<T>(given: unknown, kind: new (...args: never[]) => T, name: string): T[] {
  if (!Array.isArray(given) || !given.every((one) => one instanceof kind)) throw wrongType(name, `${name}[]`);
  return given as T[];
}
