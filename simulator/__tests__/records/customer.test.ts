import { emptyRecord } from '../../src/records/recordType';
import { codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

function addressed(values: Record<string, string>, flags: Record<string, boolean> = { defaultbilling: true }) {
  const record = t.create('customer', { companyname: 'Acme', subsidiary: t.us() });
  t.addLine(record, 'addressbook', { label: 'Head office', ...flags });
  const address = emptyRecord('address', false);
  address.fields = values;
  const line = record.sublists.addressbook?.[0];
  if (line) line.subrecords.addressbookaddress = address;
  return record;
}

describe('customer', () => {
  test('gets a generated id with prefix and leading zeros, and a title with id and name', () => {
    const id = t.customer({ companyname: 'Acme' });
    expect(t.load('customer', id).fields).toMatchObject({ entityid: 'CUST00001', altname: 'Acme' });
    expect(t.store.get('SELECT entitytitle FROM customer WHERE id = ?', [Number(id)])).toEqual({
      entitytitle: 'CUST00001 Acme',
    });
  });

  test('ignores a given id while autoname is set, and takes it where it is not', () => {
    const ignored = t.customer({ entityid: 'MINE' });
    const taken = t.customer({ entityid: 'MINE', autoname: false });
    expect(t.load('customer', ignored).fields.entityid).toBe('CUST00001');
    expect(t.load('customer', taken).fields.entityid).toBe('MINE');
  });

  test('without Allow Override a given id is ignored', () => {
    t.store.run("UPDATE numbering SET allowoverride = 'F' WHERE recordtype = 'customer'");
    const id = t.customer({ entityid: 'MINE', autoname: false });
    expect(t.load('customer', id).fields.entityid).toBe('CUST00001');
  });

  test('without generated numbers the name is the id', () => {
    t.store.run("UPDATE numbering SET enabled = 'F' WHERE recordtype = 'customer'");
    const id = t.customer({ companyname: 'Acme' });
    expect(t.load('customer', id).fields.entityid).toBe('Acme');
  });

  test('an id that another customer has is UNIQUE_CUST_ID_REQD (section_N3539978)', () => {
    t.customer({ entityid: 'MINE', autoname: false });
    expect(codeOf(() => t.customer({ entityid: 'MINE', autoname: false }))).toMatch(/^UNIQUE_CUST_ID_REQD: A customer/);
  });

  test('a company needs a company name, a person first and last name', () => {
    expect(codeOf(() => t.customer({ companyname: null }))).toBe('USER_ERROR: Please enter value(s) for: Company Name');
    expect(codeOf(() => t.customer({ isperson: 'T', companyname: null }))).toBe(
      'USER_ERROR: Please enter value(s) for: First Name, Last Name',
    );
    const person = t.customer({ isperson: 'T', companyname: null, firstname: 'Ada', lastname: 'Lovelace' });
    expect(t.load('customer', person).fields).toMatchObject({ isperson: 'T', altname: 'Ada Lovelace' });
  });

  test('needs a subsidiary in OneWorld, and has the only one elsewhere', () => {
    expect(codeOf(() => t.customer({ subsidiary: null }))).toBe(
      'USER_ERROR: Please enter value(s) for: Primary Subsidiary',
    );
    const single = testAccount('empty');
    const id = single.save(single.create('customer', { companyname: 'Acme' }));
    expect(single.load('customer', id).fields.subsidiary).toBe('1');
  });

  test('takes the currency of its subsidiary, and any other that is given beside it', () => {
    const id = t.customer({ subsidiary: t.de() });
    expect(t.load('customer', id).fields.currency).toBe(t.eur());
    const other = t.customer({ subsidiary: t.de(), currency: t.gbp() });
    const record = t.load('customer', other);
    expect(record.fields.currency).toBe(t.gbp());
    expect(record.sublists.currency?.map((line) => line.fields.currency)).toEqual([t.gbp()]);
  });

  test('keeps addresses as subrecords of the addressbook (section_4687606306)', () => {
    const record = addressed({ addr1: '1 Main St', city: 'San Francisco', state: 'CA', zip: '94105', country: 'US' });
    const loaded = t.load('customer', t.save(record));
    const line = loaded.sublists.addressbook?.[0];
    expect(line?.fields).toMatchObject({ label: 'Head office', defaultbilling: true, defaultshipping: false });
    expect(line?.subrecords.addressbookaddress?.fields).toMatchObject({ addr1: '1 Main St', city: 'San Francisco' });
    expect(loaded.fields.defaultaddress).toBe('1 Main St\nSan Francisco CA 94105\nUnited States');
  });

  test('only the last address that asks to be the default is it', () => {
    const record = addressed({ addr1: 'One', country: 'US' });
    t.addLine(record, 'addressbook', { label: 'Second', defaultbilling: true });
    const second = record.sublists.addressbook?.[1];
    const address = emptyRecord('address', false);
    address.fields = { addr1: 'Two', country: 'DE' };
    if (second) second.subrecords.addressbookaddress = address;
    const lines = t.load('customer', t.save(record)).sublists.addressbook ?? [];
    expect(lines.map((line) => line.fields.defaultbilling)).toEqual([false, true]);
  });

  test('an address that is removed is gone, and one that is changed keeps its key', () => {
    const id = t.save(addressed({ addr1: 'One', country: 'US' }));
    const record = t.load('customer', id);
    const address = record.sublists.addressbook?.[0]?.subrecords.addressbookaddress;
    if (address) address.fields.addr1 = 'Other';
    record.changedSublists = ['addressbook'];
    t.save(record);
    const again = t.load('customer', id);
    expect(again.sublists.addressbook?.[0]?.fields.internalid).toBe(1);
    expect(again.fields.defaultaddress).toBe('Other\nUnited States');
    again.sublists.addressbook = [];
    again.changedSublists = ['addressbook'];
    t.save(again);
    expect(t.store.all('SELECT * FROM entityaddress')).toEqual([]);
  });

  test('an address in a country that does not exist is refused', () => {
    expect(codeOf(() => t.save(addressed({ addr1: 'One', country: 'Germany' })))).toBe(
      'INVALID_KEY_OR_REF: Invalid country reference key Germany.',
    );
  });

  test('shows what it owes, and what of it is overdue', () => {
    const id = t.customer({ terms: t.idOf('term', 'name', 'Net 30') });
    t.save(t.invoice(id, [{ item: t.item(), amount: 100 }]));
    expect(t.load('customer', id).fields).toMatchObject({ balance: 100, overduebalance: 0 });
    t.clock.advance(31 * 24 * 3600 * 1000);
    expect(t.load('customer', id).fields).toMatchObject({ balance: 100, overduebalance: 100 });
  });

  test('cannot be its own parent, neither directly nor through others', () => {
    const parent = t.customer();
    const child = t.customer({ parent });
    expect(codeOf(() => t.save(t.set(t.load('customer', parent), { parent: child })))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('cannot be deleted while it has transactions', () => {
    const id = t.customer();
    t.save(t.invoice(id, [{ item: t.item(), amount: 100 }]));
    expect(codeOf(() => t.remove('customer', id))).toMatch(/^THIS_RECORD_CANNOT_BE_DELETED/);
    const other = t.customer();
    t.remove('customer', other);
    expect(codeOf(() => t.load('customer', other))).toMatch(/^RCRD_DSNT_EXIST/);
    expect(t.store.get('SELECT type, recordid, scriptid FROM deletedrecord')).toEqual({
      type: 'Customer',
      recordid: Number(other),
      scriptid: 'customer',
    });
  });

  test('cannot change its subsidiary once it has transactions', () => {
    const id = t.customer();
    t.save(t.set(t.load('customer', id), { subsidiary: t.de() }));
    t.save(t.set(t.load('customer', id), { subsidiary: t.us() }));
    t.save(t.invoice(id, [{ item: t.item(), amount: 100 }]));
    expect(codeOf(() => t.save(t.set(t.load('customer', id), { subsidiary: t.de() })))).toMatch(/^USER_ERROR/);
  });
});
