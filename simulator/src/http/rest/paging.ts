import { RestProblem } from './problem';

/** Most items of a page (section_157909186990). */
const LARGEST_PAGE = 1000;

/** `limit` and `offset` of an address: at most 1,000 items, the offset a multiple of the limit. @throws RestProblem */
export function range(query: URLSearchParams): { readonly limit: number; readonly offset: number } {
  const limit = whole(query, 'limit', LARGEST_PAGE);
  const offset = whole(query, 'offset', 0);
  if (limit < 1 || limit > LARGEST_PAGE) throw invalid('limit', `The limit must be from 1 to ${LARGEST_PAGE}.`);
  if (offset % limit !== 0) throw invalid('offset', 'The offset must be divisible by the limit.');
  return { limit, offset };
}

function whole(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d+$/.test(text)) throw invalid(name, `Invalid value for the query parameter ${name}: ${text}.`);
  return Number(text);
}

function invalid(parameter: string, detail: string): RestProblem {
  return new RestProblem(400, 'INVALID_PARAMETER', detail, { parameter });
}
