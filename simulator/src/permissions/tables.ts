import { notSupported } from '../kernel/errors';
import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { customRecordAccess } from './customRecords';
import { isAdministrator, permissionLevel } from './granted';
import { PERMISSION_LEVELS } from './levels';

interface WithStore {
  readonly store: Store;
}

/**
 * The permission that SuiteQL needs for a table, as the Records Catalog shows it (article_159376859035). Those that
 * the catalogue does not have, such as `taxschedule`, need what their records need (assumed).
 */
const TABLE_PERMISSIONS: Readonly<Record<string, string>> = {
  account: 'LIST_ACCOUNT',
  aggregateitemlocation: 'LIST_ITEM',
  accountingbook: 'ADMI_ACCOUNTINGBOOK',
  accountingperiod: 'ADMI_ACCTPERIODS',
  accounttype: 'LIST_ACCOUNT',
  classification: 'LIST_CLASS',
  companycontactrelationship: 'LIST_CONTACT',
  contact: 'LIST_CONTACT',
  contactaddressbook: 'LIST_CONTACT',
  contactrole: 'ADMI_CRMLIST',
  currency: 'LIST_CURRENCY',
  currencyrate: 'LIST_CURRENCY',
  customer: 'LIST_CUSTJOB',
  customeraddressbook: 'LIST_CUSTJOB',
  customeraddressbookentityaddress: 'LIST_ADDRESS',
  customercurrencybalance: 'LIST_CUSTJOB',
  customersubsidiaryrelationship: 'LIST_CUSTJOB',
  customfield: 'ADMI_CUSTFIELD',
  customlist: 'ADMI_CUSTLIST',
  customrecordtype: 'ADMI_CUSTRECORD',
  deletedrecord: 'ADMI_DELETEDRECORD',
  department: 'LIST_DEPARTMENT',
  employee: 'LIST_EMPLOYEE_RECORD',
  employeerolesforsearch: 'ADMI_MANAGEROLES',
  entity: 'LIST_FIND',
  entityaddress: 'LIST_ADDRESS',
  entityaddressbook: 'LIST_CUSTJOB',
  file: 'LIST_FILECABINET',
  inventoryitemlocations: 'LIST_ITEM',
  item: 'LIST_ITEM',
  itemsubsidiarymap: 'LIST_ITEM',
  job: 'LIST_JOB',
  location: 'LIST_LOCATION',
  loginaudit: 'ADMI_AUDITLOGIN',
  mediaitemfolder: 'LIST_FILECABINET',
  paymentmethod: 'ADMI_ACCOUNTINGLIST',
  pricelevel: 'ADMI_ACCOUNTINGLIST',
  pricing: 'LIST_ITEM',
  revenueelement: 'LIST_REVENUEELEMENT',
  revenueplan: 'LIST_REVENUEPLAN',
  revenueplanplannedrevenue: 'LIST_REVENUEPLAN',
  revenuerecognitionrule: 'LIST_REVENUERECOGNITIONRULE',
  revrecschedule: 'LIST_REVRECSCHEDULE',
  revrectemplate: 'LIST_REVRECSCHEDULE',
  role: 'ADMI_MANAGEROLES',
  rolepermissions: 'ADMI_MANAGEROLES',
  salestaxitem: 'LIST_TAXITEM',
  scheduledscriptinstance: 'ADMI_CUSTOMSCRIPT',
  script: 'ADMI_CUSTOMSCRIPT',
  scriptdeployment: 'ADMI_CUSTOMSCRIPT',
  scriptnote: 'ADMI_CUSTOMSCRIPT',
  subsidiary: 'LIST_SUBSIDIARY',
  taxschedule: 'LIST_TAXSCHEDULE',
  taxtype: 'LIST_TAXITEM',
  term: 'ADMI_ACCOUNTINGLIST',
};

/**
 * True where SuiteQL shows a table to the user's role. All that belongs to transactions needs Find Transaction; custom
 * records need what the access type of their type asks for; custom lists need nothing.
 *
 * @param table in lower case
 */
export function maySeeTable(account: WithStore, user: User, table: string): boolean {
  if (isAdministrator(user.role) || table.startsWith('customlist_')) return true;
  const custom = table.startsWith('customrecord_') ? customRecordAccess(account, user, table) : null;
  if (custom) return custom.level >= PERMISSION_LEVELS.VIEW;
  const permission = tablePermission(table);
  if (permission === null) throw notSupported(`the permission for the table ${table} in a role`);
  return permissionLevel(account, user.role, permission) >= PERMISSION_LEVELS.VIEW;
}

/** The permission for a table of the account's own; null where it is not known here. */
export function tablePermission(table: string): string | null {
  const listed = TABLE_PERMISSIONS[table];
  if (listed !== undefined) return listed;
  if (table === 'transactionbillingaddress' || table === 'transactionshippingaddress') return 'LIST_ADDRESS';
  return table.includes('transaction') ? 'TRAN_FIND' : null;
}
