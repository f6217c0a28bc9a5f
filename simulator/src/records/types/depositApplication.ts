import type Big from 'big.js';
import { money } from '../../accounting/money';
import { systemAccount } from '../../company/settings';
import { NetSuiteError, notSupported } from '../../kernel/errors';
import { type Application, releaseApplications, writeApplications } from '../application/applications';
import {
  completeCustomerMoney,
  customerMoneyColumns,
  type MoneyPlan,
  planMoney,
  scopeOf,
  validateCustomerMoney,
} from '../application/customerMoney';
import { endOf, shareOf, takenOf } from '../application/ends';
import { appliedFields, customerMoneyFields, receivablesField } from '../application/fields';
import {
  type Applying,
  appliedLines,
  appliedSum,
  autoApply,
  checkAppliedLines,
  fillBlankAmounts,
  fillGivenLines,
  fillLines,
  sourceAppliedLine,
} from '../application/lines';
import { tooMuchLinked, unbalancedApplication } from '../application/linkSums';
import { applySublist } from '../application/sublists';
import type { RecordData } from '../data';
import { amount, date, fieldMap, select } from '../fieldList';
import { emptyRecord, keyIn, type RecordContext, type RecordType } from '../recordType';
import { writeRow } from '../rows';
import { linksTo } from '../transaction/links';
import { removeTransaction } from '../transaction/remove';
import { checkReceivablesAccount } from '../transaction/rules';
import { writeLines } from '../transaction/writeLines';
import { missingValues, userError } from '../validation';
import { dateOfIso } from '../values/dates';

const kind = {
  recordType: 'depositapplication',
  code: 'DepAppl',
  abbreviation: 'DEPAPP',
  label: 'Deposit Application',
};

/** Line of a deposit and of its application on the account for customer deposits. */
const DEPOSIT_LINE = 1;

export const depositApplying: Applying = { sublists: [{ id: 'apply', types: ['CustInvc'] }], scope: scopeOf };

/**
 * Deposit applications (Records Browser: depositapplication): they use a customer deposit for invoices. They come from
 * transforming a deposit, or by themselves when a payment or a refund uses one (section_N3194216, section_N1299826).
 * Customer Deposits is debited and A/R credited, at the exchange rate of the deposit (assumed: Oracle shows only the
 * deposit's half, section_N1460914, and names the deposit as what is paid with, section_N1425327).
 */
export const depositApplication: RecordType = {
  id: 'depositapplication',
  label: 'Deposit Application',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'depositapplication'",
  externalIdSpace: 'transaction',
  transformOnly: () => true,
  customFields: { body: 'transactionbodycustomfield' },
  fields: [
    ...customerMoneyFields.map((each) => (each.id === 'customer' ? { ...each, readOnly: true } : each)),
    receivablesField,
    ...appliedFields,
    select('deposit', 'Application Of', 'transaction', { readOnly: true }),
    date('depositdate', 'Deposit Date', { readOnly: true, column: null }),
    amount('total', 'Total', { readOnly: true }),
  ],
  sublists: [applySublist],

  readDetails: (context, data) => {
    completeCustomerMoney(context, data);
    showDepositDate(context, data);
    fillLines(context, data, depositApplying);
    showSums(context, data);
    data.fields.status = '';
    data.fields.statusref = '';
  },
  prepareCopy: () => {
    throw notSupported('copying a deposit application');
  },

  source: (context, data, change, kept) => {
    if (change.sublistId === 'apply') sourceAppliedLine(data, change, kept, () => availableOf(context, data));
    else if (change.fieldId === 'trandate' && !kept('postingperiod')) data.fields.postingperiod = null;
    else if (change.fieldId === 'aracct') fillLines(context, data, depositApplying);
    completeCustomerMoney(context, data);
  },

  complete: (context, data) => {
    completeCustomerMoney(context, data);
    showDepositDate(context, data);
    fillGivenLines(context, data, depositApplying);
    const available = availableOf(context, data);
    fillBlankAmounts(data, 'apply', available);
    if (data.fields.autoapply === true) autoApply(data, available);
    showSums(context, data);
  },

  validate: (context, data, stored) => {
    checkReceivablesAccount(context, 'aracct', data);
    const available = availableOf(context, data);
    const applied = appliedSum(data, 'apply');
    if (applied.gt(available)) throw unbalancedApplication(available, applied);
    if (applied.eq(0)) throw userError('You must apply the deposit to at least one transaction.');
    validateCustomerMoney(context, data, stored, planOf(context, data));
    checkAppliedLines(context, data, depositApplying);
  },

  rowExtras: (context, data, stored) =>
    customerMoneyColumns(context, data, stored, kind, money(data.fields.total).times(-1)),

  writeDetails: (context, data, _stored, id) => writeDepositApplication(context, data, id, appliedLines(data, 'apply')),

  remove: (context, data, id) => {
    if (linksTo(context.account, id, 'Payment').some((link) => typeOf(context, link.previousDoc) === 'CustRfnd')) {
      // What a refund gave back goes with the refund (section_N1300211).
      throw new NetSuiteError(
        'TRANS_IN_USE',
        'This transaction cannot be deleted because it is linked to by one or more transactions.',
      );
    }
    deleteApplication(context, data, id);
  },
};

/** What a payment or a refund uses of a deposit. */
export interface DepositUse {
  readonly deposit: number;
  readonly to: readonly Application[];
}

/**
 * Makes the deposit application that goes with a payment or a refund, of the same date and period (section_N1299826,
 * section_N1300211). Returns its internal id.
 */
export function useDeposit(context: RecordContext, origin: RecordData, { deposit, to }: DepositUse): number {
  const own: RecordContext = { ...context, definition: definitionOfApplication(context) };
  const data = emptyRecord('depositapplication', false);
  for (const fieldId of ['customer', 'subsidiary', 'currency', 'aracct', 'trandate', 'postingperiod']) {
    data.fields[fieldId] = origin.fields[fieldId] ?? null;
  }
  fillFromDeposit(own, data, deposit);
  const total = to.reduce((sum, { amount: each }) => sum.plus(each), money(0));
  data.fields.total = total.toNumber();
  completeCustomerMoney(own, data);
  const id = writeRow(own, depositApplication, data, null);
  writeDepositApplication(own, data, id, to);
  return id;
}

/** Takes back the deposit applications that give a refund its deposits; the deposits are open again. */
export function releaseDeposits(context: RecordContext, refund: number): void {
  const { store } = context.account;
  const own: RecordContext = { ...context, definition: definitionOfApplication(context) };
  const rows = store.all<{ id: number; postingperiod: number }>(
    `SELECT DISTINCT t.id, t.postingperiod FROM transactionlink l JOIN "transaction" t ON t.id = l.nextdoc
     WHERE l.previousdoc = ? AND t.type = 'DepAppl' ORDER BY t.id`,
    [refund],
  );
  for (const { id, postingperiod } of rows) {
    const data = emptyRecord('depositapplication', false);
    data.id = String(id);
    data.fields.postingperiod = String(postingperiod);
    deleteApplication(own, data, id);
    store.run("DELETE FROM externalid WHERE recordgroup = 'transaction' AND recordid = ?", [id]);
    store.run('DELETE FROM "transaction" WHERE id = ?', [id]);
  }
}

/** Customer, currency, rate and A/R account of a deposit. */
export function fillFromDeposit({ account }: RecordContext, data: RecordData, deposit: number): void {
  const end = endOf(account, deposit, DEPOSIT_LINE);
  data.fields.deposit = String(deposit);
  data.fields.createdfrom = String(deposit);
  data.fields.depositdate = dateOfIso(end.date);
  data.fields.exchangerate = end.rate.toNumber();
}

function deleteApplication(context: RecordContext, data: RecordData, id: number): void {
  releaseApplications(context, id);
  removeTransaction(context, data, id);
}

function writeDepositApplication(
  context: RecordContext,
  data: RecordData,
  id: number,
  to: readonly Application[],
): void {
  const deposit = depositOf(data);
  writeLines(context, data, planOf(context, { ...data, id: String(id) }), id, null);
  writeApplications(context, id, [
    {
      line: DEPOSIT_LINE,
      linkType: 'DepAppl',
      to: [{ doc: deposit, line: DEPOSIT_LINE, amount: money(data.fields.total) }],
    },
    { line: 0, linkType: 'Payment', to },
  ]);
}

/** What is applied, out of the deposit: both lines come to what the deposit gives of itself in base currency. */
function planOf(context: RecordContext, data: RecordData): MoneyPlan {
  const receivables = keyIn(data.fields.aracct);
  if (receivables === null) throw missingValues(['A/R Account']);
  const total = money(data.fields.total);
  const end = endOf(context.account, depositOf(data), DEPOSIT_LINE);
  const base = shareOf(context.account, end, total, data.id === null ? null : Number(data.id));
  if (base === null) throw tooMuchLinked('applied');
  return planMoney(
    context,
    data,
    { main: receivables, other: depositsAccount(context) },
    total.times(-1),
    base.times(-1),
  );
}

/** The liability account on which customer deposits stand. */
export function depositsAccount({ account }: Pick<RecordContext, 'account'>): number {
  const found = systemAccount(account, 'customerDeposits');
  if (found === null) throw notSupported('customer deposits in a company without an account for them');
  return found;
}

function depositOf(data: RecordData): number {
  const deposit = keyIn(data.fields.deposit);
  if (deposit === null) throw missingValues(['Application Of']);
  return deposit;
}

function availableOf({ account }: RecordContext, data: RecordData): Big {
  const deposit = depositOf(data);
  const taken = takenOf(account, deposit, DEPOSIT_LINE, data.id === null ? null : Number(data.id));
  return endOf(account, deposit, DEPOSIT_LINE).foreign.minus(taken.foreign);
}

/** Before anything is applied the total shows what there is to apply. */
function showSums(context: RecordContext, data: RecordData): void {
  const available = availableOf(context, data);
  const applied = appliedSum(data, 'apply');
  data.fields.applied = applied.toNumber();
  data.fields.unapplied = available.minus(applied).toNumber();
  data.fields.total = (applied.gt(0) ? applied : available).toNumber();
}

function showDepositDate({ account }: RecordContext, data: RecordData): void {
  data.fields.depositdate = dateOfIso(endOf(account, depositOf(data), DEPOSIT_LINE).date);
}

function typeOf({ account }: RecordContext, id: number): string | undefined {
  return account.store.get<{ type: string }>('SELECT type FROM "transaction" WHERE id = ?', [id])?.type;
}

/** The type's own fields, without custom ones: those of a deposit application that nobody entered stay empty. */
function definitionOfApplication(context: RecordContext): RecordContext['definition'] {
  return {
    ...context.definition,
    id: depositApplication.id,
    label: depositApplication.label,
    fields: fieldMap(depositApplication.fields),
    sublists: new Map([['apply', applySublist]]),
  };
}
