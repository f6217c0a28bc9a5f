import { describe, expect, test } from '@jest/globals';
import { change, payload } from './payloads';
import { asCustomer, asInvoice, asItem, DECODE, decoded, refusal } from './settings';

/** Refusal of the invoice payload with one value changed. */
function refusedWith(steps: string, value: unknown): { code: string; path: string; message: string } {
  const data = payload('nue', 'invoice');
  change(data, steps, value);
  return refusal('nue', 'invoice', data);
}

describe('a Nue invoice', () => {
  const { document, embedded } = decoded('nue', 'invoice', payload('nue', 'invoice'));
  const invoice = asInvoice(document);

  test('has its header in the connector’s words', () => {
    expect(invoice).toMatchObject({
      connection: 'test',
      id: '9b2d1f60-11aa-4c0e-8f21-5f7e1a000001',
      number: 'INV-00002001',
      version: '2026-07-15T22:10:04.000Z',
      customer: { kind: 'customer', id: '3f0c9a52-7d1e-4b7a-9a36-0d6f5a1c2b01' },
      currency: 'USD',
      date: '2026-07-15',
      dueDate: '2026-08-14',
      purchaseOrder: 'PO-7781, PO-7782',
      memo: 'First year',
      total: '3095.77',
      taxTotal: '245.8',
    });
  });

  test('has a line for each item: discounts are negative, included items zero', () => {
    expect(invoice.lines.map((line) => [line.item.id, line.quantity, line.unitPrice, line.amount])).toEqual([
      ['01t5g000003AbCdAAK', '25', '120', '3000'],
      ['01t5g000003AbCdAAK', '1', null, '-300'],
      ['01t5g000003AbCeAAK', '1', null, '0'],
      ['01t5g000003AbCfAAK', '3', '49.99', '149.97'],
    ]);
    expect(invoice.lines[0]).toMatchObject({ serviceStart: '2026-07-15', serviceEnd: '2027-07-14' });
    expect(invoice.lines[1]).toMatchObject({ serviceStart: null, description: 'Loyalty discount' });
  });

  test('has one tax line for each tax code, summed over the items', () => {
    expect(invoice.taxLines).toEqual([
      {
        id: 'tax-CA San Francisco',
        taxCode: 'CA San Francisco',
        taxItem: null,
        description: 'CA San Francisco',
        rate: null,
        amount: '245.8',
      },
    ]);
  });

  test('brings its products and its customer along, items first, each with its own part of the payload', () => {
    expect(embedded.map((each) => [each.kind, each.id])).toEqual([
      ['item', '01t5g000003AbCdAAK'],
      ['item', '01t5g000003AbCeAAK'],
      ['item', '01t5g000003AbCfAAK'],
      ['customer', '3f0c9a52-7d1e-4b7a-9a36-0d6f5a1c2b01'],
    ]);
    expect(embedded.slice(0, 3).map((item) => asItem(item).category)).toEqual(['subscription', 'entitlement', 'asset']);
    expect(embedded[3]?.raw).toEqual(payload('nue', 'invoice').customer);
    expect(embedded[1]?.raw).toEqual((payload('nue', 'invoice').products as unknown[])[1]);
  });

  test('gives its currency to a customer that names none', () => {
    const customer = embedded[3];
    expect(customer !== undefined && asCustomer(customer).currency).toBe('USD');
  });

  test('keeps unknown fields in raw', () => {
    expect(document.raw).toMatchObject({ paymentStatus: 'NotTransferred', targetDate: '2026-07-15' });
  });
});

describe('variants of a Nue invoice', () => {
  test('numbers as text and as JSON numbers give the same document', () => {
    const data = payload('nue', 'invoice');
    change(data, 'amount', '3095.77');
    change(data, 'taxAmount', '245.80');
    change(data, 'items[0].transactionAmount', '3000.00');
    const { raw: _asText, ...asText } = decoded('nue', 'invoice', data).document;
    const { raw: _asNumbers, ...asNumbers } = decoded('nue', 'invoice', payload('nue', 'invoice')).document;
    expect(asText).toEqual(asNumbers);
  });

  test('tax that only the invoice states is one line of Nue Tax', () => {
    const data = payload('nue', 'invoice');
    for (const position of [0, 1, 3]) change(data, `items[${position}].taxAmount`, undefined);
    const { taxLines } = asInvoice(decoded('nue', 'invoice', data).document);
    expect(taxLines.map((line) => [line.taxCode, line.amount])).toEqual([['Nue Tax', '245.8']]);
  });

  test('an invoice without tax has no tax lines', () => {
    const data = payload('nue', 'invoice');
    for (const position of [0, 1, 3]) change(data, `items[${position}].taxAmount`, undefined);
    change(data, 'taxAmount', 0);
    change(data, 'amount', 2849.97);
    expect(asInvoice(decoded('nue', 'invoice', data).document).taxLines).toEqual([]);
  });

  test('products may stand under their items', () => {
    const data = payload('nue', 'invoice');
    const products = data.products as { id: string }[];
    change(data, 'products', null);
    change(data, 'items[0].product', products[0]);
    change(data, 'items[1].product', products[0]);
    const items = decoded('nue', 'invoice', data).embedded.filter((each) => each.kind === 'item');
    expect(items.map((item) => item.id)).toEqual(['01t5g000003AbCdAAK']);
  });

  test('a product that no item sells is not brought along', () => {
    const data = payload('nue', 'invoice');
    (data.products as unknown[]).push({ id: 'unused', name: 'Unused' });
    expect(decoded('nue', 'invoice', data).embedded.some((each) => each.id === 'unused')).toBe(false);
  });

  test('a time becomes the day of the connection’s time zone', () => {
    const data = payload('nue', 'invoice');
    change(data, 'invoiceDate', '2026-08-01T05:00:00Z');
    expect(asInvoice(decoded('nue', 'invoice', data).document).date).toBe('2026-07-31');
    const berlin = decoded('nue', 'invoice', data, { ...DECODE, timeZone: 'Europe/Berlin' });
    expect(asInvoice(berlin.document).date).toBe('2026-08-01');
  });

  test('what floating point left behind is taken off, a true fraction of a cent is refused', () => {
    const data = payload('nue', 'invoice');
    change(data, 'items[3].transactionAmount', 149.97000000000003);
    expect(asInvoice(decoded('nue', 'invoice', data).document).lines[3]?.amount).toBe('149.97');
    expect(refusedWith('items[3].transactionAmount', 149.975)).toMatchObject({
      code: 'INVALID_AMOUNT',
      path: 'data.items[3].transactionAmount',
    });
  });

  test('yen have no decimals', () => {
    expect(refusedWith('currencyIsoCode', 'JPY')).toMatchObject({ code: 'INVALID_AMOUNT' });
  });
});

describe('a Nue invoice is refused', () => {
  test.each([
    ['status', 'Draft', 'NOT_ACTIVATED', 'data.status'],
    ['status', 'Canceled', 'NOT_ACTIVATED', 'data.status'],
    ['status', undefined, 'MISSING_FIELD', 'data.status'],
    ['id', undefined, 'MISSING_FIELD', 'data.id'],
    ['id', '', 'MISSING_FIELD', 'data.id'],
    ['id', 42, 'WRONG_TYPE', 'data.id'],
    ['id', 'x'.repeat(201), 'INVALID_ID', 'data.id'],
    ['customerId', null, 'MISSING_FIELD', 'data.customerId'],
    ['customerId', 'other', 'INCONSISTENT_REFERENCE', 'data.customer.id'],
    ['currencyIsoCode', 'XYZ', 'UNKNOWN_CURRENCY', 'data.currencyIsoCode'],
    ['currencyIsoCode', undefined, 'MISSING_FIELD', 'data.currencyIsoCode'],
    ['invoiceDate', '2026-02-30', 'INVALID_DATE', 'data.invoiceDate'],
    ['invoiceDate', 20260715, 'WRONG_TYPE', 'data.invoiceDate'],
    ['dueDate', '14.08.2026', 'INVALID_DATE', 'data.dueDate'],
    ['amount', '3,095.77', 'INVALID_AMOUNT', 'data.amount'],
    ['amount', {}, 'WRONG_TYPE', 'data.amount'],
    ['amount', 3095.78, 'TOTAL_MISMATCH', 'data.amount'],
    ['amount', -5, 'NEGATIVE_INVOICE', 'data.amount'],
    ['amountWithoutTax', 2849.98, 'TOTAL_MISMATCH', 'data.amountWithoutTax'],
    ['taxAmount', 245.81, 'TOTAL_MISMATCH', 'data.taxAmount'],
    ['items', [], 'MISSING_FIELD', 'data.items'],
    ['items', {}, 'WRONG_TYPE', 'data.items'],
    ['items[2]', 'x', 'WRONG_TYPE', 'data.items[2]'],
    ['items[1].id', 'ii-1', 'DUPLICATE_LINE', 'data.items[1].id'],
    ['items[1].transactionQuantity', undefined, 'MISSING_FIELD', 'data.items[1].transactionQuantity'],
    ['items[0].transactionAmount', '1e3', 'INVALID_AMOUNT', 'data.items[0].transactionAmount'],
    ['items[0].product', { id: 'p', name: 'P' }, 'INCONSISTENT_REFERENCE', 'data.items[0].product.id'],
    ['customer.billingCountry', 'Atlantis', 'UNKNOWN_COUNTRY', 'data.customer.billingCountry'],
    ['customer.name', ' ', 'MISSING_FIELD', 'data.customer.name'],
    ['products[0].name', null, 'MISSING_FIELD', 'data.products[0].name'],
  ])('with %s %p as %s', (steps, value, code, path) => {
    expect(refusedWith(steps, value)).toMatchObject({ code, path });
  });

  test('with a sentence that names both figures of a wrong total', () => {
    expect(refusedWith('amount', 3095.78).message).toBe(
      'data.amount is 3095.78 USD, but items and tax sum to 3095.77 USD: send every line of the document, with its tax.',
    );
  });

  test('with a sentence that names value and remedy', () => {
    expect(refusedWith('status', 'Draft').message).toBe(
      'Invoice "INV-00002001" has the status "Draft": send it when it is activated (status Active).',
    );
    expect(refusedWith('items[0].transactionAmount', 'free').message).toBe(
      'data.items[0].transactionAmount is "free", which is no amount: send a plain decimal number such as 1234.50, ' +
        'as number or as text.',
    );
    expect(refusedWith('items', 'none').message).toBe('data.items is "none": send a list there.');
    expect(refusedWith('id', undefined).message).toBe(
      'data.id is missing: send it, the document cannot be posted without it.',
    );
  });

  test.each([null, undefined, 'x', 7, [], true])('when the payload is %p', (data) => {
    expect(['MISSING_FIELD', 'WRONG_TYPE']).toContain(refusal('nue', 'invoice', data).code);
  });

  test('when it is nested without end', () => {
    let deep: unknown = {};
    for (let level = 0; level < 5_000; level += 1) deep = { deep };
    expect(refusal('nue', 'invoice', deep)).toMatchObject({ code: 'TOO_DEEP', path: 'data' });
  });

  test('when the kind is none of Nue’s', () => {
    expect(refusal('nue', 'toString', {})).toMatchObject({ code: 'UNKNOWN_KIND', path: 'kind' });
  });
});

describe('a Nue customer', () => {
  test('is a company with its addresses', () => {
    const customer = asCustomer(decoded('nue', 'customer', payload('nue', 'customer')).document);
    expect(customer).toMatchObject({
      number: 'A-000311',
      isPerson: false,
      name: 'Tailspin Robotics, "TR" & Sons',
      currency: 'USD',
      paymentTerm: 'Net 30',
      subsidiary: null,
      version: '2026-07-02T09:30:15.120Z',
    });
    expect(customer.addresses).toEqual([
      {
        label: 'Nue Billing Address',
        attention: null,
        addressee: 'Tailspin Robotics, "TR" & Sons',
        line1: '500 Howard Street',
        line2: 'Suite 300',
        city: 'San Francisco',
        state: 'CA',
        postalCode: '94105',
        country: 'US',
        phone: null,
        isDefaultBilling: true,
        isDefaultShipping: false,
      },
      expect.objectContaining({ label: 'Nue Shipping Address', country: 'US', isDefaultShipping: true }),
    ]);
  });

  test('of the record type Consumer is a person', () => {
    const customer = asCustomer(decoded('nue', 'customer', payload('nue', 'consumer')).document);
    expect(customer).toMatchObject({ isPerson: true, firstName: '花子', lastName: '山田', addresses: [] });
  });
});

test('a Nue product is an item numbered by its SKU', () => {
  expect(asItem(decoded('nue', 'item', payload('nue', 'product')).document)).toMatchObject({
    number: 'AN-PLATFORM',
    name: 'Analytics Platform',
    category: 'subscription',
    itemType: null,
    incomeAccount: null,
  });
});
