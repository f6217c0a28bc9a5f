import type { DocumentKind } from '../../documents/document';
import type { PlatformAnswer, PlatformRequest } from '../outbound';
import { jsonObject, objectIn, type PlatformReads, type Reading } from '../reads';
import { assumedCustomerPath, assumedProductQuery } from './assumptions';

/**
 * How Nue is asked for a customer, by REST, and for a product, by GraphQL, which Nue hands on to Salesforce where products
 * live. That there are these two ways is published (https://api-docs.nue.io); their exact form is assumed.
 */
export const nueReads: PlatformReads = { kinds: ['customer', 'item'], request, read };

function request(kind: DocumentKind, id: string): PlatformRequest {
  const base = { headers: {}, idempotencyHeader: null };
  if (kind === 'customer') return { ...base, method: 'GET', path: assumedCustomerPath(id), body: null };
  return { ...base, method: 'POST', path: assumedProductQuery.path, body: assumedProductQuery.body(id) };
}

function read(kind: DocumentKind, id: string, { status, body }: PlatformAnswer): Reading | null {
  if (kind === 'customer' && status === 404) return { result: 'not found' };
  const answered = status >= 200 && status < 300 ? jsonObject(body) : null;
  if (answered === null) return null;
  return kind === 'customer' ? customerIn(answered, id) : productIn(answered, id);
}

/** Nue's envelope: `status`, `data`, `warnings`; `data` is one customer or a list. */
function customerIn(answered: Readonly<Record<string, unknown>>, id: string): Reading | null {
  if (!('data' in answered)) return null;
  if (typeof answered.status === 'string' && answered.status.toUpperCase() !== 'SUCCESS') return null;
  return withId(answered.data, id);
}

function productIn(answered: Readonly<Record<string, unknown>>, id: string): Reading | null {
  if (Array.isArray(answered.errors) && answered.errors.length > 0) {
    const words = (answered.errors as readonly unknown[]).map((error) =>
      String(objectIn(error)?.message ?? 'No message.'),
    );
    return {
      result: 'refused',
      code: 'NUE_GRAPHQL',
      message: words.join(' '),
      remedy: 'Follow Nue’s message, or send the product by hand; it is asked for again by itself.',
    };
  }
  const data = objectIn(answered.data);
  return data === null || !(assumedProductQuery.member in data) ? null : withId(data[assumedProductQuery.member], id);
}

function withId(data: unknown, id: string): Reading {
  const given: readonly unknown[] = Array.isArray(data) ? data : [data];
  const found = given.find((each) => objectIn(each)?.id === id);
  return found === undefined ? { result: 'not found' } : { result: 'found', data: found };
}
