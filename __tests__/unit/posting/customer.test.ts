import { describe, expect, test } from '@jest/globals';
import type { CustomerDocument } from '../../../src/documents/document';
import { postingKinds } from '../../../src/posting/kinds';
import type { PostingProblem, RecordPlan } from '../../../src/posting/plan';
import type { ConnectionSettings } from '../../../src/settings/settings';
import { payload } from '../platforms/payloads';
import { asCustomer, decoded } from '../platforms/settings';
import { directory, plainFields, posted, settings } from './company';

const account = asCustomer(decoded('zuora', 'customer', payload('zuora', 'account')).document);

function plan(document: CustomerDocument, use: ConnectionSettings = settings(), known = directory()): RecordPlan {
  const result = postingKinds.customer.plan(document, known, use, null);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function problem(
  document: CustomerDocument,
  use: ConnectionSettings = settings(),
  known = directory(),
): PostingProblem {
  const result = postingKinds.customer.plan(document, known, use, null);
  if (result.ok) throw new Error('It was planned.');
  return result.error;
}

test('a company becomes a customer with its subsidiary, currency, terms and addresses', () => {
  const made = plan(account);
  expect(made).toMatchObject({
    action: 'create',
    recordType: 'customer',
    recordId: null,
    externalId: 'obc-test-customer-8ad08f0e5b1c2d3e015b2d6f4a1b0001',
    expected: null,
    notes: [],
  });
  expect(plainFields(made.fields)).toEqual({
    isperson: 'F',
    autoname: false,
    entityid: 'A00000711',
    companyname: 'Fabrikam Élan GmbH',
    subsidiary: '2',
    currency: '2',
    terms: '5',
    email: 'rechnung@fabrikam.example',
    phone: '+49 30 555 0100',
    comments: 'Reseller',
  });
  const lines = made.sublists.addressbook ?? [];
  expect(lines.map((line) => plainFields(line.fields))).toEqual([
    { label: 'Zuora Bill To Address', defaultbilling: true, defaultshipping: false },
    { label: 'Zuora Sold To Address', defaultbilling: false, defaultshipping: true },
  ]);
  expect(plainFields(lines[0]?.subrecords?.addressbookaddress ?? {})).toEqual({
    country: 'DE',
    attention: 'Jürgen Groß',
    addressee: 'Fabrikam Élan GmbH',
    addr1: 'Torstraße 1',
    city: 'Berlin',
    zip: '10119',
    addrphone: '+49 30 555 0100',
  });
});

test('a person has first and last name and no company name', () => {
  const fields = plainFields(plan({ ...account, isPerson: true }).fields);
  expect(fields).toMatchObject({ isperson: 'T', firstname: 'Jürgen', lastname: 'Groß' });
  expect(fields).not.toHaveProperty('companyname');
});

test('a person with one name only is split at the last space', () => {
  const person = { ...account, isPerson: true, firstName: null, lastName: null };
  expect(plainFields(plan({ ...person, name: 'Ana Maria Silva' }).fields)).toMatchObject({
    firstname: 'Ana Maria',
    lastname: 'Silva',
  });
  const single = plainFields(plan({ ...person, name: 'Cher' }).fields);
  expect(single.lastname).toBe('Cher');
  expect(single).not.toHaveProperty('firstname');
});

describe('the number', () => {
  test.each([
    ['Source Number' as const, 'A00000711'],
    ['Source Name' as const, 'Fabrikam Élan GmbH'],
  ])('by %s is %s, with automatic naming off', (customer, entityid) => {
    const use = settings({ numbering: { customer, transaction: 'Auto-Number' } });
    expect(plainFields(plan(account, use).fields)).toMatchObject({ entityid, autoname: false });
  });

  test('by Auto-Number is left to NetSuite', () => {
    const { fields } = plan(account, settings({ numbering: { customer: 'Auto-Number', transaction: 'Auto-Number' } }));
    expect(fields).not.toHaveProperty('entityid');
    expect(fields).not.toHaveProperty('autoname');
  });
});

describe('the subsidiary', () => {
  const unnamed = { ...account, subsidiary: null };

  test('is the document’s own, by mapping before NetSuite’s name', () => {
    const use = settings({}, { Subsidiary: { 'Northwind Analytics : Northwind Analytics GmbH': '9' } });
    expect(plainFields(plan(account, use).fields).subsidiary).toBe('9');
  });

  test('else the one mapped to the currency, else the default, else none', () => {
    expect(plainFields(plan(unnamed, settings({}, { Subsidiary: { EUR: '2' } })).fields).subsidiary).toBe('2');
    expect(plainFields(plan(unnamed).fields).subsidiary).toBe('1');
    expect(plan(unnamed, settings({ defaultSubsidiary: '' })).fields).not.toHaveProperty('subsidiary');
  });

  test('that NetSuite does not have is a problem, not the default', () => {
    expect(problem({ ...account, subsidiary: 'Elsewhere' })).toMatchObject({
      reason: 'Action Needed',
      code: 'SUBSIDIARY_NOT_FOUND',
      message: 'Subsidiary is "Elsewhere", and NetSuite has no subsidiary of that full name.',
    });
  });
});

test('a currency or a term that NetSuite does not have is a problem, unless a mapping knows it', () => {
  const known = directory({ currencies: {}, terms: {} });
  expect(problem(account, settings(), known).code).toBe('CURRENCY_NOT_FOUND');
  const use = settings({}, { Currency: { EUR: '22' } });
  expect(problem(account, use, known).code).toBe('TERM_NOT_FOUND');
  const both = settings({}, { Currency: { EUR: '22' }, Term: { 'Net 30': '55' } });
  expect(plainFields(plan(account, both, known).fields)).toMatchObject({ currency: '22', terms: '55' });
});

test('a child waits for its parent', () => {
  const child = { ...account, parent: { kind: 'customer' as const, id: 'p1' } };
  expect(problem(child)).toMatchObject({
    reason: 'Waiting',
    code: 'WAITING_FOR_DOCUMENT',
    waitsFor: { kind: 'customer', id: 'p1' },
  });
  const known = directory({ documents: { 'customer:p1': posted('customer', '77', '2') } });
  expect(plainFields(plan(child, settings(), known).fields).parent).toBe('77');
});

describe('what NetSuite would refuse', () => {
  test('is cut, between characters, with a note', () => {
    const made = plan({ ...account, name: `${'あ'.repeat(82)}😀end`, addresses: [] });
    expect(plainFields(made.fields).companyname).toBe('あ'.repeat(82));
    expect(made.notes).toEqual([expect.stringContaining('Company Name cut to 83 characters')]);
  });

  test('is left out where half of it would be wrong', () => {
    const made = plan({ ...account, email: 'not an address', phone: '110', addresses: [] });
    expect(made.fields).not.toHaveProperty('email');
    expect(made.fields).not.toHaveProperty('phone');
    expect(made.notes).toHaveLength(2);
  });

  test('names with quotes, commas, ampersands and any script pass unchanged', () => {
    for (const name of ['Müller & Söhne, "Best" <GmbH>', '株式会社テスト', 'شركة الاختبار']) {
      const made = plan({ ...account, name, addresses: [] });
      expect(plainFields(made.fields).companyname).toBe(name);
      expect(made.notes).toEqual([]);
    }
  });
});

test('an update leaves alone what cannot change, and finds addresses by their label', () => {
  const result = postingKinds.customer.plan(account, directory(), settings(), posted('customer', '501', '2'));
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject({ action: 'update', recordId: '501' });
  for (const field of ['isperson', 'autoname', 'entityid', 'subsidiary', 'currency']) {
    expect(result.value.fields).not.toHaveProperty(field);
  }
  expect(result.value.sublists.addressbook?.map((line) => line.matchBy)).toEqual(['label', 'label']);
});

test('where updates are not allowed, the record is kept as it is, whatever the newer version says', () => {
  const use = settings({ allowsUpdates: { customer: false, item: true } });
  const result = postingKinds.customer.plan(account, directory(), use, posted('customer', '501'));
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject({ action: 'keep', recordId: '501', fields: {}, sublists: {} });
  expect(result.value.notes.join()).toMatch(/do not let newer versions change a customer/);
  expect(postingKinds.customer.plan(account, directory(), use, null)).toMatchObject({
    ok: true,
    value: { action: 'create' },
  });
});

test('look-ups are those that no mapping answers', () => {
  const child = { ...account, parent: { kind: 'customer' as const, id: 'p1' } };
  expect(postingKinds.customer.lookups(child, settings({}, { Term: { 'Net 30': '5' } }))).toEqual([
    { kind: 'currency', code: 'EUR' },
    { kind: 'subsidiary', name: 'Northwind Analytics : Northwind Analytics GmbH' },
    { kind: 'document', document: { kind: 'customer', id: 'p1' } },
  ]);
});
