import { NetSuiteError } from '../../kernel/errors';
import type { Caller } from '../../kernel/execution';
import { type Operation, turn } from '../../kernel/operation';
import { type QueryResult, runSuiteQL } from '../../query/run';
import { type Incoming, originOf } from '../incoming';
import { json, type Outgoing } from '../outgoing';
import type { Served } from '../served';
import { requestBody } from './body';
import { range } from './paging';
import { RestProblem } from './problem';
import type { Link } from './readRecord';

export const SUITEQL_PATH = '/services/rest/query/v1/suiteql';

/**
 * `POST /services/rest/query/v1/suiteql` with `{"q": "...", "params": [...]}` (section_157909186990): needs the header
 * `Prefer: transient`; values come as text, empty ones are left out, each item has `links`.
 */
export async function serveSuiteQL(served: Served, caller: Caller, request: Incoming): Promise<Outgoing> {
  if (request.method !== 'POST') throw new RestProblem(405, 'INVALID_METHOD', 'Use POST for SuiteQL.');
  if (!/(^|[,;\s])transient($|[,;\s])/i.test(request.headers.prefer ?? '')) {
    const detail = 'Invalid value for the header Prefer. SuiteQL needs Prefer: transient.';
    throw new RestProblem(400, 'INVALID_HEADER', detail, { header: 'Prefer' });
  }
  const { q, params } = requestBody(request);
  if (typeof q !== 'string' || q.trim() === '') {
    throw new RestProblem(400, 'INVALID_CONTENT', 'The request body must have the property q.', { path: 'q' });
  }
  const { limit, offset } = range(request.query);
  const result = await served.perform(query(served, caller, q, Array.isArray(params) ? params : [], { limit, offset }));
  const address = (at: number): string => `${originOf(request)}${SUITEQL_PATH}?limit=${limit}&offset=${at}`;
  const link = (rel: string, at: number): Link => ({ rel, href: address(at) });
  const last = Math.max(0, Math.floor((result.totalResults - 1) / limit) * limit);
  const links = [
    ...(offset > 0 ? [link('previous', offset - limit), link('first', 0)] : []),
    ...(result.hasMore ? [link('next', offset + limit), link('last', last)] : []),
    { rel: 'self', href: request.query.size > 0 ? address(offset) : `${originOf(request)}${SUITEQL_PATH}` },
  ];
  return json(200, {
    links,
    count: result.rows.length,
    hasMore: result.hasMore,
    items: items(result),
    offset,
    totalResults: result.totalResults,
  });
}

/** The query runs when the scheduler says so, as everything that comes from outside. */
function* query(
  { account }: Served,
  caller: Caller,
  sql: string,
  params: readonly unknown[],
  range: { readonly limit: number; readonly offset: number },
): Operation<QueryResult> {
  yield* turn();
  try {
    return runSuiteQL(account, caller, sql, params, range);
  } catch (error) {
    if (!(error instanceof NetSuiteError) || error.name === 'SIMULATOR_NOT_SUPPORTED') throw error;
    throw new RestProblem(
      400,
      'INVALID_PARAMETER',
      `Invalid search query. Detailed unprocessed description follows. ${error.message}`,
      { parameter: 'q' },
    );
  }
}

function items({ columns, rows }: QueryResult): Record<string, unknown>[] {
  return rows.map((row) => {
    const item: Record<string, unknown> = { links: [] };
    columns.forEach(({ name }, place) => {
      const value = row[place];
      if (value !== null && value !== undefined) item[name] = String(value);
    });
    return item;
  });
}
