import { type CallTable, defineCall } from '../kernel/call';
import type { SearchDefinition } from '../search/definition';
import { lookupFields } from '../search/lookup';
import { countSearch, runSearch } from '../search/run';
import { deleteSearch, savedSearch, saveSearch } from '../search/saved';

/** `ResultSet.each` goes over no more rows than this (section_N3352288). */
const MOST_EACH = 4_000;

interface RangeArgs {
  readonly definition: SearchDefinition;
  readonly start: number;
  readonly end: number;
}

interface SaveArgs {
  readonly internalId: number | null;
  readonly scriptId: string | null;
  readonly title: string;
  readonly isPublic: boolean;
  readonly definition: SearchDefinition;
}

/** N/search in the account, at Oracle's units (section_157072844224). */
export const searchCalls: CallTable = {
  'search.getRange': defineCall<RangeArgs, unknown>({
    units: 10,
    serve: ({ definition, start, end }, account, caller) => runSearch(account, caller, definition, { start, end }),
  }),
  /** One row more than `each` may give tells the script that there are too many. */
  'search.each': defineCall<{ definition: SearchDefinition }, unknown>({
    units: 10,
    serve: ({ definition }, account, caller) =>
      runSearch(account, caller, definition, { start: 0, end: MOST_EACH + 1 }),
  }),
  'search.runPaged': defineCall<{ definition: SearchDefinition }, unknown>({
    units: 5,
    serve: ({ definition }, account, caller) => ({ count: countSearch(account, caller, definition) }),
  }),
  'search.fetchPage': defineCall<RangeArgs, unknown>({
    units: 5,
    serve: ({ definition, start, end }, account, caller) => runSearch(account, caller, definition, { start, end }),
  }),
  'search.lookupFields': defineCall<{ type: string; id: string; columns: readonly string[] }, unknown>({
    units: 1,
    serve: ({ type, id, columns }, account, caller) => lookupFields(account, caller, type, id, columns),
  }),
  'search.load': defineCall<{ id: string }, unknown>({
    units: 5,
    serve: ({ id }, account) => savedSearch(account, id),
  }),
  'search.save': defineCall<SaveArgs, unknown>({
    units: 5,
    serve: (search, account) => saveSearch(account, search),
  }),
  'search.delete': defineCall<{ id: string }, unknown>({
    units: 5,
    serve: ({ id }, account) => deleteSearch(account, id),
  }),
};
