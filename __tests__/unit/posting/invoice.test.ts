import { describe, expect, test } from '@jest/globals';
import { decimal } from '../../../src/documents/decimal';
import type { InvoiceDocument } from '../../../src/documents/document';
import { quantityAndRate } from '../../../src/posting/billed/lines';
import { lookupsOf, planOf, postingKinds } from '../../../src/posting/kinds';
import type { Directory, PostingProblem, RecordPlan } from '../../../src/posting/plan';
import type { ConnectionSettings } from '../../../src/settings/settings';
import { payload } from '../platforms/payloads';
import { asInvoice, decoded } from '../platforms/settings';
import { type Company, directory, plainFields, posted, settings } from './company';

const invoice = asInvoice(decoded('zuora', 'invoice', payload('zuora', 'invoice')).document);
const nueInvoice = asInvoice(decoded('nue', 'invoice', payload('nue', 'invoice')).document);

const documents: Company['documents'] = {
  'customer:8ad08f0e5b1c2d3e015b2d6f4a1b0001': posted('customer', '500', '2'),
  'item:8ad08f0e5b1c2d3e015b2d6f4a1ba001': posted('noninventorysaleitem', '601'),
  'item:8ad08f0e5b1c2d3e015b2d6f4a1ba002': posted('noninventorysaleitem', '602'),
  'item:8ad08f0e5b1c2d3e015b2d6f4a1ba003': posted('servicesaleitem', '603'),
  'customer:3f0c9a52-7d1e-4b7a-9a36-0d6f5a1c2b01': posted('customer', '510', '1'),
  'item:01t5g000003AbCdAAK': posted('noninventorysaleitem', '611'),
  'item:01t5g000003AbCeAAK': posted('servicesaleitem', '612'),
  'item:01t5g000003AbCfAAK': posted('inventoryitem', '613'),
};

const withTax = settings({}, { 'Tax Item': { API: '902' } });

function known(changes: Partial<Company> = {}): Directory {
  return directory({ documents, ...changes });
}

function plan(document: InvoiceDocument, use: ConnectionSettings = withTax, where = known()): RecordPlan {
  const result = postingKinds.invoice.plan(document, where, use, null);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function problem(document: InvoiceDocument, use: ConnectionSettings = withTax, where = known()): PostingProblem {
  const result = postingKinds.invoice.plan(document, where, use, null);
  if (result.ok) throw new Error('It was planned.');
  return result.error;
}

describe('an invoice', () => {
  test('has its header, and what must be read back after the save', () => {
    const made = plan(invoice);
    expect(made).toMatchObject({
      action: 'create',
      recordType: 'invoice',
      externalId: 'obc-test-invoice-8ad08f0e5b1c2d3e015b2d6f4a1bd001',
      expected: { total: '1098.65', currency: '2', entity: '500' },
      notes: [],
    });
    expect(plainFields(made.fields)).toEqual({
      entity: '500',
      subsidiary: '1',
      currency: '2',
      trandate: '2026-08-01',
      postingperiod: '202608',
      duedate: '2026-08-31',
      tranid: 'INV00003001',
      memo: 'August',
      account: '119',
      class: '7',
    });
  });

  test('has a line for each item, then one for each tax, none of them taxable', () => {
    const lines = (plan(invoice).sublists.item ?? []).map((line) => plainFields(line.fields));
    expect(lines.map((line) => [line.item, line.quantity, line.rate, line.amount])).toEqual([
      ['601', '25', '40', '1000'],
      ['602', '1', '-100', '-100'],
      ['603', '7746.2', '0.003', '23.24'],
      ['901', '1', '190', '190'],
      ['901', '1', '-19', '-19'],
      ['902', '1', '4.41', '4.41'],
    ]);
    expect(lines.every((line) => line.istaxable === false && line.price === '-1')).toBe(true);
    expect(lines[3]?.description).toBe('USt, Germany, 19% of the net amount, 19%');
  });

  test('has service dates in the columns of its platform', () => {
    const zuora = plainFields(plan(invoice).sublists.item?.[0]?.fields ?? {});
    expect(zuora).toMatchObject({ custcol_obc_service_start: '2026-08-01', custcol_obc_service_end: '2026-08-31' });
    const use = settings({ platform: 'nue' }, { 'Tax Item': { 'CA San Francisco': '903' } });
    const lines = plan(nueInvoice, use).sublists.item ?? [];
    expect(plainFields(lines[0]?.fields ?? {})).toMatchObject({
      custcol_nue_start_date: '2026-07-15',
      custcol_nue_end_date: '2027-07-14',
    });
    expect(lines[1]?.fields).not.toHaveProperty('custcol_nue_start_date');
  });

  test('is numbered by NetSuite where the settings say so', () => {
    const use = settings(
      { numbering: { customer: 'Auto-Number', transaction: 'Auto-Number' } },
      { 'Tax Item': { API: '902' } },
    );
    expect(plan(invoice, use).fields).not.toHaveProperty('tranid');
  });

  test('has long texts cut, with a note for each', () => {
    const made = plan({ ...invoice, memo: 'm'.repeat(1_200), purchaseOrder: 'p'.repeat(50) });
    expect(String(plainFields(made.fields).memo)).toHaveLength(999);
    expect(made.notes.map((note) => note.slice(0, 20))).toEqual(['Memo cut to 999 char', 'PO Number cut to 45 ']);
  });
});

describe('an invoice waits', () => {
  test('for its customer first, then for each item that is not in NetSuite', () => {
    expect(problem(invoice, withTax, directory())).toMatchObject({
      reason: 'Waiting',
      waitsFor: { kind: 'customer', id: '8ad08f0e5b1c2d3e015b2d6f4a1b0001' },
    });
    const { 'item:8ad08f0e5b1c2d3e015b2d6f4a1ba002': _missing, ...others } = documents;
    expect(problem(invoice, withTax, known({ documents: others }))).toMatchObject({
      reason: 'Waiting',
      waitsFor: { kind: 'item', id: '8ad08f0e5b1c2d3e015b2d6f4a1ba002' },
    });
  });
});

describe('an invoice needs action', () => {
  test('when its customer cannot be billed in its currency', () => {
    const dollars = { ...documents, 'customer:8ad08f0e5b1c2d3e015b2d6f4a1b0001': posted('customer', '500', '1') };
    expect(problem(invoice, withTax, known({ documents: dollars }))).toMatchObject({
      reason: 'Action Needed',
      code: 'CURRENCY_MISMATCH',
      message: 'Currency is EUR, in which the NetSuite customer (internal id 500) cannot be billed.',
    });
  });

  test('not when the currency is one of the customer’s others, or the account has a single currency', () => {
    const customer = 'customer:8ad08f0e5b1c2d3e015b2d6f4a1b0001';
    const several = { ...documents, [customer]: { ...posted('customer', '500', '1'), otherCurrencies: ['2'] } };
    expect(plan(invoice, withTax, known({ documents: several })).action).toBe('create');
    const single = { ...documents, [customer]: posted('customer', '500') };
    expect(plan(invoice, withTax, known({ documents: single })).action).toBe('create');
  });

  test('when no item stands for a tax code', () => {
    expect(problem(invoice, settings())).toMatchObject({
      code: 'TAX_ITEM_MISSING',
      message: 'Tax Code is "API", and no NetSuite item stands for it.',
    });
  });

  test('a mapping of the tax code wins over the internal id that the platform holds', () => {
    const use = settings({}, { 'Tax Item': { API: '902', SaaS: '950' } });
    expect(plainFields(plan(invoice, use).sublists.item?.[3]?.fields ?? {}).item).toBe('950');
  });

  test('when its lines do not sum to its total to the cent', () => {
    expect(problem({ ...invoice, total: decimal('1098.66') })).toMatchObject({
      code: 'TOTAL_MISMATCH',
      message: 'Total is 1098.66 EUR, but the lines would sum to 1098.65 EUR.',
    });
  });

  test('when an amount has more decimals than NetSuite keeps', () => {
    const lines = invoice.lines.map((line, position) =>
      position === 0 ? { ...line, amount: decimal('1000.005') } : line,
    );
    expect(problem({ ...invoice, lines }).code).toBe('CURRENCY_PRECISION');
  });
});

describe('a newer version of a posted invoice', () => {
  const again = (changes: Partial<Company> = {}) => {
    const result = planOf(invoice, known(changes), withTax, posted('invoice', '9001', '2'));
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };

  test('is planned as the first one was, as an update of the record', () => {
    expect(again()).toEqual({ ...plan(invoice, withTax), action: 'update', recordId: '9001' });
  });

  test('says nothing of the posting period where that of its date is not open', () => {
    for (const changes of [{ closedMonths: ['2026-08'] }, { lockedMonths: ['2026-08'] }, { months: [] }]) {
      expect(again(changes).fields).not.toHaveProperty('postingperiod');
    }
  });
});

describe('the posting period', () => {
  const policy = (closedPeriod: ConnectionSettings['closedPeriod']): ConnectionSettings =>
    settings({ closedPeriod }, { 'Tax Item': { API: '902' } });

  test('is that of the date, and a missing one needs action', () => {
    expect(problem(invoice, withTax, known({ months: [] })).code).toBe('PERIOD_MISSING');
  });

  test.each([
    ['closed', { closedMonths: ['2026-08'] }],
    ['locked for receivables', { lockedMonths: ['2026-08'] }],
  ])('that is %s follows the policy', (_word, changes) => {
    expect(problem(invoice, policy('Ask'), known(changes)).code).toBe('PERIOD_CLOSED');
    expect(problem(invoice, policy('Reject'), known(changes)).code).toBe('PERIOD_REJECTED');
    const moved = plan(invoice, policy('First Open Period'), known(changes));
    expect(plainFields(moved.fields)).toMatchObject({ trandate: '2026-08-01', postingperiod: '202609' });
    expect(moved.notes).toEqual(['Posted in Period 2026-09: Period 2026-08, which holds 2026-08-01, is closed']);
  });

  test('without any open period needs action', () => {
    const closed = known({ closedMonths: ['2026-08', '2026-09'] });
    expect(problem(invoice, policy('First Open Period'), closed).code).toBe('NO_OPEN_PERIOD');
  });
});

describe('quantity and rate', () => {
  test.each([
    ['the unit price, where it explains the amount', '25', '40', '1000', '25', '40'],
    ['the unit price to 8 decimals', '3', '0.333333333333', '1', '3', '0.33333333'],
    ['amount by quantity, where the price does not explain it', '3', '40', '100', '3', '33.33333333'],
    ['amount by quantity, where there is no price', '4', null, '10', '4', '2.5'],
    ['one unit, where an amount has no quantity', '0', null, '10', '1', '10'],
    ['one unit, where the quantity is too large', '20000000000', null, '10', '1', '10'],
    ['nothing of nothing', '0', null, '0', '0', '0'],
    ['a positive rate for a negative quantity', '-2', null, '-10', '-2', '5'],
  ])('%s', (_rule, quantity, unitPrice, amount, expectedQuantity, expectedRate) => {
    expect(
      quantityAndRate({
        quantity: decimal(quantity),
        unitPrice: unitPrice === null ? null : decimal(unitPrice),
        amount: decimal(amount),
      }),
    ).toEqual({ quantity: expectedQuantity, rate: expectedRate });
  });
});

test('look-ups name the customer, each item once, the currency and the period', () => {
  const twice = { ...invoice, lines: [...invoice.lines, ...invoice.lines] };
  expect(lookupsOf(twice, settings({}, { Class: { 'Software : Analytics': '7' } }))).toEqual([
    { kind: 'document', document: { kind: 'customer', id: '8ad08f0e5b1c2d3e015b2d6f4a1b0001' } },
    { kind: 'document', document: { kind: 'item', id: '8ad08f0e5b1c2d3e015b2d6f4a1ba001' } },
    { kind: 'document', document: { kind: 'item', id: '8ad08f0e5b1c2d3e015b2d6f4a1ba002' } },
    { kind: 'document', document: { kind: 'item', id: '8ad08f0e5b1c2d3e015b2d6f4a1ba003' } },
    { kind: 'currency', code: 'EUR' },
    { kind: 'period', date: '2026-08-01' },
  ]);
});
