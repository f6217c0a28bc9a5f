import type { RecordType } from '../recordType';
import { movementType } from '../transaction/movement';

/** Item receipts (Records Browser: itemreceipt): what came back of a return authorization (section_N1307628). */
export const itemReceipt: RecordType = movementType({
  recordType: 'itemreceipt',
  code: 'ItemRcpt',
  abbreviation: 'ITEMRCPT',
  label: 'Item Receipt',
  sign: -1,
  status: null,
  overagePreference: 'OVERRECEIPTS',
});
