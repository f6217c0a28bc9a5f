import { setPreference } from '../../src/company/settings';
import { createRecord } from '../../src/records/createRecord';
import { loadRecord } from '../../src/records/loadRecord';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

describe('items', () => {
  test.each([
    ['noninventoryitem', 'noninventorysaleitem', 'NonInvtPart', 'Sale'],
    ['serviceitem', 'servicesaleitem', 'Service', 'Sale'],
  ])('%s of subtype Sale is made as %s (section_N3188567)', (family, type, itemtype, subtype) => {
    const id = t.item({}, family);
    expect(t.store.get('SELECT recordtype, itemtype, subtype FROM item WHERE id = ?', [Number(id)])).toEqual({
      recordtype: type,
      itemtype,
      subtype,
    });
    expect(t.load(family, id).type).toBe(type);
    expect(t.load(type, id).type).toBe(type);
  });

  test('purchase and resale items are not supported, by name', () => {
    expect(codeOf(() => t.create('serviceitem', {}, { subtype: 'Purchase' }))).toBe(
      'SIMULATOR_NOT_SUPPORTED: The simulator does not support serviceitem of subtype Purchase.',
    );
  });

  test('loading an item as another type is SSS_RECORD_TYPE_MISMATCH (section_N3539978)', () => {
    const id = t.item();
    expect(codeOf(() => t.load('inventoryitem', id))).toBe(
      'SSS_RECORD_TYPE_MISMATCH: The record you are attempting to load has a different type: noninventorysaleitem from the type specified: inventoryitem.',
    );
  });

  test('an inventory item needs accounts for cost and stock', () => {
    expect(codeOf(() => t.item({}, 'inventoryitem'))).toBe(
      'USER_ERROR: Please enter value(s) for: COGS Account, Asset Account',
    );
    t.item({ cogsaccount: t.accountNumbered('5000'), assetaccount: t.accountNumbered('1300') }, 'inventoryitem');
  });

  test('mandatory fields are named together', () => {
    expect(codeOf(() => t.item({ itemid: null, taxschedule: null }))).toBe(
      'USER_ERROR: Please enter value(s) for: Item Name/Number, Tax Schedule',
    );
    expect(codeOf(() => t.item({ subsidiary: [] }))).toBe('USER_ERROR: Please enter value(s) for: Subsidiary');
  });

  test('names are unique below the same parent, whatever their case: DUP_ITEM', () => {
    const parent = t.item({ itemid: 'Plan' });
    expect(codeOf(() => t.item({ itemid: 'PLAN' }))).toMatch(/^DUP_ITEM: Uniqueness error/);
    const child = t.item({ itemid: 'Plan', parent });
    expect(t.store.get('SELECT fullname FROM item WHERE id = ?', [Number(child)])).toEqual({ fullname: 'Plan : Plan' });
  });

  test('Expand Account Lists lets an item earn into accounts of other types (section_N1385293)', () => {
    const deferred = t.accountNumbered('2400');
    t.item({ incomeaccount: deferred });
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'ASSETCOGSITEMACCTS', false);
    expect(codeOf(() => t.item({ incomeaccount: deferred }))).toBe(
      `INVALID_KEY_OR_REF: Invalid incomeaccount reference key ${deferred}.`,
    );
    t.item({ incomeaccount: t.accountNumbered('7000') });
  });

  test('a deferred revenue account has to be one, whatever the preference (section_4340443927)', () => {
    expect(codeOf(() => t.item({ deferredrevenueaccount: t.accountNumbered('4010') }))).toMatch(/^INVALID_KEY_OR_REF/);
    t.item({ deferredrevenueaccount: t.accountNumbered('2410') });
  });

  test('prices by level and currency are kept, and found by the invoice', () => {
    const record = createRecord(t.account, administrator, {
      type: 'serviceitem',
      isDynamic: false,
      defaultValues: { subtype: 'Sale' },
    });
    t.set(record, {
      itemid: 'Hour',
      incomeaccount: t.accountNumbered('4050'),
      taxschedule: t.schedule('Not Taxable'),
      subsidiary: [t.us()],
    });
    const line = record.sublists.price1?.[0];
    if (line) line.fields.price_1_ = 125.5;
    record.changedSublists.push('price1');
    const id = t.save(record);
    expect(t.load('serviceitem', id).sublists.price1?.[0]?.fields.price_1_).toBe(125.5);
    const invoice = t.load('invoice', t.save(t.invoice(t.customer(), [{ item: id, quantity: 4 }])));
    expect(invoice.sublists.item?.[0]?.fields).toMatchObject({ rate: 125.5, amount: 502, price: '1' });
  });

  test('an item that stands on a transaction cannot be deleted', () => {
    const id = t.item();
    t.save(t.invoice(t.customer(), [{ item: id, amount: 1 }]));
    expect(codeOf(() => t.remove('noninventoryitem', id))).toMatch(/^THIS_RECORD_CANNOT_BE_DELETED/);
  });

  test('a copy has everything but name and external id', () => {
    const id = t.item({ itemid: 'Plan', externalid: 'plan', displayname: 'The plan' });
    const copy = loadRecord(t.account, administrator, {
      type: 'noninventoryitem',
      id,
      isDynamic: false,
      defaultValues: {},
    });
    expect(copy.fields).toMatchObject({ externalid: 'plan' });
    const { fields } = t.copy('noninventoryitem', id);
    expect(fields).toMatchObject({ itemid: null, externalid: null, displayname: 'The plan' });
  });
});
