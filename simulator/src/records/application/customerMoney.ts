import type Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { money, rounded } from '../../accounting/money';
import { billedCustomer, withProjects } from '../../accounting/projects';
import { customerBalance } from '../../accounting/receivables';
import { baseCurrency } from '../../accounting/subsidiaries';
import { isFeatureInEffect, isPreferred } from '../../company/settings';
import type { Account } from '../../kernel/account';
import type { SqlValue } from '../../store/store';
import type { FieldValue, RecordData } from '../data';
import { documentNumber } from '../numbering';
import { type FieldChange, type Kept, keyIn, type RecordContext, sourceField, textIn } from '../recordType';
import { checkClosedPeriod } from '../transaction/closedPeriod';
import { customerOf } from '../transaction/customerOf';
import type { PlannedLine, SalePlan } from '../transaction/plan';
import { checkClassifications, checkPeriod, checkSubsidiary } from '../transaction/rules';
import { transactionColumns } from '../transaction/sale';
import { completeBody, projectCurrency, receivablesAccount, sourceRate } from '../transaction/sourceBody';
import { userError } from '../validation';
import type { Scope } from './documents';

/** What a transaction of money with a customer posts: two lines of the same amount. */
export type MoneyPlan = Pick<SalePlan, 'sign' | 'exchangeRate' | 'lines'>;

/** Fields on which it depends what a payment can be applied to. */
const SCOPE_FIELDS = new Set(['customer', 'currency', 'subsidiary', 'aracct']);

/** True where the lists of what can be applied have to be made again. */
export function changesScope({ fieldId, sublistId }: FieldChange): boolean {
  return sublistId === undefined && SCOPE_FIELDS.has(fieldId);
}

interface CustomerRow extends Record<string, string | number | null> {
  subsidiary: number | null;
  currency: number | null;
  receivablesaccount: number | null;
}

/** Fills what follows from a changed body field: from the customer its subsidiary, currency and A/R account. */
export function sourceCustomerMoney(context: RecordContext, data: RecordData, change: FieldChange, kept: Kept): void {
  const { account } = context;
  switch (change.fieldId) {
    case 'customer': {
      const row = account.store.get<CustomerRow>('SELECT * FROM customer WHERE id = ?', [
        billedCustomer(account, customerOf(data)),
      ]);
      if (row === null) return;
      const set = (fieldId: string, value: number | null): void =>
        sourceField(data, kept, fieldId, value === null ? null : String(value));
      set('subsidiary', row.subsidiary);
      set('currency', projectCurrency(account, data) ?? row.currency);
      if ('aracct' in data.fields) set('aracct', receivablesAccount(account, row.receivablesaccount));
      sourceRate(context, data, kept);
      break;
    }
    case 'trandate':
      sourceField(data, kept, 'postingperiod', null);
      sourceRate(context, data, kept);
      break;
    case 'subsidiary':
    case 'currency':
      sourceRate(context, data, kept);
      break;
  }
  completeBody(account, data);
}

/** Date, period, rate and A/R account where they are empty, and the customer's balance. */
export function completeCustomerMoney({ account }: RecordContext, data: RecordData): void {
  completeBody(account, data);
  if ('aracct' in data.fields) {
    const preferred = receivablesAccount(account, null);
    data.fields.aracct ??= preferred === null ? null : String(preferred);
  }
  const customer = customerOf(data);
  data.fields.balance =
    customer === null ? null : customerBalance(account, customer, keyIn(data.fields.currency), null);
}

/**
 * What a payment or refund can be applied to: open transactions of the customer in its currency, subsidiary and A/R
 * account (section_N1288824). With Consolidated Payments a top-level customer stands for all below it, and with the
 * preference Apply Payments Through Top-Level Customer Only nobody else does (section_N1288474). A customer pays for its
 * projects too, a project for itself alone (assumed).
 */
export function scopeOf(account: Account, data: RecordData): Scope | null {
  const customer = customerOf(data);
  const currency = keyIn(data.fields.currency);
  const subsidiary = keyIn(data.fields.subsidiary);
  if (customer === null || currency === null || subsidiary === null) return null;
  return {
    customers: withProjects(account, withSubcustomers(account, customer)),
    currency,
    subsidiary,
    receivables: keyIn(data.fields.aracct ?? data.fields.account),
  };
}

function withSubcustomers(account: Account, customer: number): number[] {
  if (!isFeatureInEffect(account, 'CONSOLPAYMENTS')) return [customer];
  const { store } = account;
  const isTop = store.get('SELECT 1 AS top FROM customer WHERE id = ? AND parent IS NULL', [customer]) !== null;
  if (!isTop) return isPreferred(account, 'PAYMENTSONLYFROMTOPPARENT') ? [] : [customer];
  return store
    .all<{ id: number }>(
      `WITH RECURSIVE family (id) AS (SELECT ?1 UNION SELECT c.id FROM customer c JOIN family f ON c.parent = f.id)
       SELECT id FROM family`,
      [customer],
    )
    .map((row) => row.id);
}

/**
 * Plans two lines of one amount: the main line, a debit where the amount is positive, against another account.
 *
 * @param base the amount in base currency where it does not follow from the exchange rate
 */
export function planMoney(
  { account }: RecordContext,
  data: RecordData,
  accounts: { readonly main: number; readonly other: number },
  amount: Big,
  base?: Big,
): MoneyPlan {
  const exchangeRate = money(data.fields.exchangerate);
  const subsidiary = keyIn(data.fields.subsidiary);
  const decimals = subsidiary === null ? 2 : decimalsOf(account, baseCurrency(account, subsidiary));
  const inBase = base ?? rounded(amount.times(exchangeRate), decimals);
  const lines: PlannedLine[] = [
    { kind: 'main', account: accounts.main, foreign: amount, base: inBase },
    { kind: 'account', id: 1, account: accounts.other, foreign: amount.times(-1), base: inBase.times(-1) },
  ];
  return { sign: 1, exchangeRate, lines };
}

/**
 * Checks that are common to all of them. Returns true where the period is closed and nothing changed that it forbids to
 * change.
 */
export function validateCustomerMoney(
  context: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  plan: MoneyPlan,
): boolean {
  checkSubsidiary(context, data);
  checkClassifications(context, data);
  const isClosed = checkClosedPeriod(context, data, stored, plan);
  if (!isClosed) checkPeriod(context, data);
  const given = textIn(data.fields.tranid) || null;
  data.fields.tranid = documentNumber(
    context.account,
    context.definition.id,
    given,
    stored === null ? null : textIn(stored.fields.tranid) || null,
  );
  return isClosed;
}

/** What tells one kind of money with a customer from the others. */
export interface MoneyKind {
  readonly recordType: string;
  /** Code of `transaction.type`. */
  readonly code: string;
  readonly abbreviation: string;
  readonly label: string;
}

/** Columns of the row that are no fields; the total has the sign of the main line, as in SuiteQL. */
export function customerMoneyColumns(
  context: RecordContext,
  data: RecordData,
  stored: RecordData | null,
  kind: MoneyKind,
  total: Big,
): Record<string, SqlValue> {
  return { ...transactionColumns(context, data, stored, { ...kind, isPosting: true }), foreigntotal: total.toNumber() };
}

/** An amount rounded to the transaction's currency. Throws USER_ERROR for a negative one. */
export function positiveAmount({ account }: RecordContext, data: RecordData, value: FieldValue | undefined): Big {
  const currency = keyIn(data.fields.currency);
  const amount = rounded(money(value), currency === null ? 2 : decimalsOf(account, currency));
  if (amount.lt(0)) throw userError('The amount cannot be negative.');
  return amount;
}

/** Fields that a copy does not take over. */
export function clearCopied(data: RecordData): void {
  for (const fieldId of UNCOPIED) if (fieldId in data.fields) data.fields[fieldId] = null;
}

const UNCOPIED = `tranid transactionnumber trandate postingperiod exchangerate createddate lastmodifieddate createdfrom
  status statusref checknum`.split(/\s+/);
