import { checkbox, field } from '../fieldList';
import type { RecordType } from '../recordType';
import { movementType } from '../transaction/movement';

/**
 * Item receipts (Records Browser: itemreceipt): what came back of a return authorization (section_N1307628). Inventory
 * items come back to the stock at the Override Rate of the line, else at the cost of their sale (section_N2199328,
 * section_N2307937).
 */
export const itemReceipt: RecordType = movementType({
  recordType: 'itemreceipt',
  code: 'ItemRcpt',
  abbreviation: 'ITEMRCPT',
  label: 'Item Receipt',
  sign: -1,
  status: () => null,
  movedStatus: null,
  overagePreference: 'OVERRECEIPTS',
  lineFields: [
    checkbox('restock', 'Restock'),
    field('unitcostoverride', 'Override Rate', 'currency2', { column: 'unitcost' }),
  ],
});
