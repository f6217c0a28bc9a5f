import { isFeatureInEffect } from '../../company/settings';
import { select } from '../fieldList';
import { type RecordContext, type RecordType, textIn } from '../recordType';
import { movementType } from '../transaction/movement';

/** Letters of `transaction.status`. */
const PICKED = 'A';
const SHIPPED = 'C';

/** Pick, Pack and Ship: a fulfillment goes through three stages (section_N1229796). */
function hasStages({ account }: RecordContext): boolean {
  return isFeatureInEffect(account, 'PICKPACKSHIP');
}

/**
 * Item fulfillments (Records Browser: itemfulfillment): what was shipped of a sales order. Without the feature Pick, Pack
 * and Ship each one is shipped at once; with it only what is shipped posts (section_N1229796). Which stage is the default
 * is a setting of the shipping page that has no id here: the first one, Picked (assumed).
 */
export const itemFulfillment: RecordType = movementType({
  recordType: 'itemfulfillment',
  code: 'ItemShip',
  abbreviation: 'ITEMSHIP',
  label: 'Item Fulfillment',
  sign: 1,
  status: (_context, data) => textIn(data.fields.shipstatus) || SHIPPED,
  movedStatus: SHIPPED,
  // Oracle's list of preferences has no id for Allow Overage on Item Fulfillments: it is off here.
  overagePreference: null,
  fields: [select('shipstatus', 'Status', 'shipstatus', { column: 'status' })],
  complete: (context, data) => {
    if (!hasStages(context)) data.fields.shipstatus = SHIPPED;
    data.fields.shipstatus ??= PICKED;
  },
});
