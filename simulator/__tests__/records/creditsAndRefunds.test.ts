import { receivablesAging } from '../../src/accounting/aging';
import { setPreference } from '../../src/company/settings';
import { saveRecord } from '../../src/records/saveRecord';
import { receivablesOf } from './receivables';
import { administrator, codeOf, finish, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let r: ReturnType<typeof receivablesOf>;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount();
  r = receivablesOf(t);
  customer = t.customer();
  item = t.item();
});
const bill = (amount: number, values = {}) => t.save(t.invoice(customer, [{ item, amount }], values));
const due = (id: string) => t.load('invoice', id).fields.amountremaining;
const credit = (amount: number, values = {}) =>
  t.addLine(t.create('creditmemo', values, { entity: customer }), 'item', { item, amount });
const refund = () =>
  t.create('customerrefund', { account: t.accountNumbered('1000'), paymentmethod: '2' }, { entity: customer });

describe('a credit memo from an invoice', () => {
  test('has its lines and is applied to it', () => {
    const invoice = t.save(
      t.invoice(
        customer,
        [
          { item, amount: 60, description: 'A' },
          { item, amount: 40 },
        ],
        { memo: 'x' },
      ),
    );
    const memo = r.transform('invoice', invoice, 'creditmemo');
    expect(memo.sublists.item?.map((line) => [line.fields.amount, line.fields.description])).toEqual([
      [60, 'A'],
      [40, null],
    ]);
    const id = t.save(memo);
    expect(r.gl(id)).toEqual(['1100: -100.00', '4010: 60.00', '4010: 40.00']);
    expect([due(invoice), r.status(invoice), r.status(id)]).toEqual([
      0,
      { status: 'B', closedate: '2026-07-15' },
      { status: 'B', closedate: '2026-07-15' },
    ]);
    expect(t.load('creditmemo', id).fields).toMatchObject({
      createdfrom: invoice,
      tranid: 'CM00001',
      applied: 100,
      unapplied: 0,
      amountremaining: 0,
      status: 'Fully Applied',
      statusref: 'fullyApplied',
    });
  });

  test('whose lines are lowered is applied for what is left of it', () => {
    const invoice = bill(100);
    const memo = r.transform('invoice', invoice, 'creditmemo');
    const [line] = memo.sublists.item ?? [];
    if (line) line.fields.amount = 30;
    line?.changed?.push('amount');
    t.save(memo);
    expect(due(invoice)).toBe(70);
  });

  test('stays unapplied where the tick is cleared, and as far as the invoice is paid', () => {
    const [one, other] = [bill(100), bill(100)];
    const cleared = t.save(r.apply(r.transform('invoice', one, 'creditmemo'), 'apply', one, false));
    r.pay(customer, 80, { [other]: 80 });
    const rest = t.save(r.transform('invoice', other, 'creditmemo'));
    expect([due(one), due(other)]).toEqual([100, 0]);
    expect([cleared, rest].map((id) => t.load('creditmemo', id).fields.unapplied)).toEqual([100, 80]);
  });

  test('keeps the invoice from being deleted, and opens it when it is deleted itself', () => {
    const invoice = bill(100);
    const memo = t.save(r.transform('invoice', invoice, 'creditmemo'));
    expect(codeOf(() => t.remove('invoice', invoice))).toMatch(/^TRANS_IN_USE/);
    t.remove('creditmemo', memo);
    expect(due(invoice)).toBe(100);
    t.remove('invoice', invoice);
    expect(r.balance('1100')).toBe('0.00');
  });
});

describe('a credit memo', () => {
  test('applied for more than it is says so in NetSuite’s words', () => {
    const invoice = bill(100);
    expect(codeOf(() => t.save(r.apply(credit(40), 'apply', invoice, 50)))).toBe(
      'TRANS_APPLIED_AMTS_UNBALNCD: Transaction is not in balance! Total to apply of $40.00 does not equal sum of applied $50.00 and unapplied $0.00',
    );
  });

  test('that was refunded cannot come to less, nor be deleted', () => {
    const memo = t.save(credit(40));
    t.save(r.apply(refund(), 'apply', memo, 30));
    const record = t.load('creditmemo', memo);
    expect(record.fields).toMatchObject({ applied: 30, unapplied: 10 });
    const [line] = record.sublists.item ?? [];
    if (line) line.fields.amount = 29;
    line?.changed?.push('amount');
    expect(codeOf(() => t.save(record))).toMatch(/^TRANS_APPLIED_AMTS_UNBALNCD/);
    expect(codeOf(() => t.remove('creditmemo', memo))).toMatch(/^TRANS_IN_USE/);
  });

  test('is copied without what it was applied to', () => {
    const invoice = bill(100);
    const memo = t.save(r.apply(credit(40), 'apply', invoice));
    const copy = t.copy('creditmemo', memo);
    expect(copy.fields).toMatchObject({ applied: 0, tranid: null, total: 40 });
    expect(t.load('creditmemo', t.save(copy)).fields.unapplied).toBe(40);
  });
});

describe('a refund', () => {
  test('needs something to give back, an account and a method', () => {
    t.save(credit(40));
    expect(codeOf(() => t.save(refund()))).toMatch(/^USER_ERROR/);
    expect(codeOf(() => t.save(t.create('customerrefund', {}, { entity: customer })))).toBe(
      'USER_ERROR: Please enter value(s) for: Account, Refund Method',
    );
  });

  test('that is deleted opens the credit again', () => {
    const memo = t.save(credit(40));
    const id = t.save(r.apply(refund(), 'apply', memo));
    expect(r.owed(customer)).toBe('0.00');
    t.remove('customerrefund', id);
    expect([t.load('creditmemo', memo).fields.unapplied, r.owed(customer)]).toEqual([40, '-40.00']);
  });

  test('of a payment comes with what is unapplied of it', () => {
    const invoice = bill(60);
    const payment = r.pay(customer, 100, { [invoice]: 60 });
    const record = r.transform('customerpayment', payment, 'customerrefund');
    expect(record.fields.total).toBe(40);
    t.save(t.set(record, { account: t.accountNumbered('1000'), paymentmethod: '2' }));
    expect(codeOf(() => r.transform('customerpayment', payment, 'customerrefund'))).toMatch(/^INVALID_INITIALIZE_REF/);
  });

  test('a credit memo cannot be transformed into one (section_4267258715)', () => {
    const memo = t.save(credit(40));
    expect(codeOf(() => r.transform('creditmemo', memo, 'customerrefund'))).toMatch(/^INVALID_RCRD_TRANSFRM/);
  });
});

describe('A/R aging', () => {
  test('puts what is open into intervals of days, and adds up to the A/R account', () => {
    const day = (month: number, date: number) => new Date(2026, month - 1, date);
    const open = { postingperiod: t.idOf('accountingperiod', 'periodname', 'Jul 2026') };
    for (const [amount, duedate] of [
      [1, day(7, 20)],
      [2, day(7, 1)],
      [4, day(6, 10)],
      [8, day(5, 1)],
      [16, day(1, 1)],
    ] as const) {
      bill(amount, { duedate, ...open });
    }
    t.save(credit(3));
    const [line, ...others] = receivablesAging(t.account, { asOf: '2026-07-15' });
    expect(others).toEqual([]);
    expect(line).toEqual({
      customer: Number(customer),
      subsidiary: Number(t.us()),
      account: Number(t.accountNumbered('1100')),
      buckets: { current: '-2.00', '1-30': '2.00', '31-60': '4.00', '61-90': '8.00', over90: '16.00' },
      total: '28.00',
    });
    expect(r.balance('1100')).toBe('28.00');
  });

  test('counts from the transaction’s date where the preference says so', () => {
    bill(5, { trandate: new Date(2026, 6, 1), duedate: new Date(2026, 6, 31) });
    const buckets = () => receivablesAging(t.account, { asOf: '2026-07-15' })[0]?.buckets;
    expect(buckets()).toMatchObject({ current: '5.00' });
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'AGEFROM', 'TRANDATE');
    expect(buckets()).toMatchObject({ '1-30': '5.00' });
  });
});

test('a refund needs its method, also where mandatory fields are ignored', () => {
  const memo = t.save(credit(10));
  const record = r.apply(refund(), 'apply', memo);
  record.fields.paymentmethod = null;
  const save = () =>
    finish(saveRecord(t.account, administrator, { record, enableSourcing: true, ignoreMandatoryFields: true }));
  expect(codeOf(save)).toBe('USER_ERROR: Please enter value(s) for: Refund Method');
});
