import type { LineData, RecordData } from '../data';
import type { SublistDefinition } from '../definition';
import { amount, checkbox, computed, date, field, select, sublist, text, textArea } from '../fieldList';
import type { RecordContext } from '../recordType';
import { lineOf } from '../recordType';
import { fromColumn } from '../values/columns';

const sourcing = { sourcing: true } as const;

/** The item sublist of sales (Records Browser 2018.1: invoice, item). */
export const itemSublist: SublistDefinition = sublist('item', 'Items', [
  select('item', 'Item', 'item', { mandatory: true, ...sourcing }),
  field('quantity', 'Quantity', 'float', sourcing),
  field('rate', 'Rate', 'rate', sourcing),
  amount('amount', 'Amount', { column: 'foreignamount', ...sourcing }),
  select('price', 'Price Level', 'pricelevel', sourcing),
  textArea('description', 'Description', 4000, { column: 'memo' }),
  select('class', 'Class', 'classification'),
  select('department', 'Department', 'department'),
  select('location', 'Location', 'location'),
  select('job', 'Project', 'job'),
  checkbox('istaxable', 'Tax'),
  select('taxcode', 'Tax Code', 'salestaxitem', sourcing),
  field('taxrate1', 'Tax Rate', 'percent'),
  amount('tax1amt', 'Tax Amount'),
  amount('grossamt', 'Gross Amount', { readOnly: true, column: null }),
  date('revrecstartdate', 'Rev. Rec. Start Date'),
  date('revrecenddate', 'Rev. Rec. End Date'),
  text('options', 'Options', 4000),
  computed('itemtype', 'Item Type', 'text'),
  computed('itemsubtype', 'Item Subtype', 'text', { column: null }),
  field('line', 'Line ID', 'text', { readOnly: true, column: 'id' }),
  field('lineuniquekey', 'Line Unique Key', 'text', { readOnly: true, column: 'uniquekey' }),
  field('id', 'ID', 'text', { readOnly: true, column: null }),
  field('orderdoc', 'Order', 'text', { readOnly: true, column: null }),
  field('orderline', 'Order Line', 'text', { readOnly: true, column: null }),
]);

/**
 * Reads the item lines of a transaction; sales are stored with the signs of SuiteQL, negative.
 *
 * @param sign -1 for what takes a sale back, whose lines are stored positive
 */
export function readItemLines(context: RecordContext, transaction: number, sign: 1 | -1 = 1): LineData[] {
  const definition = context.definition.sublists.get('item') ?? itemSublist;
  const rows = context.account.store.all(
    `SELECT * FROM transactionline WHERE "transaction" = ? AND itemsublist = 'item' ORDER BY linesequencenumber`,
    [transaction],
  );
  return rows.map((row) => {
    const line = lineOf({});
    for (const each of definition.fields.values()) {
      line.fields[each.id] = each.column === undefined ? null : fromColumn(each, row[each.column]);
    }
    if (row.ratepercent !== null) line.fields.rate = `${String(row.ratepercent)}%`;
    for (const signed of ['quantity', 'amount']) {
      const value = line.fields[signed];
      if (typeof value === 'number') line.fields[signed] = value === 0 ? 0 : -sign * value;
    }
    line.fields.id = `${transaction}_${String(row.id)}`;
    const { amount: net, tax1amt } = line.fields;
    if (typeof net === 'number' && typeof tax1amt === 'number') line.fields.grossamt = net + tax1amt;
    return line;
  });
}

/** Lines of the item sublist. */
export function itemLines(data: RecordData): LineData[] {
  return data.sublists.item ?? [];
}

/** Internal ids of the items on a record's lines, each as often as it stands there. */
export function itemsOn(data: RecordData): readonly string[] {
  return (data.sublists.item ?? []).map((line) => String(line.fields.item ?? ''));
}
