import type Big from 'big.js';
import { money } from '../../accounting/money';
import { releaseApplications, writeApplications } from '../application/applications';
import { scopeOf } from '../application/customerMoney';
import { takenByOthers } from '../application/ends';
import { appliedFields } from '../application/fields';
import {
  type Applying,
  appliedLines,
  appliedSum,
  autoApply,
  checkAppliedLines,
  fillBlankAmounts,
  fillGivenLines,
  fillLines,
  shrinkUntouched,
  sourceAppliedLine,
} from '../application/lines';
import { unbalancedApplication } from '../application/linkSums';
import { applySublist } from '../application/sublists';
import type { RecordData } from '../data';
import { amount, computed, select } from '../fieldList';
import { keyIn, type RecordContext, type RecordType } from '../recordType';
import { saleFields, transactionFields } from '../transaction/bodyFields';
import { customerOf } from '../transaction/customerOf';
import { itemSublist } from '../transaction/itemLines';
import { removeTransaction } from '../transaction/remove';
import { checkReceivablesAccount } from '../transaction/rules';
import {
  completeSale,
  copySale,
  readSale,
  type SaleKind,
  saleColumns,
  sourceSale,
  validateSale,
  writeSale,
} from '../transaction/sale';
import { receivablesAccount } from '../transaction/sourceBody';
import { missingValues } from '../validation';

const kind: SaleKind = {
  recordType: 'creditmemo',
  code: 'CustCred',
  abbreviation: 'CREDMEM',
  label: 'Credit Memo',
  sign: -1,
  isPosting: true,
  mainAccount: (_context, data) => {
    const account = keyIn(data.fields.account);
    if (account === null) throw missingValues(['Account']);
    return account;
  },
};

/** Invoices of the same customer, currency, subsidiary and A/R account (section_N1312521). */
export const creditMemoApplying: Applying = {
  sublists: [{ id: 'apply', types: ['CustInvc'] }],
  scope: (account, data) => {
    const scope = scopeOf(account, data);
    const customer = customerOf(data);
    return scope === null || customer === null ? null : { ...scope, customers: [customer] };
  },
};

const SCOPE = new Set(['entity', 'currency', 'subsidiary', 'account']);

/**
 * Credit memos (Records Browser: creditmemo): they lower what a customer owes (section_N1461467 of section_N1460914), and
 * are applied to invoices on themselves or on a payment (section_N1312521).
 */
export const creditMemo: RecordType = {
  id: 'creditmemo',
  label: 'Credit Memo',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'creditmemo'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields.map((each) => (each.id === 'tranid' ? { ...each, label: 'Credit #' } : each)),
    ...saleFields,
    select('account', 'Account', 'account', { sourcing: true }),
    ...appliedFields,
    amount('amountpaid', 'Amount Paid', { readOnly: true, column: null }),
    amount('amountremaining', 'Amount Remaining', { readOnly: true, column: null }),
    computed('recordtype', 'Record Type', 'text'),
  ],
  sublists: [itemSublist, applySublist],

  initialize: (context, data) => {
    completeSale(context, data);
    data.fields.status = 'Open';
    data.fields.statusref = 'open';
  },
  readDetails: (context, data, id) => {
    readSale(context, data, id, kind);
    fillLines(context, data, creditMemoApplying);
    showSums(context, data);
  },
  prepareCopy: (context, data) => {
    copySale(context, data);
    fillLines(context, data, creditMemoApplying);
    for (const line of data.sublists.apply ?? []) Object.assign(line.fields, { apply: false, amount: null });
    showSums(context, data);
    data.fields.status = 'Open';
    data.fields.statusref = 'open';
  },

  source: (context, data, change, kept) => {
    if (change.sublistId === 'apply') {
      sourceAppliedLine(data, change, kept, () => availableOf(context, data));
      return;
    }
    // A credit memo from an invoice keeps the invoice's exchange rate (bridgehead_N1428017).
    const isFromInvoice = keyIn(data.fields.createdfrom) !== null && change.fieldId === 'trandate';
    sourceSale(
      context,
      data,
      change,
      (fieldId, line) => (isFromInvoice && fieldId === 'exchangerate') || kept(fieldId, line),
    );
    if (change.sublistId === undefined && SCOPE.has(change.fieldId)) fillLines(context, data, creditMemoApplying);
  },

  complete: (context, data) => {
    completeSale(context, data);
    const preferred = receivablesAccount(context.account, null);
    data.fields.account ??= preferred === null ? null : String(preferred);
    fillGivenLines(context, data, creditMemoApplying);
    const available = availableOf(context, data);
    fillBlankAmounts(data, 'apply', available);
    if (data.id === null) shrinkUntouched(data, available);
    if (data.fields.autoapply === true) autoApply(data, available);
    showSums(context, data);
  },

  validate: (context, data, stored) => {
    checkReceivablesAccount(context, 'account', data);
    validateSale(context, data, stored, kind);
    const available = availableOf(context, data);
    const applied = appliedSum(data, 'apply');
    if (applied.gt(available)) throw unbalancedApplication(available, applied);
    checkAppliedLines(context, data, creditMemoApplying);
  },

  rowExtras: (context, data, stored) => saleColumns(context, data, stored, kind),

  writeDetails: (context, data, _stored, id) => {
    writeSale(context, data, id, kind);
    writeApplications(context, id, [{ line: 0, linkType: 'Payment', to: appliedLines(data, 'apply') }]);
  },

  remove: (context, data, id) => {
    releaseApplications(context, id);
    removeTransaction(context, data, id);
  },
};

/** What the memo has to apply: its total less what refunds took of it. */
function availableOf(context: RecordContext, data: RecordData): Big {
  return money(data.fields.total).minus(refunded(context, data));
}

function refunded({ account }: RecordContext, data: RecordData): Big {
  if (data.id === null) return money(0);
  return takenByOthers(account, Number(data.id), 0);
}

function showSums(context: RecordContext, data: RecordData): void {
  const applied = appliedSum(data, 'apply').plus(refunded(context, data));
  const unapplied = money(data.fields.total).minus(applied);
  data.fields.applied = applied.toNumber();
  data.fields.amountpaid = applied.toNumber();
  data.fields.unapplied = unapplied.toNumber();
  data.fields.amountremaining = unapplied.toNumber();
}
