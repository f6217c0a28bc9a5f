import { checkbox, computed, select, sublist } from '../fieldList';
import type { RecordType } from '../recordType';
import { saleFields, transactionFields } from '../transaction/bodyFields';
import { itemSublist } from '../transaction/itemLines';
import { refreshOrder } from '../transaction/orderProgress';
import { checkContinuedLines, defaultOrderStatus, orderAccount, orderStatus } from '../transaction/orderRules';
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
import { statusKey, statusName } from '../transaction/statuses';

const kind: SaleKind = {
  recordType: 'salesorder',
  code: 'SalesOrd',
  abbreviation: 'SO',
  label: 'Sales Order',
  sign: 1,
  isPosting: false,
  mainAccount: (context) => orderAccount(context, 'salesOrders'),
};

const DEFAULT_STATUS = 'DEFAULTSALESORDERSTATUS';

/**
 * Sales orders (Records Browser: salesorder): what a customer ordered. They do not post (section_N1221414); what is
 * billed and shipped of them shows in their lines and in their status.
 */
export const salesOrder: RecordType = {
  id: 'salesorder',
  label: 'Sales Order',
  group: 'transaction',
  table: 'transaction',
  where: "recordtype = 'salesorder'",
  externalIdSpace: 'transaction',
  customFields: {
    body: 'transactionbodycustomfield',
    line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
  },
  fields: [
    ...transactionFields.filter((field) => field.id !== 'postingperiod'),
    ...saleFields,
    select('orderstatus', 'Status', 'salesorderstatus', { mandatory: true, column: 'status' }),
    select('terms', 'Terms', 'term'),
  ],
  sublists: [
    sublist('item', 'Items', [
      ...itemSublist.fields.values(),
      checkbox('isclosed', 'Closed'),
      computed('quantitybilled', 'Invoiced', 'float'),
      computed('quantityfulfilled', 'Fulfilled', 'float', { column: 'quantityshiprecv' }),
    ]),
  ],

  initialize: (context, data) => {
    completeSale(context, data);
    data.fields.orderstatus = defaultOrderStatus(context, DEFAULT_STATUS);
    data.fields.status = statusName(kind.code, data.fields.orderstatus);
    data.fields.statusref = statusKey(data.fields.status);
  },
  readDetails: (context, data, id) => readSale(context, data, id, kind),
  prepareCopy: (context, data) => {
    copySale(context, data);
    data.fields.orderstatus = defaultOrderStatus(context, DEFAULT_STATUS);
    data.fields.status = statusName(kind.code, data.fields.orderstatus);
    data.fields.statusref = statusKey(data.fields.status);
  },
  source: sourceSale,
  complete: completeSale,
  validate: (context, data, stored) => {
    checkContinuedLines(context, data);
    validateSale(context, data, stored, kind);
    data.fields.orderstatus = orderStatus(context, data, stored);
  },
  rowExtras: (context, data, stored) => saleColumns(context, data, stored, kind),
  writeDetails: (context, data, _stored, id) => {
    writeSale(context, data, id, kind);
    refreshOrder(context.account, id);
  },
  remove: removeTransaction,
};
