import type { ConformancePage } from '../../harness/case';
import { gives } from './trade';

const VOIDED = 'src/records/voiding/voided.ts';
const DIRECT = 'src/records/voiding/directVoid.ts';
const VOID = 'src/records/voidTransaction.ts';

export const voiding: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N563543',
  title: 'Voiding, Deleting, or Closing Transactions',
  cases: [
    gives(
      'void-makes-zero',
      'Voiding sets the total and all lines of a transaction to zero and keeps it.',
      { file: DIRECT, find: 'SET amount = 0, debit = NULL', replace: 'SET debit = NULL' },
      `var id = invoice().save();
       transaction.void({ type: transaction.Type.INVOICE, id: id });
       return [gl(id), status(id), get('invoice', id, 'total'), cells('invoice', id, 'amount')];`,
      [['1100 0', '4010 0'], 'V', 0, [0]],
    ),
    gives(
      'void-reopens-the-order',
      'Voiding the invoice of a sales order sets the order to pending billing again.',
      { file: DIRECT, find: '  releaseContinuation(account, id);\n', replace: '' },
      `var id = order(item());
       var bill = of('salesorder', id, 'invoice').save();
       transaction.void({ type: 'invoice', id: bill });
       return status(id);`,
      'F',
    ),
    gives(
      'void-reopens-the-invoice',
      'Voiding a payment opens what it paid.',
      { file: DIRECT, find: '  releaseApplications(context, id);\n', replace: '' },
      `var bill = invoice().save();
       var paid = of('invoice', bill, 'customerpayment').save();
       transaction.void({ type: 'customerpayment', id: paid });
       return [status(bill), get('invoice', bill, 'amountremaining')];`,
      ['A', 100],
    ),
    gives(
      'voided-ledger-stays',
      'After the void nothing that has G/L impact can be changed, not even the period.',
      {
        file: VOIDED,
        find: 'if (lines || changed.some((field) => LEDGER_FIELDS.has(field.id))) {',
        replace: 'if (lines) {',
      },
      `var id = invoice().save();
       transaction.void({ type: 'invoice', id: id });
       return [caught(function () { change('invoice', id, { postingperiod: period('Aug 2026') }); }),
         caught(function () { change('invoice', id, { memo: 'Twice' }); })];`,
      ['TRANS_ALREADY_VOIDED', 'nothing'],
    ),
    gives(
      'linked-is-not-deleted',
      'A transaction that is linked to others cannot be deleted.',
      { file: 'src/records/transaction/remove.ts', find: 'if (isContinued(account, id)) {', replace: 'if (false) {' },
      `var id = order(item());
       of('salesorder', id, 'invoice').save();
       return caught(function () { record.delete({ type: 'salesorder', id: id }); });`,
      'TRANS_IN_USE',
    ),
  ],
};

export const voidApi: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4413165692',
  title: 'transaction.void(options)',
  cases: [
    gives(
      'void-units',
      'transaction.void uses 10 units and returns the id of what was voided.',
      { file: 'src/calls/transaction.ts', find: 'units: 10,', replace: 'units: 20,' },
      `var id = invoice().save(), voided;
       return [units(function () { voided = transaction.void({ type: 'invoice', id: id }); }), voided === id];`,
      [10, true],
    ),
    gives(
      'void-of-nothing',
      'An id that is not there is THAT_RECORD_DOES_NOT_EXIST.',
      {
        file: VOID,
        find: 'if (row?.recordtype !== type) {',
        replace: 'if (row !== null && row.recordtype !== type) {',
      },
      `return caught(function () { transaction.void({ type: 'invoice', id: 99999 }); });`,
      'THAT_RECORD_DOES_NOT_EXIST',
    ),
  ],
};

export const voidTypes: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_4483109897',
  title: 'transaction.Type',
  cases: [
    gives(
      'void-not-of-deposits',
      'Bank deposits and fulfillments cannot be voided.',
      { file: VOID, find: "kind === 'none' || ", replace: '' },
      `var id = banking([cashSale(10)]).save();
       return caught(function () { transaction.void({ type: transaction.Type.DEPOSIT, id: id }); });`,
      'INVALID_RECORD_TYPE',
    ),
  ],
};

export const voidingJournals: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_N1469460',
  title: 'Void Transactions Using Reversing Journals Preference',
  cases: [
    gives(
      'void-preference-forbids-direct-voids',
      'With the preference invoices, credit memos, cash sales and orders cannot be voided.',
      { file: VOID, find: "(byJournal ? 'direct' : 'journal')", replace: "'journal'" },
      `var id = invoice().save();
       prefer({ REVERSALVOIDING: true });
       return [caught(function () { transaction.void({ type: 'invoice', id: id }); }), gl(id)];`,
      ['INVALID_RECORD_TYPE', ['1100 100', '4010 -100']],
    ),
    gives(
      'void-of-a-refund-by-journal',
      'With the preference a customer refund is voided by a journal that reverses its lines, and what it refunded is open again.',
      { file: VOID, find: 'if (byJournal) return voidByJournal(context, stored);', replace: '' },
      `var c = customer();
       var memo = sale('creditmemo', c, item()).save();
       var rec = fill(record.create({ type: 'customerrefund', defaultValues: { entity: c } }), { account: ledger('1000'), paymentmethod: 2 });
       cell(rec, 'apply', true, 0, 'apply');
       var id = rec.save();
       prefer({ REVERSALVOIDING: true });
       var journalId = transaction.void({ type: 'customerrefund', id: id });
       return [gl(id).sort(), gl(journalId).sort(), status(id), status(memo)];`,
      [['1000 -100', '1100 100'], ['1000 100', '1100 -100'], 'V', 'A'],
    ),
  ],
};
