/** Names of transaction types by the codes of `transaction.type`. */
export const TRANSACTION_TYPES: Readonly<Record<string, string>> = {
  CustInvc: 'Invoice',
  CustCred: 'Credit Memo',
  CustPymt: 'Payment',
  CustDep: 'Customer Deposit',
  DepAppl: 'Deposit Application',
  CustRfnd: 'Customer Refund',
  SalesOrd: 'Sales Order',
  RtnAuth: 'Return Authorization',
  ItemShip: 'Item Fulfillment',
  ItemRcpt: 'Item Receipt',
  InvAdjst: 'Inventory Adjustment',
  CashSale: 'Cash Sale',
  CashRfnd: 'Cash Refund',
  Journal: 'Journal',
  Deposit: 'Deposit',
  FxReval: 'Currency Revaluation',
  RevArrng: 'Revenue Arrangement',
  Estimate: 'Estimate',
  PurchOrd: 'Purchase Order',
  VendBill: 'Bill',
};

/**
 * Names of statuses by type and by the letters of `transaction.status`, which are those of the search filter
 * (`CustInvc:A`); BUILTIN.DF(status) is `Invoice : Open` (article_1029114613).
 */
export const TRANSACTION_STATUSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustInvc: { A: 'Open', B: 'Paid In Full', D: 'Pending Approval', E: 'Rejected', V: 'Voided' },
  CustCred: { A: 'Open', B: 'Fully Applied', V: 'Voided' },
  CustPymt: { A: 'Unapproved Payment', B: 'Not Deposited', C: 'Deposited', V: 'Voided' },
  CustDep: { A: 'Not Deposited', B: 'Deposited', C: 'Fully Applied', D: 'Unapproved Payment', V: 'Voided' },
  CustRfnd: { V: 'Voided' },
  SalesOrd: {
    A: 'Pending Approval',
    B: 'Pending Fulfillment',
    C: 'Cancelled',
    D: 'Partially Fulfilled',
    E: 'Pending Billing/Partially Fulfilled',
    F: 'Pending Billing',
    G: 'Billed',
    H: 'Closed',
  },
  RtnAuth: {
    A: 'Pending Approval',
    B: 'Pending Receipt',
    C: 'Cancelled',
    D: 'Partially Received',
    E: 'Pending Refund/Partially Received',
    F: 'Pending Refund',
    G: 'Refunded',
    H: 'Closed',
  },
  ItemShip: { A: 'Picked', B: 'Packed', C: 'Shipped' },
  CashSale: { A: 'Unapproved Payment', B: 'Not Deposited', C: 'Deposited', V: 'Voided' },
  CashRfnd: { V: 'Voided' },
  Journal: { A: 'Pending Approval', B: 'Approved', V: 'Voided' },
  RevArrng: { A: 'Pending Approval', B: 'Approved' },
};

/** `Pending Billing` of a type and a letter; empty where the type has no such status. */
export function statusName(type: string, letter: string | null): string {
  return (letter === null ? undefined : TRANSACTION_STATUSES[type]?.[letter]) ?? '';
}

/** A status as `statusref` shows it: `pendingBilling` of `Pending Billing`. */
export function statusKey(name: string): string {
  const words = name.split(/[^A-Za-z]+/).filter(Boolean);
  return words.map((word, index) => (index === 0 ? word.toLowerCase() : word)).join('');
}
