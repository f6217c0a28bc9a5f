import { describe, expect, test } from '@jest/globals';
import type { BillingDocument } from '../../../../src/documents/document';
import { baselineText, planFingerprint, readBaseline } from '../../../../src/posting/versions/baseline';
import { possibleIds, type StandingRecord, standingOf } from '../../../../src/posting/versions/standing';
import { invoicePlan, standingInvoice, standingReversal } from './records';

const document = { connection: 'nue', kind: 'invoice', id: 'i1' } as BillingDocument;
const id = (part = ''): string => `obc-nue-invoice-i1${part}`;
const found = (...records: readonly StandingRecord[]) => new Map(records.map((each) => [each.externalId, each]));

describe('how a document stands', () => {
  test('is told by the records that carry its external ids', () => {
    expect(possibleIds(document, 2)).toEqual(
      ['', '-reversal', '-repost', '-reversal2', '-repost2', '-reversal3'].map((part) => id(part)),
    );
  });

  test('after the first posting, after its reversal, after a repost', () => {
    const first = standingInvoice();
    const reversal = standingReversal();
    const again = standingInvoice({ recordId: '14', externalId: id('-repost') });
    expect(standingOf(document, first, found(first), 5)).toEqual({ current: first, count: 0, reversal: null });
    expect(standingOf(document, first, found(first, reversal), 5)).toEqual({ current: first, count: 0, reversal });
    expect(standingOf(document, first, found(first, reversal, again), 5)).toEqual({
      current: again,
      count: 1,
      reversal: null,
    });
  });

  test('of a record that was there before is told by the transfer, until it is posted again', () => {
    const linked = standingInvoice({ externalId: 'erp-9' });
    expect(standingOf(document, linked, new Map(), 5).current).toBe(linked);
    const again = standingInvoice({ recordId: '14', externalId: id('-repost') });
    expect(standingOf(document, linked, found(standingReversal(), again), 5).current).toBe(again);
  });

  test('of one that was deleted is nothing', () => {
    expect(standingOf(document, null, new Map(), 5)).toEqual({ current: null, count: 0, reversal: null });
  });
});

describe('a baseline', () => {
  test('is kept as text and read again; what is none is none', () => {
    const kept = { fingerprint: 'a'.repeat(64), modified: '2026-08-03 10:00:00' };
    expect(readBaseline(baselineText(kept))).toEqual(kept);
    for (const text of ['', 'abc', 'customer 5']) expect(readBaseline(text)).toBeNull();
  });

  test('is the same for plans that differ in their posting period alone', () => {
    const of = (plan: ReturnType<typeof invoicePlan>) => planFingerprint(plan, (text) => text);
    const { fields } = invoicePlan();
    expect(of(invoicePlan({ fields: { ...fields, postingperiod: { id: '1' } } }))).toBe(of(invoicePlan()));
    expect(of(invoicePlan({ action: 'create', recordId: null }))).toBe(of(invoicePlan()));
    expect(of(invoicePlan({ fields: { ...fields, memo: { text: 'Other' } } }))).not.toBe(of(invoicePlan()));
  });
});
