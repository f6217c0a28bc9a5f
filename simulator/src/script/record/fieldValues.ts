import type { FieldValue } from '../../records/data';
import type { FieldShape } from '../../records/requests';
import { scriptError } from '../errors';

/**
 * What a script gives for a field, as the account keeps it (Record.setValue, section_4273155868: the type of the value
 * must match the type of the field, or INVALID_FLD_VALUE).
 */
export function givenValue(field: FieldShape | undefined, fieldId: string, value: unknown): FieldValue {
  if (value === undefined || value === null || value === '') return null;
  if (field === undefined) return plainValue(fieldId, value);
  switch (field.type) {
    case 'checkbox':
      if (typeof value === 'boolean') return value;
      if (value === 'T' || value === 'F') return value === 'T';
      throw invalidValue(fieldId, value);
    case 'date':
    case 'datetimetz':
    case 'timeofday':
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
      throw invalidValue(fieldId, value);
    case 'integer':
    case 'float':
    case 'currency':
    case 'currency2':
    case 'percent':
      return givenNumber(fieldId, value);
    case 'rate':
      // A rate may be a share of something, which only its sign tells from an amount.
      if (typeof value === 'string' && value.trim().endsWith('%')) return `${givenNumber(fieldId, value)}%`;
      return givenNumber(fieldId, value);
    case 'multiselect':
      if (Array.isArray(value)) return value.map((item) => selectId(fieldId, item));
      return [selectId(fieldId, value)];
    case 'select':
      return selectId(fieldId, value);
    default:
      return plainValue(fieldId, value);
  }
}

/** What `getValue` gives: an empty field reads as an empty text, an empty checkbox as false (section_4273154686). */
export function shownValue(field: FieldShape | undefined, value: FieldValue | undefined): FieldValue | undefined {
  if (value === undefined || value === null) {
    if (field === undefined) return value === null ? '' : undefined;
    if (field.type === 'checkbox') return false;
    return field.type === 'multiselect' ? [] : '';
  }
  return value;
}

function givenNumber(fieldId: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && value.trim() !== '') {
    const number = Number(value.trim().replace(/%$/, ''));
    if (Number.isFinite(number)) return number;
  }
  throw invalidValue(fieldId, value);
}

function selectId(fieldId: string, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  throw invalidValue(fieldId, value);
}

function plainValue(fieldId: string, value: unknown): FieldValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => String(item));
  throw invalidValue(fieldId, value);
}

function invalidValue(fieldId: string, value: unknown) {
  const shown = value instanceof Date ? 'Invalid Date' : typeof value === 'object' ? JSON.stringify(value) : value;
  return scriptError(
    'INVALID_FLD_VALUE',
    `You have entered an Invalid Field Value ${shown} for the following field: ${fieldId}`,
  );
}
