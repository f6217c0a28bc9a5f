import { describe, expect, test } from '@jest/globals';
import type { CreditMemoDocument } from '../../../src/documents/document';
import type { Decimal } from '../../../src/documents/values';
import { lookupsOf, postingKinds } from '../../../src/posting/kinds';
import type { PostingProblem, Receivable, RecordPlan } from '../../../src/posting/plan';
import { planFingerprint } from '../../../src/posting/versions/baseline';
import { payload } from '../platforms/payloads';
import { asCreditMemo, decoded } from '../platforms/settings';
import { type Company, directory, plainFields, posted, settings } from './company';

const memo = asCreditMemo(decoded('nue', 'creditMemo', payload('nue', 'creditMemo')).document);
const documents: Company['documents'] = {
  'customer:3f0c9a52-7d1e-4b7a-9a36-0d6f5a1c2b01': posted('customer', '510', '1'),
  'item:01t5g000003AbCdAAK': posted('noninventorysaleitem', '611'),
  'invoice:9b2d1f60-11aa-4c0e-8f21-5f7e1a000001': posted('invoice', '700'),
};
const use = settings({ platform: 'nue' }, { 'Tax Item': { 'CA San Francisco': '903' } });
const receivable: Receivable = {
  recordType: 'invoice',
  recordId: '700',
  number: 'INV-1',
  customer: '510',
  currency: '1',
  account: '119',
  owed: '3095.77' as Decimal,
};

function planned(changes: Partial<Company> = {}, invoice: Partial<Receivable> = {}, document = memo, posting = null) {
  const receivables = { '700': { ...receivable, ...invoice } };
  return postingKinds.creditMemo.plan(document, directory({ documents, receivables, ...changes }), use, posting);
}

function plan(invoice: Partial<Receivable> = {}, document: CreditMemoDocument = memo): RecordPlan {
  const result = planned({}, invoice, document);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function problem(changes: Partial<Company>, invoice: Partial<Receivable> = {}): PostingProblem {
  const result = planned(changes, invoice);
  if (result.ok) throw new Error('It was planned.');
  return result.error;
}

describe('a credit memo', () => {
  test('has its header, lines with positive amounts, and what must be read back', () => {
    const made = plan();
    expect(made).toMatchObject({
      action: 'create',
      recordType: 'creditmemo',
      externalId: 'obc-test-creditMemo-9b2d1f60-11aa-4c0e-8f21-5f7e1c000001',
      expected: { total: '651.75', currency: '1', entity: '510' },
      notes: [],
    });
    expect(plainFields(made.fields)).toEqual({
      entity: '510',
      subsidiary: '1',
      currency: '1',
      trandate: '2026-08-03',
      postingperiod: '202608',
      account: '119',
      tranid: 'CM-00000301',
    });
    const lines = (made.sublists.item ?? []).map((line) => plainFields(line.fields));
    expect(lines.map((line) => [line.item, line.quantity, line.rate, line.amount])).toEqual([
      ['611', '5', '120', '600'],
      ['903', '1', '51.75', '51.75'],
    ]);
  });

  test('is applied to the invoice that the platform names', () => {
    expect((plan().sublists.apply ?? []).map((line) => plainFields(line.fields))).toEqual([
      { doc: '700', apply: true, amount: '651.75' },
    ]);
  });

  test('is applied to as much as the invoice owes; the rest stays unapplied, with a note', () => {
    const made = plan({ owed: '500' as Decimal });
    expect(plainFields(made.sublists.apply?.[0]?.fields ?? {})).toMatchObject({ amount: '500' });
    expect(made.notes).toEqual([
      'Invoice INV-1 (internal id 700) owes 500.00 USD: of 651.75 USD that the platform applied to it, 151.75 USD stay unapplied',
    ]);
  });

  test('is not applied to an invoice that owes nothing', () => {
    const made = plan({ owed: '0' as Decimal });
    expect(made.sublists).not.toHaveProperty('apply');
    expect(made.notes[0]).toContain('owes 0.00 USD');
  });

  test('that the platform applied to nothing is not applied', () => {
    expect(plan({}, { ...memo, applications: [] }).sublists).not.toHaveProperty('apply');
  });

  test('looks up the invoices that it names', () => {
    expect(lookupsOf(memo, use)).toContainEqual({
      kind: 'document',
      document: { kind: 'invoice', id: '9b2d1f60-11aa-4c0e-8f21-5f7e1a000001' },
    });
  });

  test('has the fingerprint of one that is applied elsewhere, and another than one of another amount', () => {
    const print = (made: RecordPlan): string => planFingerprint(made, (text) => text);
    expect(print(plan({ owed: '500' as Decimal }))).toBe(print(plan()));
    expect(print(plan({}, { ...memo, memo: 'Other' }))).not.toBe(print(plan()));
  });
});

test('a credit memo waits for an invoice that is not in NetSuite yet', () => {
  const { 'invoice:9b2d1f60-11aa-4c0e-8f21-5f7e1a000001': _gone, ...others } = documents;
  expect(problem({ documents: others })).toMatchObject({
    reason: 'Waiting',
    waitsFor: { kind: 'invoice', id: '9b2d1f60-11aa-4c0e-8f21-5f7e1a000001' },
  });
});

describe('a credit memo cannot be applied, and the problem names what differs:', () => {
  test.each([
    ['another customer', { customer: '9' }, 'the customer "9", the credit memo "510"'],
    ['another currency', { currency: '2' }, 'the currency "2", the credit memo "1"'],
    ['another A/R account', { account: '120' }, 'the A/R account "120", the credit memo "119"'],
    ['no invoice', { recordType: 'creditmemo' }, 'the type creditmemo'],
  ])('%s', (_what, invoice, words) => {
    const found = problem({}, invoice);
    expect(found).toMatchObject({ reason: 'Action Needed', code: 'APPLICATION_IMPOSSIBLE' });
    expect(found.message).toContain(words);
  });

  test('an invoice that was deleted', () => {
    expect(problem({ receivables: {} }).message).toContain('internal id 700, which is not in NetSuite any more');
  });
});
