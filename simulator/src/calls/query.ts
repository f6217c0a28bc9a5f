import { type CallTable, defineCall } from '../kernel/call';
import type { QueryDefinition } from '../query/builder/definition';
import { runQuery, suiteQLOf } from '../query/builder/run';
import { runSuiteQL } from '../query/run';
import type { MetaDataProvider } from '../query/statement';

/** N/query returns no more than this; for more there are pages (section_157960542026, section_1510780212). */
const MOST_ROWS = 5_000;

interface Provided {
  readonly metaDataProvider?: MetaDataProvider;
}

interface SuiteQLArgs extends Provided {
  readonly query: string;
  readonly params: readonly unknown[];
}

/** A query of the builder. */
interface BuiltArgs extends Provided {
  readonly definition: QueryDefinition;
}

type PageArgs = (SuiteQLArgs | BuiltArgs) & { readonly pageSize: number; readonly index: number };

/** N/query in the account. A page costs as much as a query by Oracle's own stubs (`PagedData.fetch`: 10 units). */
export const queryCalls: CallTable = {
  'query.runSuiteQL': defineCall<SuiteQLArgs, unknown>({
    units: 10,
    serve: ({ query, params, ...given }, account, caller) => {
      const range = { ...given, limit: MOST_ROWS, count: false };
      const { columns, rows } = runSuiteQL(account, caller, query, params, range);
      return { columns, rows };
    },
  }),
  'query.runSuiteQLPaged': defineCall<SuiteQLArgs, unknown>({
    units: 10,
    serve: ({ query, params, ...given }, account, caller) => ({
      count: runSuiteQL(account, caller, query, params, { ...given, limit: 0 }).totalResults,
    }),
  }),
  'query.run': defineCall<BuiltArgs, unknown>({
    units: 10,
    serve: ({ definition, ...given }, account, caller) => {
      const { columns, rows } = runQuery(account, caller, definition, { ...given, limit: MOST_ROWS, count: false });
      return { columns, rows };
    },
  }),
  'query.runPaged': defineCall<BuiltArgs, unknown>({
    units: 10,
    serve: ({ definition, ...given }, account, caller) => ({
      count: runQuery(account, caller, definition, { ...given, limit: 0 }).totalResults,
    }),
  }),
  'query.toSuiteQL': defineCall<BuiltArgs, unknown>({
    units: 0,
    serve: ({ definition, metaDataProvider }, account, caller) => {
      const { query, params } = suiteQLOf(account, caller, definition, metaDataProvider);
      return { query, params };
    },
  }),
  'query.fetchPage': defineCall<PageArgs, unknown>({
    units: 10,
    serve: ({ pageSize, index, ...given }, account, caller) => {
      const { metaDataProvider } = given;
      const range = {
        ...(metaDataProvider ? { metaDataProvider } : {}),
        limit: pageSize,
        offset: pageSize * index,
        count: false,
      };
      const { columns, rows } =
        'definition' in given
          ? runQuery(account, caller, given.definition, range)
          : runSuiteQL(account, caller, given.query, given.params, range);
      return { columns, rows };
    },
  }),
};
