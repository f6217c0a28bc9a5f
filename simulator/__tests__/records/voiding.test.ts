import { setPreference } from '../../src/company/settings';
import { voidTransaction } from '../../src/records/voidTransaction';
import { orders } from './orders';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let o: ReturnType<typeof orders>;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount();
  o = orders(t);
  customer = t.customer();
  item = t.item();
});

const voided = (type: string, id: string): string => voidTransaction(t.account, administrator, { type, id });
const bank = () => t.accountNumbered('1000');
const invoice = (amount: number): string => t.save(o.sale('invoice', customer, [{ item, amount }]));
const payment = (of: string): string =>
  t.save(t.set(o.transform('invoice', of, 'customerpayment'), { account: bank() }));
const status = (type: string, id: string) => t.load(type, id).fields.status;
const noLedger = (id: string) =>
  Object.values(o.impact(id)).every((amount) => amount === 0) &&
  t.store.get('SELECT 1 AS found FROM transactionline WHERE "transaction" = ? AND foreignamount <> 0', [id]) === null;

describe('direct voids (section_N563543)', () => {
  test('make total and lines zero; the record stays', () => {
    const id = invoice(100);
    expect(voided('invoice', id)).toBe(id);
    expect(
      t.store.get('SELECT voided, status, foreigntotal, foreignamountunpaid FROM "transaction" WHERE id = ?', [id]),
    ).toEqual({
      voided: 'T',
      status: 'V',
      foreigntotal: 0,
      foreignamountunpaid: 0,
    });
    expect(noLedger(id)).toBe(true);
    expect(t.load('invoice', id).fields).toMatchObject({ status: 'Voided', total: 0, tranid: 'INV00001' });
    expect(o.line(t.load('invoice', id)).fields).toMatchObject({ quantity: 1, amount: 0 });
  });

  test.each([
    ['cashsale', {}],
    ['cashrefund', { account: '1000' }],
    ['creditmemo', {}],
  ])('of a %s', (type, { account }: { account?: string }) => {
    const values = account === undefined ? {} : { account: t.accountNumbered(account) };
    const id = t.save(o.sale(type, customer, [{ item, amount: 10 }], values));
    expect(voided(type, id)).toBe(id);
    expect(status(type, id)).toBe('Voided');
    expect(noLedger(id)).toBe(true);
  });

  test.each(['salesorder', 'returnauthorization'])('of a %s close it', (type) => {
    const id = t.save(o.sale(type, customer, [{ item, amount: 10 }]));
    voided(type, id);
    expect(status(type, id)).toBe('Closed');
    const target = type === 'salesorder' ? 'invoice' : 'cashrefund';
    expect(codeOf(() => o.transform(type, id, target))).toMatch(/^INVALID_INITIALIZE_REF/);
  });

  test('of an invoice open its sales order again', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item, amount: 10 }]));
    const id = t.save(o.transform('salesorder', order, 'invoice'));
    expect(status('salesorder', order)).toBe('Billed');
    voided('invoice', id);
    expect(status('salesorder', order)).toBe('Pending Billing');
    expect(o.transform('salesorder', order, 'invoice').fields.total).toBe(10);
  });

  test('of a payment open the invoice again', () => {
    const id = invoice(100);
    const paid = payment(id);
    expect(status('invoice', id)).toBe('Paid In Full');
    expect(codeOf(() => voided('invoice', id))).toMatch(/^TRANS_IN_USE/);
    voided('customerpayment', paid);
    expect(status('customerpayment', paid)).toBe('Voided');
    expect(t.load('invoice', id).fields).toMatchObject({ status: 'Open', amountremaining: 100 });
    expect(noLedger(paid)).toBe(true);
    voided('invoice', id);
  });

  test('of a journal entry take its reversal away', () => {
    const record = t.create('journalentry', { subsidiary: t.us(), reversaldate: new Date(2026, 7, 1) });
    t.addLine(record, 'line', { account: t.accountNumbered('6100'), debit: 5 });
    t.addLine(record, 'line', { account: t.accountNumbered('2300'), credit: 5 });
    const id = t.save(record);
    voided('journalentry', id);
    expect(status('journalentry', id)).toBe('Voided');
    expect(t.store.all('SELECT id FROM "transaction" WHERE type = \'Journal\'')).toEqual([{ id: Number(id) }]);
    expect(noLedger(id)).toBe(true);
  });

  test('need the period of the transaction open', () => {
    const id = invoice(100);
    t.store.run("UPDATE accountingperiod SET closed = 'T' WHERE periodname = 'Jul 2026'");
    expect(codeOf(() => voided('invoice', id))).toMatch(/^CLOSED_TRAN_PRD/);
  });

  test('forbid later changes of the ledger, and of the period, and no others', () => {
    const id = invoice(100);
    voided('invoice', id);
    const change = (values: Record<string, string>) => codeOf(() => t.save(t.set(t.load('invoice', id), values)));
    expect(change({ postingperiod: t.idOf('accountingperiod', 'periodname', 'Aug 2026') })).toMatch(
      /^TRANS_ALREADY_VOIDED/,
    );
    expect(codeOf(() => t.save(o.setLine(t.load('invoice', id), 0, { amount: 5 })))).toMatch(/^TRANS_ALREADY_VOIDED/);
    expect(change({ memo: 'Entered twice' })).toBe('no error');
    t.submit('invoice', id, { memo: 'Entered twice, voided' });
    expect(t.load('invoice', id).fields).toMatchObject({ memo: 'Entered twice, voided', status: 'Voided', total: 0 });
    expect(codeOf(() => voided('invoice', id))).toMatch(/^TRANS_ALREADY_VOIDED/);
  });

  test('leave nothing to pay, to credit or to deposit', () => {
    const id = invoice(100);
    const sale = t.save(o.sale('cashsale', customer, [{ item, amount: 10 }]));
    voided('invoice', id);
    voided('cashsale', sale);
    expect(t.create('deposit').sublists.payment).toEqual([]);
    expect(codeOf(() => o.transform('invoice', id, 'returnauthorization'))).toMatch(/^INVALID_INITIALIZE_REF/);
    expect(codeOf(() => o.transform('invoice', id, 'customerpayment'))).toMatch(/^INVALID_INITIALIZE_REF/);
  });
});

describe('what can be voided (section_4483109897)', () => {
  test('no deposits, fulfillments or unknown types', () => {
    for (const type of ['deposit', 'itemfulfillment', 'depositapplication', 'customer', 'nonsense']) {
      expect(codeOf(() => voided(type, '1'))).toMatch(/^INVALID_RECORD_TYPE/);
    }
  });

  test('nothing that is not there, or of another type', () => {
    const id = invoice(1);
    expect(codeOf(() => voided('invoice', '999999'))).toMatch(/^THAT_RECORD_DOES_NOT_EXIST/);
    expect(codeOf(() => voided('cashsale', id))).toMatch(/^THAT_RECORD_DOES_NOT_EXIST/);
  });

  test('with reversing journals preferred no sale, credit or order (bridgehead_N1469460)', () => {
    const id = invoice(1);
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'REVERSALVOIDING', true);
    for (const type of ['invoice', 'creditmemo', 'cashsale', 'cashrefund', 'salesorder', 'returnauthorization']) {
      expect(codeOf(() => voided(type, id))).toMatch(/^INVALID_RECORD_TYPE/);
    }
  });
});

describe('a customer refund', () => {
  const refunded = () => {
    const credit = t.save(o.sale('creditmemo', customer, [{ item, amount: 40 }]));
    const record = t.create('customerrefund', { account: bank(), paymentmethod: '1' }, { entity: customer });
    const index = (record.sublists.apply ?? []).findIndex((line) => line.fields.doc === credit);
    o.setLine(record, index, { apply: true }, 'apply');
    return { credit, refund: t.save(record) };
  };

  test('is voided directly, and its credit memo is open again', () => {
    const { credit, refund } = refunded();
    expect(status('creditmemo', credit)).toBe('Fully Applied');
    expect(voided('customerrefund', refund)).toBe(refund);
    expect(status('creditmemo', credit)).toBe('Open');
    expect(noLedger(refund)).toBe(true);
  });

  test('with reversing journals preferred by a journal, also when its period is closed (bridgehead_N1469460)', () => {
    const { credit, refund } = refunded();
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'REVERSALVOIDING', true);
    const before = o.impact(refund);
    t.store.run("UPDATE accountingperiod SET closed = 'T' WHERE periodname = 'Jul 2026'");
    t.clock.set(Date.parse('2026-08-03T17:00:00Z'));
    const journal = voided('customerrefund', refund);
    expect(o.impact(refund)).toEqual(before);
    expect(o.impact(journal)).toEqual({ '1000': 40, '1100': -40 });
    expect(
      t.store.get('SELECT type, void, reversal, postingperiod FROM "transaction" WHERE id = ?', [journal]),
    ).toEqual({
      type: 'Journal',
      void: 'T',
      reversal: Number(refund),
      postingperiod: Number(t.idOf('accountingperiod', 'periodname', 'Aug 2026')),
    });
    expect(status('customerrefund', refund)).toBe('Voided');
    expect(status('creditmemo', credit)).toBe('Open');
  });
});
