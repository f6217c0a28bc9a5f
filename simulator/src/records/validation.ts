import { rootSubsidiary } from '../accounting/subsidiaries';
import { hasField, isOneWorld } from '../company/oneWorld';
import { NetSuiteError } from '../kernel/errors';
import type { FieldValue, LineData, RecordData } from './data';
import type { FieldDefinition } from './definition';
import { type Form, formOf, isMandatory, preferredForm } from './forms';
import type { RecordContext } from './recordType';
import { canBeChosen, entryOfText } from './select/sources';
import { checkedValue } from './values/checked';

/** `Please enter value(s) for: Customer, Date`: NetSuite's words for mandatory fields that are empty. */
export function missingValues(labels: readonly string[]): NetSuiteError {
  return new NetSuiteError('USER_ERROR', `Please enter value(s) for: ${labels.join(', ')}`);
}

/** A select field with an id that its list does not have (section_N3539978). */
export function invalidKey(fieldId: string, value: FieldValue | undefined, within?: string): NetSuiteError {
  const place = within === undefined ? '' : ` for ${within}`;
  return new NetSuiteError('INVALID_KEY_OR_REF', `Invalid ${fieldId} reference key ${String(value)}${place}.`);
}

export function userError(message: string): NetSuiteError {
  return new NetSuiteError('USER_ERROR', message);
}

export function isEmpty(value: FieldValue | undefined): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/**
 * Brings every value of a record into the form that the account keeps, and finds the ids of select fields that were set
 * by their text. Throws the errors of {@link checkedValue}, and INVALID_KEY_OR_REF for a text that no entry has.
 */
export function normalize(context: RecordContext, data: RecordData): void {
  inOnlySubsidiary(context, data);
  normalizeFields(context, context.definition.fields, data);
  for (const [sublistId, lines] of Object.entries(data.sublists)) {
    const sublist = context.definition.sublists.get(sublistId);
    if (sublist) for (const line of lines) normalizeFields(context, sublist.fields, line);
  }
}

/** A single entity keeps its records in its one subsidiary, whatever a script says of subsidiaries. */
function inOnlySubsidiary({ account, definition }: RecordContext, data: RecordData): void {
  const field = definition.fields.get('subsidiary');
  if (field === undefined || isOneWorld(account)) return;
  const only = String(rootSubsidiary(account));
  data.fields.subsidiary = field.type === 'multiselect' ? [only] : only;
  if (definition.fields.has('includechildren')) data.fields.includechildren = true;
  delete data.texts.subsidiary;
  data.changedFields = data.changedFields.filter((fieldId) => hasField(account, fieldId));
}

function normalizeFields(
  context: RecordContext,
  fields: ReadonlyMap<string, FieldDefinition>,
  holder: Pick<LineData, 'fields' | 'texts'>,
): void {
  for (const [fieldId, text] of Object.entries(holder.texts)) {
    const field = fields.get(fieldId);
    if (!field?.source || fieldId in holder.fields) continue;
    const source = field.source;
    const keys = text.split('\u0005').map((part) => {
      const key = entryOfText(context.account, source, part);
      if (key === null) throw invalidKey(fieldId, part);
      return key;
    });
    holder.fields[fieldId] = field.type === 'multiselect' ? keys : (keys[0] ?? null);
  }
  for (const [fieldId, value] of Object.entries(holder.fields)) {
    const field = fields.get(fieldId);
    if (field) holder.fields[fieldId] = checkedValue(field, value);
  }
}

/** Checks that the ids in select fields, where they changed, are ids of their lists. */
export function checkSelects(context: RecordContext, data: RecordData, stored: RecordData | null): void {
  for (const field of context.definition.fields.values()) {
    if (field.readOnly) continue;
    checkSelect(context, field, data.fields[field.id], stored?.fields[field.id]);
  }
  for (const [sublistId, lines] of Object.entries(data.sublists)) {
    if (stored && !data.changedSublists.includes(sublistId)) continue;
    const sublist = context.definition.sublists.get(sublistId);
    if (!sublist) continue;
    const before = new Map((stored?.sublists[sublistId] ?? []).map((line) => [line.fields.lineuniquekey, line]));
    for (const line of lines) {
      const known = line.fields.lineuniquekey ? before.get(line.fields.lineuniquekey) : undefined;
      for (const field of sublist.fields.values()) {
        checkSelect(context, field, line.fields[field.id], known?.fields[field.id]);
      }
    }
  }
}

function checkSelect(
  context: RecordContext,
  field: FieldDefinition,
  value: FieldValue | undefined,
  before: FieldValue | undefined,
): void {
  if (field.source === undefined || isEmpty(value)) return;
  if (field.type !== 'select' && field.type !== 'multiselect') return;
  const known = Array.isArray(before) ? before : [before];
  for (const id of Array.isArray(value) ? value : [value]) {
    if (!known.includes(id) && !canBeChosen(context.account, field.source, String(id))) throw invalidKey(field.id, id);
  }
}

/**
 * Refuses mandatory fields that are empty, by the record's form. With `ignoreMandatoryFields` what custom fields and
 * forms ask for is let through (section_4267286323); what NetSuite itself cannot do without is not.
 */
export function checkMandatory(context: RecordContext, data: RecordData, ignoreMandatoryFields: boolean): void {
  const form = recordForm(context, data);
  const missing: string[] = [];
  const collect = (
    fields: Iterable<FieldDefinition>,
    values: Readonly<Record<string, FieldValue>>,
    prefix: '' | 'line.',
  ): void => {
    for (const field of fields) {
      const isRequired = ignoreMandatoryFields
        ? field.mandatory === true && !field.custom
        : isMandatory(form, field, `${prefix}${field.id}`);
      if (isRequired && isEmpty(values[field.id]) && !missing.includes(field.label)) missing.push(field.label);
    }
  };
  collect(context.definition.fields.values(), data.fields, '');
  for (const [sublistId, lines] of Object.entries(data.sublists)) {
    const sublist = context.definition.sublists.get(sublistId);
    if (sublist) for (const line of lines) collect(sublist.fields.values(), line.fields, 'line.');
  }
  if (missing.length > 0) throw missingValues(missing);
}

/** The form of a record: the one that it names, else the preferred one of its type. */
function recordForm({ account, definition }: RecordContext, data: RecordData): Form | null {
  const named = data.fields.customform;
  if (named === undefined || isEmpty(named)) return preferredForm(account, definition.id);
  const form = formOf(account, definition.id, Number(named));
  if (form === null) throw invalidKey('customform', named);
  return form;
}
