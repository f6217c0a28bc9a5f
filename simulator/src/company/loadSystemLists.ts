import type { Store } from '../store/store';
import type { CompanyData } from './companyData';

/** Account types by `account.accttype`: their names, and the side on which they grow. */
const ACCOUNT_TYPES: readonly (readonly [id: string, name: string, balanceSheet: boolean, debit: boolean])[] = [
  ['Bank', 'Bank', true, true],
  ['AcctRec', 'Accounts Receivable', true, true],
  ['UnbilledRec', 'Unbilled Receivable', true, true],
  ['OthCurrAsset', 'Other Current Asset', true, true],
  ['FixedAsset', 'Fixed Asset', true, true],
  ['OthAsset', 'Other Asset', true, true],
  ['DeferExpense', 'Deferred Expense', true, true],
  ['AcctPay', 'Accounts Payable', true, false],
  ['CredCard', 'Credit Card', true, false],
  ['OthCurrLiab', 'Other Current Liability', true, false],
  ['LongTermLiab', 'Long Term Liability', true, false],
  ['DeferRevenue', 'Deferred Revenue', true, false],
  ['Equity', 'Equity', true, false],
  ['Income', 'Income', false, false],
  ['COGS', 'Cost of Goods Sold', false, true],
  ['Expense', 'Expense', false, true],
  ['OthIncome', 'Other Income', false, false],
  ['OthExpense', 'Other Expense', false, true],
  ['NonPosting', 'Non-Posting', false, true],
  ['Stat', 'Statistical', false, true],
];

/** Payment methods that an account comes with (section_N1292421; the list is of public accounts), and which are cards. */
const PAYMENT_METHODS: readonly (readonly [name: string, isCreditCard: boolean])[] = [
  ['Cash', false],
  ['Check', false],
  ['Discover', true],
  ['Master Card', true],
  ['VISA', true],
  ['American Express', true],
  ['ACH', false],
];

/**
 * Contact roles that an account comes with. That Primary Contact is -10 is in Oracle's samples (article_0115032226); the
 * other ids are assumed.
 */
const CONTACT_ROLES: readonly (readonly [id: number, name: string])[] = [
  [-10, 'Primary Contact'],
  [-20, 'Alternate Contact'],
  [-30, 'Decision Maker'],
];

/** Makes the lists that every account has: account types, payment methods, contact roles, and the price level Base Price. */
export function loadSystemLists(store: Store): void {
  ACCOUNT_TYPES.forEach(([id, name, balanceSheet, debit], index) => {
    store.run('INSERT INTO accounttype (id, longname, balancesheet, "left", seqnum) VALUES (?, ?, ?, ?, ?)', [
      id,
      name,
      balanceSheet ? 'T' : 'F',
      debit ? 'T' : 'F',
      index + 1,
    ]);
  });
  for (const [name, isCreditCard] of PAYMENT_METHODS) {
    store.run("INSERT INTO paymentmethod (name, iscreditcard, isinactive) VALUES (?, ?, 'F')", [
      name,
      isCreditCard ? 'T' : 'F',
    ]);
  }
  for (const [id, name] of CONTACT_ROLES) {
    store.run("INSERT INTO contactrole (id, name, isinactive) VALUES (?, ?, 'F')", [id, name]);
  }
  store.run(
    "INSERT INTO pricelevel (id, name, discountpct, isonline, isinactive) VALUES (1, 'Base Price', NULL, 'F', 'F')",
  );
}

/**
 * What each tax schedule means in each country that has tax codes: one whose name says Not Taxable taxes nothing; any
 * other means the country's first code above zero, which in the United States is chosen for each customer instead.
 */
export function loadTaxScheduleCodes(store: Store, company: CompanyData): void {
  const countries = new Set(company.taxCodes.map((code) => code.country));
  const idOf = (name: string | undefined): number | null =>
    name === undefined
      ? null
      : (store.get<{ id: number }>('SELECT id FROM salestaxitem WHERE itemid = ?', [name])?.id ?? null);
  for (const schedule of company.taxSchedules) {
    const isTaxable = !/not taxable|non-?taxable/i.test(schedule);
    for (const country of countries) {
      const code = company.taxCodes.find(
        (each) => each.country === country && Number(each.rate) > 0 === isTaxable && country !== 'US',
      );
      store.run(
        `INSERT INTO taxschedulenexus (taxschedule, country, salestaxcode, istaxable)
         VALUES ((SELECT id FROM taxschedule WHERE name = ?), ?, ?, ?)`,
        [schedule, country, idOf(code?.name), isTaxable ? 'T' : 'F'],
      );
    }
  }
}
