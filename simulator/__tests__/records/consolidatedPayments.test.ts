import { setFeature, setPreference } from '../../src/company/settings';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let parent: string;
let child: string;
let invoices: { parent: string; child: string };

beforeEach(() => {
  t = testAccount();
  parent = t.customer();
  child = t.customer({ parent });
  const item = t.item();
  invoices = {
    parent: t.save(t.invoice(parent, [{ item, amount: 10 }])),
    child: t.save(t.invoice(child, [{ item, amount: 20 }])),
  };
  setFeature(t.account, 'CONSOLPAYMENTS', true);
});

const payment = (customer: string) =>
  transformRecord(t.account, administrator, {
    fromType: 'customer',
    fromId: customer,
    toType: 'customerpayment',
    isDynamic: false,
    defaultValues: {},
  });
const offered = (customer: string) =>
  (payment(customer).sublists.apply ?? []).map((line) => String(line.fields.doc)).sort();

test('a top-level customer pays the invoices of its subcustomers, each subcustomer its own (section_N1288474)', () => {
  expect(offered(parent)).toEqual([invoices.parent, invoices.child].sort());
  expect(offered(child)).toEqual([invoices.child]);
  const record = payment(parent);
  t.set(record, { payment: 30 });
  for (const line of record.sublists.apply ?? []) {
    line.fields.apply = true;
    line.changed = ['apply'];
  }
  record.changedSublists.push('apply');
  t.save(record);
  for (const id of Object.values(invoices)) expect(t.load('invoice', id).fields.status).toBe('Paid In Full');
});

test('without the feature everybody pays their own', () => {
  setFeature(t.account, 'CONSOLPAYMENTS', false);
  expect(offered(parent)).toEqual([invoices.parent]);
  expect(offered(child)).toEqual([invoices.child]);
});

test('by preference payments are applied through the top-level customer only', () => {
  setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'PAYMENTSONLYFROMTOPPARENT', true);
  expect(offered(parent)).toEqual([invoices.parent, invoices.child].sort());
  expect(offered(child)).toEqual([]);
});
