import { select } from '../fieldList';
import type { RecordType } from '../recordType';
import { orderType } from '../transaction/orderType';

/** Sales orders (Records Browser: salesorder): what a customer ordered, billed and shipped later. */
export const salesOrder: RecordType = orderType({
  recordType: 'salesorder',
  code: 'SalesOrd',
  abbreviation: 'SO',
  label: 'Sales Order',
  sign: 1,
  register: 'salesOrders',
  statusList: 'salesorderstatus',
  defaultStatusPreference: 'DEFSALESORDSTATUS',
  fields: [select('terms', 'Terms', 'term')],
  moved: { fieldId: 'quantityfulfilled', label: 'Fulfilled' },
  billedLabel: 'Invoiced',
});
