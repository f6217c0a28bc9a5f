import type { RecordType } from '../recordType';
import { orderType } from '../transaction/orderType';

/**
 * Return authorizations (Records Browser: returnauthorization): what a customer may send back, of a sale or alone
 * (section_N1306234). Quantities and amounts are positive in the record and have the other sign than a sale's in SuiteQL.
 */
export const returnAuthorization: RecordType = orderType({
  recordType: 'returnauthorization',
  code: 'RtnAuth',
  abbreviation: 'RMA',
  label: 'Return Authorization',
  sign: -1,
  register: 'returnAuthorizations',
  statusList: 'returnauthorizationstatus',
  defaultStatusPreference: 'DEFRTNAUTHSTATUS',
  moved: { fieldId: 'quantityreceived', label: 'Received' },
  billedLabel: 'Refunded',
});
