import Big from 'big.js';
import fc from 'fast-check';
import { glImpact } from '../../src/accounting/glImpact';
import { checkBalance } from '../../src/accounting/ledger';
import { receivables } from '../../src/accounting/receivables';
import { trialBalance } from '../../src/accounting/trialBalance';
import { codeOf, type TestAccount, testAccount } from '../records/testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

const impact = (id: string) =>
  glImpact(t.account, Number(id)).map(
    ({ account, debit, credit }) => `${account.number} ${debit ?? ''}/${credit ?? ''}`,
  );

describe('G/L impact of an invoice (section_N1459773)', () => {
  test('receivables against the income account of each item', () => {
    const subscription = t.item();
    const support = t.item({ incomeaccount: t.accountNumbered('4020') });
    const id = t.save(
      t.invoice(t.customer(), [
        { item: subscription, amount: 100 },
        { item: support, amount: 20.5 },
      ]),
    );
    expect(impact(id)).toEqual(['1100 120.50/', '4010 /100.00', '4020 /20.50']);
  });

  test('tax to the account of its code, one line for each code', () => {
    const german = t.customer({ subsidiary: t.de() });
    const item = t.item({ taxschedule: t.schedule('Standard') });
    const id = t.save(
      t.invoice(german, [
        { item, amount: 100 },
        { item, amount: 200 },
      ]),
    );
    expect(impact(id)).toEqual(['1100 357.00/', '4010 /100.00', '4010 /200.00', '2210 /57.00']);
    expect(
      t.store.all(
        `SELECT taxline, transactionlinetype, itemtype, foreignamount FROM transactionline WHERE taxline = 'T'`,
      ),
    ).toEqual([{ taxline: 'T', transactionlinetype: 'TAX', itemtype: 'TaxItem', foreignamount: -57 }]);
  });

  test('a discount is debited to its own account', () => {
    const discount = t.save(
      t.create('discountitem', {
        itemid: 'Tenth',
        account: t.accountNumbered('4090'),
        rate: '-10%',
        subsidiary: [t.us()],
      }),
    );
    const id = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 100 }], { discountitem: discount }));
    expect(impact(id)).toEqual(['1100 90.00/', '4010 /100.00', '4090 10.00/']);
  });

  test('in base currency each line is rounded by itself, and receivables are their sum (bridgehead_4587403197)', () => {
    const customer = t.customer({ currency: t.eur() });
    const item = t.item();
    const lines = [4475, 2400, 627].map((amount) => ({ item, amount }));
    // 7,502.00 at 24.537 would be 184,076.57: Oracle's example posts the cent more that the lines come to.
    expect(impact(t.save(t.invoice(customer, lines, { exchangerate: 24.537 })))).toEqual([
      '1100 184076.58/',
      '4010 /109803.08',
      '4010 /58888.80',
      '4010 /15384.70',
    ]);
  });

  test('a given exchange rate is used, and kept', () => {
    const customer = t.customer({ currency: t.eur() });
    const id = t.save(t.invoice(customer, [{ item: t.item(), amount: 100 }], { exchangerate: 1.2345 }));
    expect(impact(id)).toEqual(['1100 123.45/', '4010 /123.45']);
    expect(t.load('invoice', id).fields.exchangerate).toBe(1.2345);
  });

  test('a negative line is debited', () => {
    const item = t.item();
    const id = t.save(
      t.invoice(t.customer(), [
        { item, amount: 100 },
        { item, amount: -30 },
      ]),
    );
    expect(impact(id)).toEqual(['1100 70.00/', '4010 /100.00', '4010 30.00/']);
  });

  test('a new date or amount replaces what was posted', () => {
    const id = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 100 }]));
    const record = t.load('invoice', id);
    const line = record.sublists.item?.[0];
    if (line) {
      line.fields.amount = 40;
      line.changed = ['amount'];
    }
    record.changedSublists.push('item');
    t.save(record);
    expect(impact(id)).toEqual(['1100 40.00/', '4010 /40.00']);
  });

  test('entries that do not balance are TRANS_UNBALNCD with the difference (section_N3539978)', () => {
    const entry = (amount: number) => ({ line: 1, account: 1, amount: new Big(amount), unpaid: null });
    expect(codeOf(() => checkBalance([entry(10), entry(-9.99)]))).toBe(
      'TRANS_UNBALNCD: Transaction was not in balance. Total = 0.01',
    );
    checkBalance([entry(0.1), entry(0.2), entry(-0.3)]);
  });
});

describe('trial balance and receivables', () => {
  test('sums by account and subsidiary, in each subsidiary’s own currency', () => {
    const item = t.item();
    const german = t.customer({ subsidiary: t.de() });
    t.save(t.invoice(t.customer(), [{ item, amount: 100 }]));
    t.save(t.invoice(german, [{ item, amount: 10, taxcode: t.idOf('salestaxitem', 'itemid', 'S-DE') }]));
    const lines = trialBalance(t.account).map((line) => [line.account.number, line.subsidiary, line.amount]);
    expect(lines).toEqual([
      ['1100', 1, '100.00'],
      ['1100', 2, '11.90'],
      ['2210', 2, '-1.90'],
      ['4010', 1, '-100.00'],
      ['4010', 2, '-10.00'],
    ]);
  });

  test('of a period counts what posted in it', () => {
    const item = t.item();
    const customer = t.customer();
    t.save(t.invoice(customer, [{ item, amount: 100 }]));
    t.save(t.invoice(customer, [{ item, amount: 7 }], { trandate: new Date(2026, 7, 1) }));
    const period = Number(t.idOf('accountingperiod', 'periodname', 'Aug 2026'));
    expect(trialBalance(t.account, { period }).map((line) => line.amount)).toEqual(['7.00', '-7.00']);
    expect(trialBalance(t.account, { through: '2026-07-31' }).map((line) => line.amount)).toEqual([
      '100.00',
      '-100.00',
    ]);
  });

  test('A/R by customer is what their invoices put there', () => {
    const item = t.item();
    const one = t.customer();
    const other = t.customer({ currency: t.gbp() });
    t.save(t.invoice(one, [{ item, amount: 100 }]));
    t.save(t.invoice(other, [{ item, amount: 10 }]));
    expect(receivables(t.account).map(({ customer, amount }) => [String(customer), amount])).toEqual([
      [one, '100.00'],
      [other, '12.50'],
    ]);
  });
});

describe('laws', () => {
  const cents = fc.integer({ min: -99_999, max: 9_999_999 }).map((value) => value / 100);
  const line = fc.oneof(
    fc.record({ amount: cents }),
    fc.record({
      quantity: fc.integer({ min: 1, max: 999 }),
      rate: fc.integer({ min: 0, max: 1e9 }).map((v) => v / 1e6),
    }),
    fc.record({ quantity: fc.integer({ min: 1, max: 7 }), amount: cents }),
  );
  const sale = fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    currency: fc.constantFrom('USD', 'EUR', 'GBP'),
    subsidiary: fc.constantFrom('us', 'de'),
    exchangeRate: fc.option(fc.integer({ min: 1, max: 3_000_000 }).map((v) => v / 1e6)),
    date: fc.integer({ min: 1, max: 500 }),
  });

  test('every invoice balances in base currency, its lines sum to its total, and the trial balance to zero', () => {
    const item = t.item({ taxschedule: t.schedule('Standard') });
    const customers: Record<string, string> = {};
    for (const symbol of ['USD', 'EUR', 'GBP']) {
      for (const subsidiary of ['us', 'de'] as const) {
        const currency = t.idOf('currency', 'symbol', symbol);
        const taxitem = subsidiary === 'us' ? t.idOf('salestaxitem', 'itemid', 'NY New York City') : null;
        customers[symbol + subsidiary] = t.customer({ currency, subsidiary: t[subsidiary](), taxitem });
      }
    }
    const snapshot = t.store.snapshot();
    fc.assert(
      fc.property(sale, ({ lines, currency, subsidiary, exchangeRate, date }) => {
        t.store.restore(snapshot);
        const customer = customers[currency + subsidiary] ?? '';
        const given = exchangeRate === null ? {} : { exchangerate: exchangeRate };
        const values = { trandate: new Date(2026, 6, date), ...given };
        const record = t.invoice(
          customer,
          lines.map((each) => ({ item, ...each })),
          values,
        );
        const outcome = codeOf(() => t.save(record));
        if (outcome !== 'no error') {
          expect(outcome).toBe('USER_ERROR: The total cannot be negative.');
          return;
        }
        const id = t.store.get<{ id: number }>('SELECT MAX(id) AS id FROM "transaction"')?.id ?? 0;
        const saved = t.load('invoice', String(id));
        const sum = (values: readonly unknown[]) =>
          values.reduce<Big>((total, value) => total.plus(String(value ?? 0)), new Big(0));
        const amounts = sum((saved.sublists.item ?? []).map((each) => each.fields.amount));
        expect(amounts.toNumber()).toBe(saved.fields.subtotal);
        expect(amounts.plus(String(saved.fields.taxtotal)).toNumber()).toBe(saved.fields.total);
        const ledger = t.store.all('SELECT amount, debit, credit FROM transactionaccountingline');
        expect(sum(ledger.map((row) => row.amount)).toString()).toBe('0');
        expect(sum(ledger.map((row) => row.debit)).toString()).toBe(sum(ledger.map((row) => row.credit)).toString());
        const foreign = t.store.all('SELECT foreignamount FROM transactionline');
        expect(sum(foreign.map((row) => row.foreignamount)).toString()).toBe('0');
        expect(sum(trialBalance(t.account).map((each) => each.amount)).toString()).toBe('0');
        if (currency === (subsidiary === 'us' ? 'USD' : 'EUR')) expect(saved.fields.exchangerate).toBe(1);
      }),
      { numRuns: 120 },
    );
  });

  test('a discarded snapshot leaves the ledger as it was', () => {
    const item = t.item();
    const customer = t.customer();
    t.save(t.invoice(customer, [{ item, amount: 1 }]));
    const before = trialBalance(t.account);
    const snapshot = t.store.snapshot();
    t.save(t.invoice(customer, [{ item, amount: 2 }]));
    t.store.restore(snapshot);
    expect(trialBalance(t.account)).toEqual(before);
  });
});
