import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import { INPUT_SOURCE } from '../inputSource';
import type { Lacks, Module } from '../moduleTypes';
import { withPromise } from '../promises';
import { createPeriod } from '../query/builder/period';
import { create } from '../query/builder/query';
import { createRelativeDate } from '../query/builder/relativeDate';
import { relativeDateRanges } from '../query/builder/relativeDateRange';
import * as enumerations from '../query/enumerations';
import { PagedData, pageSizeOf, providerOf, type SuiteQLDefinition } from '../query/pages';
import { type QueryAnswer, ResultSet, statementColumns } from '../query/results';
import { defineModule } from '../unsupported';

type Given =
  | string
  | { query?: unknown; params?: unknown; customScriptId?: unknown; pageSize?: unknown; metaDataProvider?: unknown };

/** The statement and its parameters, checked as section_157960542026 says. */
function definition(method: string, given: Given | undefined): SuiteQLDefinition {
  if (given === undefined || given === null) throw missingArgument(method, 'options');
  const options = typeof given === 'string' ? { query: given } : given;
  const { query, params, metaDataProvider } = { params: undefined, metaDataProvider: undefined, ...options };
  if (query === undefined || query === null || query === '') throw missingArgument(method, 'query');
  if (typeof query !== 'string') throw wrongType('query', 'string');
  const provider = providerOf(metaDataProvider);
  if (params === undefined || params === null) return { query, params: [], ...provider };
  if (!Array.isArray(params)) throw wrongType('params', 'array');
  for (const value of params) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) {
      throw scriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: params');
    }
  }
  return { query, params: params as (string | number | boolean)[], ...provider };
}

function wrongType(parameter: string, type: string) {
  return scriptError('WRONG_PARAMETER_TYPE', `Wrong parameter type: options.${parameter} is expected as ${type}.`);
}

/** A result set that getInputData may also return, to be read by the account. */
class SuiteQLResultSet extends ResultSet {
  readonly #definition: SuiteQLDefinition;

  constructor(answer: QueryAnswer, given: SuiteQLDefinition) {
    super(answer, statementColumns(answer));
    this.#definition = given;
  }

  [INPUT_SOURCE]() {
    return { type: 'suiteql' as const, definition: { ...this.#definition } };
  }
}

const runSuiteQL = withPromise((options: Given): SuiteQLResultSet => {
  const given = definition('query.runSuiteQL', options);
  return new SuiteQLResultSet(call<QueryAnswer>('query.runSuiteQL', given), given);
});

const runSuiteQLPaged = withPromise((options: Given): PagedData => {
  const given = definition('query.runSuiteQLPaged', options);
  const pageSize = pageSizeOf(typeof options === 'string' ? undefined : options.pageSize);
  const { count } = call<{ count: number }>('query.runSuiteQLPaged', given);
  return new PagedData(given, count, pageSize, statementColumns);
});

const methods = { runSuiteQL, runSuiteQLPaged } satisfies Partial<Module<typeof import('N/query')>>;
const implemented = {
  ...enumerations,
  ...methods,
  create,
  createPeriod,
  createRelativeDate,
  get RelativeDateRange() {
    return relativeDateRanges();
  },
};

/** Queries that were saved in SuiteAnalytics Workbook, and the sorting rules of languages. */
const LACKING = ['load', 'delete', 'listTables', 'SortLocale'] as const;

export const lacks: Lacks<
  typeof import('N/query'),
  typeof implemented,
  Extract<(typeof LACKING)[number], keyof typeof import('N/query')>
> = true;

/** N/query: SuiteQL and the builder of queries, run at once or page by page (section_1510275060). */
export const query = defineModule('N/query', implemented, LACKING);
