import { decodeWire, encodeWire } from '../../kernel/wire';
import type { FieldValue, LineData, RecordData } from '../../records/data';
import type { FieldShape } from '../../records/requests';
import { scriptError } from '../errors';
import { givenValue, shownValue } from './fieldValues';

/** Body fields of a record and fields of a line are read and set by the same rules. */
export interface Fields {
  fields: Record<string, FieldValue>;
  texts: Record<string, string>;
  changed?: string[];
}

export function emptyLine(): LineData {
  return { fields: {}, texts: {}, subrecords: {} };
}

export function copyLine(line: LineData): LineData {
  return {
    fields: { ...line.fields },
    texts: { ...line.texts },
    subrecords: copySubrecords(line.subrecords),
    ...(line.changed ? { changed: [...line.changed] } : {}),
  };
}

/** Sets a value; what was known of the field's text no longer holds. */
export function setFieldValue(target: Fields, field: FieldShape | undefined, fieldId: string, value: unknown): void {
  target.fields[fieldId] = givenValue(field, fieldId, value);
  delete target.texts[fieldId];
  noteChange(target, fieldId);
}

/** Notes which fields of a stored line were set: the account sources the others from them. */
function noteChange(target: Fields, fieldId: string): void {
  if (target.changed && !target.changed.includes(fieldId)) target.changed.push(fieldId);
}

/** Sets a field by its text; the account finds the value. A field that is no select is set as if by its value. */
export function setFieldText(target: Fields, field: FieldShape | undefined, fieldId: string, text: unknown): void {
  noteChange(target, fieldId);
  if (field !== undefined && field.type !== 'select' && field.type !== 'multiselect') {
    target.fields[fieldId] = givenValue(field, fieldId, valueOfText(field, fieldId, String(text)));
    target.texts[fieldId] = String(text);
    return;
  }
  delete target.fields[fieldId];
  target.texts[fieldId] = Array.isArray(text) ? text.map(String).join('\u0005') : String(text);
}

/**
 * @throws SSS_INVALID_API_USAGE for a field that was set by its text in standard mode (section_4273154686).
 */
export function fieldValue(
  source: Fields,
  field: FieldShape | undefined,
  fieldId: string,
): FieldValue | FieldValue[] | undefined {
  if (!(fieldId in source.fields) && fieldId in source.texts) {
    throw scriptError(
      'SSS_INVALID_API_USAGE',
      'Invalid API usage. You must use getText to return the value set with setText.',
    );
  }
  return shownValue(field, source.fields[fieldId]);
}

/**
 * @throws SSS_INVALID_API_USAGE for a select that was set by its value in standard mode (section_4273156769).
 */
export function fieldText(source: Fields, field: FieldShape | undefined, fieldId: string): string | string[] {
  const text = source.texts[fieldId];
  if (text !== undefined) return field?.type === 'multiselect' ? text.split('\u0005') : text;
  const value = source.fields[fieldId];
  if (value === undefined || value === null || value === '') return '';
  if (field?.type === 'select' || field?.type === 'multiselect') {
    throw scriptError(
      'SSS_INVALID_API_USAGE',
      'Invalid API usage. You must use getValue to return the value set with setValue.',
    );
  }
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value instanceof Date) return `${value.getMonth() + 1}/${value.getDate()}/${value.getFullYear()}`;
  return String(value);
}

function valueOfText(field: FieldShape, fieldId: string, text: string): unknown {
  if (field.type === 'checkbox') return text === 'T' || text.toLowerCase() === 'yes' || text === 'true';
  if (field.type === 'date') {
    const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    if (year === undefined) throw scriptError('INVALID_DATE', `Invalid date value for field ${fieldId}: ${text}`);
    return new Date(Number(year), Number(month) - 1, Number(day));
  }
  return text;
}

function copySubrecords(subrecords: Record<string, RecordData>): Record<string, RecordData> {
  return decodeWire(encodeWire(subrecords)) as unknown as Record<string, RecordData>;
}
