import Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded } from '../../accounting/money';
import { discountDate } from '../../accounting/terms';
import { isPreferred, preference } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { LineData, RecordData } from '../data';
import { keyIn, type RecordContext } from '../recordType';
import { missingValues, userError } from '../validation';
import { dateOfIso, isoDate } from '../values/dates';
import { SETTLING } from './ends';

/** What the terms of an invoice let its customer take off for paying early. */
interface TermDiscount {
  /** In the invoice's currency: what is left of it. */
  readonly amount: Big;
  /** The last day on which it can be had, `YYYY-MM-DD`. */
  readonly until: string;
}

/**
 * Shows on the lines of a payment what discount each invoice still has (`discamt`, until `discdate`) and what the payment
 * takes of it (`disc`). After the discount date nothing is available (assumed); the day that counts is the payment's.
 */
export function showDiscounts({ account }: RecordContext, data: RecordData): void {
  // Most companies have no terms with a discount; invoices are not asked then.
  if (account.store.get('SELECT 1 AS found FROM term WHERE discountpercent > 0 LIMIT 1') === null) return;
  const date = data.fields.trandate;
  const day = isoDate(date instanceof Date ? date : new Date(account.clock.now()));
  const taken = data.id === null ? new Map<number, Big>() : discountsTakenBy(account, Number(data.id));
  for (const line of data.sublists.apply ?? []) {
    const invoice = keyIn(line.fields.doc);
    if (invoice === null) continue;
    const own = taken.get(invoice) ?? new Big(0);
    const discount = termDiscount(account, invoice, own);
    line.fields.discdate = discount === null ? null : dateOfIso(discount.until);
    line.fields.discamt = discount !== null && day <= discount.until ? discount.amount.toNumber() : null;
    if (line.fields.disc === undefined) line.fields.disc = own.gt(0) ? own.toNumber() : null;
  }
}

/**
 * The discount of an invoice by its terms: a share of its total, with tax where the accounting preference Include Tax for
 * Term Discounts says so (TERMDISCOUNTSINCLUDETAX, bridgehead_N3258805), less what other payments took of it.
 */
function termDiscount(account: Account, invoice: number, own: Big): TermDiscount | null {
  const row = account.store.get<{
    terms: number | null;
    trandate: string;
    currency: number;
    total: number;
    taxtotal: number | null;
    percent: number | null;
  }>(
    `SELECT t.terms, t.trandate, t.currency, t.foreigntotal AS total, t.taxtotal, term.discountpercent AS percent
     FROM "transaction" t JOIN term ON term.id = t.terms WHERE t.id = ?`,
    [invoice],
  );
  const until = row === null || row.terms === null ? null : discountDate(account, row.terms, row.trandate);
  if (row === null || until === null || !money(row.percent).gt(0)) return null;
  const withTax = isPreferred(account, 'TERMDISCOUNTSINCLUDETAX');
  const basis = withTax ? money(row.total) : money(row.total).minus(money(row.taxtotal));
  const whole = rounded(basis.times(money(row.percent)).div(100), decimalsOf(account, row.currency));
  const left = whole.minus(takenOfInvoice(account, invoice)).plus(own);
  return { amount: left.gt(0) ? left : new Big(0), until };
}

function takenOfInvoice({ store }: Account, invoice: number): Big {
  const row = store.get<{ taken: number | null }>(
    `SELECT ROUND(SUM(discount), 8) AS taken FROM transactionlink WHERE previousdoc = ? AND linktype IN ${SETTLING}`,
    [invoice],
  );
  return money(row?.taken);
}

/** Discounts that a stored payment took, by internal id of the invoice. */
export function discountsTakenBy({ store }: Pick<Account, 'store'>, payment: number): Map<number, Big> {
  const rows = store.all<{ doc: number; discount: number }>(
    `SELECT previousdoc AS doc, discount FROM transactionlink WHERE nextdoc = ? AND discount IS NOT NULL`,
    [payment],
  );
  return new Map(rows.map((row) => [row.doc, money(row.discount)]));
}

/** The discount that a line of a payment takes; nothing where the line is not ticked. */
export function discountOf(line: LineData): Big {
  return line.fields.apply === true ? money(line.fields.disc) : new Big(0);
}

/**
 * Makes discounts that a script set ready for the amounts: none on lines that are not ticked, and what a line applies is
 * what is due less the discount unless the script gave that too (assumed: NetSuite's page reduces the payment so).
 * Throws USER_ERROR for a negative one.
 */
export function completeDiscounts({ account }: RecordContext, data: RecordData): void {
  const currency = keyIn(data.fields.currency);
  const decimals = currency === null ? 2 : decimalsOf(account, currency);
  for (const line of data.sublists.apply ?? []) {
    if (line.fields.apply !== true || money(line.fields.disc).eq(0)) {
      line.fields.disc = null;
      continue;
    }
    const discount = rounded(money(line.fields.disc), decimals);
    if (discount.lt(0)) throw userError('The discount taken cannot be negative.');
    line.fields.disc = discount.toNumber();
    const changed = line.changed ?? [];
    if (changed.includes('disc') && !changed.includes('amount')) line.fields.amount = null;
  }
}

/** Sum of the discounts that a payment takes. */
export function discountSum(data: RecordData): Big {
  return (data.sublists.apply ?? []).reduce((total, line) => total.plus(discountOf(line)), new Big(0));
}

/**
 * Internal id of the account that discounts on payments are charged to: the accounting preference Sales Discount Account
 * (SALESDISCACCT, section_N1387022). Throws USER_ERROR where the company has chosen none (assumed).
 */
export function salesDiscountAccount(account: Account): number {
  const id = preference(account, 'SALESDISCACCT');
  if (id === null || id === '') throw missingValues(['Sales Discount Account']);
  return Number(id);
}
