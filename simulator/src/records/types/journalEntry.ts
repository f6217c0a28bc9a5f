import { baseCurrency, rootSubsidiary } from '../../accounting/subsidiaries';
import { isFeatureInEffect } from '../../company/settings';
import type { RecordData } from '../data';
import { amount, checkbox, computed, date, select } from '../fieldList';
import { approvalOf, initialApproval, isApproved } from '../journal/approval';
import { completeJournal, journalLines, journalSublist, readJournalLines } from '../journal/journalLines';
import { checkEntities, planJournal } from '../journal/journalPlan';
import { refuseReversal, removeReversal, writeReversal } from '../journal/reversal';
import { documentNumber } from '../numbering';
import {
  type FieldChange,
  type Kept,
  keyIn,
  type RecordContext,
  type RecordType,
  sourceField,
  textIn,
} from '../recordType';
import { markRecognitionLines, refuseRecognitionChange } from '../revenue/journals';
import { writeAccountLines } from '../transaction/accountLines';
import { transactionFields } from '../transaction/bodyFields';
import { checkClosedPeriod } from '../transaction/closedPeriod';
import { removeTransaction } from '../transaction/remove';
import { checkPeriod } from '../transaction/rules';
import { showStatus, transactionColumns } from '../transaction/sale';
import { completeBody, sourceBody } from '../transaction/sourceBody';
import { missingValues } from '../validation';

const kind = { recordType: 'journalentry', code: 'Journal', abbreviation: 'GENJRNL', label: 'Journal' };

/** Journal entries (Records Browser: journalentry): debits and credits as they are entered. */
export const journalEntry: RecordType = {
  id: 'journalentry',
  label: 'Journal Entry',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'journalentry'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'line', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields.map((field) => (field.id === 'subsidiary' ? { ...field, mandatory: true } : field)),
    select('class', 'Class', 'classification'),
    select('department', 'Department', 'department'),
    select('location', 'Location', 'location'),
    checkbox('approved', 'Approved', { column: null }),
    select('approvalstatus', 'Approval Status', 'approvalstatus'),
    date('reversaldate', 'Reversal Date'),
    checkbox('reversaldefer', 'Defer Entry'),
    computed('isreversal', 'Is Reversal', 'checkbox'),
    select('reversal', 'Reversal', 'transaction', { readOnly: true }),
    amount('debittotal', 'Debit', { readOnly: true, column: null }),
    amount('credittotal', 'Credit', { readOnly: true, column: null }),
  ],
  sublists: [journalSublist],

  initialize: (context, data) => {
    if (!isFeatureInEffect(context.account, 'SUBSIDIARIES')) {
      data.fields.subsidiary = String(rootSubsidiary(context.account));
      sourceCurrency(context, data, () => false);
    }
    initialApproval(context, data);
    completeBody(context.account, data);
    completeJournal(context, data);
  },
  readDetails: (context, data, id) => {
    data.sublists.line = readJournalLines(context, id);
    completeBody(context.account, data);
    completeJournal(context, data);
    showStatus(context.account, data, kind, id);
    data.fields.approved = data.fields.status !== 'Pending Approval';
  },
  prepareCopy: (context, data) => {
    for (const fieldId of UNCOPIED) data.fields[fieldId] = null;
    data.fields.isreversal = false;
    for (const line of journalLines(data)) {
      line.fields.line = null;
      line.fields.lineuniquekey = null;
    }
    initialApproval(context, data);
    completeBody(context.account, data);
  },
  source: sourceJournal,
  complete: (context, data) => {
    completeBody(context.account, data);
    completeJournal(context, data);
  },
  validate: (context, data, stored) => {
    refuseReversal(stored);
    refuseRecognitionChange(context.account, data, stored);
    if (data.fields.reversaldefer === true && !(data.fields.reversaldate instanceof Date)) {
      throw missingValues(['Reversal Date']);
    }
    const plan = planJournal(context, data);
    checkEntities(context, data);
    data.fields.isreversal = false;
    const lines = plan.lines.map((line) => ({ ...line, kind: 'account' as const }));
    if (!checkClosedPeriod(context, data, stored, { lines })) checkPeriod(context, data, plan.accountTypes);
    approvalOf(context, data, stored);
    const before = stored === null ? null : textIn(stored.fields.tranid) || null;
    data.fields.tranid = documentNumber(context.account, kind.recordType, textIn(data.fields.tranid) || null, before);
  },
  rowExtras: (context, data, stored) => {
    const status = approvalOf(context, data, stored);
    return {
      ...transactionColumns(context, data, stored, { ...kind, isPosting: isApproved(status) }),
      status,
      isreversal: data.fields.isreversal === true ? 'T' : 'F',
      foreigntotal: Number(data.fields.debittotal ?? 0),
    };
  },
  writeDetails: (context, data, stored, id) => {
    writeJournal(context, data, id, isApproved(approvalOf(context, data, stored)));
    markRecognitionLines(context.account, id);
    writeJournalReversal(context, data, id);
  },
  remove: (context, data, id) => {
    refuseReversal(data);
    const reversing = keyIn(data.fields.reversal);
    removeTransaction(context, data, id);
    if (reversing !== null) removeReversal({ ...context, type: journalEntry }, reversing);
  },
};

function writeJournal(context: RecordContext, data: RecordData, transaction: number, isPosting: boolean): void {
  const { lines, exchangeRate } = planJournal(context, data);
  const subsidiary = keyIn(data.fields.subsidiary) ?? rootSubsidiary(context.account);
  writeAccountLines(context, lines, { transaction, subsidiary, exchangeRate, isPosting });
}

/** Brings the reversing journal up to date with its original, which is stored; it posts when the original does. */
export function writeJournalReversal(context: RecordContext, data: RecordData, id: number): void {
  const isPosting = data.fields.approved === true;
  writeReversal({ ...context, type: journalEntry }, data, id, (reversing, reversingId) =>
    writeJournal(context, reversing, reversingId, isPosting),
  );
}

const UNCOPIED = `tranid transactionnumber trandate postingperiod exchangerate createddate lastmodifieddate createdfrom
  reversaldate reversaldefer reversal status statusref`.split(/\s+/);

function sourceJournal(context: RecordContext, data: RecordData, change: FieldChange, kept: Kept): void {
  if (change.sublistId === 'line') {
    const line = journalLines(data)[change.line ?? -1];
    const other = change.fieldId === 'debit' ? 'credit' : change.fieldId === 'credit' ? 'debit' : null;
    // An amount on one side takes the place of the other side's.
    if (line && other && line.fields[change.fieldId] !== null && !kept(other, line)) line.fields[other] = null;
    return;
  }
  if (change.sublistId !== undefined) return;
  if (change.fieldId === 'subsidiary') sourceCurrency(context, data, kept);
  sourceBody(context, data, change, kept);
}

/** The currency of a journal is its subsidiary's unless another is chosen (section_163165275262). */
function sourceCurrency({ account }: RecordContext, data: RecordData, kept: Kept): void {
  const subsidiary = keyIn(data.fields.subsidiary);
  if (subsidiary !== null) sourceField(data, kept, 'currency', String(baseCurrency(account, subsidiary)));
}
