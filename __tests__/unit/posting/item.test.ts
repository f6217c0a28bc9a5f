import { describe, expect, test } from '@jest/globals';
import type { ItemDocument } from '../../../src/documents/document';
import { postingKinds } from '../../../src/posting/kinds';
import type { RecordPlan } from '../../../src/posting/plan';
import type { ConnectionSettings } from '../../../src/settings/settings';
import { payload } from '../platforms/payloads';
import { asItem, decoded } from '../platforms/settings';
import { directory, plainFields, posted, settings } from './company';

const charge = asItem(decoded('zuora', 'item', payload('zuora', 'charge')).document);
const product = asItem(decoded('nue', 'item', payload('nue', 'product')).document);

function plan(document: ItemDocument, use: ConnectionSettings = settings()): RecordPlan {
  const result = postingKinds.item.plan(document, directory(), use, null);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function problemCode(document: ItemDocument, use: ConnectionSettings = settings()): string {
  const result = postingKinds.item.plan(document, directory(), use, null);
  return result.ok ? 'planned' : result.error.code;
}

test('a charge becomes an item with the accounts and classification that it names', () => {
  const made = plan({ ...charge, deferredRevenueAccount: '2400 Deferred Revenue' });
  expect(made).toMatchObject({
    action: 'create',
    recordType: 'noninventorysaleitem',
    externalId: 'obc-test-item-8ad08f0e5b1c2d3e015b2d6f4a1ba001',
    notes: [],
  });
  expect(plainFields(made.fields)).toEqual({
    itemid: 'Zuora Charge 8ad08f0e5b1c2d3e015b2d6f4a1ba001',
    subsidiary: ['1'],
    includechildren: true,
    displayname: 'Analytics Seats, monthly',
    salesdescription: 'One named user',
    incomeaccount: '54',
    deferredrevenueaccount: '24',
    taxschedule: '1',
    class: '7',
    department: '8',
  });
});

test('a product takes type and income account from the settings of its category', () => {
  expect(plan(product).recordType).toBe('noninventorysaleitem');
  expect(plainFields(plan(product).fields)).toMatchObject({ itemid: 'AN-PLATFORM', incomeaccount: '401' });
  const asset = { ...product, category: 'asset' as const };
  expect(plan(asset).recordType).toBe('inventoryitem');
  expect(plainFields(plan(asset).fields).incomeaccount).toBe('403');
  const entitlement = { ...product, category: 'entitlement' as const };
  expect(plan(entitlement).recordType).toBe('servicesaleitem');
});

test('the platform’s own item type wins over the settings', () => {
  expect(plan({ ...charge, itemType: 'service' }).recordType).toBe('servicesaleitem');
  expect(plan({ ...charge, itemType: 'inventory' }).recordType).toBe('inventoryitem');
});

test('an inventory item gets its cost and asset accounts when it is made; a known one keeps them, others have none', () => {
  const asset = { ...charge, itemType: 'inventory' as const };
  expect(plainFields(plan(asset).fields)).toMatchObject({ cogsaccount: '501', assetaccount: '131' });
  expect(plan({ ...charge, itemType: 'service' }).fields).not.toHaveProperty('cogsaccount');
  const known = postingKinds.item.plan(asset, directory(), settings(), posted('inventoryitem', '9'));
  expect(known.ok && known.value.fields).not.toHaveProperty('cogsaccount');
});

test('items are named by id or by name', () => {
  expect(plainFields(plan(charge, settings({ itemName: 'Name' })).fields).itemid).toBe('Analytics Seats, monthly');
  expect(plainFields(plan(product, settings({ itemName: 'Name' })).fields).itemid).toBe('Analytics Platform');
});

describe('accounts', () => {
  test('are found by mapping before NetSuite’s name', () => {
    const use = settings({}, { 'Income Account': { '4010 Revenue : Subscription Revenue': '99' } });
    expect(plainFields(plan(charge, use).fields).incomeaccount).toBe('99');
  });

  test('may be mapped for a whole category', () => {
    const use = settings(
      {},
      { 'Income Account': { subscription: '98' }, 'Deferred Revenue Account': { subscription: '97' } },
    );
    expect(plainFields(plan(product, use).fields)).toMatchObject({ incomeaccount: '98', deferredrevenueaccount: '97' });
  });

  test.each([
    [{ incomeAccount: 'Nowhere' }, 'ACCOUNT_NOT_FOUND'],
    [{ incomeAccount: '4900 Legacy' }, 'ACCOUNT_INACTIVE'],
    [{ incomeAccount: '1100 Accounts Receivable' }, 'ACCOUNT_TYPE'],
    [{ deferredRevenueAccount: '4010 Revenue : Subscription Revenue' }, 'ACCOUNT_TYPE'],
    [{ deferredRevenueAccount: 'Nowhere' }, 'ACCOUNT_NOT_FOUND'],
  ])('%p are a problem: %s', (changes, code) => {
    expect(problemCode({ ...charge, ...changes })).toBe(code);
  });

  test('a category without an income account is a problem', () => {
    const use = settings({ incomeAccounts: { subscription: '', entitlement: '', asset: '', charge: '' } });
    expect(problemCode(product, use)).toBe('INCOME_ACCOUNT_MISSING');
  });
});

test('a class, department or location that NetSuite does not have is a problem that names it', () => {
  const result = postingKinds.item.plan(
    { ...charge, classification: { class: null, department: null, location: 'Atlantis' } },
    directory(),
    settings(),
    null,
  );
  expect(result).toMatchObject({ ok: false, error: { code: 'CLASSIFICATION_NOT_FOUND' } });
  expect(result.ok ? '' : result.error.message).toBe(
    'Location is "Atlantis", and NetSuite has no location of that full name.',
  );
});

test('a single company has no subsidiary on its items', () => {
  const { fields } = plan(product, settings({ defaultSubsidiary: '' }));
  expect(fields).not.toHaveProperty('subsidiary');
  expect(fields).not.toHaveProperty('includechildren');
});

test('an update keeps name, subsidiary and record type', () => {
  const result = postingKinds.item.plan(charge, directory(), settings(), posted('servicesaleitem', '31'));
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject({ action: 'update', recordType: 'servicesaleitem', recordId: '31' });
  for (const field of ['itemid', 'subsidiary', 'includechildren'])
    expect(result.value.fields).not.toHaveProperty(field);
});

test('where updates are not allowed, the record is kept as it is, whatever the newer version says', () => {
  const use = settings({ allowsUpdates: { customer: true, item: false } });
  const result = postingKinds.item.plan(charge, directory(), use, posted('servicesaleitem', '31'));
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value).toMatchObject({ action: 'keep', recordId: '31', fields: {}, sublists: {} });
  expect(result.value.notes.join()).toMatch(/do not let newer versions change a item/);
  expect(postingKinds.item.plan(charge, directory(), use, null)).toMatchObject({
    ok: true,
    value: { action: 'create' },
  });
});

test('look-ups are those that no mapping answers', () => {
  const use = settings({}, { Class: { 'Software : Analytics': '7' } });
  expect(postingKinds.item.lookups(charge, use)).toEqual([
    { kind: 'account', name: '4010 Revenue : Subscription Revenue' },
    { kind: 'department', name: 'Sales' },
    { kind: 'subsidiary', name: 'Northwind Analytics' },
  ]);
});
