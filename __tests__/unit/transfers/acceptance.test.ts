import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CustomerDocument, InvoiceDocument } from '../../../src/documents/document';
import { referenceKey, referenceTo } from '../../../src/documents/keys';
import type { Platform } from '../../../src/platforms/platform';
import { decide } from '../../../src/transfers/acceptance/decide';
import { parseRequest, readDocument } from '../../../src/transfers/acceptance/parseRequest';
import { prepare } from '../../../src/transfers/acceptance/prepare';
import { PART_KIND, readPayload } from '../../../src/transfers/payload';
import { rowKey } from '../../../src/transfers/policy/keys';
import { MOST_DOCUMENTS, MOST_PREVIEWS } from '../../../src/transfers/request';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const decodeSettings = { connection: 'nue', timeZone: 'UTC' };
const receipt = { connection: 'nue', received: '2026-03-31T12:00:00.000Z', by: 'RESTlet, user 5' };

/** A platform of customers and of invoices that bring their customer along. */
const platform: Platform = {
  id: 'test',
  name: 'Test',
  kinds: ['customer', 'invoice'],
  decode: (kind, data) => {
    const raw = data as { id: string; version?: string; customer?: unknown };
    if (kind === 'customer') return { ok: true, value: { document: customer(raw), embedded: [] } };
    if (kind === 'invoice') {
      const own = customer(raw.customer as { id: string });
      return { ok: true, value: { document: invoice(raw, own.id), embedded: [own] } };
    }
    return { ok: false, error: { code: 'UNKNOWN_KIND', message: 'No.', path: 'kind' } };
  },
};

function customer(raw: { id: string; version?: string }): CustomerDocument {
  const empty = { firstName: null, lastName: null, email: null, phone: null, currency: null, subsidiary: null };
  return {
    kind: 'customer',
    connection: 'nue',
    id: raw.id,
    number: raw.id,
    version: raw.version ?? '',
    raw,
    isPerson: false,
    name: `Name of ${raw.id}`,
    ...empty,
    paymentTerm: null,
    parent: null,
    comments: null,
    addresses: [],
  };
}

function invoice(raw: { id: string; version?: string }, customerId: string): InvoiceDocument {
  return {
    kind: 'invoice',
    connection: 'nue',
    id: raw.id,
    number: `INV-${raw.id}`,
    version: raw.version ?? '',
    raw,
    customer: { kind: 'customer', id: customerId },
    currency: 'USD' as InvoiceDocument['currency'],
    date: '2026-03-31' as InvoiceDocument['date'],
    dueDate: null,
    memo: null,
    purchaseOrder: null,
    classification: { class: null, department: null, location: null },
    lines: [],
    taxLines: [],
    total: '10' as InvoiceDocument['total'],
    taxTotal: '0' as InvoiceDocument['taxTotal'],
  };
}

function prepared(kind: string, data: Record<string, unknown>) {
  const result = prepare(readDocument({ kind, data }, 3), 3, platform, decodeSettings, sha256);
  if (!result.ok) throw new Error(result.error.message);
  return result;
}

describe('a request', () => {
  test.each([
    ['text', 'no JSON'],
    ['a list', []],
    ['nothing', undefined],
    ['no connection', { documents: [{}] }],
    ['no documents', { connection: 'nue', documents: [] }],
    ['an unknown mode', { connection: 'nue', mode: 'delete', documents: [{}] }],
    ['too many documents', { connection: 'nue', documents: new Array(MOST_DOCUMENTS + 1).fill({}) }],
    ['too many previews', { connection: 'nue', mode: 'preview', documents: new Array(MOST_PREVIEWS + 1).fill({}) }],
  ])('that is %s is refused as a whole', (_, body) => {
    expect(parseRequest(body)).toMatchObject({ ok: false, error: { code: 'INVALID_REQUEST' } });
  });

  test('of good form is taken whatever its documents are', () => {
    const documents = [null, 5, { kind: 'invoice' }];
    expect(parseRequest({ connection: 'nue', documents })).toEqual({
      ok: true,
      value: { connection: 'nue', mode: 'transfer', documents },
    });
  });

  test('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        parseRequest(body);
        readDocument(body, 0);
      }),
    );
  });

  test('names the path of what is missing in a document', () => {
    expect(readDocument({ data: {} }, 4)).toMatchObject({
      ok: false,
      error: { code: 'MISSING_FIELD', path: 'documents[4].kind' },
    });
    expect(readDocument({ kind: 'invoice', data: 'x' }, 0)).toMatchObject({
      ok: false,
      kind: 'invoice',
      error: { code: 'WRONG_TYPE', path: 'documents[0].data' },
    });
    expect(readDocument(null, 1)).toMatchObject({ ok: false, error: { code: 'WRONG_TYPE', path: 'documents[1]' } });
  });
});

describe('a document of a request', () => {
  test('is refused with the path from the request on', () => {
    const refused = prepare(
      readDocument({ kind: 'order', data: { id: 'O1' } }, 3),
      3,
      platform,
      decodeSettings,
      sha256,
    );
    expect(refused).toEqual({
      ok: false,
      index: 3,
      kind: 'order',
      id: 'O1',
      error: { code: 'UNKNOWN_KIND', message: 'No.', path: 'documents[3].kind' },
    });
  });

  test('whose id is too long to be stored is refused', () => {
    const data = { id: 'x'.repeat(256) };
    expect(prepare(readDocument({ kind: 'customer', data }, 0), 0, platform, decodeSettings, sha256)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_ID' },
    });
  });

  test('comes with its parts, which are read again without what surrounded them', () => {
    const { candidate, parts } = prepared('invoice', { id: 'I1', customer: { id: 'C1' } });
    expect(parts.map((part) => [part.document.kind, part.isPart, part.sourceKind])).toEqual([
      ['customer', true, PART_KIND],
    ]);
    for (const each of [candidate, ...parts]) {
      expect(readPayload(each.sourceKind, each.payload, platform, decodeSettings)).toEqual({
        ok: true,
        value: each.document,
      });
    }
  });

  test('becomes a row in its customer’s lane, with what the hub shows', () => {
    const { candidate, parts } = prepared('invoice', { id: 'I1', customer: { id: 'C1' } });
    const decision = decide(candidate, new Map(), receipt, sha256);
    const part = decide(parts[0] ?? candidate, new Map(), receipt, sha256);
    if (decision.outcome !== 'new' || part.outcome !== 'new') throw new Error('not new');
    expect(decision.transfer).toMatchObject({
      kind: 'invoice',
      number: 'INV-I1',
      customer: 'C1',
      customerName: 'Name of C1',
      amount: '10',
      currency: 'USD',
      date: '2026-03-31',
      history: '2026-03-31T12:00:00.000Z RESTlet, user 5: received',
    });
    expect(part.transfer.lane).toBe(decision.transfer.lane);
    expect(part.transfer.rank).toBeLessThan(decision.transfer.rank);
  });

  test('is not stored where it is known', () => {
    const { candidate } = prepared('customer', { id: 'C1' });
    const known = new Map([
      [
        referenceKey(referenceTo(candidate.document)),
        [{ transfer: 5, version: '', hash: candidate.hash, status: 'Transferred' as const }],
      ],
    ]);
    expect(decide(candidate, known, receipt, sha256)).toMatchObject({ outcome: 'unchanged', known: { transfer: 5 } });
  });
});

describe('the key of a row', () => {
  const identity = {
    direction: 'Inbound',
    connection: 'nue',
    kind: 'invoice',
    id: '1',
    version: 'v',
    hash: 'h',
    after: null,
  } as const;

  test('fits an external id, and holds no character that it may not', () => {
    expect(rowKey({ ...identity, id: 'a|b:c/é'.repeat(30) }, sha256)).toMatch(/^obc-in-[0-9a-f]{64}$/);
  });

  test('differs with each part of the identity, also where parts run together', () => {
    const others = [
      { ...identity, direction: 'Outbound' as const },
      { ...identity, connection: 'nue2' },
      { ...identity, kind: 'item' },
      { ...identity, id: '1v', version: '' },
      { ...identity, hash: 'i' },
      { ...identity, after: 7 },
    ];
    const keys = [identity, ...others].map((each) => rowKey(each, sha256));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
