import { glImpact } from '../../src/accounting/glImpact';
import { setPreference } from '../../src/company/settings';
import type { FieldValue, RecordData } from '../../src/records/data';
import { transformRecord } from '../../src/records/transformRecord';
import { dateOfIso } from '../../src/records/values/dates';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let terms: string;
beforeEach(() => {
  t = testAccount();
  setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'SALESDISCACCT', t.accountNumbered('4090'));
  terms = t.save(
    t.create('term', { name: '2% 10 Net 30', daysuntilnetdue: 30, discountpercent: 2, daysuntilexpiry: 10 }),
  );
});

/** An invoice of 1,000 on 2026-07-10, with 2% off until 2026-07-20. */
const invoiceOf = (entity: string, values: Record<string, FieldValue> = {}): string =>
  t.save(
    t.invoice(entity, [{ item: t.item(), amount: 1000 }], { terms, trandate: dateOfIso('2026-07-10'), ...values }),
  );

const paymentOf = (invoice: string): RecordData =>
  transformRecord(t.account, administrator, {
    fromType: 'invoice',
    fromId: invoice,
    toType: 'customerpayment',
    isDynamic: false,
    defaultValues: {},
  });

function change(payment: RecordData, values: Record<string, FieldValue>): RecordData {
  const line = payment.sublists.apply?.[0];
  if (!line) throw new Error('No line');
  Object.assign(line.fields, values);
  line.changed = [...(line.changed ?? []), ...Object.keys(values)];
  payment.changedSublists.push('apply');
  return payment;
}

/** Account numbers with what they were debited (positive) or credited, in base currency. */
const ledger = (id: string): [string, number][] =>
  t.store
    .all<{ acctnumber: string; amount: number }>(
      `SELECT a.acctnumber, l.amount FROM transactionaccountingline l JOIN account a ON a.id = l.account
       WHERE l."transaction" = ? ORDER BY a.acctnumber`,
      [Number(id)],
    )
    .map((row) => [row.acctnumber, row.amount]);

test('the terms tell what discount an invoice has, and until when', () => {
  const line = paymentOf(invoiceOf(t.customer())).sublists.apply?.[0];
  expect(line?.fields).toMatchObject({ due: 1000, discamt: 20, discdate: dateOfIso('2026-07-20') });
});

test('after the discount date nothing is available', () => {
  const line = paymentOf(invoiceOf(t.customer(), { trandate: dateOfIso('2026-07-04') })).sublists.apply?.[0];
  expect(line?.fields).toMatchObject({ discamt: null, discdate: dateOfIso('2026-07-14') });
});

test('a discount that is taken settles the invoice with the payment, and is charged to the Sales Discount Account', () => {
  const invoice = invoiceOf(t.customer());
  const id = t.save(change(paymentOf(invoice), { disc: 20 }));
  expect(t.load('customerpayment', id).fields).toMatchObject({ payment: 980, applied: 980, unapplied: 0 });
  expect(t.load('invoice', invoice).fields).toMatchObject({ status: 'Paid In Full', amountremaining: 0 });
  // 980 to undeposited funds, 20 to the discount account, 1,000 from A/R.
  const amounts = ledger(id).map(([, amount]) => amount);
  expect([...amounts].sort((a, b) => a - b)).toEqual([-1000, 20, 980]);
  expect(ledger(id)).toContainEqual(['4090', 20]);
  expect(glImpact(t.account, Number(id)).length).toBe(3);
});

test('what is stored shows again, and unticking gives both back', () => {
  const invoice = invoiceOf(t.customer());
  const id = t.save(change(paymentOf(invoice), { disc: 20 }));
  const stored = t.load('customerpayment', id);
  expect(stored.sublists.apply?.[0]?.fields).toMatchObject({ apply: true, amount: 980, disc: 20, due: 1000 });
  t.save(change(stored, { apply: false }));
  expect(t.load('invoice', invoice).fields.amountremaining).toBe(1000);
  expect(t.load('customerpayment', id).fields).toMatchObject({ payment: 980, unapplied: 980 });
  expect(ledger(id).map(([, amount]) => amount)).toEqual(expect.arrayContaining([980, -980]));
});

test('deleting the payment opens the invoice by both', () => {
  const invoice = invoiceOf(t.customer());
  const id = t.save(change(paymentOf(invoice), { disc: 20 }));
  t.remove('customerpayment', id);
  expect(t.load('invoice', invoice).fields.amountremaining).toBe(1000);
});

test('amount and discount cannot be more than what is due', () => {
  const invoice = invoiceOf(t.customer());
  expect(codeOf(() => t.save(change(paymentOf(invoice), { amount: 990, disc: 20 })))).toMatch(/^INVALID_LINK_SUM/);
  expect(codeOf(() => t.save(change(paymentOf(invoice), { disc: -1 })))).toMatch(/^USER_ERROR/);
});

test('a part payment leaves what is neither paid nor taken off', () => {
  const invoice = invoiceOf(t.customer());
  const payment = change(paymentOf(invoice), { amount: 490, disc: 10 });
  t.save(t.set(payment, { payment: 490 }));
  expect(t.load('invoice', invoice).fields.amountremaining).toBe(500);
  // 2% of 1,000, less the 10 that were taken.
  expect(paymentOf(invoice).sublists.apply?.[0]?.fields.discamt).toBe(10);
});

test('without a Sales Discount Account none can be taken', () => {
  setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'SALESDISCACCT', '');
  const invoice = invoiceOf(t.customer());
  expect(codeOf(() => t.save(change(paymentOf(invoice), { disc: 20 })))).toBe(
    'USER_ERROR: Please enter value(s) for: Sales Discount Account',
  );
});

test('in another currency discount and exchange gain come apart', () => {
  const entity = t.customer({ currency: t.eur() });
  // At 1.1 on the invoice; the payment is at 1.12: (980 + 20) * 0.02 = 20 gained on A/R.
  const invoice = invoiceOf(entity, { currency: t.eur() });
  const payment = change(paymentOf(invoice), { disc: 20 });
  t.save(t.set(payment, { exchangerate: 1.12 }));
  const total = t.store.get<{ open: number }>(
    `SELECT ROUND(SUM(l.amount), 2) AS open FROM transactionaccountingline l JOIN account a ON a.id = l.account
     WHERE a.accttype = 'AcctRec'`,
  );
  expect(total?.open).toBe(0);
  const gain = t.store.get<{ amount: number }>(
    `SELECT ROUND(SUM(l.amount), 2) AS amount FROM transactionaccountingline l JOIN "transaction" t ON t.id = l."transaction"
     JOIN account a ON a.id = l.account WHERE t.type = 'FxReval' AND a.accttype <> 'AcctRec'`,
  );
  expect(gain?.amount).toBe(-20);
  // 20 EUR at 1.12.
  const discount = t.store.get<{ amount: number }>(
    "SELECT l.amount FROM transactionaccountingline l JOIN account a ON a.id = l.account WHERE a.acctnumber = '4090'",
  );
  expect(discount?.amount).toBe(22.4);
});
