import type { Account } from '../../kernel/account';
import type { Caller } from '../../kernel/execution';
import { recordContext } from '../catalogue';
import { newRecord, setDefaultValues } from '../createRecord';
import type { RecordData } from '../data';
import { keyIn, lineOf, textIn } from '../recordType';
import type { TransformRequest } from '../requests';
import { fillTexts } from '../texts';
import { orderLines } from '../transaction/orderProgress';
import { loadOrder, nothingToBill } from './billOrder';

/**
 * The item fulfillment of a sales order, or the item receipt of a return authorization: all that is left to ship or to
 * receive of its open lines, ticked. Throws INVALID_INITIALIZE_REF where the order is not approved, is closed, or has
 * nothing left.
 */
export function moveOrder(account: Account, caller: Caller, request: TransformRequest): RecordData {
  const label = request.fromType === 'salesorder' ? 'sales order' : 'return authorization';
  const source = loadOrder(account, caller, request, label);
  const context = recordContext(account, caller, request.toType);
  const data = newRecord(context, { isDynamic: request.isDynamic, defaultValues: {} });
  for (const fieldId of ['entity', 'subsidiary', 'currency', 'memo'])
    data.fields[fieldId] = source.fields[fieldId] ?? null;
  data.fields.createdfrom = source.id;
  data.fields.exchangerate = null;
  const open = new Map(
    orderLines(account, Number(source.id))
      .filter((line) => line.counts && line.isMoved && !line.isClosed && line.begun.lt(line.quantity))
      .map((line) => [String(line.id), line.quantity.minus(line.begun)]),
  );
  data.sublists.item = (source.sublists.item ?? []).flatMap((line) => {
    const left = open.get(textIn(line.fields.line));
    if (!left) return [];
    const { item, description, location, itemtype, line: orderline } = line.fields;
    return [
      lineOf({
        itemreceive: true,
        item: item ?? null,
        quantity: left.toNumber(),
        quantityremaining: left.toNumber(),
        description: description ?? null,
        location: location ?? source.fields.location ?? null,
        itemtype: itemtype ?? null,
        ...(request.toType === 'itemreceipt' ? returned(account, keyIn(item)) : {}),
        orderdoc: source.id,
        orderline: orderline ?? null,
      }),
    ];
  });
  if (data.sublists.item.length === 0) throw nothingToBill(label, request.fromId);
  data.changedFields = [];
  context.type.complete?.(context, data, null);
  setDefaultValues(context, data, request.defaultValues);
  fillTexts(context, data);
  return data;
}

/** What comes back goes to stock again, at the item's Default Return Cost where it has one (section_N2199328). */
function returned({ store }: Account, item: number | null): { restock: boolean; unitcostoverride: number | null } {
  const row = store.get<{ defaultreturncost: number | null }>('SELECT defaultreturncost FROM item WHERE id = ?', [
    item,
  ]);
  return { restock: true, unitcostoverride: row?.defaultreturncost ?? null };
}
