import { isPreferred } from '../../company/settings';
import { quoted } from '../../store/schema/table';
import { nextNumber } from '../../store/sequence';
import type { SqlValue } from '../../store/store';
import type { LineData, RecordData } from '../data';
import type { FieldDefinition, SublistDefinition } from '../definition';
import { checkbox, computed, field, select, sublist, text, textArea } from '../fieldList';
import { recordStock } from '../inventory/recordStock';
import { documentNumber } from '../numbering';
import { keyIn, type RecordContext, type RecordType, textIn } from '../recordType';
import { recordRevenue } from '../revenue/recordRevenue';
import { invalidKey, missingValues, userError } from '../validation';
import { toColumn } from '../values/columns';
import { transactionFields } from './bodyFields';
import { readContinuation, writeContinuation } from './continuation';
import { itemLines, readItemLines } from './itemLines';
import { orderLines } from './orderProgress';
import { removeTransaction } from './remove';
import { checkPeriod } from './rules';
import { showStatus, transactionColumns } from './sale';
import { completeBody, sourceBody } from './sourceBody';
import { requireStockLocations } from './stockLocations';

/** What tells the shipment of an order from the receipt of a return. */
export interface MovementKind {
  readonly recordType: string;
  readonly code: string;
  readonly abbreviation: string;
  readonly label: string;
  /** 1 for goods that leave, -1 for goods that come back: SuiteQL shows sales negative. */
  readonly sign: 1 | -1;
  /** Letter of `transaction.status`; null where there is none. */
  status(context: RecordContext, data: RecordData): string | null;
  /** The statuses in which goods have moved and are posted; null where that is always so. */
  readonly movedStatus: string | null;
  /** Preference that lets more be moved than was ordered. */
  readonly overagePreference: string | null;
  readonly fields?: readonly FieldDefinition[];
  readonly lineFields?: readonly FieldDefinition[];
  /** Fills what a new one has, and what follows from its fields. */
  complete?(context: RecordContext, data: RecordData): void;
}

/** The items that can be moved: the script unticks what stays and lowers quantities. */
function movementSublist(lineFields: readonly FieldDefinition[]): SublistDefinition {
  return sublist(
    'item',
    'Items',
    [
      checkbox('itemreceive', 'Fulfill', { column: null }),
      select('item', 'Item', 'item', { readOnly: true }),
      field('quantity', 'Quantity', 'float'),
      field('quantityremaining', 'Remaining', 'float', { readOnly: true, column: null }),
      textArea('description', 'Description', 4000, { column: 'memo', readOnly: true }),
      select('location', 'Location', 'location'),
      ...lineFields,
      computed('itemtype', 'Item Type', 'text'),
      text('orderline', 'Order Line', 20, { readOnly: true, column: null }),
      text('orderdoc', 'Order', 20, { readOnly: true, column: null }),
      field('line', 'Line ID', 'text', { readOnly: true, column: 'id' }),
      field('lineuniquekey', 'Line Unique Key', 'text', { readOnly: true, column: 'uniquekey' }),
      field('id', 'ID', 'text', { readOnly: true, column: null }),
    ],
    { staticLines: true },
  );
}

/**
 * The record type of a shipment or a receipt. It moves quantities of an order and its status. Inventory items leave or
 * come to the stock at their cost; items without stock have no cost to post (section_N1464868).
 */
export function movementType(movement: MovementKind): RecordType {
  const { movedStatus, lineFields = [] } = movement;
  const kind = { ...movement, isPosting: true };
  const complete = (context: RecordContext, data: RecordData): void => {
    completeBody(context.account, data);
    movement.complete?.(context, data);
  };
  return {
    id: movement.recordType,
    label: movement.label,
    group: 'transaction',
    table: 'transaction',
    where: `recordtype = '${movement.recordType}'`,
    externalIdSpace: 'transaction',
    forbidden: ['copy'],
    transformOnly: () => true,
    customFields: {
      body: 'transactionbodycustomfield',
      line: { sublist: 'item', kind: 'transactioncolumncustomfield' },
    },
    fields: [
      ...transactionFields,
      select('entity', 'Customer', 'customer', { mandatory: true, readOnly: true }),
      ...(movement.fields ?? []),
    ],
    sublists: [movementSublist(lineFields)],

    initialize: complete,
    readDetails: (context, data, id) => {
      data.sublists.item = readItemLines(context, id, movement.sign);
      readContinuation(context, data, id);
      for (const line of itemLines(data)) line.fields.itemreceive = true;
      completeBody(context.account, data);
      showStatus(context.account, data, kind, id);
    },
    source: (context, data, change, kept) => {
      if (change.sublistId === undefined) sourceBody(context, data, change, kept);
    },
    complete,
    validate: (context, data, stored) => {
      const lines = itemLines(data).filter((line) => line.fields.itemreceive === true);
      if (lines.length === 0) throw userError('You must enter at least one line item for this transaction.');
      data.sublists.item = lines;
      for (const line of lines) checkLine(context, line, stored, movement);
      requireStockLocations(context, data);
      checkPeriod(context, data, []);
      const before = stored === null ? null : textIn(stored.fields.tranid) || null;
      data.fields.tranid = documentNumber(context.account, kind.recordType, textIn(data.fields.tranid) || null, before);
    },
    rowExtras: (context, data, stored) => {
      const status = movement.status(context, data);
      const isPosting = movedStatus === null || status === movedStatus;
      return { ...transactionColumns(context, data, stored, { ...kind, isPosting }), status, foreigntotal: 0 };
    },
    writeDetails: (context, data, _stored, id) => {
      writeMovedLines(context, data, id, movement.sign, lineFields);
      writeContinuation(context, data, id);
      recordStock(context.account, id);
      recordRevenue(context.account, id);
    },
    remove: removeTransaction,
  };
}

function checkLine(
  { account }: RecordContext,
  line: LineData,
  stored: RecordData | null,
  { overagePreference }: MovementKind,
): void {
  const { quantity, orderdoc, orderline } = line.fields;
  const order = keyIn(orderdoc);
  const ordered =
    order === null ? undefined : orderLines(account, order).find((each) => String(each.id) === textIn(orderline));
  if (!ordered) throw invalidKey('orderline', orderline);
  if (typeof quantity !== 'number') throw missingValues(['Quantity']);
  if (quantity <= 0) throw userError('Please enter a quantity greater than zero.');
  const own = (stored?.sublists.item ?? []).find((each) => each.fields.orderline === orderline)?.fields.quantity;
  const left = ordered.quantity.minus(ordered.begun).plus(typeof own === 'number' ? own : 0);
  const mayExceed = overagePreference !== null && isPreferred(account, overagePreference);
  if (!mayExceed && left.lt(quantity)) {
    throw userError('The quantity cannot be greater than what remains of the order.');
  }
}

function writeMovedLines(
  { account, definition }: RecordContext,
  data: RecordData,
  id: number,
  sign: 1 | -1,
  lineFields: readonly FieldDefinition[],
): void {
  const { store, clock } = account;
  const before = new Map(
    store
      .all<{ id: number; uniquekey: number }>('SELECT id, uniquekey FROM transactionline WHERE "transaction" = ?', [id])
      .map((row) => [row.id, row.uniquekey]),
  );
  store.run('DELETE FROM transactionline WHERE "transaction" = ?', [id]);
  const common = {
    transaction: id,
    entity: keyIn(data.fields.entity),
    subsidiary: keyIn(data.fields.subsidiary),
    createdfrom: keyIn(data.fields.createdfrom),
    taxline: 'F',
    iscogs: 'F',
    isclosed: 'F',
    isbillable: 'F',
    isrevrectransaction: 'F',
    donotdisplayline: 'F',
    foreignamount: 0,
    netamount: 0,
    linelastmodifieddate: new Date(clock.now()).toISOString(),
  } as const;
  const insert = (columns: Record<string, SqlValue>): void => {
    const names = Object.keys(columns);
    store.run(
      `INSERT INTO transactionline (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      Object.values(columns),
    );
  };
  const key = (line: number): number => before.get(line) ?? nextNumber(store, 'transactionline');
  insert({
    ...common,
    id: 0,
    uniquekey: key(0),
    linesequencenumber: 0,
    mainline: 'T',
    memo: textIn(data.fields.memo) || null,
  });
  let last = Math.max(0, ...before.keys());
  itemLines(data).forEach((line, index) => {
    const lineId = keyIn(line.fields.line) ?? ++last;
    line.fields.line = String(lineId);
    insert({
      ...common,
      ...customColumns(definition.sublists.get('item')?.fields.values() ?? [], line),
      ...Object.fromEntries(
        lineFields.map((each) => [each.column ?? each.id, toColumn(each, line.fields[each.id] ?? null)]),
      ),
      id: lineId,
      uniquekey: key(lineId),
      linesequencenumber: index + 1,
      mainline: 'F',
      itemsublist: 'item',
      transactionlinetype: 'ITEM',
      item: keyIn(line.fields.item),
      itemtype: textIn(line.fields.itemtype) || null,
      quantity: -sign * Number(line.fields.quantity),
      memo: textIn(line.fields.description) || null,
      location: keyIn(line.fields.location),
    });
  });
}

function customColumns(fields: Iterable<FieldDefinition>, line: LineData): Record<string, SqlValue> {
  return Object.fromEntries(
    [...fields]
      .filter((each) => each.custom && each.column !== undefined)
      .map((each) => [each.column ?? each.id, toColumn(each, line.fields[each.id])]),
  );
}
