import { setPreference } from '../../src/company/settings';
import { sourceLine, sourceRecord } from '../../src/records/sourcing';
import { transformRecord } from '../../src/records/transformRecord';
import { receivablesOf } from './receivables';
import { accountant, administrator, codeOf, type TestAccount, testAccount } from './testAccount';

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
const bill = (amount: number, values = {}, who = customer) => t.save(t.invoice(who, [{ item, amount }], values));
const due = (id: string) => t.load('invoice', id).fields.amountremaining;

describe('a payment of an invoice', () => {
  test('pays what is due of it', () => {
    const invoice = bill(100);
    const payment = r.transform('invoice', invoice, 'customerpayment');
    expect(payment.fields).toMatchObject({ customer, payment: 100, applied: 100, unapplied: 0, undepfunds: 'T' });
    const id = t.save(payment);
    expect(r.gl(id)).toEqual(['1200: 100.00', '1100: -100.00']);
    expect(r.status(invoice)).toEqual({ status: 'B', closedate: '2026-07-15' });
    expect(t.load('invoice', invoice).fields).toMatchObject({
      amountpaid: 100,
      amountremaining: 0,
      status: 'Paid In Full',
    });
    expect(t.load('customerpayment', id).fields).toMatchObject({
      status: 'Not Deposited',
      applied: 100,
      tranid: 'PYMT00001',
    });
  });

  test('of which the amount is lowered pays less of it', () => {
    const invoice = bill(100);
    t.save(t.set(r.transform('invoice', invoice, 'customerpayment'), { payment: 60 }));
    expect(due(invoice)).toBe(40);
  });

  test('of which the line is lowered is lowered too', () => {
    const invoice = bill(100);
    const id = t.save(r.apply(r.transform('invoice', invoice, 'customerpayment'), 'apply', invoice, 40));
    expect(t.load('customerpayment', id).fields).toMatchObject({ payment: 40, applied: 40, unapplied: 0 });
    expect(due(invoice)).toBe(60);
  });

  test('of a paid invoice is no valid reference', () => {
    const invoice = bill(100);
    t.save(r.transform('invoice', invoice, 'customerpayment'));
    expect(codeOf(() => r.transform('invoice', invoice, 'customerpayment'))).toBe(
      `INVALID_INITIALIZE_REF: Can not initialize customerPayment: invalid invoice reference ${invoice}.`,
    );
  });

  test('shows each line with what was due before it, its number, its dates and its line', () => {
    const invoice = bill(100, { trandate: new Date(2026, 6, 3), tranid: 'A-1' });
    const id = r.pay(customer, 70, { [invoice]: 70 });
    const line = r.line(t.load('customerpayment', id), 'apply', invoice);
    expect(line.fields).toMatchObject({
      apply: true,
      amount: 70,
      due: 100,
      total: 100,
      refnum: 'A-1',
      internalid: invoice,
      line: 0,
      type: 'Invoice',
      trantype: 'CustInvc',
      applydate: new Date(2026, 6, 3),
      currency: 'USD',
    });
  });
});

describe('the amount of a payment', () => {
  test('pays some invoices in part and one in full', () => {
    const [one, other] = [bill(100), bill(50)];
    const id = r.pay(customer, 150, { [one]: 60, [other]: true });
    expect([due(one), due(other)]).toEqual([40, 0]);
    expect(t.load('customerpayment', id).fields).toMatchObject({ applied: 110, unapplied: 40 });
  });

  test('given, fills the ticked lines until it is used up', () => {
    const [one, other, third] = [bill(100), bill(50), bill(20)];
    r.pay(customer, 130, { [one]: true, [other]: true, [third]: true });
    expect([due(one), due(other), due(third)]).toEqual([0, 20, 20]);
  });

  test('cannot be negative, and cannot be missing where nothing is applied', () => {
    expect(codeOf(() => r.pay(customer, -1, {}))).toMatch(/^USER_ERROR/);
    expect(codeOf(() => r.pay(customer, null, {}))).toBe('USER_ERROR: Please enter value(s) for: Payment Amount');
  });

  test('may be zero where credits pay the invoices', () => {
    const invoice = bill(30);
    const memo = t.save(t.addLine(t.create('creditmemo', {}, { entity: customer }), 'item', { item, amount: 30 }));
    const payment = r.apply(r.transform('invoice', invoice, 'customerpayment'), 'credit', memo);
    payment.fields.payment = 0;
    payment.changedFields.push('payment');
    const id = t.save(payment);
    expect([due(invoice), r.gl(id), r.status(memo)?.status]).toEqual([0, [], 'B']);
  });

  test('more than is due of an invoice is INVALID_LINK_SUM', () => {
    const invoice = bill(100);
    expect(codeOf(() => r.pay(customer, 200, { [invoice]: 101 }))).toBe(
      'INVALID_LINK_SUM: Links sum to more than original transaction amount',
    );
  });

  test('two payments that were made ready for one invoice do not both pay it', () => {
    const invoice = bill(100);
    const [one, other] = [1, 2].map(() => r.transform('invoice', invoice, 'customerpayment'));
    if (one) t.save(one);
    expect(codeOf(() => other && t.save(other))).toMatch(/^INVALID_LINK_SUM/);
    expect(due(invoice)).toBe(0);
  });
});

describe('changing a payment', () => {
  test('to another invoice opens the first again', () => {
    const [one, other] = [bill(100), bill(100)];
    const id = r.pay(customer, 100, { [one]: 100 });
    const record = t.load('customerpayment', id);
    t.save(r.apply(r.apply(record, 'apply', one, false), 'apply', other));
    expect([due(one), due(other), r.status(one)]).toEqual([100, 0, { status: 'A', closedate: null }]);
  });

  test('to less than is applied is INVALID_AMT', () => {
    const invoice = bill(100);
    const id = r.pay(customer, 100, { [invoice]: 100 });
    expect(codeOf(() => t.save(t.set(t.load('customerpayment', id), { payment: 90 })))).toBe(
      'INVALID_AMT: Amount applied greater than total payments and credits',
    );
  });

  test('changes nothing of it where only the memo is changed, and its lines keep their ids', () => {
    const invoice = bill(100);
    const id = r.pay(customer, 100, { [invoice]: 60 });
    const lines = () => t.store.all('SELECT id, uniquekey FROM transactionline WHERE "transaction" = ?', [Number(id)]);
    const before = lines();
    t.save(t.set(t.load('customerpayment', id), { memo: 'checked' }));
    expect([due(invoice), lines()]).toEqual([40, before]);
    expect(before).toHaveLength(2);
  });

  test('the invoice that it pays has changed for whoever loaded it before', () => {
    const invoice = bill(100);
    const loaded = t.load('invoice', invoice);
    r.pay(customer, 100, { [invoice]: 100 });
    expect(codeOf(() => t.save(t.set(loaded, { memo: 'late' })))).toMatch(/^RCRD_HAS_BEEN_CHANGED/);
  });
});

describe('what is linked', () => {
  test('an invoice that is paid is TRANS_IN_USE, and its total stays above what was paid', () => {
    const invoice = bill(100);
    r.pay(customer, 60, { [invoice]: 60 });
    expect(codeOf(() => t.remove('invoice', invoice))).toMatch(/^TRANS_IN_USE/);
    const record = t.load('invoice', invoice);
    const [line] = record.sublists.item ?? [];
    if (line) line.fields.amount = 59;
    line?.changed?.push('amount');
    expect(codeOf(() => t.save(record))).toMatch(/^INVALID_LINK_SUM/);
  });

  test('a paid invoice keeps its customer', () => {
    const invoice = bill(100);
    r.pay(customer, 60, { [invoice]: 60 });
    expect(codeOf(() => t.save(t.set(t.load('invoice', invoice), { entity: t.customer() })))).toMatch(/^USER_ERROR/);
  });

  test('SuiteQL shows payments as links with their amounts', () => {
    const invoice = bill(100);
    const id = r.pay(customer, 60, { [invoice]: 60 });
    expect(
      t.store.all(
        'SELECT previousdoc, previousline, nextdoc, nextline, linktype, foreignamount FROM nexttransactionlinelink',
      ),
    ).toEqual([
      {
        previousdoc: Number(invoice),
        previousline: 0,
        nextdoc: Number(id),
        nextline: 1,
        linktype: 'Payment',
        foreignamount: 60,
      },
    ]);
    expect(
      t.store.get(
        `SELECT t.foreignamountpaid, t.foreignamountunpaid, tal.amountpaid, tal.amountunpaid FROM "transaction" t
         JOIN transactionaccountingline tal ON tal."transaction" = t.id AND tal.transactionline = 0 WHERE t.id = ?`,
        [Number(invoice)],
      ),
    ).toEqual({ foreignamountpaid: 60, foreignamountunpaid: 40, amountpaid: 60, amountunpaid: 40 });
    expect(
      t.store.get(
        `SELECT tl.foreignpaymentamountused, tl.foreignpaymentamountunused, tal.paymentamountunused
         FROM transactionline tl JOIN transactionaccountingline tal ON tal."transaction" = tl."transaction"
           AND tal.transactionline = tl.id WHERE tl."transaction" = ? AND tl.id = 1`,
        [Number(id)],
      ),
    ).toEqual({ foreignpaymentamountused: 60, foreignpaymentamountunused: 0, paymentamountunused: 0 });
  });

  test('a refunded payment is TRANS_IN_USE, and what was refunded cannot be applied', () => {
    const invoice = bill(100);
    const id = r.pay(customer, 60, {});
    t.save(
      t.set(r.transform('customerpayment', id, 'customerrefund'), {
        account: t.accountNumbered('1000'),
        paymentmethod: '2',
      }),
    );
    expect(codeOf(() => t.remove('customerpayment', id))).toMatch(/^TRANS_IN_USE/);
    expect(t.load('customerpayment', id).fields).toMatchObject({ applied: 0, unapplied: 0 });
    expect(codeOf(() => t.save(r.apply(t.load('customerpayment', id), 'apply', invoice, 10)))).toMatch(/^INVALID_AMT/);
  });
});

describe('periods', () => {
  test('a payment takes no closed period, and none that is locked for A/R from those who may not override it', () => {
    t.store.run("UPDATE accountingperiod SET arlocked = 'T' WHERE periodname = 'Jul 2026'");
    const record = () => t.set(r.transform('customer', customer, 'customerpayment'), { payment: 5 });
    expect(codeOf(() => t.save(record(), accountant))).toMatch(/^TRAN_PERIOD_CLOSED/);
    const closed = { postingperiod: t.idOf('accountingperiod', 'periodname', 'May 2026') };
    expect(codeOf(() => t.save(t.set(record(), closed)))).toMatch(/^CLOSED_TRAN_PRD/);
    expect(codeOf(() => t.save(record()))).toBe('no error');
  });

  test('an invoice of a closed period can be paid in an open one', () => {
    const invoice = bill(100);
    t.store.run("UPDATE accountingperiod SET closed = 'T' WHERE periodname = 'Jul 2026'");
    t.clock.advance(31 * 86_400_000);
    r.pay(customer, 100, { [invoice]: 100 });
    expect(r.status(invoice)).toEqual({ status: 'B', closedate: '2026-08-15' });
  });
});

describe('making a payment', () => {
  test('by record.create is allowed by a preference of the account', () => {
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'CUSTOMERPAYMENTCREATE', true);
    const invoice = bill(10);
    const payment = t.create('customerpayment', {}, { entity: customer });
    t.save(r.apply(payment, 'apply', invoice));
    expect(due(invoice)).toBe(0);
  });

  test('external ids are unique over all transactions', () => {
    const invoice = t.save(t.invoice(customer, [{ item, amount: 1 }], { externalid: 'same' }));
    expect(codeOf(() => r.pay(customer, 1, { [invoice]: 1 }, { externalid: 'same' }))).toMatch(/^DUP_RCRD/);
  });

  test('in a bank account of a third currency is refused', () => {
    expect(codeOf(() => r.pay(customer, 1, {}, { account: t.accountNumbered('1010') }))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('in dynamic mode a tick takes what is due, and the amount follows', () => {
    const [one, other] = [bill(100), bill(30)];
    const dynamic = transformRecord(t.account, administrator, {
      fromType: 'customer',
      fromId: customer,
      toType: 'customerpayment',
      isDynamic: true,
      defaultValues: {},
    });
    let record = dynamic;
    for (const doc of [one, other]) {
      const line = { ...r.line(record, 'apply', doc) };
      line.fields = { ...line.fields, apply: true };
      const sourced = sourceLine(t.account, administrator, { record, sublistId: 'apply', line, fieldId: 'apply' });
      const index = (record.sublists.apply ?? []).findIndex((each) => each.fields.doc === doc);
      record.sublists.apply?.splice(index, 1, { ...sourced, changed: ['apply'] });
      record = sourceRecord(t.account, administrator, { record, changed: 'apply' });
    }
    expect(record.fields).toMatchObject({ payment: 130, applied: 130, unapplied: 0 });
    t.save(record);
    expect([due(one), due(other)]).toEqual([0, 0]);
  });
});
