import type { DocumentKind } from '../../documents/document';
import type { PlatformAnswer, PlatformRequest } from '../outbound';
import { jsonObject, objectIn, type PlatformReads, type Reading } from '../reads';

/**
 * Where Object Query has the objects, and what has to be expanded so that the decoder finds all that it reads
 * (https://developer.zuora.com/v1-api-reference/api/operation/queryAccounts and .../queryProductRatePlanCharges).
 */
const OBJECTS: ReadonlyMap<DocumentKind, { readonly path: string; readonly expand: readonly string[] }> = new Map([
  ['customer', { path: 'accounts', expand: ['billto', 'soldto'] }],
  ['item', { path: 'product-rate-plan-charges', expand: [] }],
]);

/**
 * How Zuora is asked for an account or a charge: as a list of those with the id, because an empty list says beyond doubt
 * that there is none. Custom fields are returned without being asked for.
 */
export const zuoraReads: PlatformReads = { kinds: [...OBJECTS.keys()], request, read };

function request(kind: DocumentKind, id: string): PlatformRequest {
  const { path, expand } = OBJECTS.get(kind) ?? { path: '', expand: [] };
  const parameters = [
    ['filter[]', `id.EQ:${id}`],
    ['pageSize', '2'],
    ...expand.map((name): [string, string] => ['expand[]', name]),
  ];
  const query = parameters.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  return { method: 'GET', path: `/object-query/${path}?${query}`, headers: {}, body: null, idempotencyHeader: null };
}

function read(_kind: DocumentKind, id: string, { status, body }: PlatformAnswer): Reading | null {
  if (status !== 200) return null;
  const answered = jsonObject(body);
  if (answered === null || answered.success === false || !Array.isArray(answered.data)) return null;
  const found = (answered.data as readonly unknown[]).find((each) => objectIn(each)?.id === id);
  return found === undefined ? { result: 'not found' } : { result: 'found', data: found };
}
