import type { Account } from '../kernel/account';
import { NetSuiteError, notSupported } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { requireRecordPermission } from '../permissions/require';
import { hasRecordType } from './catalogue';
import { createRecord } from './createRecord';
import type { RecordData } from './data';
import { loadRecord } from './loadRecord';
import type { TransformRequest } from './requests';
import {
  applyDeposit,
  creditInvoice,
  payCustomer,
  payInvoice,
  refundDeposit,
  refundPayment,
} from './transform/applied';
import { billSalesOrder, refundReturn } from './transform/billOrder';
import { moveOrder } from './transform/moveOrder';
import { refundCashSale } from './transform/refundCashSale';
import { returnSale } from './transform/returnSale';

/** Oracle's table of transformations, section_4267258715: source type to target types. */
const TRANSFORMATIONS: Readonly<Record<string, readonly string[]>> = {
  assemblyitem: ['workorder', 'assemblybuild'],
  assemblybuild: ['assemblyunbuild'],
  cashsale: ['cashrefund', 'returnauthorization'],
  customer: ['cashsale', 'customerpayment', 'estimate', 'invoice', 'opportunity', 'salesorder', 'quote'],
  customerdeposit: ['depositapplication', 'customerrefund'],
  customerpayment: ['customerrefund'],
  cashrefund: ['creditmemo'],
  employee: ['expensereport', 'timebill', 'timesheet'],
  estimate: ['cashsale', 'invoice', 'salesorder'],
  invoice: ['creditmemo', 'customerpayment', 'returnauthorization'],
  lead: ['opportunity'],
  opportunity: ['cashsale', 'estimate', 'invoice', 'salesorder'],
  prospect: ['estimate', 'opportunity', 'salesorder'],
  purchaseorder: ['itemreceipt', 'vendorbill', 'vendorreturnauthorization'],
  returnauthorization: ['cashrefund', 'creditmemo', 'itemreceipt', 'revenuecommitmentreversal'],
  salesorder: [
    'cashsale',
    'fulfillmentrequest',
    'invoice',
    'itemfulfillment',
    'returnauthorization',
    'revenuecommitment',
  ],
  transferorder: ['itemfulfillment', 'itemreceipt'],
  vendor: ['purchaseorder', 'vendorbill', 'vendorpayment'],
  vendorbill: ['vendorcredit', 'vendorpayment', 'vendorreturnauthorization'],
  vendorreturnauthorization: ['itemfulfillment', 'vendorcredit'],
  workorder: ['assemblybuild', 'workorderclose', 'workordercompletion', 'workorderissue'],
};

/** Transformations whose result is here; a new record type adds its line. */
const MAKERS: Readonly<Record<string, (account: Account, caller: Caller, request: TransformRequest) => RecordData>> = {
  'customer>invoice': ofCustomer,
  'customer>salesorder': ofCustomer,
  'customer>cashsale': ofCustomer,
  'customer>customerpayment': payCustomer,
  'invoice>creditmemo': creditInvoice,
  'invoice>customerpayment': payInvoice,
  'customerdeposit>depositapplication': applyDeposit,
  'customerdeposit>customerrefund': refundDeposit,
  'customerpayment>customerrefund': refundPayment,
  'cashsale>cashrefund': refundCashSale,
  'cashsale>returnauthorization': returnSale,
  'salesorder>invoice': billSalesOrder,
  'salesorder>cashsale': billSalesOrder,
  'salesorder>itemfulfillment': moveOrder,
  'salesorder>returnauthorization': returnSale,
  'invoice>returnauthorization': returnSale,
  'returnauthorization>creditmemo': refundReturn,
  'returnauthorization>cashrefund': refundReturn,
  'returnauthorization>itemreceipt': moveOrder,
};

/**
 * A new record made from a stored one (section_4267258715). Throws INVALID_RCRD_TRANSFRM for a pair that is not in
 * Oracle's table, INSUFFICIENT_PERMISSION where the caller's role may not see the one or create the other, and
 * SIMULATOR_NOT_SUPPORTED for a pair of the table that is not here yet.
 */
export function transformRecord(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const from = request.fromType.toLowerCase();
  const to = request.toType.toLowerCase();
  if (!TRANSFORMATIONS[from]?.includes(to)) {
    throw new NetSuiteError('INVALID_RCRD_TRANSFRM', 'That is not a valid record transformation.');
  }
  const make = MAKERS[`${from}>${to}`];
  if (!make || !hasRecordType(account, to)) throw notSupported(`the transformation of ${from} to ${to}`);
  requireRecordPermission(account, caller.user, from, 'view');
  requireRecordPermission(account, caller.user, to, 'create');
  return make(account, caller, { ...request, fromType: from, toType: to });
}

/** A sale to a customer. */
function ofCustomer(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const { fromType, fromId, toType, isDynamic, defaultValues } = request;
  const customer = loadRecord(account, caller, { type: fromType, id: fromId, isDynamic: false, defaultValues: {} });
  return createRecord(account, caller, {
    type: toType,
    isDynamic,
    defaultValues: { ...defaultValues, entity: customer.id },
  });
}
