import { equal } from '../../harness/assert';
import type { ConformancePage } from '../../harness/case';
import { ledgers } from './ledgers';

const APPLICATION = 'src/records/types/depositApplication.ts';
const DEPOSIT = 'src/records/types/customerDeposit.ts';
const REFUND = 'src/records/types/customerRefund.ts';

export const recordingDeposits: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1296669',
  title: 'Recording a Customer Deposit',
  cases: [
    {
      id: 'deposit-is-not-receivable',
      rule: 'A customer deposit does not affect the balance of the customer on accounts receivable.',
      without: {
        file: 'src/accounting/receivables.ts',
        find: "t.type IN ('CustCred', 'CustPymt', 'DepAppl')",
        replace: "t.type IN ('CustCred', 'CustPymt', 'DepAppl', 'CustDep')",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); bill(c, 100); deposit(c, 40); return get('customer', c, 'balance');`;
        equal(await run(code), 100);
      },
    },
    {
      id: 'deposit-keeps-its-customer',
      rule: 'The customer of a saved deposit cannot be changed.',
      without: {
        file: DEPOSIT,
        find: 'if (stored !== null && stored.fields.customer !== data.fields.customer) {',
        replace: 'if (stored === undefined) {',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var id = deposit(customer(), 40); var other = customer();
          return caught(function () { change('customerdeposit', id, { customer: other }); });`;
        equal(await run(code), 'USER_ERROR');
      },
    },
    {
      id: 'deposit-status',
      rule: 'A deposit is Not Deposited while its money is in undeposited funds, and Deposited when it is in a bank account.',
      without: {
        file: 'src/records/application/settle.ts',
        find: "if (type === 'CustDep') return isDeposited ? 'B' : 'A';",
        replace: "if (type === 'CustDep') return 'A';",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer();
          return [deposit(c, 40), deposit(c, 40, { undepfunds: 'F', account: ledger('1000') })].map(function (id) {
            return get('customerdeposit', id, 'status');
          });`;
        equal(await run(code), ['Not Deposited', 'Deposited']);
      },
    },
  ],
};

export const applyingDeposits: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1299826',
  title: 'Applying a Customer Deposit',
  cases: [
    {
      id: 'deposit-lowers-what-is-due',
      rule: 'An applied deposit lowers the balance due of the invoices by the amount applied.',
      without: { file: APPLICATION, find: "    { line: 0, linkType: 'Payment', to },\n", replace: '' },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100); var d = deposit(c, 60);
          var id = tick(of('customerdeposit', d, 'depositapplication'), 'apply', one, 45).save();
          return [due(one), gl(id), status(d)];`;
        equal(await run(code), [55, ['1100 -45', '2100 45'], 'A']);
      },
    },
    {
      id: 'deposit-applies-up-to-its-total',
      rule: 'No more than the total of a deposit can be applied.',
      without: {
        file: APPLICATION,
        find: 'if (applied.gt(available)) throw unbalancedApplication(available, applied);',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100); var d = deposit(c, 60);
          return caught(function () { tick(of('customerdeposit', d, 'depositapplication'), 'apply', one, 61).save(); });`;
        equal(await run(code), 'TRANS_APPLIED_AMTS_UNBALNCD');
      },
    },
    {
      id: 'used-up-deposit-is-fully-applied',
      rule: 'A deposit that is applied to its last cent is Fully Applied.',
      without: {
        file: 'src/records/application/settle.ts',
        find: "if (row.type === 'CustDep') return isUsedUp ? 'C' :",
        replace: "if (row.type === 'CustDep') return isUsedUp && row.undepfunds === null ? 'C' :",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var one = bill(c, 100); var d = deposit(c, 60);
          tick(of('customerdeposit', d, 'depositapplication'), 'apply', one).save();
          return get('customerdeposit', d, 'status');`;
        equal(await run(code), 'Fully Applied');
      },
    },
  ],
};

export const refundingDeposits: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1300211',
  title: 'Issue Refunds for Customer Deposits',
  cases: [
    {
      id: 'refund-applies-deposit',
      rule: 'Saving a refund of a deposit makes a deposit application that applies the deposit to the refund.',
      without: {
        file: REFUND,
        find: "for (const { doc, amount: used } of appliedLines(data, 'deposit')) {",
        replace: "for (const { doc, amount: used } of appliedLines(data, 'deposit').slice(1)) {",
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var d = deposit(c, 60);
          var id = of('customerdeposit', d, 'customerrefund', { account: ledger('1000'), paymentmethod: 2 }).save();
          var made = rows("SELECT id FROM transaction WHERE type = 'DepAppl'");
          return [get('customerrefund', id, 'total'), made.length, made.length && gl(made[0].id), get('customerdeposit', d, 'status')];`;
        equal(await run(code), [60, 1, ['1100 -60', '2100 60'], 'Fully Applied']);
      },
    },
    {
      id: 'stored-refund-shows-deposit-application',
      rule: 'A stored refund lists the deposit application and no deposits.',
      without: { file: REFUND, find: '    data.sublists.deposit = [];\n', replace: '' },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var d = deposit(c, 60); deposit(c, 70);
          var id = tick(refund(c), 'deposit', d).save();
          var rec = record.load({ type: 'customerrefund', id: id });
          return [rec.getLineCount({ sublistId: 'deposit' }), rec.getLineCount({ sublistId: 'apply' }),
            rec.getSublistValue({ sublistId: 'apply', fieldId: 'trantype', line: 0 })];`;
        equal(await run(code), [0, 1, 'DepAppl']);
      },
    },
    {
      id: 'refund-keeps-its-deposits',
      rule: 'A stored refund cannot be edited to change its deposit application.',
      without: {
        file: REFUND,
        find: 'if (stored !== null) checkDepositApplications(context, data, Number(stored.id));',
        replace: '',
      },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var d = deposit(c, 60); var memo = credit(c, 5).save();
          var id = tick(tick(refund(c), 'deposit', d), 'apply', memo).save();
          var used = rows("SELECT id FROM transaction WHERE type = 'DepAppl'")[0].id;
          return caught(function () {
            tick(record.load({ type: 'customerrefund', id: id }), 'apply', used, false).save();
          });`;
        equal(await run(code), 'USER_ERROR');
      },
    },
    {
      id: 'deleted-refund-frees-deposit',
      rule: 'After a refund is deleted its deposit can be used for a new one.',
      without: { file: REFUND, find: '    releaseDeposits(context, id);\n', replace: '' },
      run: async (api) => {
        const { run } = await ledgers(api);
        const code = `var c = customer(); var d = deposit(c, 60);
          var id = tick(refund(c), 'deposit', d).save();
          record.delete({ type: 'customerrefund', id: id });
          return [status(d), lineOf(refund(c), 'deposit', d), rows("SELECT id FROM transaction WHERE type = 'DepAppl'").length];`;
        equal(await run(code), ['A', 0, 0]);
      },
    },
  ],
};
