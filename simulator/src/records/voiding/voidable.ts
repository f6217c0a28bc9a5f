/** How transactions of a type can be voided (section_4483109897). */
export type VoidKind = 'direct' | 'both' | 'journal' | 'none';

const DIRECT = `cashrefund cashsale creditmemo customerdeposit customerpayment estimate expensereport invoice journalentry
  paycheckjournal returnauthorization salesorder transferorder vendorbill vendorcredit vendorreturnauthorization wave
  workorder workorderclose workordercompletion workorderissue`;
const BOTH = 'customerrefund vendorpayment vendorprepayment vendorprepaymentapplication';
const JOURNAL = 'check customtransaction';
const NONE = `assemblybuild assemblyunbuild bintransfer binworksheet blanketpurchaseorder creditcardcharge creditcardrefund
  customerpaymentauthorization deposit depositapplication fulfillmentrequest inboundshipment inventoryadjustment
  inventorycostrevaluation inventorycount inventorystatuschange inventorytransfer itemfulfillment itemreceipt opportunity
  orderreservation paycheck periodendjournal purchasecontract purchaseorder purchaserequisition revenuearrangement
  revenuecommitment revenuecommitmentreversal storepickupfulfillment`;

const KINDS: ReadonlyMap<string, VoidKind> = new Map([
  ...entries(DIRECT, 'direct'),
  ...entries(BOTH, 'both'),
  ...entries(JOURNAL, 'journal'),
  ...entries(NONE, 'none'),
]);

function entries(types: string, kind: VoidKind): [string, VoidKind][] {
  return types.split(/\s+/).map((type) => [type, kind]);
}

/** How a type is voided; null for what is no transaction type of `transaction.Type`. */
export function voidKind(type: string): VoidKind | null {
  return KINDS.get(type.toLowerCase()) ?? null;
}
