import { decimalsOf } from '../../accounting/currencies';
import { money, rounded, sum } from '../../accounting/money';
import { baseCurrency, isValidIn, rootSubsidiary } from '../../accounting/subsidiaries';
import type { LineData, RecordData } from '../data';
import { computed, field, select, sublist, textArea } from '../fieldList';
import { stockAt } from '../inventory/recalculate';
import { isByLocation } from '../inventory/stockLines';
import { type FieldChange, type Kept, keyIn, lineOf, type RecordContext } from '../recordType';
import { invalidKey, missingValues, userError } from '../validation';
import { fromColumn } from '../values/columns';

/** Lines of an inventory adjustment (Records Browser: inventoryadjustment, inventory). */
export const adjustmentSublist = sublist('inventory', 'Adjustments', [
  select('item', 'Item', 'item', { mandatory: true, sourcing: true }),
  select('location', 'Location', 'location', { sourcing: true }),
  field('adjustqtyby', 'Adjust Qty. By', 'float', { column: 'quantity', sourcing: true }),
  field('unitcost', 'Est. Unit Cost', 'currency2', { sourcing: true }),
  textArea('memo', 'Memo', 4000),
  select('class', 'Class', 'classification'),
  select('department', 'Department', 'department'),
  computed('description', 'Description', 'text', { column: null }),
  computed('quantityonhand', 'Qty. On Hand', 'float', { column: null }),
  computed('newquantity', 'New Quantity', 'float', { column: null }),
  computed('currentvalue', 'Current Value', 'currency', { column: null }),
  field('line', 'Line ID', 'text', { readOnly: true, column: 'id' }),
  field('lineuniquekey', 'Line Unique Key', 'text', { readOnly: true, column: 'uniquekey' }),
]);

export function adjustmentLines(data: RecordData): LineData[] {
  return data.sublists.inventory ?? [];
}

/** The lines of a stored adjustment. */
export function readAdjustmentLines({ account }: RecordContext, transaction: number): LineData[] {
  return account.store
    .all(
      `SELECT * FROM transactionline WHERE "transaction" = ? AND itemsublist = 'inventory' ORDER BY linesequencenumber`,
      [transaction],
    )
    .map((row) => {
      const line = lineOf({});
      for (const each of adjustmentSublist.fields.values()) {
        line.fields[each.id] = each.column === undefined ? null : fromColumn(each, row[each.column]);
      }
      return line;
    });
}

/**
 * Shows what there is of each line's item in its place, and fills the estimated unit cost of what is added: the average
 * cost of the place (section_161981111273). What is taken away has the cost that is calculated for it.
 */
export function completeAdjustmentLines(context: RecordContext, data: RecordData): void {
  const { account } = context;
  const subsidiary = keyIn(data.fields.subsidiary) ?? rootSubsidiary(account);
  const decimals = decimalsOf(account, baseCurrency(account, subsidiary));
  for (const line of adjustmentLines(data)) {
    const item = keyIn(line.fields.item);
    if (item === null) continue;
    line.fields.location ??= data.fields.adjlocation ?? null;
    const place = isByLocation(account) ? (keyIn(line.fields.location) ?? 0) : 0;
    const stock = stockAt(account, item, subsidiary, place);
    const quantity = money(line.fields.adjustqtyby);
    if (quantity.gt(0)) line.fields.unitcost ??= stock.average.toNumber();
    line.fields.quantityonhand = stock.quantity.toNumber();
    line.fields.newquantity = stock.quantity.plus(quantity).toNumber();
    line.fields.currentvalue = stock.value.toNumber();
  }
  data.fields.estimatedtotalvalue = sum(
    adjustmentLines(data).map(({ fields }) =>
      rounded(money(fields.adjustqtyby).times(money(fields.unitcost)), decimals),
    ),
  ).toNumber();
}

/** Another item or another place has another cost. */
export function sourceAdjustmentLine(data: RecordData, change: FieldChange, kept: Kept): void {
  const line = adjustmentLines(data)[change.line ?? -1];
  if (!line || !['item', 'location'].includes(change.fieldId) || kept('unitcost', line)) return;
  line.fields.unitcost = null;
}

/**
 * Refuses lines without an inventory item of the subsidiary or without a quantity, and a unit cost for what is taken away
 * (section_161981111273; the codes are assumed).
 */
export function checkAdjustmentLines({ account }: RecordContext, data: RecordData, subsidiary: number): void {
  if (adjustmentLines(data).length === 0) {
    throw userError('You must enter at least one line item for this transaction.');
  }
  for (const { fields } of adjustmentLines(data)) {
    const item = keyIn(fields.item);
    const row = account.store.get<{ itemtype: string; subsidiary: string | null; includechildren: string | null }>(
      'SELECT itemtype, subsidiary, includechildren FROM item WHERE id = ?',
      [item],
    );
    if (row?.itemtype !== 'InvtPart' || !isValidIn(account, row, subsidiary)) throw invalidKey('item', String(item));
    const quantity = money(fields.adjustqtyby);
    if (fields.adjustqtyby === null || fields.adjustqtyby === undefined || quantity.eq(0)) {
      throw missingValues(['Adjust Qty. By']);
    }
    const cost = fields.unitcost ?? null;
    if (quantity.lt(0) && cost !== null) {
      throw userError('You cannot enter a unit cost when you decrease the quantity of an item.');
    }
    if (money(cost).lt(0)) throw userError('The unit cost cannot be negative.');
  }
}
