import type { Incoming } from '../incoming';
import { RestProblem } from './problem';

/** The JSON object in a request. @throws RestProblem 415, or 400 INVALID_CONTENT */
export function requestBody(request: Incoming): Record<string, unknown> {
  const type = request.contentType?.split(';')[0]?.trim().toLowerCase();
  if (request.body.length === 0) return {};
  if (type !== 'application/json' && !type?.endsWith('+json')) {
    throw new RestProblem(415, 'INVALID_HEADER', 'Invalid Content-Type. Use application/json.', {
      header: 'Content-Type',
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(request.body.toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new RestProblem(400, 'INVALID_CONTENT', `Invalid content in the request body: ${reason}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RestProblem(400, 'INVALID_CONTENT', 'Invalid content in the request body: it must be an object.');
  }
  return value as Record<string, unknown>;
}
