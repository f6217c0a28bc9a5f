import type { Account } from '../kernel/account';
import { NetSuiteError } from '../kernel/errors';
import type { Caller } from '../kernel/execution';
import { requireRecordPermission } from '../permissions/require';
import { recordContext } from './catalogue';
import type { FieldValue, RecordData } from './data';
import type { FieldDefinition } from './definition';
import { createdType } from './families';
import { emptyRecord, type RecordAction, type RecordContext, type RecordType } from './recordType';
import type { CreateRequest } from './requests';
import { fillOwnDefaults } from './roleAccess';
import { sourceChanges } from './sourcing';
import { fillTexts } from './texts';
import { checkedValue } from './values/checked';
import { dateOfIso, isoDate } from './values/dates';

/**
 * A new record with its defaults, not stored yet (section_4267258059). Default values are set as if a user had: what
 * follows from them is sourced. Throws INVALID_RCRD_TYPE, INSUFFICIENT_PERMISSION where the caller's role may not create
 * such records, or what the record type says where it cannot be created.
 */
export function createRecord(account: Account, caller: Caller, request: CreateRequest): RecordData {
  const context = recordContext(account, caller, createdType(request.type, request.defaultValues));
  requireRecordPermission(account, caller.user, context.type.id, 'create');
  refuseForbidden(context.type, 'create');
  if (context.type.transformOnly?.(account, caller)) throw forbidden(context.type, 'create');
  return newRecord(context, request);
}

/** The new record itself, also for transformations to what cannot be created otherwise. */
export function newRecord(
  context: RecordContext & { readonly type: RecordType },
  request: Pick<CreateRequest, 'isDynamic' | 'defaultValues'>,
): RecordData {
  const { account } = context;
  const data = emptyRecord(context.type.id, request.isDynamic);
  for (const sublist of context.definition.sublists.keys()) data.sublists[sublist] = [];
  for (const field of context.definition.fields.values()) {
    data.fields[field.id] = field.type === 'checkbox' ? false : null;
    if (field.defaultValue !== undefined) data.fields[field.id] = defaultValue(account, field, field.defaultValue);
  }
  context.type.initialize?.(context, data);
  fillOwnDefaults(context, data);
  setDefaultValues(context, data, request.defaultValues);
  fillTexts(context, data);
  return data;
}

/** Sets `defaultValues` of create, copy and transform; those that are no fields of the record are NetSuite's own words. */
export function setDefaultValues(
  context: RecordContext & { readonly type: RecordType },
  data: RecordData,
  values: Readonly<Record<string, FieldValue>>,
): void {
  const given: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const fieldId = context.type.defaultValueFields?.[name] ?? name;
    const field = context.definition.fields.get(fieldId);
    if (!field) continue;
    data.fields[fieldId] = checkedValue(field, value);
    given.push(fieldId);
  }
  sourceChanges(context, data, given, (fieldId) => given.includes(fieldId));
  if (!data.isDynamic) for (const fieldId of given) data.changedFields.push(fieldId);
}

/** Throws where SuiteScript does not allow the action on the record type (the Records Browser's "scriptable" notes). */
export function refuseForbidden(type: RecordType, action: RecordAction): void {
  if (type.forbidden?.includes(action)) throw forbidden(type, action);
}

export function forbidden(type: RecordType, action: RecordAction): NetSuiteError {
  return new NetSuiteError(
    'RCRD_UNEDITABLE',
    `The record type ${type.id} does not allow the operation ${action} in SuiteScript.`,
  );
}

/** A default as SDF gives it: text; `NOW` is today for dates. */
function defaultValue(account: Account, field: FieldDefinition, text: string): FieldValue {
  if (field.type === 'date') {
    return dateOfIso(/^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : isoDate(new Date(account.clock.now())));
  }
  return checkedValue(field, text);
}
