import { describe, expect, test } from '@jest/globals';
import { change, payload } from './payloads';
import { asCreditMemo, decoded, refusal } from './settings';

const memoWith = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => {
  const data = payload('nue', 'creditMemo');
  for (const [steps, value] of Object.entries(changes)) change(data, steps, value);
  return data;
};
const read = (changes: Readonly<Record<string, unknown>> = {}) =>
  asCreditMemo(decoded('nue', 'creditMemo', memoWith(changes)).document);
const refused = (changes: Readonly<Record<string, unknown>>) => refusal('nue', 'creditMemo', memoWith(changes));

describe('a Nue credit memo', () => {
  test('has its header, lines, tax and total in the connector’s words', () => {
    expect(read()).toMatchObject({
      kind: 'creditMemo',
      id: '9b2d1f60-11aa-4c0e-8f21-5f7e1c000001',
      number: 'CM-00000301',
      version: '2026-08-03T16:20:00.000Z',
      customer: { kind: 'customer', id: '3f0c9a52-7d1e-4b7a-9a36-0d6f5a1c2b01' },
      currency: 'USD',
      date: '2026-08-03',
      total: '651.75',
      taxTotal: '51.75',
      lines: [{ item: { kind: 'item', id: '01t5g000003AbCdAAK' }, quantity: '5', unitPrice: '120', amount: '600' }],
      taxLines: [{ taxCode: 'CA San Francisco', amount: '51.75' }],
    });
  });

  test('names the invoices that it is applied to, each once', () => {
    const invoice = { kind: 'invoice', id: '9b2d1f60-11aa-4c0e-8f21-5f7e1a000001' };
    expect(read().applications).toEqual([{ invoice, amount: '651.75' }]);
    const twice = [
      { invoiceId: invoice.id, transactionAmount: 51.75 },
      { invoiceId: 'other', transactionAmount: 100 },
      { invoiceId: invoice.id, transactionAmount: '500.00' },
    ];
    expect(read({ appliedInvoices: twice }).applications).toEqual([
      { invoice, amount: '551.75' },
      { invoice: { kind: 'invoice', id: 'other' }, amount: '100' },
    ]);
  });

  test('that lists no invoices is applied to the one that it cancels', () => {
    const cancels = { appliedInvoices: undefined, appliedById: 'cancelled-invoice', appliedByObject: 'Invoice' };
    expect(read(cancels).applications).toEqual([
      { invoice: { kind: 'invoice', id: 'cancelled-invoice' }, amount: '651.75' },
    ]);
    expect(read({ ...cancels, appliedByObject: 'Payment' }).applications).toEqual([]);
  });

  test('with negative amounts is the same document', () => {
    const negative = {
      amount: -651.75,
      amountWithoutTax: -600,
      taxAmount: -51.75,
      'items[0].transactionAmount': -600,
      'items[0].transactionQuantity': -5,
      'items[0].taxAmount': -51.75,
      'appliedInvoices[0].transactionAmount': -651.75,
    };
    const { raw: _raw, ...document } = read(negative);
    const { raw: _same, ...expected } = read();
    expect(document).toEqual(expected);
  });

  test('brings its product and its customer along', () => {
    const { embedded } = decoded('nue', 'creditMemo', memoWith());
    expect(embedded.map(({ kind }) => kind)).toEqual(['item', 'customer']);
  });
});

describe('refused with code, sentence and path:', () => {
  test.each(['Draft', 'Pending Activation', 'Canceled'])('a credit memo with the status %s', (status) => {
    expect(refused({ status })).toMatchObject({ code: 'NOT_ACTIVATED', path: 'data.status' });
  });

  test('items that do not sum to the amount', () => {
    expect(refused({ amount: 651.76 })).toMatchObject({ code: 'TOTAL_MISMATCH', path: 'data.amount' });
  });

  test('more applied than there is', () => {
    const error = refused({ 'appliedInvoices[0].transactionAmount': 651.76 });
    expect(error).toMatchObject({ code: 'TOTAL_MISMATCH', path: 'data.appliedInvoices' });
    expect(error.message).toContain('sum to 651.76 USD, but the credit memo comes to 651.75');
  });

  test('a customer that is not its own', () => {
    expect(refused({ 'customer.id': 'another' })).toMatchObject({
      code: 'INCONSISTENT_REFERENCE',
      path: 'data.customer.id',
      message: expect.stringContaining('the credit memo belongs to'),
    });
  });
});
