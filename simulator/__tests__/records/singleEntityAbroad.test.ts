import { glImpact } from '../../src/accounting/glImpact';
import type { CompanyData } from '../../src/company/companyData';
import { demoCompany } from '../../src/company/presets/demo';
import { singleCompany } from '../../src/company/presets/single';
import { suiteTaxCompany } from '../../src/company/presets/suiteTax';
import { codeOf, type TestAccount, testAccount } from './testAccount';

/** The single entity in Germany: euros, and tax codes on lines. */
function inGermany(company: CompanyData): CompanyData {
  return {
    ...singleCompany,
    features: company.features.filter((feature) => !['SUBSIDIARIES', 'MULTIPLECALENDARS'].includes(feature)),
    subsidiaries: [{ name: 'Northwind Analytics', currency: 'EUR', country: 'DE' }],
    taxTypes: (company.taxTypes ?? []).filter((type) => type.country === 'DE'),
    exchangeRates: demoCompany.exchangeRates.filter((rate) => rate.base === 'EUR'),
    taxCodes: company.taxCodes.filter((code) => code.country === 'DE'),
  };
}

const impact = (t: TestAccount, id: string): string[] =>
  glImpact(t.account, Number(id)).map(({ account, debit, credit }) => `${account.number} ${debit ?? `-${credit}`}`);

describe('a single entity in Germany with legacy tax', () => {
  let t: TestAccount;
  let customer: string;
  beforeEach(() => {
    t = testAccount(inGermany(demoCompany));
    customer = t.save(t.create('customer', { companyname: 'Kunde' }));
  });
  const item = (schedule: string): string =>
    t.save(
      t.create(
        'noninventoryitem',
        { itemid: schedule, incomeaccount: t.accountNumbered('4010'), taxschedule: t.schedule(schedule) },
        { subtype: 'Sale' },
      ),
    );
  const line = (id: string, index = 0) => t.load('invoice', id).sublists.item?.[index]?.fields ?? {};
  const code = (name: string): string => t.idOf('salestaxitem', 'itemid', name);

  test('keeps its books in euros', () => {
    const id = t.save(t.invoice(customer, [{ item: item('Not Taxable'), amount: 100 }]));
    expect(t.load('invoice', id).fields).toMatchObject({ currency: t.eur(), exchangerate: 1, total: 100 });
    // A dollar is 0.90909091 euros in July 2026.
    const american = t.save(t.create('customer', { companyname: 'American', currency: t.usd() }));
    const foreign = t.save(t.invoice(american, [{ item: t.idOf('item', 'itemid', 'Not Taxable'), amount: 100 }]));
    expect(impact(t, foreign)).toEqual(['1100 90.91', '4010 -90.91']);
  });

  test('has the tax code of the item’s schedule on each line, and posts each line’s tax', () => {
    const standard = item('Standard');
    const id = t.save(
      t.invoice(customer, [
        { item: standard, amount: 100.1 },
        { item: item('Not Taxable'), amount: 10 },
      ]),
    );
    // 19 % of 100.10 are 19.019.
    expect(line(id)).toMatchObject({ taxcode: code('S-DE'), taxrate1: 19, tax1amt: 19.02 });
    expect(line(id, 1)).toMatchObject({ taxcode: code('E-DE'), tax1amt: 0 });
    expect(impact(t, id)).toEqual(['1100 129.12', '4010 -100.10', '4010 -10.00', '2210 -19.02']);
  });

  test('takes the rate or the amount of the tax from the script', () => {
    const [exempt, taxcode] = [item('Not Taxable'), code('S-DE')];
    const id = t.save(
      t.invoice(customer, [
        { item: exempt, amount: 100, taxcode, taxrate1: 7 },
        { item: exempt, amount: 100, taxcode, tax1amt: 18.99 },
      ]),
    );
    expect(t.load('invoice', id).fields.taxtotal).toBe(25.99);
  });

  test('refuses a line without a tax code', () => {
    const exempt = item('Not Taxable');
    t.store.run('UPDATE taxschedulenexus SET salestaxcode = NULL');
    expect(codeOf(() => t.save(t.invoice(customer, [{ item: exempt, amount: 100 }])))).toBe(
      'USER_ERROR: Please enter value(s) for: Tax Code',
    );
  });
});

describe('a single entity in Germany with SuiteTax', () => {
  test('is taxed by the engine, which is asked again when the override is cleared', () => {
    const t = testAccount(inGermany(suiteTaxCompany));
    const customer = t.customer();
    const taxed = t.item({ taxschedule: t.schedule('Standard') });
    const id = t.save(t.invoice(customer, [{ item: taxed, amount: 100 }], { taxdetailsoverride: true }));
    expect(t.load('invoice', id).fields).toMatchObject({ taxtotal: 0, total: 100 });
    t.save(t.set(t.load('invoice', id), { taxdetailsoverride: false }));
    expect(impact(t, id)).toEqual(['1100 119.00', '4010 -100.00', '2210 -19.00']);
    const order = t.create('salesorder', { entity: customer });
    const ordered = t.save(t.addLine(order, 'item', { item: taxed, amount: 200 }));
    expect(t.load('salesorder', ordered).fields).toMatchObject({ taxtotal: 38, total: 238 });
  });
});

describe('what OneWorld refuses of subsidiaries', () => {
  let t: TestAccount;
  beforeEach(() => {
    t = testAccount('single');
  });

  test('is nothing to a single entity: customers, items and journals need none', () => {
    const customer = t.customer({ subsidiary: null });
    expect(t.load('customer', customer).fields.currency).toBe(t.usd());
    const item = t.item({ subsidiary: [] });
    const journal = t.create('journalentry', { subsidiary: null });
    t.addLine(journal, 'line', { account: t.accountNumbered('1100'), debit: 5, credit: null, entity: customer });
    t.addLine(journal, 'line', { account: t.accountNumbered('4010'), debit: null, credit: 5 });
    expect(impact(t, t.save(journal))).toEqual(['1100 5.00', '4010 -5.00']);
    const berlin = t.idOf('location', 'name', 'Berlin');
    const invoice = t.save(t.invoice(customer, [{ item, amount: 1 }], { location: berlin }));
    expect(t.load('invoice', invoice).fields.location).toBe(berlin);
    expect(codeOf(() => t.save(t.set(t.load('customer', customer), { subsidiary: '2' })))).toBe('no error');
    expect(t.store.get('SELECT subsidiary FROM customer WHERE id = ?', [Number(customer)])).toEqual({ subsidiary: 1 });
  });

  test('is nothing to its bank deposits either', () => {
    const sale = t.create('cashsale', { entity: t.customer() });
    const paid = t.save(t.addLine(sale, 'item', { item: t.item(), amount: 7 }));
    const deposit = t.create('deposit', { account: t.accountNumbered('1000'), subsidiary: '2' });
    const found = deposit.sublists.payment?.find((line) => line.fields.id === paid);
    if (!found) throw new Error('The cash sale is not offered');
    found.fields.deposit = true;
    deposit.changedSublists.push('payment');
    expect(impact(t, t.save(deposit)).sort()).toEqual(['1000 7.00', '1200 -7.00']);
  });
});
