/**
 * Pages of NetSuite's records by record type, as `url.resolveRecord` gives them. Paths of transactions are those of
 * NetSuite's user interface; types without a page of their own here are shown at `/app/common/record.nl`.
 */
const PAGES: Readonly<Record<string, string>> = {
  invoice: '/app/accounting/transactions/custinvc.nl',
  itemfulfillment: '/app/accounting/transactions/itemship.nl',
  itemreceipt: '/app/accounting/transactions/itemrcpt.nl',
  inventoryadjustment: '/app/accounting/transactions/invadjst.nl',
  creditmemo: '/app/accounting/transactions/custcred.nl',
  customerpayment: '/app/accounting/transactions/custpymt.nl',
  customerrefund: '/app/accounting/transactions/custrfnd.nl',
  customerdeposit: '/app/accounting/transactions/custdep.nl',
  depositapplication: '/app/accounting/transactions/depappl.nl',
  salesorder: '/app/accounting/transactions/salesord.nl',
  returnauthorization: '/app/accounting/transactions/rtnauth.nl',
  cashsale: '/app/accounting/transactions/cashsale.nl',
  cashrefund: '/app/accounting/transactions/cashrfnd.nl',
  deposit: '/app/accounting/transactions/deposit.nl',
  journalentry: '/app/accounting/transactions/journal.nl',
  customer: '/app/common/entity/custjob.nl',
  employee: '/app/common/entity/employee.nl',
  account: '/app/accounting/account/account.nl',
  subsidiary: '/app/common/otherlists/subsidiarytype.nl',
  department: '/app/common/otherlists/departmenttype.nl',
  classification: '/app/common/otherlists/classtype.nl',
  location: '/app/common/otherlists/locationtype.nl',
  currency: '/app/common/multicurrency/currency.nl',
};

const ITEM_PAGE = '/app/common/item/item.nl';
const CUSTOM_RECORD_PAGE = '/app/common/custom/custrecordentry.nl';
const ANY_PAGE = '/app/common/record.nl';

export const RECORD_PAGES: readonly string[] = [...Object.values(PAGES), ITEM_PAGE, CUSTOM_RECORD_PAGE, ANY_PAGE];

/** The record type that a page is for; null where the page shows several, by its parameters. */
export function recordTypeOfPage(path: string): string | null {
  return Object.entries(PAGES).find(([, page]) => page === path)?.[0] ?? null;
}

/**
 * Path and parameters of a record's page: `/app/accounting/transactions/custinvc.nl?id=7`, with `e=T` in edit mode.
 *
 * @param customType internal id of a custom record type; null for standard ones
 */
export function recordAddress(
  type: string,
  id: string | null,
  isEditMode: boolean,
  customType: string | null,
): { readonly path: string; readonly parameters: Readonly<Record<string, string>> } {
  const parameters: Record<string, string> = {};
  const path = PAGES[type] ?? (type.endsWith('item') ? ITEM_PAGE : customType ? CUSTOM_RECORD_PAGE : ANY_PAGE);
  if (path === CUSTOM_RECORD_PAGE && customType) parameters.rectype = customType;
  if (path === ANY_PAGE) parameters.rectype = type;
  if (id !== null) parameters.id = id;
  if (isEditMode) parameters.e = 'T';
  return { path, parameters };
}
