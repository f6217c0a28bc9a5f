import type Big from 'big.js';
import { money } from '../../accounting/money';
import { refreshApplications } from '../application/applications';
import {
  clearCopied,
  completeCustomerMoney,
  customerMoneyColumns,
  planMoney,
  positiveAmount,
  sourceCustomerMoney,
  validateCustomerMoney,
} from '../application/customerMoney';
import { customerMoneyFields, methodFields } from '../application/fields';
import { settle } from '../application/settle';
import type { RecordData } from '../data';
import { amount } from '../fieldList';
import type { RecordContext, RecordType } from '../recordType';
import { completeFunds, fundsAccount, fundsFields, sourceFunds } from '../transaction/funds';
import { removeTransaction } from '../transaction/remove';
import { showStatus } from '../transaction/sale';
import { writeLines } from '../transaction/writeLines';
import { missingValues, userError } from '../validation';
import { depositsAccount } from './depositApplication';

const kind = { recordType: 'customerdeposit', code: 'CustDep', abbreviation: 'CUSTDEP', label: 'Customer Deposit' };

/**
 * Customer deposits (Records Browser: customerdeposit): what a customer pays before there is an invoice. They are a
 * liability and not part of A/R until they are applied (section_N1296669, section_N1460914).
 */
export const customerDeposit: RecordType = {
  id: 'customerdeposit',
  label: 'Customer Deposit',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'customerdeposit'",
  externalIdSpace: 'transaction',
  defaultValueFields: { entity: 'customer' },
  customFields: { body: 'transactionbodycustomfield' },
  fields: [
    ...customerMoneyFields,
    ...fundsFields,
    ...methodFields,
    amount('payment', 'Payment Amount', { mandatory: true, sourcing: true }),
  ],

  initialize: (context, data) => {
    completeFunds(data);
    completeCustomerMoney(context, data);
    data.fields.status = 'Not Deposited';
    data.fields.statusref = 'notDeposited';
  },
  readDetails: (context, data, id) => {
    completeCustomerMoney(context, data);
    showStatus(context.account, data, kind, id);
  },
  prepareCopy: (context, data) => {
    clearCopied(data);
    completeCustomerMoney(context, data);
  },
  source: (context, data, change, kept) => {
    sourceFunds(data, change.fieldId, kept);
    sourceCustomerMoney(context, data, change, kept);
  },
  complete: (context, data) => {
    completeFunds(data);
    completeCustomerMoney(context, data);
  },
  validate: (context, data, stored) => {
    // The selection cannot be changed after the save (section_N1296669).
    if (stored !== null && stored.fields.customer !== data.fields.customer) {
      throw userError('The customer of a deposit cannot be changed.');
    }
    const payment = paymentOf(context, data);
    if (payment.eq(0)) throw missingValues(['Payment Amount']);
    data.fields.payment = payment.toNumber();
    validateCustomerMoney(context, data, stored, planOf(context, data));
  },
  rowExtras: (context, data, stored) => customerMoneyColumns(context, data, stored, kind, paymentOf(context, data)),
  writeDetails: (context, data, stored, id) => {
    writeLines(context, data, planOf(context, data), id, null);
    if (stored === null) settle(context.account, id);
    else refreshApplications(context, id);
  },
  remove: removeTransaction,
};

function planOf(context: RecordContext, data: RecordData) {
  const accounts = { main: fundsAccount(context, data), other: depositsAccount(context) };
  return planMoney(context, data, accounts, money(data.fields.payment));
}

function paymentOf(context: RecordContext, data: RecordData): Big {
  return positiveAmount(context, data, data.fields.payment);
}
