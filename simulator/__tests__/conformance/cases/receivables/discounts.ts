import { equal } from '../../harness/assert';
import type { ConformanceCase, ConformancePage, Switch } from '../../harness/case';
import { ledgers } from './ledgers';

const DISCOUNTS = 'src/records/application/discounts.ts';

/** An invoice of 100 on July 10, 2026 with 2% off for ten days, and its payment. */
const TERMS = `
  function terms(values) {
    return fill(record.create({ type: 'term' }),
      Object.assign({ name: '2% 10 Net 30', daysuntilnetdue: 30, discountpercent: 2, daysuntilexpiry: 10 }, values)).save();
  }
  function offered(values) { return bill(customer(), 100, Object.assign({ terms: terms(), trandate: day(10) }, values)); }
  function taking(id, amount) {
    var rec = of('invoice', id, 'customerpayment');
    rec.setSublistValue({ sublistId: 'apply', fieldId: 'disc', line: lineOf(rec, 'apply', id), value: amount });
    return rec;
  }
  function cellOf(rec, id, field) {
    return rec.getSublistValue({ sublistId: 'apply', fieldId: field, line: lineOf(rec, 'apply', id) });
  }
  prefer({ SALESDISCACCT: ledger('4090') });
`;

function gives(id: string, rule: string, without: Switch, code: string, expected: unknown): ConformanceCase {
  return {
    id,
    rule,
    without,
    run: async (api) => {
      const { run } = await ledgers(api);
      equal(await run(`${TERMS} ${code}`), expected);
    },
  };
}

export const salesDiscounts: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1387022',
  title: 'Items/Transactions Accounting Preferences',
  cases: [
    gives(
      'payment-discount-to-its-account',
      'A discount that a payment takes is charged to the Sales Discount Account, and settles the invoice with the payment.',
      {
        file: DISCOUNTS,
        find: "preference(account, 'SALESDISCACCT')",
        replace: "preference(account, 'INCOMEACCOUNT')",
      },
      `var one = offered(); var id = taking(one, 2).save();
       return [gl(id), get('customerpayment', id, 'payment'), due(one)];`,
      [['1200 98', '1100 -100', '4090 2'], 98, 0],
    ),
    gives(
      'payment-discount-reduces-the-payment',
      'What a payment applies to an invoice is what is due less the discount that it takes.',
      {
        file: 'src/records/application/lines.ts',
        find: 'money(line.fields.due ?? line.fields.remaining).minus(discountOf(line))',
        replace: 'money(line.fields.due ?? line.fields.remaining)',
      },
      "var one = offered(); return get('customerpayment', taking(one, 2).save(), 'payment');",
      98,
    ),
    gives(
      'payment-discount-released',
      'Deleting the payment opens the invoice by the payment and the discount.',
      {
        file: 'src/records/application/distribute.ts',
        find: 'amount: left.plus(discount), discount',
        replace: 'amount: left, discount',
      },
      `var one = offered(); var id = taking(one, 2).save(); var paid = due(one);
       record.delete({ type: 'customerpayment', id: id });
       return [paid, due(one)];`,
      [0, 100],
    ),
    {
      id: 'projects-consolidated-on-sales',
      rule: 'With Consolidate Projects on Sales Transactions invoices are issued to the customer, not to a project.',
      without: {
        file: 'src/records/transaction/rules.ts',
        find: "isPreferred(account, 'CONSOLINVOICES')",
        replace: 'false',
      },
      run: async (api) => {
        const { companyData } = await import('../../../../src/company/presets');
        const demo = companyData('demo');
        const { run } = await ledgers(api, { company: { ...demo, features: [...demo.features, 'JOBS'] } });
        const code = `var c = customer();
          var p = fill(record.create({ type: 'job' }), { companyname: 'Move', parent: c }).save();
          bill(p, 5); prefer({ CONSOLINVOICES: true });
          return caught(function () { bill(p, 5); });`;
        equal(await run(code), 'INVALID_KEY_OR_REF');
      },
    },
  ],
};

export const termDiscounts: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_N3258805',
  title: 'Accounting Preferences',
  cases: [
    gives(
      'term-discount-available',
      'The list of a payment shows what the terms of an invoice take off, and until when.',
      { file: DISCOUNTS, find: 'day <= discount.until', replace: 'day > discount.until' },
      `var one = offered(); var rec = of('invoice', one, 'customerpayment');
       return [cellOf(rec, one, 'discamt'), cellOf(rec, one, 'discdate').getDate()];`,
      [2, 20],
    ),
    gives(
      'term-discount-without-tax',
      'Term discounts are reckoned with the tax only with Include Tax for Term Discounts.',
      { file: DISCOUNTS, find: "isPreferred(account, 'TERMDISCOUNTSINCLUDETAX')", replace: 'true' },
      `var c = customer({ taxitem: idOf('salestaxitem', 'itemid', 'CA San Francisco') });
       var taxed = item({ taxschedule: idOf('taxschedule', 'name', 'Standard') });
       var one = sale('invoice', c, taxed, { terms: terms(), trandate: day(10) }, { amount: 1000 }).save();
       function available() { return cellOf(of('invoice', one, 'customerpayment'), one, 'discamt'); }
       var before = available(); prefer({ TERMDISCOUNTSINCLUDETAX: true });
       return [before, available() > before];`,
      [20, true],
    ),
  ],
};
