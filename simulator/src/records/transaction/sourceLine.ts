import { billedCustomer } from '../../accounting/projects';
import { countryOf } from '../../accounting/subsidiaries';
import { hasTaxCodeOnLines, scheduleIn } from '../../accounting/taxes';
import type { FieldValue, LineData, RecordData } from '../data';
import { type FieldChange, keyIn, type RecordContext } from '../recordType';
import { BASE_PRICE, priceOf } from '../types/itemPrices';
import { itemLines } from './itemLines';
import { recompute, transactionDecimals } from './lineAmounts';

interface ItemRow extends Record<string, string | number | null> {
  description: string | null;
  itemtype: string;
  subtype: string | null;
  class: number | null;
  department: number | null;
  location: number | null;
  taxschedule: number | null;
  rate: string | number | null;
  revrecschedule: number | null;
}

/** The price level of a price that was typed in: Custom. */
const CUSTOM_PRICE = '-1';

type LineKept = (fieldId: string) => boolean;

/** Fills what follows from a changed field of an item line. */
export function sourceItemLine(
  context: RecordContext,
  data: RecordData,
  change: FieldChange,
  kept: (fieldId: string, line?: LineData) => boolean,
): void {
  const line = itemLines(data)[change.line ?? -1];
  if (!line) return;
  const lineKept: LineKept = (fieldId) => kept(fieldId, line);
  const decimals = transactionDecimals(context.account, data);
  if (change.fieldId === 'item') sourceItem(context, data, line, lineKept);
  if (change.fieldId === 'price') sourcePrice(context, data, line, lineKept);
  if (['rate', 'amount'].includes(change.fieldId) && !lineKept('price')) line.fields.price = CUSTOM_PRICE;
  if (change.fieldId === 'taxcode' && !lineKept('taxrate1')) line.fields.taxrate1 = null;
  if (['item', 'price', 'quantity', 'rate'].includes(change.fieldId)) recompute(line, 'rate', decimals, lineKept);
  if (change.fieldId === 'amount') recompute(line, 'amount', decimals, lineKept);
  if (change.fieldId !== 'tax1amt' && !lineKept('tax1amt')) line.fields.tax1amt = null;
}

function sourceItem(context: RecordContext, data: RecordData, line: LineData, kept: LineKept): void {
  const { account } = context;
  const item = keyIn(line.fields.item);
  const row = item === null ? null : account.store.get<ItemRow>('SELECT * FROM item WHERE id = ?', [item]);
  if (row === null) return;
  const set = (fieldId: string, value: FieldValue): void => {
    if (!kept(fieldId)) line.fields[fieldId] = value;
  };
  const key = (value: number | null): string | null => (value === null ? null : String(value));
  line.fields.itemtype = row.itemtype;
  line.fields.itemsubtype = row.subtype;
  set('description', row.description);
  // The item's template is the default of its lines (section_N3753754).
  if (context.definition.sublists.get('item')?.fields.has('revrecschedule')) {
    set('revrecschedule', key(row.revrecschedule));
  }
  set('class', key(row.class) ?? data.fields.class ?? null);
  set('department', key(row.department) ?? data.fields.department ?? null);
  set('location', key(row.location) ?? data.fields.location ?? null);
  if (!kept('quantity') && row.itemtype !== 'Discount') line.fields.quantity ??= 1;
  if (row.itemtype === 'Discount') set('rate', row.rate);
  else if (!kept('price') && !kept('rate')) {
    line.fields.price = String(priceLevelOf(context, data));
    sourcePrice(context, data, line, kept);
  }
  sourceTax(context, data, line, row.taxschedule, kept);
}

/** The customer's price level, or the base price. */
function priceLevelOf({ account }: RecordContext, data: RecordData): number {
  const entity = billedCustomer(account, keyIn(data.fields.entity));
  const row =
    entity === null
      ? null
      : account.store.get<{ pricelevel: number | null }>('SELECT pricelevel FROM customer WHERE id = ?', [entity]);
  return row?.pricelevel ?? BASE_PRICE;
}

function sourcePrice({ account }: RecordContext, data: RecordData, line: LineData, kept: LineKept): void {
  const item = keyIn(line.fields.item);
  const level = keyIn(line.fields.price);
  const currency = keyIn(data.fields.currency);
  if (item === null || level === null || level < 0 || currency === null || kept('rate')) return;
  line.fields.rate = priceOf(account, item, level, currency);
}

/**
 * Whether the item is taxed follows from its tax schedule in the subsidiary's country; where lines have tax codes, the
 * customer's tax code comes first.
 */
function sourceTax(
  context: RecordContext,
  data: RecordData,
  line: LineData,
  schedule: number | null,
  kept: LineKept,
): void {
  const subsidiary = keyIn(data.fields.subsidiary);
  if (subsidiary === null) return;
  const country = countryOf(context.account, subsidiary);
  const { isTaxable, code } = scheduleIn(context.account, schedule, country);
  if (!kept('istaxable')) line.fields.istaxable = isTaxable && data.fields.istaxable === true;
  if (!hasTaxCodeOnLines(country) || kept('taxcode')) return;
  const preferred = isTaxable ? keyIn(data.fields.taxitem) : null;
  const chosen = preferred ?? code;
  line.fields.taxcode = chosen === null ? null : String(chosen);
  if (!kept('taxrate1')) line.fields.taxrate1 = null;
}
