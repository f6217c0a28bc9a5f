import { select } from '../fieldList';
import type { RecordType } from '../recordType';
import { movementType } from '../transaction/movement';

/**
 * Item fulfillments (Records Browser: itemfulfillment): what was shipped of a sales order. Without the feature Pick, Pack
 * and Ship each one is shipped at once.
 */
export const itemFulfillment: RecordType = movementType({
  recordType: 'itemfulfillment',
  code: 'ItemShip',
  abbreviation: 'ITEMSHIP',
  label: 'Item Fulfillment',
  sign: 1,
  status: 'C',
  // Oracle's list of preferences has no id for Allow Overage on Item Fulfillments: it is off here.
  overagePreference: null,
  fields: [select('shipstatus', 'Status', 'shipstatus', { column: 'status', readOnly: true })],
});
