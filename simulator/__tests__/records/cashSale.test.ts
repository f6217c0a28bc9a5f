import { setPreference } from '../../src/company/settings';
import { orders } from './orders';
import { codeOf, type TestAccount, testAccount } from './testAccount';

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

const bank = () => t.accountNumbered('1000');
const status = (type: string, id: string) => t.load(type, id).fields.status;

describe('cash sales', () => {
  test('post to Undeposited Funds against income (section_N1459773)', () => {
    const id = t.save(o.sale('cashsale', customer, [{ item, quantity: 2, rate: 10 }]));
    expect(o.impact(id)).toEqual({ '1200': 20, '4010': -20 });
    expect(t.load('cashsale', id).fields).toMatchObject({
      status: 'Not Deposited',
      undepfunds: 'T',
      total: 20,
      tranid: 'CS00001',
    });
    expect(t.store.get('SELECT type, status, posting, foreigntotal FROM "transaction" WHERE id = ?', [id])).toEqual({
      type: 'CashSale',
      status: 'B',
      posting: 'T',
      foreigntotal: 20,
    });
  });

  test('into a bank account are deposited at once (section_N1244457)', () => {
    const id = t.save(o.sale('cashsale', customer, [{ item, amount: 5 }], { account: bank() }));
    expect(o.impact(id)).toEqual({ '1000': 5, '4010': -5 });
    expect(status('cashsale', id)).toBe('Deposited');
    const other = t.save(o.sale('cashsale', customer, [{ item, amount: 5 }], { undepfunds: 'F', account: bank() }));
    expect(o.impact(other)).toEqual({ '1000': 5, '4010': -5 });
  });

  test('need an account that holds money of their currency', () => {
    const sale = (account: string | null) =>
      codeOf(() => t.save(o.sale('cashsale', customer, [{ item, amount: 5 }], { undepfunds: 'F', account })));
    expect(sale(null)).toBe('USER_ERROR: Please enter value(s) for: Account');
    expect(sale(t.accountNumbered('1100'))).toMatch(/^INVALID_KEY_OR_REF/);
    expect(sale(t.accountNumbered('1010'))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('in a foreign currency post at its rate', () => {
    const eur = t.customer({ currency: t.eur() });
    const id = t.save(o.sale('cashsale', eur, [{ item, amount: 100 }], { account: t.accountNumbered('1010') }));
    expect(o.impact(id)).toEqual({ '1010': 110, '4010': -110 });
  });

  test('keep closed periods closed', () => {
    const postingperiod = t.idOf('accountingperiod', 'periodname', 'Jun 2026');
    expect(codeOf(() => t.save(o.sale('cashsale', customer, [{ item, amount: 5 }], { postingperiod })))).toMatch(
      /^CLOSED_TRAN_PRD/,
    );
  });

  test('bill sales orders as invoices do (section_N1221414)', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item, quantity: 2, rate: 10 }]));
    const id = t.save(o.transform('salesorder', order, 'cashsale'));
    expect(status('salesorder', order)).toBe('Billed');
    expect(t.load('cashsale', id).fields.createdfrom).toBe(order);
    expect(o.impact(id)).toEqual({ '1200': 20, '4010': -20 });
    t.remove('cashsale', id);
    expect(status('salesorder', order)).toBe('Pending Billing');
  });

  test('are copied without their number, date and order', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item, amount: 10 }]));
    const id = t.save(o.transform('salesorder', order, 'cashsale'));
    const copy = t.save(t.copy('cashsale', id));
    expect(t.load('cashsale', copy).fields).toMatchObject({ tranid: 'CS00002', createdfrom: null, total: 10 });
    expect(t.store.all('SELECT nextdoc FROM transactionlink')).toEqual([{ nextdoc: Number(id) }]);
  });
});

describe('cash refunds', () => {
  test('alone: income back, out of the bank (section_N1459773)', () => {
    const id = t.save(o.sale('cashrefund', customer, [{ item, quantity: 1, rate: 8 }], { account: bank() }));
    expect(o.impact(id)).toEqual({ '1000': -8, '4010': 8 });
    const record = t.load('cashrefund', id);
    expect(record.fields).toMatchObject({ total: 8, tranid: 'CR00001' });
    expect(o.line(record).fields).toMatchObject({ quantity: 1, amount: 8 });
    expect(codeOf(() => t.save(o.sale('cashrefund', customer, [{ item, amount: 8 }])))).toBe(
      'USER_ERROR: Please enter value(s) for: Account',
    );
  });

  test('of a cash sale take its lines and its account back (section_N1247359)', () => {
    const sale = t.save(o.sale('cashsale', customer, [{ item, quantity: 2, rate: 10 }], { account: bank() }));
    const record = o.setLine(o.transform('cashsale', sale, 'cashrefund'), 0, { quantity: 1 });
    const id = t.save(record);
    expect(o.impact(id)).toEqual({ '1000': -10, '4010': 10 });
    expect(t.store.all('SELECT linktype, previoustype, nexttype FROM transactionlink')).toEqual([
      { linktype: 'SaleRet', previoustype: 'CashSale', nexttype: 'CashRfnd' },
    ]);
    expect(codeOf(() => t.remove('cashsale', sale))).toMatch(/^TRANS_IN_USE/);
  });

  test('of an undeposited cash sale come out of Undeposited Funds', () => {
    const sale = t.save(o.sale('cashsale', customer, [{ item, amount: 10 }]));
    const id = t.save(o.transform('cashsale', sale, 'cashrefund'));
    expect(o.impact(id)).toEqual({ '1200': -10, '4010': 10 });
  });

  test('of a return authorization refund it (section_N1310133)', () => {
    const id = t.save(o.sale('returnauthorization', customer, [{ item, quantity: 2, rate: 10 }]));
    const half = o.setLine(o.transform('returnauthorization', id, 'cashrefund'), 0, { quantity: 1 });
    t.save(t.set(half, { account: bank() }));
    expect(status('returnauthorization', id)).toBe('Pending Refund');
    t.save(t.set(o.transform('returnauthorization', id, 'cashrefund'), { account: bank() }));
    expect(t.load('returnauthorization', id).fields).toMatchObject({ status: 'Refunded', statusref: 'refunded' });
    expect(o.line(t.load('returnauthorization', id)).fields.quantitybilled).toBe(2);
    expect(codeOf(() => o.transform('returnauthorization', id, 'cashrefund'))).toMatch(/^INVALID_INITIALIZE_REF/);
  });

  test('of goods wait for their receipt, unless refunding in advance is preferred (section_N1305008)', () => {
    const goods = t.item({ isfulfillable: true });
    const id = t.save(o.sale('returnauthorization', customer, [{ item: goods, amount: 5 }]));
    expect(codeOf(() => o.transform('returnauthorization', id, 'cashrefund'))).toMatch(/^INVALID_INITIALIZE_REF/);
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'UNCRECEIVEDRTNAUTHS', true);
    expect(o.transform('returnauthorization', id, 'cashrefund').fields.total).toBe(5);
  });
});
