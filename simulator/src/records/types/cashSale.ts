import type { RecordData } from '../data';
import { select, text } from '../fieldList';
import { type RecordContext, type RecordType, textIn } from '../recordType';
import { saleFields, transactionFields } from '../transaction/bodyFields';
import { completeFunds, fundsAccount, fundsFields, isDeposited, sourceFunds } from '../transaction/funds';
import { itemSublist } from '../transaction/itemLines';
import { removeTransaction } from '../transaction/remove';
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
import { userError } from '../validation';

const kind: SaleKind = {
  recordType: 'cashsale',
  code: 'CashSale',
  abbreviation: 'CASHSALE',
  label: 'Cash Sale',
  sign: 1,
  isPosting: true,
  mainAccount: fundsAccount,
};

/** Letters of `transaction.status`. */
const NOT_DEPOSITED = 'B';
const DEPOSITED = 'C';

/** Cash sales (Records Browser: cashsale): items that are paid at once, into a bank account or Undeposited Funds. */
export const cashSale: RecordType = {
  id: 'cashsale',
  label: 'Cash Sale',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'cashsale'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields,
    ...saleFields,
    ...fundsFields,
    select('paymentmethod', 'Payment Method', 'paymentmethod'),
    text('checknumber', 'Check #', 45, { column: 'checknum' }),
  ],
  sublists: [itemSublist],

  initialize: (context, data) => {
    completeFunds(data);
    completeSale(context, data);
    data.fields.status = 'Not Deposited';
    data.fields.statusref = 'notDeposited';
  },
  readDetails: (context, data, id) => readSale(context, data, id, kind),
  prepareCopy: copySale,
  source: (context, data, change, kept) => {
    if (change.sublistId === undefined) sourceFunds(data, change.fieldId, kept);
    const account = data.fields.account ?? null;
    sourceSale(context, data, change, kept);
    // The customer's receivables account is not where its money goes.
    if (change.fieldId === 'entity') data.fields.account = account;
  },
  complete: (context, data) => {
    completeFunds(data);
    completeSale(context, data);
  },
  validate: (context, data, stored) => {
    refuseDeposited(context, data, stored);
    validateSale(context, data, stored, kind);
  },
  rowExtras: (context, data, stored) => ({
    ...saleColumns(context, data, stored, kind),
    status:
      data.fields.undepfunds === 'F' || (stored?.id && isDeposited(context, Number(stored.id)))
        ? DEPOSITED
        : NOT_DEPOSITED,
  }),
  writeDetails: (context, data, _stored, id) => writeSale(context, data, id, kind),
  remove: removeTransaction,
};

/** What is part of a bank deposit keeps its amount and its account until it is taken out of it (assumed). */
function refuseDeposited(context: RecordContext, data: RecordData, stored: RecordData | null): void {
  if (!stored?.id || !isDeposited(context, Number(stored.id))) return;
  for (const fieldId of ['total', 'undepfunds', 'account', 'currency', 'exchangerate']) {
    if (textIn(stored.fields[fieldId]) === textIn(data.fields[fieldId])) continue;
    throw userError('This transaction has been deposited. Remove it from the deposit before you change it.');
  }
}
