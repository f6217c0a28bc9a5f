import type { DisplayOf } from '../compile/value';
import { quoteName, quoteText } from '../compile/value';

/** What a column that holds ids points to: a table of the account and how a row of it is called. */
interface Target {
  readonly table: string;
  readonly key: string;
  /** SQL of the name, over the alias `r`. */
  readonly name: string;
}

const TARGETS: Readonly<Record<string, Target>> = {
  entity: { table: 'entity', key: 'id', name: 'coalesce(r.entitytitle, r.entityid)' },
  item: { table: 'item', key: 'id', name: 'coalesce(r.fullname, r.itemid)' },
  account: { table: 'account', key: 'id', name: 'coalesce(r.accountsearchdisplayname, r.fullname)' },
  accounttype: { table: 'accounttype', key: 'id', name: 'r.longname' },
  subsidiary: { table: 'subsidiary', key: 'id', name: 'coalesce(r.fullname, r.name)' },
  currency: { table: 'currency', key: 'id', name: 'r.name' },
  paymentmethod: { table: 'paymentmethod', key: 'id', name: 'r.name' },
  term: { table: 'term', key: 'id', name: 'r.name' },
  accountingperiod: { table: 'accountingperiod', key: 'id', name: 'r.periodname' },
  accountingbook: { table: 'accountingbook', key: 'id', name: 'r.name' },
  department: { table: 'department', key: 'id', name: 'coalesce(r.fullname, r.name)' },
  classification: { table: 'classification', key: 'id', name: 'coalesce(r.fullname, r.name)' },
  location: { table: 'location', key: 'id', name: 'coalesce(r.fullname, r.name)' },
  transaction: { table: 'transaction', key: 'id', name: 'r.trandisplayname' },
  pricelevel: { table: 'pricelevel', key: 'id', name: 'r.name' },
  salestaxitem: { table: 'salestaxitem', key: 'id', name: 'coalesce(r.fullname, r.itemid)' },
  taxschedule: { table: 'taxschedule', key: 'id', name: 'r.name' },
  contactrole: { table: 'contactrole', key: 'id', name: 'r.name' },
  role: { table: 'role', key: 'id', name: 'r.name' },
  script: { table: 'script', key: 'id', name: 'r.name' },
  file: { table: 'file', key: 'id', name: 'r.name' },
  mediaitemfolder: { table: 'mediaitemfolder', key: 'id', name: 'r.name' },
  customrecordtype: { table: 'customrecordtype', key: 'internalid', name: 'r.name' },
};

/** Record types whose ids are those of another table here. */
const ALIASES: Readonly<Record<string, string>> = {
  customer: 'entity',
  employee: 'entity',
  contact: 'entity',
  job: 'entity',
  vendor: 'entity',
  partner: 'entity',
  class: 'classification',
  period: 'accountingperiod',
  noninventorysaleitem: 'item',
  serviceitem: 'item',
  servicesaleitem: 'item',
  inventoryitem: 'item',
  invoice: 'transaction',
  creditmemo: 'transaction',
  folder: 'mediaitemfolder',
};

/** The table and key of what a record type or list stands for here; null when the account has no such table. */
export function targetTable(type: string): { readonly table: string; readonly key: string } | null {
  const target = targetOf(type);
  return target && { table: target.table, key: target.key };
}

/** A custom record without a name shows its id. */
function targetOf(type: string): Target | null {
  const key = type.toLowerCase();
  const isCustom = key.startsWith('customrecord') || key.startsWith('customlist');
  if (isCustom && key !== 'customrecordtype') return { table: key, key: 'id', name: 'coalesce(r.name, r.id)' };
  return TARGETS[ALIASES[key] ?? key] ?? null;
}

/** The display of a column that points to a record type or list; null when there is none to read. */
export function displayOf(type: string, exists: (table: string) => boolean): DisplayOf | null {
  const target = targetOf(type);
  if (!target || !exists(target.table)) return null;
  return (sql) => `(SELECT ${target.name} FROM ${quoteName(target.table)} r WHERE r.${target.key} = ${sql})`;
}

/** The display of a column that holds several ids in one text, `1, 2`: their names, joined the same way. */
export function displayOfMany(type: string, exists: (table: string) => boolean): DisplayOf | null {
  const target = targetOf(type);
  if (!target || !exists(target.table)) return null;
  return (sql) =>
    `(SELECT group_concat(${target.name}, ', ' ORDER BY r.${target.key}) FROM ${quoteName(target.table)} r ` +
    `WHERE ', ' || ${sql} || ',' LIKE '%, ' || r.${target.key} || ',%')`;
}

/** The display of a column with few fixed values. */
export function displayOfCodes(names: Readonly<Record<string, string>>): DisplayOf {
  const branches = Object.entries(names).map(([code, name]) => `WHEN ${quoteText(code)} THEN ${quoteText(name)}`);
  return (sql) => `CASE CAST(${sql} AS TEXT) ${branches.join(' ')} ELSE ${sql} END`;
}
