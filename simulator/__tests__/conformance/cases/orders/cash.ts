import type { ConformancePage } from '../../harness/case';
import { gives } from './trade';

const FUNDS = 'src/records/transaction/funds.ts';
const PLAN = 'src/records/bankDeposit/plan.ts';

export const cashSales: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1244457',
  title: 'Entering a Cash Sale',
  cases: [
    gives(
      'cash-sale-undeposited',
      'A cash sale goes to Undeposited Funds until it is deposited, or to the bank account that is chosen.',
      {
        file: 'src/records/transaction/funds.ts',
        find: "data.fields.undepfunds = keyIn(data.fields.account) === null ? 'T' : 'F';",
        replace: "data.fields.undepfunds = 'T';",
      },
      `var one = cashSale(20), other = cashSale(30, { account: ledger('1000') });
       return [gl(one), status(one), gl(other), status(other)];`,
      [['1200 20', '4010 -20'], 'B', ['1000 30', '4010 -30'], 'C'],
    ),
    gives(
      'cash-sale-account-holds-money',
      'The chosen account is one that holds money.',
      { file: FUNDS, find: 'if (!fits || !ACCOUNT_TYPES.has(row.accttype))', replace: 'if (!fits)' },
      `return caught(function () { cashSale(20, { account: ledger('1500') }); });`,
      'INVALID_KEY_OR_REF',
    ),
  ],
};

export const cashRefunds: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1247359',
  title: 'Refunding a Cash Sale',
  cases: [
    gives(
      'cash-refund-gives-the-money-back',
      'A cash refund takes the income back and pays it out of the account that is selected.',
      { file: 'src/records/types/cashRefund.ts', find: 'sign: -1,', replace: 'sign: 1,' },
      `var paid = cashSale(50, { account: ledger('1000') });
       return gl(of('cashsale', paid, 'cashrefund').save());`,
      ['1000 -50', '4010 50'],
    ),
    gives(
      'cash-refund-needs-an-account',
      'A cash refund names its account.',
      {
        file: 'src/records/types/cashRefund.ts',
        find: "select('account', 'Account', 'account', { mandatory: true }),",
        replace: "select('account', 'Account', 'account', { defaultValue: '1' }),",
      },
      `return caught(function () { sale('cashrefund', customer(), item()).save(); });`,
      'USER_ERROR',
    ),
  ],
};

export const makingDeposits: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1542431',
  title: 'Making Deposits',
  cases: [
    gives(
      'deposit-lists-undeposited-funds',
      'A deposit lists the payments that stand in Undeposited Funds, and no others.',
      {
        file: 'src/records/bankDeposit/undeposited.ts',
        find: 'WHERE tal.account = ? AND',
        replace: 'WHERE tal.account >= ? AND',
      },
      `cashSale(20); cashSale(30, { account: ledger('1000') });
       return record.create({ type: 'deposit' }).getLineCount({ sublistId: 'payment' });`,
      1,
    ),
    gives(
      'deposit-marks-payments',
      'What is deposited shows it, and does not come up again.',
      { file: 'src/records/types/deposit.ts', find: "replaceLinks(account, id, 'Deposit', links);", replace: '' },
      `var one = cashSale(20);
       banking([one]).save();
       return [status(one), record.create({ type: 'deposit' }).getLineCount({ sublistId: 'payment' })];`,
      ['C', 0],
    ),
    gives(
      'deposit-of-what-is-gone',
      'A payment that somebody else took in the meantime gives the message that the record has changed.',
      {
        file: PLAN,
        find: "throw new NetSuiteError('RCRD_HAS_BEEN_CHANGED', 'Record has been changed');",
        replace: 'throw new Error();',
      },
      `var one = cashSale(20);
       var late = banking([one]);
       record.delete({ type: 'cashsale', id: one });
       return caught(function () { late.save(); });`,
      'RCRD_HAS_BEEN_CHANGED',
    ),
    gives(
      'deposit-in-the-banks-currency',
      'A payment in another currency is deposited into a bank of the base currency at its own rate.',
      {
        file: 'src/records/bankDeposit/undeposited.ts',
        find: 'return bankCurrency === baseCurrency ? rounded(item.base, decimals) : null;',
        replace: 'return null;',
      },
      `var eur = idOf('currency', 'symbol', 'EUR');
       var one = sale('cashsale', customer({ currency: eur }), item(), { exchangerate: 1.05 }).save();
       return gl(banking([one]).save());`,
      ['1000 105', '1200 -105'],
    ),
    gives(
      'deposit-other-amounts-are-positive',
      'Other deposits have positive amounts.',
      {
        file: PLAN,
        find: "if (money(line.fields.amount).lte(0)) throw userError('Please enter a positive amount.');",
        replace: '',
      },
      `var rec = banking([cashSale(20)]);
       cell(rec, 'account', ledger('7000'), 0, 'other'); cell(rec, 'amount', -5, 0, 'other');
       return caught(function () { rec.save(); });`,
      'USER_ERROR',
    ),
  ],
};

export const bankImpact: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1465926',
  title: 'Bank Transaction GL Impact',
  cases: [
    gives(
      'deposit-moves-undeposited-funds',
      'A deposit debits the bank and credits Undeposited Funds.',
      { file: PLAN, find: '      account: funds,\n', replace: '      account: bank,\n' },
      'return gl(banking([cashSale(20), cashSale(5)]).save());',
      ['1000 25', '1200 -20', '1200 -5'],
    ),
  ],
};

export const cashBack: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1543413',
  title: 'Recording Cash Back from a Deposit',
  cases: [
    gives(
      'deposit-cash-back',
      'Cash back lowers what goes to the bank and goes to its own account.',
      { file: PLAN, find: '    ...cashBack,\n', replace: '' },
      `var rec = banking([cashSale(100)]);
       cell(rec, 'account', ledger('6300'), 0, 'cashback'); cell(rec, 'amount', 40, 0, 'cashback');
       return gl(rec.save());`,
      ['1000 60', '1200 -100', '6300 40'],
    ),
  ],
};
