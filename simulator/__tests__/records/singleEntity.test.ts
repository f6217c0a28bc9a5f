import { singleCompany } from '../../src/company/presets/single';
import { setFeature } from '../../src/company/settings';
import { runSuiteQL } from '../../src/query/run';
import { describeRecord } from '../../src/records/describeRecord';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount('single');
  customer = t.customer();
  item = t.item();
});

const query = (sql: string) => runSuiteQL(t.account, administrator, sql, []).rows;
const transform = (fromType: string, fromId: string, toType: string) =>
  transformRecord(t.account, administrator, { fromType, fromId, toType, isDynamic: false, defaultValues: {} });
const gl = (id: string): string[] =>
  t.store
    .all<{ n: string; v: number }>(
      `SELECT a.acctnumber AS n, tal.amount AS v FROM transactionaccountingline tal JOIN account a ON a.id = tal.account
       WHERE tal."transaction" = ? AND tal.posting = 'T' ORDER BY tal.transactionline`,
      [Number(id)],
    )
    .map(({ n, v }) => `${n} ${v}`);

describe('a single entity', () => {
  test('has one subsidiary that nobody sees: no record type, no field, no table, no column', () => {
    expect(codeOf(() => t.load('subsidiary', '1'))).toMatch(/^INVALID_RCRD_TYPE/);
    for (const type of ['customer', 'invoice', 'journalentry', 'noninventoryitem']) {
      const ids = describeRecord(t.account, administrator, type).fields.map((field) => field.id);
      expect(ids).not.toContain('subsidiary');
      expect(ids).not.toContain('includechildren');
    }
    expect(codeOf(() => query('SELECT id FROM subsidiary'))).not.toBe('no error');
    for (const table of ['transactionline', 'customer', 'item', 'account']) {
      expect(codeOf(() => query(`SELECT subsidiary FROM ${table}`))).not.toBe('no error');
      expect(codeOf(() => query(`SELECT id FROM ${table}`))).toBe('no error');
    }
  });

  test('ignores what a script says of subsidiaries', () => {
    const id = t.save(t.create('customer', { companyname: 'Elsewhere', subsidiary: '7' }));
    expect(t.store.get('SELECT subsidiary FROM customer WHERE id = ?', [id])).toEqual({ subsidiary: 1 });
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], { subsidiary: '7' })))).toBe('no error');
  });

  test('keeps its books: orders, invoices, credits, payments, returns, cash sales, journals', () => {
    const order = t.create('salesorder', { entity: customer });
    const orderId = t.save(t.addLine(order, 'item', { item, amount: 100 }));
    const invoice = t.save(transform('salesorder', orderId, 'invoice'));
    expect(gl(invoice)).toEqual(['1100 100', '4010 -100']);
    const payment = transform('invoice', invoice, 'customerpayment');
    expect(gl(t.save(payment)).sort()).toEqual(['1100 -100', '1200 100']);
    expect(t.load('invoice', invoice).fields.status).toBe('Paid In Full');
    const returned = t.save(transform('invoice', invoice, 'returnauthorization'));
    expect(t.load('returnauthorization', returned).fields.total).toBe(100);
    const other = t.save(t.invoice(customer, [{ item, amount: 40 }]));
    expect(gl(t.save(transform('invoice', other, 'creditmemo')))).toEqual(['1100 -40', '4010 40']);
    expect(t.load('invoice', other).fields.amountremaining).toBe(0);
    const sale = t.create('cashsale', { entity: customer });
    expect(gl(t.save(t.addLine(sale, 'item', { item, amount: 7 })))).toEqual(['1200 7', '4010 -7']);
    const journal = t.create('journalentry');
    t.addLine(journal, 'line', { account: t.accountNumbered('6100'), debit: 5, credit: null });
    t.addLine(journal, 'line', { account: t.accountNumbered('2300'), debit: null, credit: 5 });
    expect(gl(t.save(journal))).toEqual(['6100 5', '2300 -5']);
  });

  test('sells in other currencies where it has them, at its rates', () => {
    const european = t.customer({ currency: t.eur() });
    const id = t.save(t.invoice(european, [{ item, amount: 100 }]));
    expect(gl(id)).toEqual(['1100 110', '4010 -110']);
  });

  test('has one currency without Multiple Currencies', () => {
    const t1 = testAccount({
      ...singleCompany,
      currencies: singleCompany.currencies.slice(0, 1),
      exchangeRates: [],
      accounts: singleCompany.accounts.filter(
        (account) => account.currency === undefined || account.currency === 'USD',
      ),
    });
    setFeature(t1.account, 'MULTICURRENCY', false);
    const id = t1.save(t1.invoice(t1.customer(), [{ item: t1.item(), amount: 3 }]));
    expect(t1.load('invoice', id).fields).toMatchObject({ currency: t1.usd(), exchangerate: 1, total: 3 });
    expect(codeOf(() => runSuiteQL(t1.account, administrator, 'SELECT exchangerate FROM currencyrate', []))).not.toBe(
      'no error',
    );
  });

  test('taxes as its one country does', () => {
    const taxed = t.customer({ taxable: true, taxitem: t.idOf('salestaxitem', 'itemid', 'CA San Francisco') });
    const id = t.save(t.invoice(taxed, [{ item: t.item({ taxschedule: t.schedule('Standard') }), amount: 100 }]));
    expect(gl(id)).toEqual(['1100 108.63', '4010 -100', '2200 -8.63']);
  });
});
