import type { RecordData } from '../data';
import type { FieldDefinition } from '../definition';
import { checkbox, computed, select, sublist } from '../fieldList';
import { refreshQuantities } from '../inventory/quantities';
import { keyIn, type RecordContext, type RecordType } from '../recordType';
import { saleFields, transactionFields } from './bodyFields';
import { itemSublist } from './itemLines';
import { refreshOrder } from './orderProgress';
import { checkContinuedLines, defaultOrderStatus, orderAccount, orderStatus } from './orderRules';
import { removeTransaction } from './remove';
import {
  completeSale,
  copySale,
  readSale,
  type SaleKind,
  saleColumns,
  sourceSale,
  validateSale,
  writeSale,
} from './sale';
import { statusKey, statusName } from './statuses';

/** What tells one kind of order from the other. */
export interface OrderKind extends Omit<SaleKind, 'isPosting' | 'mainAccount'> {
  /** The company's account in whose register such orders are kept. */
  readonly register: 'salesOrders' | 'returnAuthorizations';
  /** List of the field `orderstatus`. */
  readonly statusList: string;
  /** Accounting preference for the status of new ones; Pending Approval where it says so. */
  readonly defaultStatusPreference: string;
  readonly fields?: readonly FieldDefinition[];
  /** Field of the lines for what was shipped or received. */
  readonly moved: { readonly fieldId: string; readonly label: string };
  readonly billedLabel: string;
}

/**
 * The record type of an order: a promise that does not post (section_N1221414), is kept in the register of a
 * non-posting account, and whose status follows from what continues it.
 */
export function orderType(order: OrderKind): RecordType {
  const kind: SaleKind = {
    ...order,
    isPosting: false,
    mainAccount: (context) => orderAccount(context, order.register),
  };
  const start = (context: RecordContext, data: RecordData): void => {
    data.fields.orderstatus = defaultOrderStatus(context, order.defaultStatusPreference);
    data.fields.status = statusName(kind.code, data.fields.orderstatus);
    data.fields.statusref = statusKey(data.fields.status);
  };
  return {
    id: order.recordType,
    label: order.label,
    group: 'transaction',
    table: 'transaction',
    where: `recordtype = '${order.recordType}'`,
    externalIdSpace: 'transaction',
    customFields: {
      body: 'transactionbodycustomfield',
      line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
    },
    fields: [
      ...transactionFields.filter((field) => field.id !== 'postingperiod'),
      ...saleFields,
      select('orderstatus', 'Status', order.statusList, { mandatory: true, column: 'status' }),
      ...(order.fields ?? []),
    ],
    sublists: [
      sublist('item', 'Items', [
        ...itemSublist.fields.values(),
        checkbox('isclosed', 'Closed'),
        computed('quantitybilled', order.billedLabel, 'float'),
        computed(order.moved.fieldId, order.moved.label, 'float', { column: 'quantityshiprecv' }),
      ]),
    ],

    initialize: (context, data) => {
      completeSale(context, data);
      start(context, data);
    },
    readDetails: (context, data, id) => readSale(context, data, id, kind),
    prepareCopy: (context, data) => {
      copySale(context, data);
      start(context, data);
    },
    source: sourceSale,
    complete: completeSale,
    validate: (context, data, stored) => {
      checkContinuedLines(context, data);
      validateSale(context, data, stored, kind);
      data.fields.orderstatus = orderStatus(context, data, stored);
    },
    rowExtras: (context, data, stored) => saleColumns(context, data, stored, kind),
    writeDetails: (context, data, stored, id) => {
      writeSale(context, data, id, kind);
      refreshOrder(context.account, id);
      releaseCommitments(context, stored);
    },
    remove: removeTransaction,
  };
}

/** Items that the order had before commit nothing to it any more. */
function releaseCommitments({ account }: RecordContext, stored: RecordData | null): void {
  for (const line of stored?.sublists.item ?? []) {
    const item = keyIn(line.fields.item);
    if (line.fields.itemtype === 'InvtPart' && item !== null) refreshQuantities(account, item);
  }
}
