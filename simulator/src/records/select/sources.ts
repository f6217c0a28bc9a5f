import type { Account } from '../../kernel/account';
import { quoted } from '../../store/schema/table';
import type { SqlValue } from '../../store/store';
import { countries, standardLists } from './lists';

/** Where the entries of a select field come from: a table with the SQL of its names, or a list that never changes. */
type Source =
  | {
      readonly table: string;
      readonly name: string;
      readonly where?: string;
      readonly key?: string;
      /** The table knows inactive entries, which cannot be chosen. */
      readonly inactive?: true;
      /** Entries that are in no table. */
      readonly extra?: Readonly<Record<string, string>>;
    }
  | { readonly list: ReadonlyMap<string, string> };

const SOURCES: Readonly<Record<string, Source>> = {
  account: { table: 'account', name: 'accountsearchdisplayname', inactive: true },
  accountingperiod: { table: 'accountingperiod', name: 'periodname', inactive: true },
  classification: { table: 'classification', name: 'name', inactive: true },
  currency: { table: 'currency', name: 'name', inactive: true },
  customform: { table: 'customform', name: 'name' },
  contact: { table: 'contact', name: 'entitytitle', inactive: true },
  contactrole: { table: 'contactrole', name: 'name', inactive: true },
  // Where a customer is chosen a project can be: the list that NetSuite calls Customer : Project.
  customer: { table: 'entity', name: 'entitytitle', where: "type IN ('CustJob', 'Job')", inactive: true },
  customercompany: { table: 'customer', name: 'entitytitle', inactive: true },
  department: { table: 'department', name: 'name', inactive: true },
  employee: { table: 'employee', name: 'entityid', inactive: true },
  entity: { table: 'entity', name: 'entitytitle', inactive: true },
  item: { table: 'item', name: 'fullname', inactive: true },
  job: { table: 'job', name: 'entitytitle', inactive: true },
  location: { table: 'location', name: 'name', inactive: true },
  paymentmethod: { table: 'paymentmethod', name: 'name', inactive: true },
  pricelevel: { table: 'pricelevel', name: 'name', extra: { '-1': 'Custom' } },
  receivablesaccount: {
    table: 'account',
    name: 'accountsearchdisplayname',
    where: "accttype = 'AcctRec'",
    inactive: true,
    extra: { '-10': 'Use System Preference' },
  },
  revenueelement: { table: 'revenueelement', name: 'recordnumber' },
  revenuesourcefield: {
    table: 'customfield',
    name: 'name',
    key: 'internalid',
    where: "kind IN ('transactionbodycustomfield', 'transactioncolumncustomfield')",
    extra: { '-3078': 'Start Date' },
  },
  revenuerecognitionrule: { table: 'revenuerecognitionrule', name: 'name', inactive: true },
  revrectemplate: { table: 'revrectemplate', name: 'name', inactive: true },
  role: { table: 'role', name: 'name', inactive: true },
  salestaxitem: { table: 'salestaxitem', name: 'itemid', inactive: true },
  subsidiary: { table: 'subsidiary', name: 'fullname', inactive: true },
  taxtype: { table: 'taxtype', name: 'name', inactive: true },
  taxschedule: { table: 'taxschedule', name: 'name', inactive: true },
  term: { table: 'term', name: 'name', inactive: true },
  transaction: { table: 'transaction', name: 'trandisplayname' },
  file: { table: 'file', name: 'name' },
  folder: { table: 'mediaitemfolder', name: 'name', inactive: true },
  script: { table: 'script', name: 'name' },
  scriptdeployment: { table: 'scriptdeployment', name: 'title', key: 'primarykey' },
  customrecordtype: { table: 'customrecordtype', name: 'name', key: 'internalid' },
  discountitem: { table: 'item', name: 'fullname', where: "itemtype = 'Discount'", inactive: true },
  addressbook: { table: 'customeraddressbook', name: 'label', key: 'internalid' },
  country: { list: countries },
};

/**
 * Record types that SDF names by number in `selectrecordtype` (generic_customfield_selectrecordtype). Transaction and
 * item types stand for all of their kind.
 */
const NUMBERED_SOURCES: Readonly<Record<string, string>> = {
  '-2': 'customer',
  '-4': 'employee',
  '-6': 'contact',
  '-7': 'job',
  '-9': 'entity',
  '-10': 'item',
  '-30': 'transaction',
  '-101': 'department',
  '-102': 'location',
  '-103': 'location',
  '-104': 'classification',
  '-105': 'accountingperiod',
  '-112': 'account',
  '-117': 'subsidiary',
  '-118': 'role',
  '-122': 'currency',
  '-123': 'customrecordtype',
  '-127': 'salestaxitem',
  '-128': 'taxschedule',
  '-199': 'term',
};

/**
 * The source that SDF's `selectrecordtype` means: a number of Oracle's list, or the script id of a custom record type or
 * custom list, with or without brackets. Null where the simulator does not have the record type.
 */
export function sourceOfSelectRecordType(selectRecordType: string): string | null {
  const scriptId = /^\[scriptid=([a-z0-9_]+)/i.exec(selectRecordType)?.[1] ?? selectRecordType;
  if (/^custom(record|list)_?/i.test(scriptId)) return scriptId.toLowerCase();
  return NUMBERED_SOURCES[selectRecordType] ?? null;
}

function sourceNamed(name: string): Source | null {
  const list = standardLists[name];
  if (list) return { list };
  if (/^custom(record|list)/.test(name)) return { table: name, name: 'name', inactive: true };
  return SOURCES[name] ?? null;
}

function keyOf(source: Extract<Source, { table: string }>): string {
  return quoted(source.key ?? 'id');
}

/** True where a select field may be set to the id: the source has an active entry of it. */
export function canBeChosen(account: Account, sourceName: string, id: string): boolean {
  const source = sourceNamed(sourceName);
  if (source === null) return false;
  if ('list' in source) return source.list.has(id);
  if (source.extra && id in source.extra) return true;
  if (!/^-?\d+$/.test(id)) return false;
  return account.store.get(entryStatement(sourceName, source), [Number(id)]) !== null;
}

/** Statements that look for one entry, by source: every save asks for a dozen. */
const entryStatements = new Map<string, string>();

function entryStatement(sourceName: string, source: Extract<Source, { table: string }>): string {
  const known = entryStatements.get(sourceName);
  if (known !== undefined) return known;
  const made = `SELECT 1 AS found FROM ${quoted(source.table)} WHERE ${keyOf(source)} = ?${conditions(source)}`;
  entryStatements.set(sourceName, made);
  return made;
}

function conditions(source: Extract<Source, { table: string }>): string {
  const active = source.inactive ? " AND COALESCE(isinactive, 'F') = 'F'" : '';
  return `${source.where ? ` AND ${source.where}` : ''}${active}`;
}

/** The text of an entry, as `getText` and BUILTIN.DF show it; null where the source has no such id. */
export function entryText(account: Account, sourceName: string, id: string): string | null {
  const source = sourceNamed(sourceName);
  if (source === null) return null;
  if ('list' in source) return source.list.get(id) ?? null;
  if (source.extra?.[id] !== undefined) return source.extra[id];
  if (!/^-?\d+$/.test(id)) return null;
  const row = account.store.get<{ name: SqlValue }>(
    `SELECT ${source.name} AS name FROM ${quoted(source.table)} WHERE ${keyOf(source)} = ?${source.where ? ` AND ${source.where}` : ''}`,
    [Number(id)],
  );
  return row === null ? null : String(row.name ?? '');
}

/** The id of the entry with that text; null where there is none. */
export function entryOfText(account: Account, sourceName: string, text: string): string | null {
  const source = sourceNamed(sourceName);
  if (source === null) return null;
  if ('list' in source) {
    for (const [id, name] of source.list) if (name === text) return id;
    return null;
  }
  const extra = Object.entries(source.extra ?? {}).find(([, name]) => name === text);
  if (extra) return extra[0];
  const row = account.store.get<{ id: number }>(
    `SELECT ${keyOf(source)} AS id FROM ${quoted(source.table)} WHERE ${source.name} = ?${source.where ? ` AND ${source.where}` : ''} LIMIT 1`,
    [text],
  );
  return row === null ? null : String(row.id);
}

/** Every entry that is not inactive, as id and text, by text; at most 1,000. */
export function entries(account: Account, sourceName: string): { value: string; text: string }[] {
  const source = sourceNamed(sourceName);
  if (source === null) return [];
  if ('list' in source) return [...source.list].map(([value, text]) => ({ value, text }));
  return account.store
    .all<{ id: number; name: SqlValue }>(
      `SELECT ${keyOf(source)} AS id, ${source.name} AS name FROM ${quoted(source.table)}
       WHERE 1 = 1${conditions(source)} ORDER BY 2 LIMIT 1000`,
    )
    .map((row) => ({ value: String(row.id), text: String(row.name ?? '') }));
}
