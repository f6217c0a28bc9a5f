import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { ledgers } from './ledgers';

const MEMO = 'src/records/types/creditMemo.ts';
const PAYMENT = 'src/records/types/customerPayment.ts';
const REFUND = 'src/records/types/customerRefund.ts';

export const applyingCredits: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1312521',
  title: 'Applying a Customer Credit Memo',
  cases: [
    {
      id: 'credit-lowers-what-is-due',
      rule: 'The amount of a credit that is applied is deducted from what is due of the invoice.',
      without: {
        file: MEMO,
        find: "writeApplications(context, id, [{ line: 0, linkType: 'Payment', to: appliedLines(data, 'apply') }]);",
        replace: "writeApplications(context, id, [{ line: 0, linkType: 'Payment', to: [] }]);",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          var id = tick(credit(c, 40), 'apply', one).save();
          return [due(one), status(one), status(id)];`;
        equal(await run(code), [60, 'A', 'B']);
      },
    },
    {
      id: 'credit-auto-apply-oldest-first',
      rule: 'With Auto Apply a credit goes to the oldest invoices that are due.',
      without: {
        file: MEMO,
        find: 'if (data.fields.autoapply === true) autoApply(data, available);',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer();
          var young = bill(c, 100, { trandate: day(12) }), old = bill(c, 100, { trandate: day(2) });
          credit(c, 130, { autoapply: true }).save();
          return [due(old), due(young)];`;
        equal(await run(code), [0, 70]);
      },
    },
    {
      id: 'credit-and-invoice-on-one-account',
      rule: 'A credit memo can be applied to an invoice only where both have the same account.',
      without: {
        file: 'src/records/application/customerMoney.ts',
        find: 'receivables: keyIn(data.fields.aracct ?? data.fields.account),',
        replace: 'receivables: keyIn(data.fields.aracct) ?? receivablesAccount(account, null),',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          credit(c, 40, { account: ledger('1110'), autoapply: true }).save();
          return due(one);`;
        equal(await run(code), 100);
      },
    },
    {
      id: 'credit-on-a-payment',
      rule: 'A payment applies the credits that are ticked on it along with its own amount.',
      without: {
        file: PAYMENT,
        find: 'for (const application of to) addApplication(context, from, application);',
        replace: 'void to;',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100); var memo = credit(c, 25).save();
          var id = tick(tick(payment(c, { payment: 75 }), 'apply', one), 'credit', memo).save();
          return [due(one), status(one), status(memo), get('customerpayment', id, 'unapplied'), gl(id)];`;
        equal(await run(code), [0, 'B', 'B', 0, ['1200 75', '1100 -75']]);
      },
    },
    {
      id: 'credit-applies-no-more-than-it-is',
      rule: 'A credit cannot be applied for more than it comes to.',
      without: {
        file: MEMO,
        find: 'if (applied.gt(available)) throw unbalancedApplication(available, applied);',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100);
          return caught(function () { tick(credit(c, 40), 'apply', one, 41).save(); });`;
        equal(await run(code), 'TRANS_APPLIED_AMTS_UNBALNCD');
      },
    },
  ],
};

export const creditsOfDeletedPayments: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1292961',
  title: 'Removing Credits from Deleted Customer Payments',
  cases: [
    {
      id: 'credits-of-deleted-payments-stay-applied',
      rule: 'Deleting a payment does not unapply the credits that were applied along with it.',
      without: {
        file: PAYMENT,
        find: 'for (const { from, to } of credits) {',
        replace: 'for (const { from, to } of [] as typeof credits) {',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100); var memo = credit(c, 25).save();
          var id = tick(tick(payment(c, { payment: 75 }), 'apply', one), 'credit', memo).save();
          record.delete({ type: 'customerpayment', id: id });
          return [due(one), status(memo)];`;
        equal(await run(code), [75, 'B']);
      },
    },
    {
      id: 'unapplied-credit-is-free-again',
      rule: 'A credit that is unapplied can be applied to another invoice.',
      without: {
        file: 'src/records/application/applications.ts',
        find: "context.account.store.run('DELETE FROM transactionlink WHERE id = ?', [link.id]);",
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100), other = bill(c, 100);
          var memo = tick(credit(c, 40), 'apply', one).save();
          tick(record.load({ type: 'creditmemo', id: memo }), 'apply', one, false).save();
          tick(record.load({ type: 'creditmemo', id: memo }), 'apply', other).save();
          return [due(one), due(other)];`;
        equal(await run(code), [100, 60]);
      },
    },
  ],
};

export const refundedBalances: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1313840',
  title: 'Refunding an Open Balance',
  cases: [
    {
      id: 'negative-balance-of-credits',
      rule: 'A customer who is owed has a negative balance.',
      without: {
        file: 'src/accounting/receivables.ts',
        find: 'money(owed?.open).minus(money(held?.open))',
        replace: 'money(owed?.open)',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); bill(c, 10); credit(c, 25).save(); payment(c, { payment: 5 }).save();
          return get('customer', c, 'balance');`;
        equal(await run(code), -20);
      },
    },
    {
      id: 'refund-lists-what-is-owed',
      rule: 'A refund lists the credits and overpayments that it can give back.',
      without: {
        file: REFUND,
        find: "{ id: 'apply', types: ['CustCred', 'CustPymt'] },",
        replace: "{ id: 'apply', types: ['CustCred'] },",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var memo = credit(c, 25).save(), paid = payment(c, { payment: 5 }).save();
          var rec = refund(c);
          return [lineOf(rec, 'apply', memo), lineOf(rec, 'apply', paid)];`;
        equal(await run(code), [0, 1]);
      },
    },
    {
      id: 'refund-amount-is-what-is-applied',
      rule: 'The refund amount is the total of what is applied, and it closes the credits.',
      without: {
        file: REFUND,
        find: "return appliedSum(data, 'apply').plus(appliedSum(data, 'deposit'));",
        replace: "return appliedSum(data, 'deposit');",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var memo = credit(c, 25).save();
          var id = tick(refund(c), 'apply', memo).save();
          return [get('customerrefund', id, 'total'), status(memo), gl(id)];`;
        equal(await run(code), [25, 'B', ['1000 -25', '1100 25']]);
      },
    },
  ],
};

export const customerLedger: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1460914',
  title: 'Customer Transaction GL Impact',
  cases: [
    {
      id: 'credit-memo-ledger',
      rule: 'A credit memo debits income and credits accounts receivable.',
      without: { file: MEMO, find: '  sign: -1,\n', replace: '  sign: 1,\n' },
      run: async (api) => {
        const { run } = await ledgers(api);
        equal(await run('return gl(credit(customer(), 20).save());'), ['1100 -20', '4010 20']);
      },
    },
    {
      id: 'payment-ledger',
      rule: 'A payment debits undeposited funds and credits accounts receivable.',
      without: {
        file: 'src/records/application/customerMoney.ts',
        find: 'base: inBase.times(-1) },',
        replace: 'base: inBase },',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        equal(await run('return gl(payment(customer(), { payment: 75 }).save());'), ['1200 75', '1100 -75']);
      },
    },
    {
      id: 'deposit-ledger',
      rule: 'A customer deposit debits undeposited funds and credits customer deposits.',
      without: {
        file: 'src/records/types/customerDeposit.ts',
        find: 'other: depositsAccount(context) };',
        replace: 'other: fundsAccount(context, data) };',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        equal(await run('return gl(deposit(customer(), 1000));'), ['1200 1000', '2100 -1000']);
      },
    },
  ],
};
