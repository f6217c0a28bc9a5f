import type { RecordData } from '../data';
import { isByLocation } from '../inventory/stockLines';
import { keyIn, type RecordContext } from '../recordType';
import { missingValues } from '../validation';

/**
 * With Multi-Location Inventory every inventory item that moves needs the location that it leaves or comes to, on its line
 * or on the transaction (section_N2303574, section_N1307628).
 *
 * @param sublistId of the lines with items
 */
export function requireStockLocations({ account }: RecordContext, data: RecordData, sublistId = 'item'): void {
  if (!isByLocation(account)) return;
  for (const line of data.sublists[sublistId] ?? []) {
    if (keyIn(line.fields.location) !== null || keyIn(data.fields.location) !== null) continue;
    const item = account.store.get<{ itemtype: string }>('SELECT itemtype FROM item WHERE id = ?', [
      keyIn(line.fields.item),
    ]);
    if (item?.itemtype === 'InvtPart') throw missingValues(['Location']);
  }
}
