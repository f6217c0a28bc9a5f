import { receivablesAging } from '../../src/accounting/aging';
import { customerBalance, receivables } from '../../src/accounting/receivables';
import { demoCompany } from '../../src/company/presets/demo';
import { runSuiteQL } from '../../src/query/run';
import { attachRecord, detachRecord } from '../../src/records/attach';
import { transformRecord } from '../../src/records/transformRecord';
import type { SearchColumn } from '../../src/search/definition';
import { runSearch } from '../../src/search/run';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

const company = { ...demoCompany, features: [...demoCompany.features, 'JOBS'] };

let t: TestAccount;
let acme: string;
beforeEach(() => {
  t = testAccount(company);
  acme = t.customer({ companyname: 'Acme' });
});

const rows = (sql: string) => runSuiteQL(t.account, administrator, sql).rows;
const ends = (contact: string, to: string, role: string | null = null) => ({
  record: { type: 'contact', id: contact },
  to: { type: 'customer', id: to },
  attributes: role === null ? {} : { role },
});

describe('contacts', () => {
  test('take their name from first and last name, and their subsidiary from the company', () => {
    const german = t.customer({ subsidiary: t.de() });
    const id = t.save(
      t.create('contact', { firstname: 'Ann', lastname: 'Lee', company: german, email: 'a@lee.example' }),
    );
    const ann = t.load('contact', id);
    expect(ann.fields).toMatchObject({ entityid: 'Ann Lee', company: german, subsidiary: t.de(), isinactive: false });
    expect(rows('SELECT entityid, company, BUILTIN.DF(company) AS name FROM contact')).toEqual([
      ['Ann Lee', Number(german), 'CUST00002 Customer 2'],
    ]);
  });

  test('need a name and, where no company tells it, a subsidiary', () => {
    expect(codeOf(() => t.save(t.create('contact', { subsidiary: t.us() })))).toBe(
      'USER_ERROR: Please enter value(s) for: Contact Name',
    );
    expect(codeOf(() => t.save(t.create('contact', { lastname: 'Lee' })))).toBe(
      'USER_ERROR: Please enter value(s) for: Subsidiary',
    );
  });

  test('of one company have different names', () => {
    const lee = { firstname: 'Ann', lastname: 'Lee', company: acme };
    t.save(t.create('contact', lee));
    expect(codeOf(() => t.save(t.create('contact', lee)))).toMatch(
      /^CONTACT_ALREADY_EXISTS: A contact record with this/,
    );
    expect(codeOf(() => t.save(t.create('contact', { ...lee, company: t.customer() })))).toBe('no error');
  });

  test('share external ids with all entities', () => {
    t.customer({ externalid: 'one' });
    expect(codeOf(() => t.save(t.create('contact', { lastname: 'Lee', company: acme, externalid: 'one' })))).toMatch(
      /^DUP_RCRD/,
    );
  });

  test('keep addresses of their own', () => {
    const record = t.create('contact', { lastname: 'Lee', company: acme });
    t.addLine(record, 'addressbook', { defaultbilling: true });
    const line = record.sublists.addressbook?.[0];
    if (line) {
      line.subrecords.addressbookaddress = {
        ...t.create('contact'),
        type: 'address',
        fields: { addr1: '1 Main St', city: 'Reno', country: 'US' },
      };
    }
    const id = t.save(record);
    expect(t.load('contact', id).fields.defaultaddress).toContain('1 Main St');
    expect(rows('SELECT COUNT(*) FROM customeraddressbook')).toEqual([[0]]);
    expect(rows('SELECT entity FROM contactaddressbook')).toEqual([[Number(id)]]);
  });

  test('are attached with a role, and one is primary', () => {
    const ann = t.save(t.create('contact', { lastname: 'Ann', company: acme }));
    const bob = t.save(t.create('contact', { lastname: 'Bob', subsidiary: t.us() }));
    attachRecord(t.account, administrator, ends(ann, acme, '-10'));
    expect(t.load('contact', ann).fields.contactrole).toBe(-10);
    attachRecord(t.account, administrator, ends(bob, acme, '-10'));
    expect(rows('SELECT contact, role FROM companycontactrelationship ORDER BY contact')).toEqual([
      [Number(ann), null],
      [Number(bob), -10],
    ]);
    detachRecord(t.account, administrator, ends(ann, acme));
    expect(t.load('contact', ann).fields.company).toBeNull();
    expect(rows('SELECT contact FROM companycontactrelationship')).toEqual([[Number(bob)]]);
  });

  test('are found from their company: contact and contactPrimary', () => {
    const ann = t.save(t.create('contact', { lastname: 'Ann', company: acme }));
    t.save(t.create('contact', { lastname: 'Bob', company: acme }));
    attachRecord(t.account, administrator, ends(ann, acme, '-10'));
    const found = (join: string) => {
      const columns = [{ name: 'entityid', join, summary: null, formula: null, function: null, sort: null }];
      const search = { type: 'customer', columns, filter: null };
      return runSearch(t.account, administrator, search, { start: 0, end: null }).map(({ cells }) => cells[0]?.value);
    };
    expect(found('contactPrimary')).toEqual(['Ann']);
    expect(found('contact').sort()).toEqual(['Ann', 'Bob']);
  });

  test('fields that NetSuite has and the simulator has not are refused by name', () => {
    expect(codeOf(() => t.save(t.create('contact', { lastname: 'Ann', company: acme, category: '1' })))).toMatch(
      /^SIMULATOR_NOT_SUPPORTED.*category of contact/,
    );
    expect(codeOf(() => t.save(t.create('job', { companyname: 'Move', parent: acme, jobtype: '1' })))).toMatch(
      /^SIMULATOR_NOT_SUPPORTED.*jobtype of job/,
    );
  });

  test('attachments of what is not there, and of anything else, are refused', () => {
    const ann = t.save(t.create('contact', { lastname: 'Ann', company: acme }));
    expect(codeOf(() => attachRecord(t.account, administrator, ends(ann, '999')))).toMatch(/^RCRD_DSNT_EXIST/);
    expect(codeOf(() => attachRecord(t.account, administrator, ends(ann, acme, '7')))).toMatch(/^INVALID_KEY_OR_REF/);
    const file = { record: { type: 'file', id: '1' }, to: { type: 'customer', id: acme }, attributes: {} };
    expect(codeOf(() => attachRecord(t.account, administrator, file))).toMatch(/^SIMULATOR_NOT_SUPPORTED.*file/);
    t.submit('contact', ann, { isinactive: true });
    expect(codeOf(() => attachRecord(t.account, administrator, ends(ann, acme)))).toMatch(/^INVALID_KEY_OR_REF/);
  });
});

describe('projects', () => {
  const project = (values = {}): string => t.save(t.create('job', { companyname: 'Move', parent: acme, ...values }));

  test('are there with the feature Projects alone', () => {
    expect(codeOf(() => testAccount().create('job'))).toMatch(/^INVALID_RCRD_TYPE/);
  });

  test('have the subsidiary and the currency of their customer', () => {
    const id = project();
    expect(t.load('job', id).fields).toMatchObject({
      entityid: 'Move',
      subsidiary: t.us(),
      currency: t.usd(),
      entitystatus: '2',
    });
    expect(rows('SELECT customer, entitytitle, BUILTIN.DF(customer) FROM job')).toEqual([
      [Number(acme), 'CUST00001 Acme : Move', 'CUST00001 Acme'],
    ]);
    expect(codeOf(() => project({ currency: t.gbp(), entityid: 'Other' }))).toMatch(/^INVALID_KEY_OR_REF.*currency/);
  });

  test('are numbered where projects are, and have different ids at one customer', () => {
    t.store.run(
      `INSERT INTO numbering (recordtype, prefix, suffix, mindigits, nextnumber, allowoverride, allowupdate, enabled)
       VALUES ('job', 'P', '', 3, 1, 'T', 'T', 'T')`,
    );
    expect(t.load('job', project()).fields.entityid).toBe('P001');
    expect(codeOf(() => project({ autoname: false, entityid: 'P001' }))).toMatch(/^UNIQUE_CUST_ID_REQD/);
  });

  test('stand where a customer can, and what they owe is the customer’s', () => {
    const id = project();
    const item = t.item();
    const invoice = t.save(t.invoice(id, [{ item, amount: 100 }]));
    const stored = t.load('invoice', invoice);
    expect(stored.fields).toMatchObject({ entity: id, subsidiary: t.us(), currency: t.usd() });
    expect(customerBalance(t.account, Number(acme), null, null)).toBe(100);
    expect(customerBalance(t.account, Number(id), null, null)).toBe(100);
    expect(receivables(t.account)).toMatchObject([{ customer: Number(acme), amount: '100.00' }]);
    expect(receivablesAging(t.account, { asOf: '2026-07-15' })).toMatchObject([{ customer: Number(acme) }]);
    const payment = transformRecord(t.account, administrator, {
      fromType: 'customer',
      fromId: acme,
      toType: 'customerpayment',
      isDynamic: false,
      defaultValues: {},
    });
    const line = payment.sublists.apply?.[0];
    expect(line?.fields.doc).toBe(invoice);
    if (line)
      Object.assign(line, { fields: { ...line.fields, apply: true, amount: 100 }, changed: ['apply', 'amount'] });
    t.save(payment);
    expect(t.load('invoice', invoice).fields.status).toBe('Paid In Full');
    expect(codeOf(() => t.remove('job', id))).toMatch(/DEPENDENT_RECORDS/);
    expect(codeOf(() => t.save(t.set(t.load('job', id), { parent: t.customer() })))).toMatch(
      /cannot change the customer/,
    );
  });

  test('are found from transactions: customer, job and jobMain', () => {
    const id = project();
    t.save(t.invoice(id, [{ item: t.item(), amount: 5 }]));
    const column = (join: string): SearchColumn => ({
      name: 'companyname',
      join,
      summary: null,
      formula: null,
      function: null,
      sort: null,
    });
    const columns = ['customer', 'jobMain', 'job'].map(column);
    const rows = runSearch(t.account, administrator, { type: 'invoice', columns, filter: null }, { start: 0, end: 1 });
    const found = rows.map(({ cells }) => cells);
    expect(JSON.stringify(found)).toContain('Acme');
    expect(JSON.stringify(found)).toContain('Move');
  });

  test('of another customer cannot be named on a line', () => {
    const other = t.customer();
    const line = { item: t.item(), amount: 5, job: project() };
    expect(codeOf(() => t.save(t.invoice(other, [line])))).toMatch(/^INVALID_KEY_OR_REF.*job/);
    expect(codeOf(() => t.save(t.invoice(acme, [line])))).toBe('no error');
  });
});
