import type Big from 'big.js';
import { money } from '../../accounting/money';
import { releaseApplications, writeApplications } from '../application/applications';
import {
  changesScope,
  clearCopied,
  completeCustomerMoney,
  customerMoneyColumns,
  planMoney,
  scopeOf,
  sourceCustomerMoney,
  validateCustomerMoney,
} from '../application/customerMoney';
import { customerMoneyFields, methodFields, receivablesField } from '../application/fields';
import {
  type Applying,
  appliedLines,
  appliedSum,
  checkAppliedLines,
  fillBlankAmounts,
  fillGivenLines,
  fillLines,
  sourceAppliedLine,
} from '../application/lines';
import { applySublist, depositSublist } from '../application/sublists';
import type { LineData, RecordData } from '../data';
import { amount, select } from '../fieldList';
import { keyIn, lineOf, type RecordContext, type RecordType } from '../recordType';
import { checkMoneyAccount } from '../transaction/funds';
import { linksFrom } from '../transaction/links';
import { removeTransaction } from '../transaction/remove';
import { checkReceivablesAccount } from '../transaction/rules';
import { showStatus } from '../transaction/sale';
import { writeLines } from '../transaction/writeLines';
import { missingValues, userError } from '../validation';
import { dateOfIso } from '../values/dates';
import { releaseDeposits, useDeposit } from './depositApplication';

const kind = { recordType: 'customerrefund', code: 'CustRfnd', abbreviation: 'CUSTREF', label: 'Customer Refund' };

/** Line of a refund on accounts receivable. */
const RECEIVABLES_LINE = 1;

/** Credit memos, overpayments and deposits (section_N1313840, section_N1300211). */
export const refundApplying: Applying = {
  sublists: [
    { id: 'apply', types: ['CustCred', 'CustPymt'] },
    { id: 'deposit', types: ['CustDep'] },
  ],
  scope: scopeOf,
};

/**
 * Customer refunds (Records Browser: customerrefund): money given back for what a customer is owed; A/R against the
 * account that it is paid from. A deposit is given back by way of a deposit application, which pays the refund on A/R
 * (section_N1300211).
 *
 * The Refund Method is required also where mandatory fields are ignored: those are what customization and company
 * preferences require (section_4267286323), and the Records Browser marks this one as required in every account. That it
 * is so is assumed; Oracle has no list.
 */
export const customerRefund: RecordType = {
  id: 'customerrefund',
  label: 'Customer Refund',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'customerrefund'",
  externalIdSpace: 'transaction',
  defaultValueFields: { entity: 'customer' },
  customFields: { body: 'transactionbodycustomfield' },
  fields: [
    ...customerMoneyFields,
    select('account', 'Account', 'account', { mandatory: true, sourcing: true }),
    ...methodFields.map((each) =>
      each.id === 'paymentmethod' ? { ...each, label: 'Refund Method', mandatory: true } : each,
    ),
    receivablesField,
    amount('total', 'Refund Amount', { readOnly: true }),
  ],
  sublists: [applySublist, depositSublist],

  initialize: completeCustomerMoney,
  readDetails: (context, data, id) => {
    completeCustomerMoney(context, data);
    fillLines(context, data, refundApplying);
    // The deposits of a stored refund show as deposit applications, and cannot be changed (section_N1300211).
    data.sublists.deposit = [];
    data.sublists.apply = [...(data.sublists.apply ?? []), ...depositApplicationLines(context, id)];
    showStatus(context.account, data, kind, id);
  },
  prepareCopy: (context, data) => {
    clearCopied(data);
    completeCustomerMoney(context, data);
    fillLines(context, data, refundApplying);
    for (const line of data.sublists.apply ?? []) Object.assign(line.fields, { apply: false, amount: null });
    data.fields.total = null;
  },

  source: (context, data, change, kept) => {
    if (change.sublistId !== undefined) {
      sourceAppliedLine(data, change, kept, () => null);
      return;
    }
    sourceCustomerMoney(context, data, change, kept);
    if (changesScope(change) && data.id === null) fillLines(context, data, refundApplying);
  },

  complete: (context, data) => {
    completeCustomerMoney(context, data);
    if (data.id === null) fillGivenLines(context, data, refundApplying);
    fillBlankAmounts(data, 'apply', null);
    fillBlankAmounts(data, 'deposit', null);
    data.fields.total = totalOf(data).toNumber();
  },

  validate: (context, data, stored) => {
    checkReceivablesAccount(context, 'aracct', data);
    const account = keyIn(data.fields.account);
    if (account !== null) checkMoneyAccount(context, data, account);
    if (totalOf(data).eq(0)) throw userError('You must apply the refund to at least one transaction.');
    if (stored !== null) checkDepositApplications(context, data, Number(stored.id));
    validateCustomerMoney(context, data, stored, planOf(context, data));
    checkAppliedLines(context, withoutDepositApplications(data), refundApplying);
  },

  rowExtras: (context, data, stored) => customerMoneyColumns(context, data, stored, kind, totalOf(data).times(-1)),

  writeDetails: (context, data, _stored, id) => {
    writeLines(context, data, planOf(context, data), id, null);
    const credits = appliedLines(withoutDepositApplications(data), 'apply');
    writeApplications(context, id, [{ line: RECEIVABLES_LINE, linkType: 'Payment', to: credits }]);
    for (const { doc, amount: used } of appliedLines(data, 'deposit')) {
      useDeposit(context, data, { deposit: doc, to: [{ doc: id, line: RECEIVABLES_LINE, amount: used }] });
    }
  },

  remove: (context, data, id) => {
    releaseDeposits(context, id);
    releaseApplications(context, id);
    removeTransaction(context, data, id);
  },
};

function totalOf(data: RecordData): Big {
  return appliedSum(data, 'apply').plus(appliedSum(data, 'deposit'));
}

function planOf(context: RecordContext, data: RecordData) {
  const [account, receivables] = [keyIn(data.fields.account), keyIn(data.fields.aracct)];
  if (account === null) throw missingValues(['Account']);
  if (receivables === null) throw missingValues(['A/R Account']);
  return planMoney(context, data, { main: account, other: receivables }, totalOf(data).times(-1));
}

/** Lines of the deposit applications that pay a refund. */
function depositApplicationLines({ account }: RecordContext, refund: number): LineData[] {
  return depositApplications(account, refund).map(({ id, amount: used }) => {
    const row = account.store.get<{ tranid: string | null; transactionnumber: string; trandate: string }>(
      'SELECT tranid, transactionnumber, trandate FROM "transaction" WHERE id = ?',
      [id],
    );
    return lineOf({
      apply: true,
      amount: used,
      doc: String(id),
      internalid: String(id),
      line: 0,
      total: used,
      due: used,
      refnum: row?.tranid ?? row?.transactionnumber ?? null,
      applydate: row ? dateOfIso(row.trandate) : null,
      type: 'Deposit Application',
      trantype: 'DepAppl',
    });
  });
}

function depositApplications(account: RecordContext['account'], refund: number): { id: number; amount: number }[] {
  return linksFrom(account, refund, 'Payment').map((link) => ({
    id: link.nextDoc,
    amount: money(link.foreignAmount).toNumber(),
  }));
}

function withoutDepositApplications(data: RecordData): RecordData {
  const apply = (data.sublists.apply ?? []).filter((line) => line.fields.trantype !== 'DepAppl');
  return { ...data, sublists: { ...data.sublists, apply } };
}

/** To change what a refund gives back of deposits it has to be deleted and entered again (section_N1300211). */
function checkDepositApplications({ account }: RecordContext, data: RecordData, id: number): void {
  const kept = new Map(appliedLines(data, 'apply').map((line) => [line.doc, line.amount]));
  for (const { id: application, amount: used } of depositApplications(account, id)) {
    if (kept.get(application)?.eq(used)) continue;
    throw userError('The deposits of a refund cannot be changed. Delete the refund and enter it again.');
  }
}
