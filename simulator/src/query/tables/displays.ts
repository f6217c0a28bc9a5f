import { notSupported } from '../../kernel/errors';
import type { DisplayOf } from '../compile/value';
import { displayOf, displayOfCodes, displayOfMany } from './references';
import { statusNameSql, typeNameSql } from './transactionNames';

/** Record types that columns of the same name point to in every table. */
const COMMON: Readonly<Record<string, string>> = {
  subsidiary: 'subsidiary',
  currency: 'currency',
  department: 'department',
  class: 'classification',
  location: 'location',
  paymentmethod: 'paymentmethod',
  terms: 'term',
  item: 'item',
  account: 'account',
  createdby: 'employee',
  lastmodifiedby: 'employee',
  owner: 'employee',
  salesrep: 'employee',
  supervisor: 'employee',
  postingperiod: 'accountingperiod',
  accountingbook: 'accountingbook',
  transaction: 'transaction',
  createdfrom: 'transaction',
  previousdoc: 'transaction',
  nextdoc: 'transaction',
  pricelevel: 'pricelevel',
  taxschedule: 'taxschedule',
  taxcode: 'salestaxitem',
  incomeaccount: 'account',
  expenseaccount: 'account',
  assetaccount: 'account',
  deferredrevenueaccount: 'account',
  receivablesaccount: 'account',
  taxaccount: 'account',
  accttype: 'accounttype',
  script: 'script',
  role: 'role',
  customer: 'customer',
  employee: 'employee',
  contact: 'contact',
  job: 'job',
  basecurrency: 'currency',
  transactioncurrency: 'currency',
};

/** Those that differ by table. */
const BY_TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  transaction: { entity: 'entity', employee: 'employee', reversal: 'transaction', taxitem: 'salestaxitem' },
  transactionline: { entity: 'entity' },
  customer: { parent: 'customer', taxitem: 'salestaxitem', representingsubsidiary: 'subsidiary' },
  customeraddressbook: { entity: 'entity' },
  customersubsidiaryrelationship: { entity: 'entity' },
  contact: { company: 'entity', assistant: 'contact', supervisor: 'contact' },
  contactaddressbook: { entity: 'entity' },
  companycontactrelationship: { company: 'entity', role: 'contactrole' },
  job: { parent: 'customer', projectmanager: 'employee' },
  employeerolesforsearch: { entity: 'entity' },
  item: { parent: 'item' },
  account: { parent: 'account' },
  subsidiary: { parent: 'subsidiary' },
  department: { parent: 'department' },
  classification: { parent: 'classification' },
  location: { parent: 'location' },
  accountingperiod: { parent: 'accountingperiod' },
  file: { folder: 'mediaitemfolder' },
  mediaitemfolder: { parent: 'mediaitemfolder' },
  script: { scriptfile: 'file' },
};

const APPROVAL_STATUS = { '1': 'Pending Approval', '2': 'Approved', '3': 'Rejected' };

/** The record type that a standard column points to; null when it points nowhere. */
export function standardTarget(table: string, column: string): string | null {
  return BY_TABLE[table]?.[column] ?? COMMON[column] ?? null;
}

/** The display of a standard column: the name of what it points to (article_1029114613); null when it points nowhere. */
export function standardDisplay(
  table: string,
  column: string,
  several: boolean,
  exists: (table: string) => boolean,
): DisplayOf | null {
  if (table === 'transaction') {
    if (column === 'type') return typeNameSql;
    if (column === 'approvalstatus') return displayOfCodes(APPROVAL_STATUS);
    if (column === 'status') return statusDisplay;
  }
  const target = standardTarget(table, column);
  if (!target) return null;
  return several ? displayOfMany(target, exists) : displayOf(target, exists);
}

/** `Invoice : Open`. The status has its own meaning for each type, so the type is read beside it. */
function statusDisplay(sql: string): string {
  const type = sql.replace(/"status"$/, '"type"');
  if (type === sql) throw notSupported('BUILTIN.DF of a status that comes from a derived table');
  return `(${typeNameSql(type)} || ' : ' || ifnull(${statusNameSql(type, sql)}, ${sql}))`;
}
