import { select, text } from '../fieldList';
import { keyIn, type RecordType } from '../recordType';
import { saleFields, transactionFields } from '../transaction/bodyFields';
import { checkMoneyAccount } from '../transaction/funds';
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
import { missingValues } from '../validation';

const kind: SaleKind = {
  recordType: 'cashrefund',
  code: 'CashRfnd',
  abbreviation: 'CASHREF',
  label: 'Cash Refund',
  sign: -1,
  isPosting: true,
  mainAccount: (context, data) => {
    const account = keyIn(data.fields.account);
    if (account === null) throw missingValues(['Account']);
    checkMoneyAccount(context, data, account);
    return account;
  },
};

/**
 * Cash refunds (Records Browser: cashrefund): money back for what was paid at once, from a bank account or from
 * Undeposited Funds (section_N1247359). Its money goes out, so that the main line is a credit.
 */
export const cashRefund: RecordType = {
  id: 'cashrefund',
  label: 'Cash Refund',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'cashrefund'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields,
    ...saleFields,
    select('account', 'Account', 'account', { mandatory: true }),
    select('paymentmethod', 'Payment Method', 'paymentmethod'),
    text('checknumber', 'Check #', 45, { column: 'checknum' }),
  ],
  sublists: [itemSublist],

  initialize: completeSale,
  readDetails: (context, data, id) => readSale(context, data, id, kind),
  prepareCopy: copySale,
  source: (context, data, change, kept) => {
    const account = data.fields.account ?? null;
    sourceSale(context, data, change, kept);
    // The customer's receivables account is not where the money comes from.
    if (change.fieldId === 'entity') data.fields.account = account;
  },
  complete: completeSale,
  validate: (context, data, stored) => {
    validateSale(context, data, stored, kind);
  },
  rowExtras: (context, data, stored) => saleColumns(context, data, stored, kind),
  writeDetails: (context, data, _stored, id) => writeSale(context, data, id, kind),
  remove: removeTransaction,
};
