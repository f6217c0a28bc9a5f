import { codeOf, type TestAccount, testAccount } from './testAccount';
import { receivablesOf } from './receivables';

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

describe('a payment of an invoice', () => {
  test('pays what is due of it', () => {
    const invoice = bill(100);
    const payment = r.transform('invoice', invoice, 'customerpayment');
    expect(payment.fields).toMatchObject({ customer, payment: 100, applied: 100, unapplied: 0, undepfunds: 'T' });
    const id = t.save(payment);
    expect(r.gl(id)).toEqual(['1200: 100.00', '1100: -100.00']);
    expect(r.status(invoice)).toEqual({ status: 'B', closedate: '2026-07-15' });
    expect(t.load('invoice', invoice).fields).toMatchObject({ amountpaid: 100, amountremaining: 0, status: 'Paid In Full' });
    expect(t.load('customerpayment', id).fields).toMatchObject({ status: 'Not Deposited', applied: 100, tranid: 'PYMT00001' });
  });
});
