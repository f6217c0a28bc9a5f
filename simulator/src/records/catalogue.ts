import { hasSuiteTax } from '../accounting/taxes';
import { isFeatureInEffect } from '../company/settings';
import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import type { Store } from '../store/store';
import { customFields } from './custom/customFields';
import type { CustomFieldKind } from './custom/defineField';
import { customizationStamp } from './custom/stamp';
import type { RecordDefinition, SublistDefinition } from './definition';
import { fieldMap } from './fieldList';
import type { RecordContext, RecordType } from './recordType';
import { withRevenueRecognition } from './revenue/fields';
import { ADVANCED, CLASSIC } from './revenue/regime';
import { withSuiteTax } from './suiteTax';
import { standardTypes } from './types';
import { customRecordType } from './types/customRecord';

interface Entry {
  readonly type: RecordType;
  readonly definition: RecordDefinition;
}

/** Definitions by store and state of the custom definitions; rebuilt when a field or type is defined. */
const built = new WeakMap<Store, Map<number, Map<string, Entry>>>();

/** How many states of the definitions are kept: snapshots go back and forth between a few. */
const KEPT_STATES = 8;

/** The fields of a record type, custom ones included. Throws INVALID_RCRD_TYPE for a type that is not there. */
export function recordDefinition(account: Account, type: string): RecordDefinition {
  return entry(account, type).definition;
}

/** The rules of a record type. Throws INVALID_RCRD_TYPE for a type that is not there. */
export function recordType(account: Account, type: string): RecordType {
  return entry(account, type).type;
}

/** What the rules of a record type work with. */
export function recordContext(account: Account, caller: Caller, type: string): RecordContext & { type: RecordType } {
  const { definition, type: rules } = entry(account, type);
  return { account, caller, definition, type: rules };
}

/** True where the account has the record type. */
export function hasRecordType(account: Account, type: string): boolean {
  return find(account, type.toLowerCase()) !== null;
}

/** Ids of every record type that the account has, standard ones first. */
export function recordTypeIds(account: Account): string[] {
  const custom = account.store.all<{ scriptid: string }>(
    "SELECT scriptid FROM customrecordtype WHERE isinactive = 'F' ORDER BY internalid",
  );
  const standard = [...standardTypes.keys()].filter((type) => hasRecordType(account, type));
  return [...standard, ...custom.map((row) => row.scriptid)];
}

function entry(account: Account, type: string): Entry {
  const found = find(account, type.toLowerCase());
  if (found) return found;
  throw new NetSuiteError(
    'INVALID_RCRD_TYPE',
    `The record type [${type.toUpperCase()}] is invalid, or is not available in your account.`,
  );
}

/** Record types that an account has only with a feature. */
const FEATURE_TYPES: Readonly<Record<string, string>> = {
  subsidiary: 'SUBSIDIARIES',
  department: 'DEPARTMENTS',
  classification: 'CLASSES',
  location: 'LOCATIONS',
  job: 'JOBS',
  revenuearrangement: ADVANCED,
  revenueplan: ADVANCED,
  revrecfieldmapping: ADVANCED,
  revrecschedule: CLASSIC,
  revrectemplate: CLASSIC,
};

function find(account: Account, type: string): Entry | null {
  const feature = FEATURE_TYPES[type];
  if (feature !== undefined && !isFeatureInEffect(account, feature)) return null;
  const definitions = current(account);
  const known = definitions.get(type);
  if (known) return known;
  const standard = standardTypes.get(type);
  const taxed = standard && hasSuiteTax(account) ? withSuiteTax(standard) : standard;
  const deferring = taxed && withRevenueRecognition(account, taxed);
  const rules = deferring ?? customRecordType(account, type);
  if (!rules) return null;
  const made = { type: rules, definition: definitionOf(account, rules) };
  definitions.set(type, made);
  return made;
}

function current(account: Account): Map<string, Entry> {
  const states = built.get(account.store) ?? new Map<number, Map<string, Entry>>();
  built.set(account.store, states);
  const stamp = customizationStamp(account);
  const known = states.get(stamp);
  if (known) return known;
  const oldest = states.keys().next();
  if (states.size >= KEPT_STATES && !oldest.done) states.delete(oldest.value);
  const definitions = new Map<string, Entry>();
  states.set(stamp, definitions);
  return definitions;
}

function definitionOf(account: Account, type: RecordType): RecordDefinition {
  const body = type.customFields ? customFields(account, type.customFields.body as CustomFieldKind, type.id) : [];
  const line = type.customFields?.line;
  const sublists = new Map<string, SublistDefinition>();
  for (const sublist of type.sublists ?? []) {
    const extra = line?.sublist === sublist.id ? customFields(account, line.kind as CustomFieldKind, type.id) : [];
    sublists.set(sublist.id, { ...sublist, fields: new Map([...sublist.fields, ...fieldMap(extra)]) });
  }
  return {
    id: type.id,
    internalId: type.internalId ?? null,
    label: type.label,
    group: type.group,
    table: type.table,
    fields: new Map([...fieldMap(type.fields), ...fieldMap(body)]),
    sublists,
    optimisticLocking: type.optimisticLocking ?? true,
  };
}
