import type Big from 'big.js';
import { money } from '../../accounting/money';
import { isPreferred } from '../../company/settings';
import { NetSuiteError } from '../../kernel/errors';
import { addApplication, releaseApplications, writeApplications } from '../application/applications';
import {
  changesScope,
  completeCustomerMoney,
  customerMoneyColumns,
  planMoney,
  positiveAmount,
  scopeOf,
  sourceCustomerMoney,
  validateCustomerMoney,
} from '../application/customerMoney';
import { completeDiscounts, discountSum, salesDiscountAccount, showDiscounts } from '../application/discounts';
import { fundUses } from '../application/distribute';
import { takenByOthers } from '../application/ends';
import { appliedFields, customerMoneyFields, methodFields, receivablesField } from '../application/fields';
import {
  type Applying,
  appliedLines,
  appliedSum,
  autoApply,
  checkAppliedLines,
  dueOf,
  fillBlankAmounts,
  fillGivenLines,
  fillLines,
  isBlank,
  isTouched,
  shrinkUntouched,
  sourceAppliedLine,
  tickedLines,
} from '../application/lines';
import { tooMuchApplied } from '../application/linkSums';
import { creditSublist, depositSublist, paymentApplySublist } from '../application/sublists';
import type { RecordData } from '../data';
import { amount } from '../fieldList';
import { keyIn, type RecordContext, type RecordType } from '../recordType';
import { completeFunds, fundsAccount, fundsFields, sourceFunds } from '../transaction/funds';
import { removeTransaction } from '../transaction/remove';
import { checkReceivablesAccount } from '../transaction/rules';
import { showStatus } from '../transaction/sale';
import { writeLines } from '../transaction/writeLines';
import { missingValues } from '../validation';
import { useDeposit } from './depositApplication';

const kind = { recordType: 'customerpayment', code: 'CustPymt', abbreviation: 'PYMT', label: 'Payment' };

/** Lines of a payment on accounts receivable, and of the discounts that it takes. */
const RECEIVABLES_LINE = 1;
const DISCOUNT_LINE = 2;
const LISTS = ['apply', 'credit', 'deposit'] as const;

/** Invoices, and the credits, unapplied payments and deposits that may go to them with the payment (section_N1288824). */
export const paymentApplying: Applying = {
  sublists: [
    { id: 'apply', types: ['CustInvc'] },
    { id: 'credit', types: ['CustCred', 'CustPymt'] },
    { id: 'deposit', types: ['CustDep'] },
  ],
  scope: scopeOf,
};

/**
 * Customer payments (Records Browser: customerpayment): undeposited funds or a bank account against A/R
 * (section_N1460914). What is not applied stays open on the payment.
 *
 * By Oracle's page they cannot be created or copied in SuiteScript (section_N3193748), so they come from transforming a
 * customer or an invoice; REST web services create them (article_0224093711). Public scripts that create them exist: the
 * accounting preference CUSTOMERPAYMENTCREATE, which is the simulator's own, allows it.
 */
export const customerPayment: RecordType = {
  id: 'customerpayment',
  label: 'Payment',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'customerpayment'",
  externalIdSpace: 'transaction',
  forbidden: ['copy'],
  transformOnly: (account, caller) =>
    caller.context !== 'RESTWEBSERVICES' && !isPreferred(account, 'CUSTOMERPAYMENTCREATE'),
  defaultValueFields: { entity: 'customer' },
  customFields: { body: 'transactionbodycustomfield' },
  fields: [
    ...customerMoneyFields,
    ...fundsFields,
    ...methodFields,
    receivablesField,
    ...appliedFields,
    amount('payment', 'Payment Amount', { mandatory: true, sourcing: true }),
    amount('total', 'Total', { readOnly: true }),
  ],
  sublists: [paymentApplySublist, creditSublist, depositSublist],

  initialize: (context, data) => {
    completeFunds(data);
    completeCustomerMoney(context, data);
    data.fields.status = 'Not Deposited';
    data.fields.statusref = 'notDeposited';
  },
  readDetails: (context, data, id) => {
    completeCustomerMoney(context, data);
    fillLines(context, data, paymentApplying);
    showDiscounts(context, data);
    showSums(context, data);
    showStatus(context.account, data, kind, id);
  },

  source: (context, data, change, kept) => {
    if (change.sublistId !== undefined) {
      const isInvoice = change.sublistId === 'apply';
      sourceAppliedLine(data, change, kept, () => (isInvoice && isFixed(data) ? fundedBy(context, data) : null));
      return;
    }
    sourceFunds(data, change.fieldId, kept);
    sourceCustomerMoney(context, data, change, kept);
    if (changesScope(change)) fillLines(context, data, paymentApplying);
    if (changesScope(change) || change.fieldId === 'trandate') showDiscounts(context, data);
  },

  complete: (context, data) => {
    completeFunds(data);
    completeCustomerMoney(context, data);
    fillGivenLines(context, data, paymentApplying);
    completeDiscounts(context, data);
    showDiscounts(context, data);
    const demand = tickedLines(data, 'apply').reduce(
      (total, line) => total.plus(isBlank(line) ? dueOf(line) : money(line.fields.amount)),
      money(0),
    );
    fillBlankAmounts(data, 'credit', demand.minus(appliedSum(data, 'deposit')));
    fillBlankAmounts(data, 'deposit', demand.minus(appliedSum(data, 'credit')));
    if (isFixed(data)) {
      fillBlankAmounts(data, 'apply', fundedBy(context, data));
      if (data.id === null) shrinkUntouched(data, fundedBy(context, data));
    } else {
      fillBlankAmounts(data, 'apply', null);
      if (isBlankPayment(data) || isAnyTouched(data)) data.fields.payment = neededFor(data);
    }
    if (data.fields.autoapply === true) autoApply(data, fundedBy(context, data));
    showSums(context, data);
  },

  validate: (context, data, stored) => {
    checkReceivablesAccount(context, 'aracct', data);
    const payment = positiveAmount(context, data, data.fields.payment);
    data.fields.payment = payment.toNumber();
    if (appliedSum(data, 'apply').gt(fundedBy(context, data))) throw tooMuchApplied();
    if (payment.eq(0) && appliedSum(data, 'apply').eq(0)) throw missingValues(['Payment Amount']);
    const isClosed = validateCustomerMoney(context, data, stored, planOf(context, data));
    if (isClosed && stored !== null) refuseNewApplications(data, stored);
    checkAppliedLines(context, data, paymentApplying);
  },

  rowExtras: (context, data, stored) =>
    customerMoneyColumns(context, data, stored, kind, positiveAmount(context, data, data.fields.payment)),

  writeDetails: (context, data, _stored, id) => {
    writeLines(context, data, planOf(context, data), id, null);
    const { own, credits, deposits } = fundUses(
      appliedLines(data, 'apply'),
      appliedLines(data, 'credit'),
      appliedLines(data, 'deposit'),
    );
    writeApplications(context, id, [{ line: RECEIVABLES_LINE, linkType: 'Payment', to: own }]);
    for (const { from, to } of credits) {
      for (const application of to) addApplication(context, from, application);
    }
    for (const { from, to } of deposits) useDeposit(context, data, { deposit: from.doc, to });
  },

  // Credits that were applied along with it stay applied (section_N1292961).
  remove: (context, data, id) => {
    releaseApplications(context, id);
    removeTransaction(context, data, id);
  },
};

/** Where the amount was given it stays; otherwise it follows from what is ticked (section_N1288824). */
function isFixed(data: RecordData): boolean {
  return data.id !== null || (data.changedFields.includes('payment') && !isBlankPayment(data));
}

function isBlankPayment(data: RecordData): boolean {
  return data.fields.payment === null || data.fields.payment === undefined;
}

function isAnyTouched(data: RecordData): boolean {
  return LISTS.some((sublistId) => (data.sublists[sublistId] ?? []).some(isTouched));
}

/** The payment with the credits and deposits that are ticked on it, less what a refund took of it. */
function fundedBy(context: RecordContext, data: RecordData): Big {
  const payment = money(data.fields.payment).minus(refunded(context, data));
  return payment.plus(appliedSum(data, 'credit')).plus(appliedSum(data, 'deposit'));
}

function refunded({ account }: RecordContext, data: RecordData): Big {
  return data.id === null ? money(0) : takenByOthers(account, Number(data.id), RECEIVABLES_LINE);
}

/** The amount that is needed besides credits and deposits; null where nothing is ticked. */
function neededFor(data: RecordData): number | null {
  const applied = appliedSum(data, 'apply');
  if (applied.eq(0)) return null;
  const rest = applied.minus(appliedSum(data, 'credit')).minus(appliedSum(data, 'deposit'));
  return rest.gt(0) ? rest.toNumber() : 0;
}

function showSums(context: RecordContext, data: RecordData): void {
  const applied = appliedSum(data, 'apply');
  data.fields.applied = applied.toNumber();
  data.fields.unapplied = fundedBy(context, data).minus(applied).toNumber();
  data.fields.total = money(data.fields.payment).toNumber();
}

/**
 * Money against A/R. Where discounts are taken, A/R is credited with what is paid and taken off, and the difference is
 * charged to the Sales Discount Account (section_N1387022; that it is one line is assumed).
 */
function planOf(context: RecordContext, data: RecordData) {
  const receivables = keyIn(data.fields.aracct);
  if (receivables === null) throw missingValues(['A/R Account']);
  const accounts = { main: fundsAccount(context, data), other: receivables };
  const payment = money(data.fields.payment);
  const discount = discountSum(data);
  const plan = planMoney(context, data, accounts, payment);
  if (discount.eq(0)) return plan;
  const [main] = plan.lines;
  const [, owed] = planMoney(context, data, accounts, payment.plus(discount)).lines;
  if (main === undefined || owed === undefined) return plan;
  const account = salesDiscountAccount(context.account);
  const base = owed.base.plus(main.base).times(-1);
  return {
    ...plan,
    lines: [main, owed, { kind: 'discount' as const, id: DISCOUNT_LINE, account, foreign: discount, base }],
  };
}

/**
 * What a payment of a closed period is applied to cannot be changed before the period is open again (section_N1292877;
 * the code is assumed).
 */
function refuseNewApplications(data: RecordData, stored: RecordData): void {
  const applied = (record: RecordData): string =>
    LISTS.flatMap((id) =>
      appliedLines(record, id).map((line) => `${id} ${line.doc} ${line.amount} ${line.discount}`),
    ).join();
  if (applied(data) === applied(stored)) return;
  throw new NetSuiteError(
    'TRANS_EDIT_DISALLWD',
    'This transaction is in a period that has been closed. You may not edit it.',
  );
}
