import { describe, expect, test } from '@jest/globals';
import type { DocumentKind } from '../../../src/documents/document';
import { nueReads } from '../../../src/platforms/nue/read';
import type { PlatformReads, Reading } from '../../../src/platforms/reads';
import { zuoraReads } from '../../../src/platforms/zuora/read';
import { payload } from './payloads';
import { decoded } from './settings';

function answered(reads: PlatformReads, kind: DocumentKind, id: string, body: unknown, status = 200): Reading | null {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return reads.read(kind, id, { status, headers: {}, body: text });
}

describe('Zuora', () => {
  test('is asked for an account with both of its contacts, by its id', () => {
    const { method, path, body } = zuoraReads.request('customer', '8ad08f0e5b1c2d3e015b2d6f4a1b0001');
    const url = new URL(path, 'https://zuora');
    expect([method, url.pathname, body]).toEqual(['GET', '/object-query/accounts', null]);
    expect(url.searchParams.getAll('filter[]')).toEqual(['id.EQ:8ad08f0e5b1c2d3e015b2d6f4a1b0001']);
    expect(url.searchParams.getAll('expand[]')).toEqual(['billto', 'soldto']);
  });

  test('is asked for an item as a product rate plan charge', () => {
    const url = new URL(zuoraReads.request('item', 'a&b=c d').path, 'https://zuora');
    expect(url.pathname).toBe('/object-query/product-rate-plan-charges');
    expect(url.searchParams.getAll('filter[]')).toEqual(['id.EQ:a&b=c d']);
  });

  test.each(['customer', 'item'] as const)('answers with a %s as its decoder takes it', (kind) => {
    const given = payload('zuora', kind === 'customer' ? 'account' : 'charge') as { id: string };
    const reading = answered(zuoraReads, kind, given.id, { data: [given] });
    expect(reading).toEqual({ result: 'found', data: given });
    if (reading?.result === 'found') expect(decoded('zuora', kind, reading.data).document.id).toBe(given.id);
  });

  test.each([
    ['an empty list', { data: [] }],
    ['a list of others', { data: [{ id: 'other' }] }],
  ])('has none where it answers with %s', (_what, body) => {
    expect(answered(zuoraReads, 'customer', 'a1', body)).toEqual({ result: 'not found' });
  });

  test.each([
    [
      'success: false in HTTP 200',
      { success: false, reasons: [{ code: 50_000_070, message: 'Limit.' }], data: [] },
      200,
    ],
    ['HTTP 404', { data: [] }, 404],
    ['HTTP 429', {}, 429],
    ['no JSON', '<html>', 200],
    ['no list', { data: {} }, 200],
  ])('says nothing of the document by %s', (_what, body, status) => {
    expect(answered(zuoraReads, 'customer', 'a1', body, status)).toBeNull();
  });
});

describe('Nue', () => {
  test('is asked for a customer by REST', () => {
    expect(nueReads.request('customer', 'a/b')).toMatchObject({ method: 'GET', path: '/customers/a%2Fb', body: null });
  });

  test('is asked for a product by GraphQL, with the id as a variable', () => {
    const { method, body } = nueReads.request('item', '01t"}');
    expect(method).toBe('POST');
    expect(body).toMatchObject({ variables: { id: '01t"}' } });
    expect((body as { query: string }).query).not.toContain('01t');
  });

  test.each([
    ['one customer', (given: unknown) => ({ status: 'SUCCESS', data: given })],
    ['a list of one', (given: unknown) => ({ status: 'SUCCESS', data: [given] })],
  ])('answers with %s as the decoder takes it', (_what, envelope) => {
    const given = payload('nue', 'customer') as { id: string };
    const reading = answered(nueReads, 'customer', given.id, envelope(given));
    expect(reading).toEqual({ result: 'found', data: given });
    if (reading?.result === 'found') expect(decoded('nue', 'customer', reading.data).document.id).toBe(given.id);
  });

  test('answers with a product as the decoder takes it', () => {
    const given = payload('nue', 'product') as { id: string };
    const reading = answered(nueReads, 'item', given.id, { data: { Product: [given] } });
    expect(reading).toEqual({ result: 'found', data: given });
    if (reading?.result === 'found') expect(decoded('nue', 'item', reading.data).document.id).toBe(given.id);
  });

  test.each([
    ['HTTP 404', 'customer', { status: 'ERROR' }, 404],
    ['no data', 'customer', { status: 'SUCCESS', data: null }, 200],
    ['an empty list', 'item', { data: { Product: [] } }, 200],
  ] as const)('has none where it answers with %s', (_what, kind, body, status) => {
    expect(answered(nueReads, kind, 'x', body, status)).toEqual({ result: 'not found' });
  });

  test('refuses by errors of GraphQL in HTTP 200, in its own words', () => {
    expect(
      answered(nueReads, 'item', 'x', { errors: [{ message: 'field "sku" not found' }], data: null }),
    ).toMatchObject({
      result: 'refused',
      code: 'NUE_GRAPHQL',
      message: 'field "sku" not found',
    });
  });

  test.each([
    ['HTTP 404 to a query', 'item', {}, 404],
    ['an envelope of an error', 'customer', { status: 'ERROR', data: null }, 200],
    ['HTTP 500', 'customer', {}, 500],
    ['no JSON', 'item', 'oops', 200],
  ] as const)('says nothing of the document by %s', (_what, kind, body, status) => {
    expect(answered(nueReads, kind, 'x', body, status)).toBeNull();
  });
});
