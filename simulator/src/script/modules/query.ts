import { missingArgument, scriptError } from '../errors';
import { call } from '../host';
import { INPUT_SOURCE } from '../inputSource';
import type { Lacks, Module } from '../moduleTypes';
import { withPromise } from '../promises';
import * as enumerations from '../query/enumerations';
import { PagedData, type SuiteQLDefinition } from '../query/pages';
import { type QueryAnswer, ResultSet } from '../query/results';
import { defineModule } from '../unsupported';

type Given =
  | string
  | { query?: unknown; params?: unknown; customScriptId?: unknown; pageSize?: unknown; metaDataProvider?: unknown };

const DEFAULT_PAGE = 50;

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

/** What the query does where the role lacks a permission: it fails, unless STATIC is given. */
function providerOf(given: unknown): Pick<SuiteQLDefinition, 'metaDataProvider'> {
  if (given === undefined || given === null) return {};
  if (given === 'SUITE_QL' || given === 'STATIC') return { metaDataProvider: given };
  throw scriptError('SSS_INVALID_TYPE_ARG', 'You have entered an invalid type argument: metaDataProvider');
}

function wrongType(parameter: string, type: string) {
  return scriptError('WRONG_PARAMETER_TYPE', `Wrong parameter type: options.${parameter} is expected as ${type}.`);
}

/** Between 5 and 1,000 rows, 50 when not given (section_157960586441). */
function pageSizeOf(given: Given): number {
  const size = typeof given === 'string' ? undefined : given.pageSize;
  if (size === undefined || size === null) return DEFAULT_PAGE;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 5 || size > 1000) {
    throw scriptError('INVALID_PAGE_SIZE', 'The page size must be between 5 and 1000.');
  }
  return size;
}

/** A result set that getInputData may also return, to be read by the account. */
class SuiteQLResultSet extends ResultSet {
  readonly #definition: SuiteQLDefinition;

  constructor(answer: QueryAnswer, given: SuiteQLDefinition) {
    super(answer);
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
  const pageSize = pageSizeOf(options);
  const { count } = call<{ count: number }>('query.runSuiteQLPaged', given);
  return new PagedData(given, count, pageSize);
});

const methods = { runSuiteQL, runSuiteQLPaged } satisfies Partial<Module<typeof import('N/query')>>;
const implemented = { ...enumerations, ...methods };

/** The builder of queries, and saved ones. */
const LACKING = [
  'create',
  'load',
  'delete',
  'listTables',
  'createPeriod',
  'createRelativeDate',
  'SortLocale',
  'RelativeDateRange',
] as const;

export const lacks: Lacks<
  typeof import('N/query'),
  typeof implemented,
  Extract<(typeof LACKING)[number], keyof typeof import('N/query')>
> = true;

/** N/query: SuiteQL, run at once or page by page (section_1510275060). */
export const query = defineModule('N/query', implemented, LACKING);
