import { type CallTable, defineCall } from '../kernel/call';
import { runSuiteQL } from '../query/run';

/** N/query returns no more than this; for more there are pages (section_157960542026). */
const MOST_ROWS = 5_000;

interface SuiteQLArgs {
  readonly query: string;
  readonly params: readonly unknown[];
}

interface PageArgs extends SuiteQLArgs {
  readonly pageSize: number;
  readonly index: number;
}

/** N/query in the account. A page costs as much as a query by Oracle's own stubs (`PagedData.fetch`: 10 units). */
export const queryCalls: CallTable = {
  'query.runSuiteQL': defineCall<SuiteQLArgs, unknown>({
    units: 10,
    serve: ({ query, params }, account, caller) => {
      const { columns, rows } = runSuiteQL(account, caller, query, params, { limit: MOST_ROWS, count: false });
      return { columns, rows };
    },
  }),
  'query.runSuiteQLPaged': defineCall<SuiteQLArgs, unknown>({
    units: 10,
    serve: ({ query, params }, account, caller) => ({
      count: runSuiteQL(account, caller, query, params, { limit: 0 }).totalResults,
    }),
  }),
  'query.fetchPage': defineCall<PageArgs, unknown>({
    units: 10,
    serve: ({ query, params, pageSize, index }, account, caller) => {
      const range = { limit: pageSize, offset: pageSize * index, count: false };
      const { columns, rows } = runSuiteQL(account, caller, query, params, range);
      return { columns, rows };
    },
  }),
};
