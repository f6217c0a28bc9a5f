import { type CallTable, defineCall } from '../kernel/call';
import { runSuiteQL } from '../query/run';
import type { MetaDataProvider } from '../query/statement';

/** N/query returns no more than this; for more there are pages (section_157960542026). */
const MOST_ROWS = 5_000;

interface SuiteQLArgs {
  readonly query: string;
  readonly params: readonly unknown[];
  readonly metaDataProvider?: MetaDataProvider;
}

interface PageArgs extends SuiteQLArgs {
  readonly pageSize: number;
  readonly index: number;
}

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
  'query.fetchPage': defineCall<PageArgs, unknown>({
    units: 10,
    serve: ({ query, params, pageSize, index, ...given }, account, caller) => {
      const range = { ...given, limit: pageSize, offset: pageSize * index, count: false };
      const { columns, rows } = runSuiteQL(account, caller, query, params, range);
      return { columns, rows };
    },
  }),
};
