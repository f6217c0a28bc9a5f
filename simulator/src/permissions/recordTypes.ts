/** The permission for transactions of a type, by record type (NetSuitePermissionsUsage, section_N326485). */
export const TRANSACTION_PERMISSIONS: Readonly<Record<string, string>> = {
  cashrefund: 'TRAN_CASHRFND',
  cashsale: 'TRAN_CASHSALE',
  creditmemo: 'TRAN_CUSTCRED',
  customerdeposit: 'TRAN_CUSTDEP',
  customerpayment: 'TRAN_CUSTPYMT',
  customerrefund: 'TRAN_CUSTRFND',
  deposit: 'TRAN_DEPOSIT',
  depositapplication: 'TRAN_DEPAPPL',
  estimate: 'TRAN_ESTIMATE',
  fxreval: 'TRAN_FXREVAL',
  inventoryadjustment: 'TRAN_INVADJST',
  invoice: 'TRAN_CUSTINVC',
  itemfulfillment: 'TRAN_ITEMSHIP',
  itemreceipt: 'TRAN_ITEMRCPT',
  journalentry: 'TRAN_JOURNAL',
  opportunity: 'TRAN_OPPRTNTY',
  purchaseorder: 'TRAN_PURCHORD',
  returnauthorization: 'TRAN_RTNAUTH',
  revenuearrangement: 'TRAN_REVARRNG',
  salesorder: 'TRAN_SALESORD',
  vendorbill: 'TRAN_VENDBILL',
  vendorcredit: 'TRAN_VENDCRED',
  vendorpayment: 'TRAN_VENDPYMT',
};

const OTHERS: Readonly<Record<string, string>> = {
  account: 'LIST_ACCOUNT',
  accountingperiod: 'ADMI_ACCTPERIODS',
  classification: 'LIST_CLASS',
  contact: 'LIST_CONTACT',
  contactrole: 'ADMI_CRMLIST',
  currency: 'LIST_CURRENCY',
  customer: 'LIST_CUSTJOB',
  customrecordtype: 'ADMI_CUSTRECORD',
  department: 'LIST_DEPARTMENT',
  employee: 'LIST_EMPLOYEE',
  entity: 'LIST_FIND',
  file: 'LIST_FILECABINET',
  folder: 'LIST_FILECABINET',
  job: 'LIST_JOB',
  lead: 'LIST_CUSTJOB',
  location: 'LIST_LOCATION',
  paymentmethod: 'ADMI_ACCOUNTINGLIST',
  pricelevel: 'ADMI_ACCOUNTINGLIST',
  prospect: 'LIST_CUSTJOB',
  revenueelement: 'LIST_REVENUEELEMENT',
  revenueplan: 'LIST_REVENUEPLAN',
  revenuerecognitionfieldmapping: 'LIST_REVRECFIELDMAPPING',
  revenuerecognitionrule: 'LIST_REVENUERECOGNITIONRULE',
  revrecfieldmapping: 'LIST_REVRECFIELDMAPPING',
  revrecschedule: 'LIST_REVRECSCHEDULE',
  revrectemplate: 'LIST_REVRECSCHEDULE',
  role: 'ADMI_MANAGEROLES',
  salestaxitem: 'LIST_TAXITEM',
  scriptdeployment: 'ADMI_CUSTOMSCRIPT',
  subsidiary: 'LIST_SUBSIDIARY',
  taxcode: 'LIST_TAXITEM',
  taxgroup: 'LIST_TAXITEM',
  taxschedule: 'LIST_TAXSCHEDULE',
  term: 'ADMI_ACCOUNTINGLIST',
  vendor: 'LIST_VENDOR',
};

const SCRIPT_TYPES = ['restlet', 'suitelet', 'mapreducescript', 'scheduledscript', 'usereventscript', 'clientscript'];

/**
 * Id of the permission that a standard record type needs; items of every type need the same. Null for a type whose
 * permission is not known here.
 *
 * @param type record type in lower case
 */
export function recordPermission(type: string): string | null {
  const found = TRANSACTION_PERMISSIONS[type] ?? OTHERS[type];
  if (found) return found;
  if (SCRIPT_TYPES.includes(type)) return 'ADMI_CUSTOMSCRIPT';
  return type === 'item' || type.endsWith('item') || type === 'itemgroup' ? 'LIST_ITEM' : null;
}
