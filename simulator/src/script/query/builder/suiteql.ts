import { call } from '../../host';
import { INPUT_SOURCE } from '../../inputSource';
import { withPromise } from '../../promises';
import { PagedData, pageSizeOf, type SuiteQLDefinition } from '../pages';
import { type QueryAnswer, ResultSet, statementColumns } from '../results';
import type { Column } from './column';

/** A query of the builder as SuiteQL (section_157960384819). */
export class SuiteQL {
  readonly query: string;
  readonly params: readonly (string | number | boolean)[];

  constructor(
    { query, params }: SuiteQLDefinition,
    readonly type: string,
    readonly columns: readonly Column[],
  ) {
    this.query = query;
    this.params = params;
  }

  readonly run = withPromise((): ResultSet => {
    const answer = call<QueryAnswer>('query.runSuiteQL', this.#definition());
    return new ResultSet(answer, statementColumns(answer));
  });

  readonly runPaged = withPromise((options?: { readonly pageSize?: unknown }): PagedData => {
    const pageSize = pageSizeOf(options?.pageSize);
    const { count } = call<{ count: number }>('query.runSuiteQLPaged', this.#definition());
    return new PagedData(this.#definition(), count, pageSize, statementColumns);
  });

  toString(): string {
    return 'query.SuiteQL';
  }

  [INPUT_SOURCE]() {
    return { type: 'suiteql' as const, definition: { ...this.#definition() } };
  }

  #definition(): SuiteQLDefinition {
    return { query: this.query, params: this.params };
  }
}
