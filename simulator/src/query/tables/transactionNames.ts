/**
 * Names of transaction types and of their statuses, by the codes of `transaction.type` and `transaction.status`.
 * BUILTIN.DF(status) is `Invoice : Open` (article_1029114613); the letters are those of the search filter
 * (`CustInvc:A`).
 */
export const TRANSACTION_TYPES: Readonly<Record<string, string>> = {
  CustInvc: 'Invoice',
  CustCred: 'Credit Memo',
  CustPymt: 'Payment',
  CustDep: 'Customer Deposit',
  DepAppl: 'Deposit Application',
  CustRfnd: 'Customer Refund',
  SalesOrd: 'Sales Order',
  RtnAuth: 'Return Authorization',
  CashSale: 'Cash Sale',
  CashRfnd: 'Cash Refund',
  Journal: 'Journal',
  Deposit: 'Deposit',
  RevArrng: 'Revenue Arrangement',
  Estimate: 'Estimate',
  PurchOrd: 'Purchase Order',
  VendBill: 'Bill',
};

export const TRANSACTION_STATUSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustInvc: { A: 'Open', B: 'Paid In Full', D: 'Pending Approval', E: 'Rejected', V: 'Voided' },
  CustCred: { A: 'Open', B: 'Fully Applied', V: 'Voided' },
  CustPymt: { A: 'Unapproved Payment', B: 'Not Deposited', C: 'Deposited', V: 'Voided' },
  CustDep: { A: 'Not Deposited', B: 'Deposited', C: 'Fully Applied', D: 'Unapproved Payment' },
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
  CashSale: { A: 'Unapproved Payment', B: 'Not Deposited', C: 'Deposited', V: 'Voided' },
  Journal: { A: 'Pending Approval', B: 'Approved' },
};

/** SQL that turns a type code into its name; a code without one stays as it is. */
export function typeNameSql(type: string): string {
  return byCode(type, TRANSACTION_TYPES, type);
}

/** SQL of the status alone, `Open`; null where the type has no such status. */
export function statusNameSql(type: string, status: string): string {
  const branches = Object.entries(TRANSACTION_STATUSES).map(
    ([code, names]) => `WHEN '${code}' THEN ${byCode(status, names, 'NULL')}`,
  );
  return `CASE ${type} ${branches.join(' ')} END`;
}

function byCode(code: string, names: Readonly<Record<string, string>>, otherwise: string): string {
  const branches = Object.entries(names).map(([key, name]) => `WHEN '${key}' THEN '${name}'`);
  return `CASE ${code} ${branches.join(' ')} ELSE ${otherwise} END`;
}
