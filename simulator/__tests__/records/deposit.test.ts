import { createRecord } from '../../src/records/createRecord';
import type { FieldValue, RecordData } from '../../src/records/data';
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

const cashSale = (amount: number, entity = customer, values: Record<string, FieldValue> = {}): string =>
  t.save(o.sale('cashsale', entity, [{ item, amount }], values));
const deposit = (
  payments: readonly string[],
  account = '1000',
  values: Record<string, FieldValue> = {},
): RecordData => {
  const record = t.create('deposit', { account: t.accountNumbered(account), ...values });
  for (const [index, line] of (record.sublists.payment ?? []).entries()) {
    if (payments.includes(String(line.fields.id))) o.setLine(record, index, { deposit: true }, 'payment');
  }
  return record;
};
const status = (id: string) => t.load('cashsale', id).fields.status;

describe('bank deposits', () => {
  test('list what stands in Undeposited Funds (section_N1542431)', () => {
    const undeposited = cashSale(20);
    cashSale(30, customer, { account: t.accountNumbered('1000') });
    expect(t.create('deposit').sublists.payment?.map(({ fields }) => fields)).toMatchObject([
      { id: undeposited, deposit: false, type: 'Cash Sale', docnumber: 'CS00001', transactionamount: 20 },
    ]);
  });

  test('move the ticked payments to the bank and mark them deposited (bridgehead_N1465946)', () => {
    const [one, other] = [cashSale(20), cashSale(30)];
    const id = t.save(deposit([one]));
    expect(o.impact(id)).toEqual({ '1000': 20, '1200': -20 });
    expect([status(one), status(other)]).toEqual(['Deposited', 'Not Deposited']);
    expect(t.load('deposit', id).fields).toMatchObject({ total: 20, tranid: 'DEP00001', subsidiary: t.us() });
    expect(t.store.all('SELECT * FROM nexttransactionlinelink WHERE nextdoc = ?', [id])).toMatchObject([
      { previousdoc: Number(one), previousline: 0, nextline: 1, linktype: 'Deposit', foreignamount: 20 },
    ]);
    expect(t.create('deposit').sublists.payment).toHaveLength(1);
  });

  test('keep what is deposited: it cannot be deleted, changed or deposited again', () => {
    const sale = cashSale(20);
    const late = deposit([sale]);
    t.save(deposit([sale]));
    expect(codeOf(() => t.save(late))).toBe('RCRD_HAS_BEEN_CHANGED: Record has been changed');
    expect(codeOf(() => t.remove('cashsale', sale))).toMatch(/^TRANS_IN_USE/);
    const changed = o.setLine(t.load('cashsale', sale), 0, { amount: 5 });
    expect(codeOf(() => t.save(changed))).toMatch(/^USER_ERROR: This transaction has been deposited/);
    expect(codeOf(() => t.save(t.set(t.load('cashsale', sale), { memo: 'Fine' })))).toBe('no error');
    expect(status(sale)).toBe('Deposited');
  });

  test('give payments free again when they are taken out or the deposit is deleted', () => {
    const [one, other] = [cashSale(20), cashSale(30)];
    const id = t.save(deposit([one, other]));
    const record = t.load('deposit', id);
    expect(record.sublists.payment?.map(({ fields }) => [fields.deposit, fields.paymentamount])).toEqual([
      [true, 20],
      [true, 30],
    ]);
    t.save(o.setLine(record, 0, { deposit: false }, 'payment'));
    expect([status(one), status(other)]).toEqual(['Not Deposited', 'Deposited']);
    expect(o.impact(id)).toEqual({ '1000': 30, '1200': -30 });
    t.remove('deposit', id);
    expect(status(other)).toBe('Not Deposited');
  });

  test('with other money and cash back (section_N1543413)', () => {
    const record = deposit([cashSale(100)]);
    t.addLine(record, 'other', { account: t.accountNumbered('7000'), amount: 12.5, memo: 'Interest' });
    t.addLine(record, 'cashback', { account: t.accountNumbered('6300'), amount: 40 });
    const id = t.save(record);
    expect(o.impact(id)).toEqual({ '1000': 72.5, '1200': -100, '6300': 40, '7000': -12.5 });
    const loaded = t.load('deposit', id);
    expect(loaded.fields.total).toBe(72.5);
    expect(o.line(loaded, 0, 'other').fields).toMatchObject({ amount: 12.5, memo: 'Interest' });
    expect(o.line(loaded, 0, 'cashback').fields).toMatchObject({ amount: 40 });
    t.save(loaded);
    expect(o.impact(id)).toEqual({ '1000': 72.5, '1200': -100, '6300': 40, '7000': -12.5 });
  });

  test('take the currency of the bank; money in it that came at another rate gains or loses', () => {
    const eur = t.customer({ currency: t.eur() });
    const sale = cashSale(100, eur, { exchangerate: 1.05 });
    const id = t.save(deposit([sale], '1010'));
    expect(t.load('deposit', id).fields).toMatchObject({ currency: t.eur(), exchangerate: 1.1, total: 100 });
    expect(o.impact(id)).toEqual({ '1010': 110, '1200': -105, '7100': -5 });
  });

  test('take money of another currency into a bank of the base currency at its own rate (section_N1542431)', () => {
    const eur = t.customer({ currency: t.eur() });
    const sale = cashSale(100, eur, { exchangerate: 1.05 });
    const id = t.save(deposit([sale]));
    expect(o.impact(id)).toEqual({ '1000': 105, '1200': -105 });
  });

  test('need the amount where neither is the base currency (section_N1542431)', () => {
    const gbp = t.customer({ currency: t.gbp() });
    const sale = cashSale(100, gbp);
    expect(codeOf(() => t.save(deposit([sale], '1010')))).toBe('USER_ERROR: Please enter value(s) for: Payment Amount');
    const record = deposit([sale], '1010');
    t.save(o.setLine(record, 0, { paymentamount: 112 }, 'payment'));
  });

  test('include refunds out of Undeposited Funds, which make them smaller', () => {
    const sale = cashSale(100);
    const refund = t.save(
      o.sale('cashrefund', customer, [{ item, amount: 30 }], { account: t.accountNumbered('1200') }),
    );
    const id = t.save(deposit([sale, refund]));
    expect(o.impact(id)).toEqual({ '1000': 70, '1200': -70 });
  });

  test('are refused without lines, from other subsidiaries, in closed periods, in dynamic mode, as a copy', () => {
    const sale = cashSale(10);
    expect(codeOf(() => t.save(deposit([])))).toMatch(/^USER_ERROR: You must enter at least one line/);
    expect(codeOf(() => t.save(deposit([sale], '1000', { subsidiary: t.de() })))).toMatch(/^INVALID_KEY_OR_REF/);
    const postingperiod = t.idOf('accountingperiod', 'periodname', 'Jun 2026');
    expect(codeOf(() => t.save(deposit([sale], '1000', { postingperiod })))).toMatch(/^CLOSED_TRAN_PRD/);
    expect(codeOf(() => t.save(deposit([sale], '4010')))).toMatch(/^INVALID_KEY_OR_REF/);
    const id = t.save(deposit([sale]));
    expect(codeOf(() => t.copy('deposit', id))).toMatch(/^RCRD_UNEDITABLE/);
    const dynamic = () =>
      createRecord(t.account, administrator, { type: 'deposit', isDynamic: true, defaultValues: {} });
    expect(codeOf(dynamic)).toMatch(/^SIMULATOR_NOT_SUPPORTED/);
  });
});
