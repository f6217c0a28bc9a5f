import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { ledgers } from './ledgers';

const REVALUATION = 'src/records/application/revaluation.ts';

export const realisedVariance: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_4279828767',
  title: 'Variance Calculations for Realized Gain and Loss',
  cases: [
    {
      id: 'variance-for-each-invoice',
      rule: 'A payment at another rate gains or loses on each invoice the difference of the rates times the amount applied.',
      without: { file: REVALUATION, find: 'if (gain.eq(0)) return null;', replace: 'return null;' },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 1000, { exchangerate: 1.1 }), other = bill(c, 1000, { exchangerate: 1.2 });
          tick(tick(payment(c, { payment: 1500, exchangerate: 1.3 }), 'apply', one), 'apply', other).save();
          return [revaluations(), due(other)];`;
        equal(await run(code), [
          ['Realized Gain/Loss 1100 200, 7100 -200', 'Realized Gain/Loss 1100 50, 7100 -50'],
          500,
        ]);
      },
    },
    {
      id: 'variance-leaves-rounding',
      rule: 'Where the amounts differ by more than the variance a rounding gain or loss is posted besides.',
      without: {
        file: REVALUATION,
        find: "rounding: post(context, charge, credit, difference.minus(gain), 'Rounding Gain/Loss', triggeredBy),",
        replace: 'rounding: null,',
      },
      run: async (api) => {
        // Three lines of 0.33 at 1.1 are 0.36 each, together 1.08; a payment of 0.99 at 1.1 is 1.09.
        const { run } = await ledgers(api);
        const code = `var c = euros(); var thing = item();
          var rec = sale('invoice', c, thing, { exchangerate: 1.1 }, { amount: 0.33 });
          [1, 2].forEach(function (line) {
            rec.setSublistValue({ sublistId: 'item', fieldId: 'item', line: line, value: thing });
            rec.setSublistValue({ sublistId: 'item', fieldId: 'amount', line: line, value: 0.33 });
          });
          of('invoice', rec.save(), 'customerpayment', { exchangerate: 1.1 }).save();
          return revaluations();`;
        equal(await run(code), ['Rounding Gain/Loss 1100 0.01, 7120 -0.01']);
      },
    },
  ],
};

export const appliedVariance: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1425327',
  title: 'Applied Payments and Realized Gain/Loss',
  cases: [
    {
      id: 'paid-invoices-close-in-both-currencies',
      rule: 'A foreign invoice that is paid in parts comes to zero in its currency and in the base currency.',
      without: {
        file: 'src/records/application/ends.ts',
        find: 'return amount.eq(left) ? end.base.minus(taken.base) : rounded(amount.times(end.rate), end.decimals);',
        replace: 'return rounded(amount.times(end.rate), end.decimals);',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 1, { exchangerate: 1.1 });
          [0.33, 0.33, 0.34].forEach(function (part) {
            tick(payment(c, { payment: part, exchangerate: 1.1 }), 'apply', one, part).save();
          });
          return rows('SELECT amountunpaid FROM transactionaccountingline WHERE transaction = ? AND transactionline = 0', [one])[0].amountunpaid;`;
        equal(await run(code), 0);
      },
    },
    {
      id: 'deposits-gain-and-lose-too',
      rule: 'A customer deposit that is applied at another rate gains or loses as a payment does.',
      without: {
        file: REVALUATION,
        find: 'const gain = rounded(credit.rate.minus(charge.rate).times(amount), charge.decimals);',
        replace: 'const gain = rounded(charge.rate.minus(charge.rate).times(amount), charge.decimals);',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 100, { exchangerate: 1.2 }); var d = deposit(c, 100, { exchangerate: 1.1 });
          tick(of('customerdeposit', d, 'depositapplication'), 'apply', one).save();
          return revaluations();`;
        equal(await run(code), ['Realized Gain/Loss 1100 -10, 7100 10']);
      },
    },
  ],
};

export const varianceDates: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_1550020494',
  title: 'Posting Periods and Transaction Dates for Realized Gain and Loss',
  cases: [
    {
      id: 'variance-on-the-later-date',
      rule: 'A realised gain or loss has the later date of the invoice and what is applied to it.',
      without: {
        file: REVALUATION,
        find: 'const date = latest(one.date, other.date);',
        replace: 'const date = one.date < other.date ? one.date : other.date;',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 100, { exchangerate: 1.2, trandate: day(10) });
          tick(credit(c, 50, { exchangerate: 1.1, trandate: day(3) }), 'apply', one).save();
          tick(payment(c, { payment: 50, exchangerate: 1.1, trandate: day(20) }), 'apply', one).save();
          return rows("SELECT TO_CHAR(trandate, 'DD') AS d FROM transaction WHERE type = 'FxReval' ORDER BY id").map(function (row) { return row.d; });`;
        equal(await run(code), ['10', '20']);
      },
    },
    {
      id: 'variance-not-in-closed-periods',
      rule: 'Where both periods are closed a realised gain or loss posts in the current period.',
      without: {
        file: REVALUATION,
        find: "if (later && restrictionOf(later, ['AcctRec'], mayOverride) === null) return { period: later, date };",
        replace: 'if (later) return { period: later, date };',
      },
      run: async (api) => {
        const { site, run } = await ledgers(api);
        const ids = (await run(
          `var c = euros(); return [bill(c, 100, { exchangerate: 1.2 }), credit(c, 50, { exchangerate: 1.1 }).save()];`,
        )) as number[];
        site.account.setPeriod('Jul 2026', { closed: true, allownonglchanges: true });
        site.account.clock.advance(31 * 86_400_000);
        const code = `tick(record.load({ type: 'creditmemo', id: ${ids[1]} }), 'apply', ${ids[0]}).save();
          return rows("SELECT p.periodname AS name FROM transaction t JOIN accountingperiod p ON p.id = t.postingperiod WHERE t.type = 'FxReval'")[0].name;`;
        equal(await run(code), 'Aug 2026');
      },
    },
  ],
};

export const creditVariance: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_N1428017',
  title: 'Example of Credit Memo in a Different Period with a Different Rate',
  cases: [
    {
      id: 'credit-from-invoice-keeps-its-rate',
      rule: 'A credit memo made from an invoice has its exchange rate, and nothing is gained or lost.',
      without: {
        file: 'src/records/transform/applied.ts',
        find: 'data.fields.exchangerate = invoice.fields.exchangerate ?? null;',
        replace: 'data.fields.exchangerate ??= null;',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 800, { exchangerate: 0.614 });
          var id = of('invoice', one, 'creditmemo', { trandate: day(20) }).save();
          return [get('creditmemo', id, 'exchangerate'), due(one), revaluations()];`;
        equal(await run(code), [0.614, 0, []]);
      },
    },
    {
      id: 'standalone-credit-gains',
      rule: 'A credit memo of its own that is applied at another rate posts a realised gain or loss.',
      without: {
        file: REVALUATION,
        find: 'const difference = creditBase.minus(chargeBase);',
        replace: 'const difference = chargeBase.minus(creditBase);',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 800, { exchangerate: 0.614 });
          var id = tick(credit(c, 800, { exchangerate: 0.6617375 }), 'apply', one).save();
          return [gl(id), revaluations()];`;
        equal(await run(code), [['1100 -529.39', '4010 529.39'], ['Realized Gain/Loss 1100 38.19, 7100 -38.19']]);
      },
    },
  ],
};

export const revaluationTransactions: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_1550016096',
  title: 'Currency Revaluation Transactions',
  cases: [
    {
      id: 'revaluation-goes-with-its-application',
      rule: 'A currency revaluation is deleted where changes take back the gain or loss that it posted.',
      without: {
        file: REVALUATION,
        find: `store.run('DELETE FROM "transaction" WHERE id = ?', [id]);`,
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 100, { exchangerate: 1.2 });
          var id = of('invoice', one, 'customerpayment', { exchangerate: 1.1 }).save();
          var before = revaluations().length;
          tick(record.load({ type: 'customerpayment', id: id }), 'apply', one, false).save();
          return [before, revaluations().length];`;
        equal(await run(code), [1, 0]);
      },
    },
    {
      id: 'revaluation-follows-its-source',
      rule: 'A change of the source transaction alters the gain or loss that was posted before.',
      without: {
        file: 'src/records/types/invoice.ts',
        find: 'if (stored !== null) refreshApplications(context, id);',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = euros(); var one = bill(c, 100, { exchangerate: 1.2 });
          of('invoice', one, 'customerpayment', { exchangerate: 1.1 }).save();
          change('invoice', one, { exchangerate: 1.15 });
          return revaluations();`;
        equal(await run(code), ['Realized Gain/Loss 1100 -5, 7100 5']);
      },
    },
  ],
};
