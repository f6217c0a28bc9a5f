import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { ledgers } from './ledgers';

const PAYMENT = 'src/records/types/customerPayment.ts';
const DOCUMENTS = 'src/records/application/documents.ts';
const APPLICATION = 'src/records/types/depositApplication.ts';

export const paymentRecord: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N3193748',
  title: 'Customer Payment',
  cases: [
    {
      id: 'customer-payment-not-created',
      rule: 'A customer payment cannot be created in SuiteScript; transforming a customer makes one.',
      without: {
        file: PAYMENT,
        find: "caller.context !== 'RESTWEBSERVICES' && !isPreferred(account, 'CUSTOMERPAYMENTCREATE')",
        replace: 'false',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = "return caught(function () { record.create({ type: 'customerpayment' }); })";
        equal(await run(code), 'RCRD_UNEDITABLE');
        equal(await run("var c = customer(); bill(c, 5); return payment(c).getLineCount({ sublistId: 'apply' });"), 1);
      },
    },
    {
      id: 'customer-payment-not-copied',
      rule: 'A customer payment cannot be copied.',
      without: { file: PAYMENT, find: "  forbidden: ['copy'],\n", replace: '' },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var id = payment(customer(), { payment: 10 }).save();
          return caught(function () { record.copy({ type: 'customerpayment', id: id }); });`;
        equal(await run(code), 'RCRD_UNEDITABLE');
      },
    },
  ],
};

export const applyingPayments: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1288824',
  title: 'Applying a Payment on the Customer Payment Page',
  cases: [
    {
      id: 'payment-lists-invoices-of-its-account',
      rule: 'Only invoices charged to the A/R account of the payment are in its list.',
      without: {
        file: DOCUMENTS,
        find: "(t.type = 'CustDep' OR tal.account = ?)",
        replace: '(1 = 1 OR tal.account = ?)',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var here = bill(c, 10); bill(c, 20, { account: ledger('1110') });
          var rec = payment(c);
          return [rec.getLineCount({ sublistId: 'apply' }), lineOf(rec, 'apply', here)];`;
        equal(await run(code), [1, 0]);
      },
    },
    {
      id: 'payment-lists-invoices-of-its-currency',
      rule: 'The currency of a payment filters the invoices in its list.',
      without: {
        file: DOCUMENTS,
        find: 't.currency = ? AND tl.subsidiary',
        replace: 't.currency <> -? AND tl.subsidiary',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var rec = record.create({ type: 'customer', isDynamic: true });
          fill(rec, { companyname: 'Two currencies', subsidiary: 1 });
          rec.selectNewLine({ sublistId: 'currency' });
          rec.setCurrentSublistValue({ sublistId: 'currency', fieldId: 'currency', value: idOf('currency', 'symbol', 'EUR') });
          rec.commitLine({ sublistId: 'currency' });
          var c = rec.save();
          bill(c, 10); bill(c, 20, { currency: idOf('currency', 'symbol', 'EUR') });
          return payment(c).getLineCount({ sublistId: 'apply' });`;
        equal(await run(code), 1);
      },
    },
    {
      id: 'payment-auto-apply-oldest-first',
      rule: 'With Auto Apply the amount received goes to the open invoices, oldest first.',
      without: {
        file: PAYMENT,
        find: 'if (data.fields.autoapply === true) autoApply(data, fundedBy(context, data));',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer();
          var young = bill(c, 100, { trandate: day(12) }), old = bill(c, 100, { trandate: day(2) });
          payment(c, { payment: 130, autoapply: true }).save();
          return [due(old), due(young)];`;
        equal(await run(code), [0, 70]);
      },
    },
    {
      id: 'payment-amount-from-invoices',
      rule: 'A payment amount that is left empty comes from the invoices that are selected.',
      without: {
        file: PAYMENT,
        find: 'if (isBlankPayment(data) || isAnyTouched(data)) data.fields.payment = neededFor(data);',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 30), other = bill(c, 50); bill(c, 70);
          var id = tick(tick(payment(c), 'apply', one), 'apply', other, 20).save();
          return get('customerpayment', id, 'payment');`;
        equal(await run(code), 50);
      },
    },
    {
      id: 'payment-applies-what-it-covers',
      rule: 'Invoices can be paid only as far as the payment amount covers them.',
      without: {
        file: PAYMENT,
        find: "if (appliedSum(data, 'apply').gt(fundedBy(context, data))) throw tooMuchApplied();",
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          return [caught(function () { tick(payment(c, { payment: 60 }), 'apply', one, 61).save(); }),
            message(function () { tick(payment(c, { payment: 60 }), 'apply', one, 61).save(); })];`;
        equal(await run(code), ['INVALID_AMT', 'Amount applied greater than total payments and credits']);
      },
    },
    {
      id: 'payment-without-invoices-stays-open',
      rule: 'An amount that is applied to no invoice stays unapplied on the payment.',
      without: {
        file: PAYMENT,
        find: 'data.fields.unapplied = fundedBy(context, data).minus(applied).toNumber();',
        replace: 'data.fields.unapplied = 0;',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          var id = tick(payment(c, { payment: 60 }), 'apply', one, 20).save();
          return [get('customerpayment', id, 'applied'), get('customerpayment', id, 'unapplied'), due(one)];`;
        equal(await run(code), [20, 40, 80]);
      },
    },
    {
      id: 'payment-to-an-account',
      rule: 'A payment that was deposited already posts to the account that is chosen, others to undeposited funds.',
      without: {
        file: PAYMENT,
        find: 'const accounts = { main: fundsAccount(context, data), other: receivables };',
        replace:
          "const accounts = { main: fundsAccount(context, { ...data, fields: { undepfunds: 'T' } }), other: receivables };",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer();
          var waiting = payment(c, { payment: 10 }).save();
          var banked = payment(c, { payment: 10, undepfunds: 'F', account: ledger('1000') }).save();
          return [gl(waiting), gl(banked), status(waiting), status(banked)];`;
        equal(await run(code), [['1200 10', '1100 -10'], ['1000 10', '1100 -10'], 'B', 'C']);
      },
    },
  ],
};

export const deletedPayments: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4744566376',
  title: 'Reversing or Deleting Customer Payments',
  cases: [
    {
      id: 'deleted-payment-reopens-invoice',
      rule: 'An invoice whose payment is removed is open again.',
      without: {
        file: PAYMENT,
        find: '    releaseApplications(context, id);\n    removeTransaction',
        replace: '    removeTransaction',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          var id = of('invoice', one, 'customerpayment').save();
          var paid = [due(one), status(one)];
          record.delete({ type: 'customerpayment', id: id });
          return [paid, due(one), status(one)];`;
        equal(await run(code), [[0, 'B'], 100, 'A']);
      },
    },
  ],
};

export const correctedPayments: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1292877',
  title: 'Correcting Payments to Invoices',
  cases: [
    {
      id: 'payments-of-closed-periods-stay-applied',
      rule: 'What a payment of a closed period is applied to cannot be changed.',
      without: {
        file: PAYMENT,
        find: 'if (isClosed && stored !== null) refuseNewApplications(data, stored);',
        replace: '',
      },
      run: async (api) => {
        const { site, run } = await ledgers(api);
        const ids = (await run(
          `var c = customer(); var one = bill(c, 100); return [of('invoice', one, 'customerpayment').save(), one];`,
        )) as number[];
        site.account.setPeriod('Jul 2026', { closed: true, allownonglchanges: true });
        const code = `return caught(function () {
          tick(record.load({ type: 'customerpayment', id: ${ids[0]} }), 'apply', ${ids[1]}, false).save();
        });`;
        equal(await run(code), 'TRANS_EDIT_DISALLWD');
      },
    },
    {
      id: 'corrected-payment-pays-less',
      rule: 'Changes of an application on a stored payment change what is due of the invoice.',
      without: {
        file: 'src/records/application/applications.ts',
        find: '    release(context, link);\n    touched.add(link.previousdoc);\n',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          var id = of('invoice', one, 'customerpayment').save();
          tick(record.load({ type: 'customerpayment', id: id }), 'apply', one, 30).save();
          return [due(one), get('customerpayment', id, 'unapplied')];`;
        equal(await run(code), [70, 70]);
      },
    },
  ],
};

export const depositApplicationRecord: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N3194216',
  title: 'Deposit Application',
  cases: [
    {
      id: 'deposit-application-not-created',
      rule: 'record.create does not make deposit applications.',
      without: { file: APPLICATION, find: '  transformOnly: () => true,\n', replace: '' },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = "return caught(function () { record.create({ type: 'depositapplication' }); })";
        equal(await run(code), 'RCRD_UNEDITABLE');
      },
    },
    {
      id: 'payment-applies-deposit',
      rule: 'A deposit that is applied on a payment makes a deposit application of the amount that is applied.',
      without: {
        file: PAYMENT,
        find: 'for (const { from, to } of deposits) useDeposit(context, data, { deposit: from.doc, to });',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100); var d = deposit(c, 40);
          var rec = tick(tick(payment(c), 'apply', one), 'deposit', d);
          var id = rec.save();
          var made = rows("SELECT id, foreigntotal FROM transaction WHERE type = 'DepAppl'");
          return [get('customerpayment', id, 'payment'), due(one), made.length, get('depositapplication', made[0].id, 'total')];`;
        equal(await run(code), [60, 0, 1, 40]);
      },
    },
  ],
};

export const consolidatedPayments: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1288474',
  title: 'Consolidated Payments',
  cases: [
    {
      id: 'top-level-customer-pays-for-subcustomers',
      rule: 'With Consolidated Payments a payment of a top-level customer lists the invoices of its subcustomers too.',
      without: {
        file: 'src/records/application/customerMoney.ts',
        find: "if (!isFeatureInEffect(account, 'CONSOLPAYMENTS')) return [customer];",
        replace: 'return [customer];',
      },
      run: async (api) => {
        const { companyData } = await import('../../../../src/company/presets');
        const demo = companyData('demo');
        const { run } = await ledgers(api, { company: { ...demo, features: [...demo.features, 'CONSOLPAYMENTS'] } });
        const code = `var top = customer(); var below = customer({ parent: top }); var one = bill(below, 100);
          tick(payment(top, { payment: 100 }), 'apply', one).save();
          return due(one);`;
        equal(await run(code), 0);
      },
    },
  ],
};
