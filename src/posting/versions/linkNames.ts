import type { LinkedTransaction } from './standing';

/** Words for codes of `transaction.type`. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  CustInvc: 'invoice',
  CustPymt: 'customer payment',
  CustCred: 'credit memo',
  CustDep: 'customer deposit',
  CustRfnd: 'customer refund',
  DepAppl: 'deposit application',
  SalesOrd: 'sales order',
  RtnAuth: 'return authorization',
  Journal: 'journal entry',
  RevArrng: 'revenue arrangement',
};

/** Transactions by kind and internal id, for people: `customer payment 123, credit memo 130`. */
export function linkNames(links: readonly LinkedTransaction[]): string {
  return links.map(({ type, recordId }) => `${TYPE_NAMES[type] ?? type} ${recordId}`).join(', ');
}
