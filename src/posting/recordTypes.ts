/** N/record types that documents of a kind become, or may be linked to. */
const RECORD_TYPES: Readonly<Record<string, readonly string[]>> = {
  customer: ['customer'],
  item: ['noninventorysaleitem', 'noninventoryitem', 'servicesaleitem', 'serviceitem', 'inventoryitem'],
  order: ['salesorder', 'returnauthorization'],
  invoice: ['invoice', 'creditmemo'],
  creditMemo: ['creditmemo'],
  payment: ['customerpayment'],
  refund: ['customerrefund'],
};

/** The types of records that can stand for a document of a kind; none for a kind that is not known. */
export function recordTypesOf(kind: string): readonly string[] {
  return RECORD_TYPES[kind] ?? [];
}
