import { describe, expect, test } from '@jest/globals';
import { change, payload } from './payloads';
import { asCustomer, asInvoice, asItem, decoded, refusal } from './settings';

function refusedWith(steps: string, value: unknown): { code: string; path: string; message: string } {
  const data = payload('zuora', 'invoice');
  change(data, steps, value);
  return refusal('zuora', 'invoice', data);
}

/** The charge payload with some fields changed, as a document. */
function charge(changes: Readonly<Record<string, unknown>>): ReturnType<typeof asItem> {
  return asItem(decoded('zuora', 'item', { ...payload('zuora', 'charge'), ...changes }).document);
}

describe('a Zuora invoice', () => {
  const { document, embedded } = decoded('zuora', 'invoice', payload('zuora', 'invoice'));
  const invoice = asInvoice(document);

  test('has its header in the connector’s words', () => {
    expect(invoice).toMatchObject({
      id: '8ad08f0e5b1c2d3e015b2d6f4a1bd001',
      number: 'INV00003001',
      version: '2026-08-01T09:11:30.000Z',
      customer: { kind: 'customer', id: '8ad08f0e5b1c2d3e015b2d6f4a1b0001' },
      currency: 'EUR',
      date: '2026-08-01',
      dueDate: '2026-08-31',
      memo: 'August',
      total: '1098.65',
      taxTotal: '175.41',
    });
  });

  test('takes the classification of its account for the header, and leaves the lines to their items', () => {
    expect(invoice.classification).toEqual({ class: 'Software : Analytics', department: null, location: null });
    expect(invoice.lines[0]?.classification).toEqual({ class: null, department: null, location: null });
  });

  test('has a line for each charge and discount, with quantity, price and service period', () => {
    expect(invoice.lines.map((line) => [line.quantity, line.unitPrice, line.amount, line.serviceStart])).toEqual([
      ['25', '40', '1000', '2026-08-01'],
      ['1', null, '-100', '2026-08-01'],
      ['7746.2', '0.003', '23.24', '2026-07-01'],
    ]);
    expect(invoice.lines[0]?.description).toBe('Analytics Seats, monthly, 25 User, subscription A-S00000042');
  });

  test('has a line for each taxation item, nested or listed', () => {
    expect(invoice.taxLines.map(({ taxCode, taxItem, rate, amount }) => [taxCode, taxItem, rate, amount])).toEqual([
      ['SaaS', '901', '19%', '190'],
      ['SaaS', '901', '19%', '-19'],
      ['API', null, '19%', '4.41'],
    ]);
    expect(invoice.taxLines[0]?.description).toBe('USt, Germany, 19% of the net amount');
  });

  test('brings its charges, nested or listed, and its account along', () => {
    expect(embedded.map((each) => [each.kind, each.id.slice(-5)])).toEqual([
      ['item', 'ba003'],
      ['item', 'ba001'],
      ['item', 'ba002'],
      ['customer', 'b0001'],
    ]);
    expect(embedded[0]?.raw).toEqual((payload('zuora', 'invoice').productRatePlanCharges as unknown[])[0]);
    expect(embedded[3]?.raw).toEqual(payload('zuora', 'invoice').account);
  });
});

describe('a Zuora invoice is refused', () => {
  test.each([
    ['status', 'Draft', 'NOT_POSTED', 'data.status'],
    ['invoiceNumber', undefined, 'MISSING_FIELD', 'data.invoiceNumber'],
    ['accountId', 'other', 'INCONSISTENT_REFERENCE', 'data.account.id'],
    ['amount', 1098.66, 'TOTAL_MISMATCH', 'data.amount'],
    ['amount', -1, 'NEGATIVE_INVOICE', 'data.amount'],
    ['amountWithoutTax', 1, 'TOTAL_MISMATCH', 'data.amountWithoutTax'],
    ['taxAmount', 175.42, 'TOTAL_MISMATCH', 'data.taxAmount'],
    ['currency', 'EURO', 'UNKNOWN_CURRENCY', 'data.currency'],
    ['invoiceItems', [], 'MISSING_FIELD', 'data.invoiceItems'],
    ['invoiceItems', undefined, 'MISSING_FIELD', 'data.invoiceItems'],
    ['invoiceItems[1].id', '8ad08f0e5b1c2d3e015b2d6f4a1be001', 'DUPLICATE_LINE', 'data.invoiceItems[1].id'],
    ['invoiceItems[0].processingType', '3', 'UNSUPPORTED_LINE', 'data.invoiceItems[0].processingType'],
    ['invoiceItems[0].chargeAmount', 'x', 'INVALID_AMOUNT', 'data.invoiceItems[0].chargeAmount'],
    ['invoiceItems[0].chargeAmount', null, 'MISSING_FIELD', 'data.invoiceItems[0].chargeAmount'],
    ['invoiceItems[0].serviceStartDate', '08/01/2026', 'INVALID_DATE', 'data.invoiceItems[0].serviceStartDate'],
    [
      'invoiceItems[0].productRatePlanChargeId',
      'other',
      'INCONSISTENT_REFERENCE',
      'data.invoiceItems[0].productRatePlanCharge.id',
    ],
    [
      'invoiceItems[0].productRatePlanCharge.ItemType__NS',
      'Kit',
      'INVALID_VALUE',
      'data.invoiceItems[0].productRatePlanCharge.ItemType__NS',
    ],
    [
      'invoiceItems[0].productRatePlanCharge.ItemType__NS',
      'constructor',
      'INVALID_VALUE',
      'data.invoiceItems[0].productRatePlanCharge.ItemType__NS',
    ],
    [
      'invoiceItems[0].taxationItems[0].jurisdiction',
      null,
      'MISSING_FIELD',
      'data.invoiceItems[0].taxationItems[0].jurisdiction',
    ],
    ['taxationItems[0].jurisdiction', '', 'MISSING_FIELD', 'data.taxationItems[0].jurisdiction'],
    ['taxationItems', [], 'TOTAL_MISMATCH', 'data.taxAmount'],
    ['account.billTo.country', 'Utopia', 'UNKNOWN_COUNTRY', 'data.account.billTo.country'],
    ['account.CustomerType__NS', 'Robot', 'INVALID_VALUE', 'data.account.CustomerType__NS'],
    ['account.SynctoNetSuite__NS', 'No', 'SYNC_SWITCHED_OFF', 'data.account.SynctoNetSuite__NS'],
    ['account.SynctoNetSuite__NS', 'Perhaps', 'INVALID_VALUE', 'data.account.SynctoNetSuite__NS'],
  ])('with %s %p as %s', (steps, value, code, path) => {
    expect(refusedWith(steps, value)).toMatchObject({ code, path });
  });

  test('with a sentence that names the tax that has no jurisdiction', () => {
    expect(refusedWith('taxationItems[0].jurisdiction', null).message).toBe(
      'data.taxationItems[0].jurisdiction is missing for a tax of 4.41 EUR: set the jurisdiction of the tax in Zuora, ' +
        'a tax without one is not sent to NetSuite.',
    );
  });

  test.each([
    [{ Id: '1', InvoiceNumber: 'INV1', AccountId: '2' }, 'CRUD (PascalCase)'],
    [{ success: true, id: '1', invoiceNumber: 'INV1' }, 'v1 REST'],
  ])('when it is written in another dialect (%p)', (data, name) => {
    const refused = refusal('zuora', 'invoice', data);
    expect(refused.code).toBe('UNSUPPORTED_DIALECT');
    expect(refused.message).toContain(name);
    expect(refused.message).toContain('Object Query');
  });
});

test('a taxation item of zero needs no jurisdiction and makes no line', () => {
  const data = payload('zuora', 'invoice');
  (data.taxationItems as unknown[]).push({ id: 'zero', taxAmount: 0, jurisdiction: null });
  expect(asInvoice(decoded('zuora', 'invoice', data).document).taxLines).toHaveLength(3);
});

test('a flat tax shows its amount as the rate', () => {
  const data = payload('zuora', 'invoice');
  change(data, 'taxationItems[0].taxRateType', 'FlatFee');
  change(data, 'taxationItems[0].taxRate', 4.41);
  expect(asInvoice(decoded('zuora', 'invoice', data).document).taxLines[2]?.rate).toBe('4.41 flat fee');
});

describe('a Zuora account', () => {
  test('is a company with a billing and a shipping address', () => {
    const customer = asCustomer(decoded('zuora', 'customer', payload('zuora', 'account')).document);
    expect(customer).toMatchObject({
      number: 'A00000711',
      isPerson: false,
      name: 'Fabrikam Élan GmbH',
      email: 'rechnung@fabrikam.example',
      currency: 'EUR',
      subsidiary: 'Northwind Analytics : Northwind Analytics GmbH',
      parent: null,
    });
    expect(customer.addresses).toMatchObject([
      { label: 'Zuora Bill To Address', attention: 'Jürgen Groß', country: 'DE', isDefaultBilling: true },
      { label: 'Zuora Sold To Address', attention: 'Anke Weiß', country: 'DE', isDefaultShipping: true },
    ]);
  });

  test('whose contacts are one has one address for both', () => {
    const data = payload('zuora', 'account');
    change(data, 'soldTo', data.billTo);
    const { addresses } = asCustomer(decoded('zuora', 'customer', data).document);
    expect(addresses).toHaveLength(1);
    expect(addresses[0]).toMatchObject({ isDefaultBilling: true, isDefaultShipping: true });
  });

  test('of the type Individual is a person, named as the bill-to contact', () => {
    const data = { ...payload('zuora', 'account'), CustomerType__NS: 'Individual', parentId: 'p1' };
    expect(asCustomer(decoded('zuora', 'customer', data).document)).toMatchObject({
      isPerson: true,
      firstName: 'Jürgen',
      lastName: 'Groß',
      parent: { kind: 'customer', id: 'p1' },
    });
  });
});

describe('a Zuora charge', () => {
  test('is an item numbered "Zuora Charge" and its id', () => {
    expect(charge({})).toMatchObject({
      number: 'Zuora Charge 8ad08f0e5b1c2d3e015b2d6f4a1ba001',
      category: 'charge',
      itemType: 'noninventory',
      classification: { class: 'Software : Analytics', department: 'Sales', location: null },
      subsidiary: 'Northwind Analytics',
      includeChildren: true,
    });
  });

  test.each([
    ['Inventory', 'inventory'],
    ['Non Inventory', 'noninventory'],
    ['Service', 'service'],
    [null, null],
  ])('of the item type %p is %p', (word, type) => {
    expect(charge({ ItemType__NS: word }).itemType).toBe(type);
  });

  const upon = 'Recognize upon invoicing';
  const daily = 'Recognize daily over time';
  test.each([
    [{}, '4010 Revenue : Subscription Revenue', null],
    [{ revenueRecognitionRuleName: null }, '4010 Revenue : Subscription Revenue', null],
    [{ revenueRecognitionRuleName: daily }, null, '4010 Revenue : Subscription Revenue'],
    [{ revenueRecognitionRuleName: upon, RecognizedRevAccount__NS: 'R' }, 'R', null],
    [{ revenueRecognitionRuleName: daily, DeferredRevAccount__NS: 'D' }, null, 'D'],
    [{ RecognizedRevAccount__NS: 'R', DeferredRevAccount__NS: 'D' }, 'R', 'D'],
    [{ accountingCode: '' }, null, null],
  ])('with %p posts to %p, deferred to %p', (changes, income, deferred) => {
    const item = charge(changes);
    expect([item.incomeAccount, item.deferredRevenueAccount]).toEqual([income, deferred]);
  });
});
