import Big from 'big.js';
import { money, rounded } from '../../accounting/money';
import { NetSuiteError } from '../../kernel/errors';
import { nextNumber } from '../../store/sequence';
import { refreshApplications } from '../application/applications';
import type { RecordData } from '../data';
import { amount, computed, date, field, select } from '../fieldList';
import { recordStock } from '../inventory/recordStock';
import { documentNumber } from '../numbering';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';
import { recordRevenue } from '../revenue/recordRevenue';
import {
  completeTransactionAddresses,
  readTransactionAddresses,
  writeTransactionAddresses,
} from '../transaction/addresses';
import { saleFields, transactionFields } from '../transaction/bodyFields';
import { checkClosedPeriod } from '../transaction/closedPeriod';
import { readContinuation, writeContinuation } from '../transaction/continuation';
import { approvalOf, determinePeriod, refuseWithdrawal, startApproval } from '../transaction/invoiceApproval';
import { itemSublist, itemsOn, readItemLines } from '../transaction/itemLines';
import { planSale, type SalePlan } from '../transaction/plan';
import { removeTransaction } from '../transaction/remove';
import {
  checkClassifications,
  checkPeriod,
  checkReceivablesAccount,
  checkSubsidiary,
  checkTaxCodes,
  requireLines,
} from '../transaction/rules';
import { showStatus } from '../transaction/sale';
import { completeBody, receivablesAccount, sourceBody, sourceDue } from '../transaction/sourceBody';
import { sourceItemLine } from '../transaction/sourceLine';
import { statusKey, statusName } from '../transaction/statuses';
import { requireStockLocations } from '../transaction/stockLocations';
import { completeTotals } from '../transaction/totals';
import { writeLines } from '../transaction/writeLines';
import { userError } from '../validation';
import { isoDate } from '../values/dates';

/** Status letters of `transaction.status`. */
const OPEN = 'A';
const PAID_IN_FULL = 'B';

/** Invoices (Records Browser: invoice): what a customer owes for items. */
export const invoice: RecordType = {
  id: 'invoice',
  label: 'Invoice',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'invoice'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields,
    ...saleFields,
    select('account', 'Account', 'account', { sourcing: true }),
    select('terms', 'Terms', 'term', { sourcing: true }),
    date('duedate', 'Due Date'),
    select('approvalstatus', 'Approval Status', 'approvalstatus'),
    amount('amountpaid', 'Amount Paid', { readOnly: true, column: 'foreignamountpaid' }),
    amount('amountremaining', 'Amount Due', { readOnly: true, column: 'foreignamountunpaid' }),
    amount('amountremainingtotalbox', 'Amount Due', { readOnly: true, column: null }),
    computed('recordtype', 'Record Type', 'text'),
    field('ismultishipto', 'Enable Line Item Shipping', 'checkbox', { readOnly: true, column: null }),
  ],
  sublists: [itemSublist],

  initialize: (context, data) => {
    completeBody(context.account, data);
    startApproval(context, data);
    showNew(context, data);
  },

  readDetails: (context, data, id) => {
    data.sublists.item = readItemLines(context, id);
    readTransactionAddresses(context, data, id);
    readContinuation(context, data, id);
    completeBody(context.account, data);
    showStatus(context.account, data, { code: 'CustInvc' }, id);
    data.fields.amountremainingtotalbox = data.fields.amountremaining ?? null;
  },

  prepareCopy: (context, data) => {
    for (const fieldId of UNCOPIED) data.fields[fieldId] = null;
    for (const line of data.sublists.item ?? []) {
      for (const fieldId of ['line', 'lineuniquekey', 'id', 'orderdoc', 'orderline']) line.fields[fieldId] = null;
    }
    startApproval(context, data);
    showNew(context, data);
    completeBody(context.account, data);
    sourceDue(context, data, () => false);
  },

  source: (context, data, change, kept) => {
    if (change.sublistId === 'item') sourceItemLine(context, data, change, kept);
    else if (change.sublistId === undefined) sourceBody(context, data, change, kept);
  },

  complete: (context, data) => {
    completeBody(context.account, data);
    const preferred = receivablesAccount(context.account, null);
    data.fields.account ??= preferred === null ? null : String(preferred);
    completeTransactionAddresses(data);
    completeTotals(context.account, data);
    data.fields.amountremainingtotalbox = data.fields.total ?? null;
  },

  validate: (context, data, stored) => {
    requireLines(data);
    checkReceivablesAccount(context, 'account', data);
    checkSubsidiary(context, data);
    checkClassifications(context, data);
    checkTaxCodes(context, data);
    requireStockLocations(context, data);
    const plan = planInvoice(context, data);
    checked.set(data, plan);
    if (plan.totals.total.lt(0)) throw userError('The total cannot be negative.');
    const approval = approvalOf(context, data);
    refuseWithdrawal(data, money(stored?.fields.amountpaid), approval);
    if (approval.isPosting && isWaiting(stored)) determinePeriod(context, data, stored);
    const posted = approval.isPosting ? plan : { lines: [] };
    if (!checkClosedPeriod(context, data, stored, posted) && approval.isPosting) checkPeriod(context, data);
    data.fields.tranid = documentNumber(
      context.account,
      'invoice',
      textIn(data.fields.tranid) || null,
      stored === null ? null : textIn(stored.fields.tranid) || null,
    );
  },

  rowExtras: (context, data, stored) => {
    const total = money(data.fields.total);
    const paid = money(stored?.fields.amountpaid);
    const open = total.minus(paid);
    if (open.lt(0)) {
      throw new NetSuiteError('INVALID_LINK_SUM', 'Links sum to more than original transaction amount');
    }
    const { isPosting, letter } = approvalOf(context, data);
    const number =
      stored === null
        ? `CUSTINVC${nextNumber(context.account.store, 'transactionnumber:CustInvc')}`
        : textIn(stored.fields.transactionnumber);
    return {
      type: 'CustInvc',
      recordtype: 'invoice',
      abbrevtype: 'INV',
      transactionnumber: number,
      trandisplayname: `Invoice #${textIn(data.fields.tranid) || number}`,
      posting: isPosting ? 'T' : 'F',
      voided: 'F',
      void: 'F',
      isreversal: 'F',
      status: letter ?? (open.gt(0) ? OPEN : PAID_IN_FULL),
      foreigntotal: total.toNumber(),
      foreignamountpaid: paid.toNumber(),
      foreignamountunpaid: open.toNumber(),
      closedate: open.gt(0) || !isPosting ? null : isoDate(new Date(context.account.clock.now())),
    };
  },

  writeDetails: (context, data, stored, id) => {
    const plan = checked.get(data) ?? planInvoice(context, data);
    const foreign = plan.totals.total.minus(money(stored?.fields.amountpaid));
    const base = openInBase(plan, foreign);
    writeLines(context, data, plan, id, { foreign, base }, approvalOf(context, data).isPosting);
    writeTransactionAddresses(context, data, id);
    writeContinuation(context, data, id);
    recordStock(context.account, id, itemsOn(data));
    recordRevenue(context.account, id);
    if (stored !== null) refreshApplications(context, id);
  },

  remove: (context, data, id) => removeTransaction(context, data, id),
};

/** What was checked is what is written: the plan of an invoice between its check and its write. */
const checked = new WeakMap<RecordData, SalePlan>();

const UNCOPIED = [
  'tranid',
  'transactionnumber',
  'trandate',
  'postingperiod',
  'duedate',
  'exchangerate',
  'amountpaid',
  'amountremaining',
  'createddate',
  'lastmodifieddate',
  'createdfrom',
];

/** The status that a new invoice will have. */
function showNew(context: RecordContext, data: RecordData): void {
  data.fields.status = statusName('CustInvc', approvalOf(context, data).letter ?? OPEN);
  data.fields.statusref = statusKey(data.fields.status);
}

/** True for an invoice that is stored and has not posted, pending approval or rejected. */
function isWaiting(stored: RecordData | null): boolean {
  return stored?.fields.statusref === 'pendingApproval' || stored?.fields.statusref === 'rejected';
}

function planInvoice(context: RecordContext, data: RecordData): SalePlan {
  const account = keyIn(data.fields.account);
  if (account === null) throw userError('Please enter value(s) for: Account');
  return planSale(context, data, account, 1);
}

/** What is open in base currency: all of the main line, or its share at the transaction's own rate. */
function openInBase(plan: SalePlan, open: Big): Big {
  const main = plan.lines[0]?.base ?? new Big(0);
  if (open.eq(plan.totals.total)) return main;
  return rounded(open.times(plan.exchangeRate), plan.totals.decimals);
}
