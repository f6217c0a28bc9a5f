import { NetSuiteError } from '../../kernel/errors';
import type { FieldValue } from '../data';
import type { FieldDefinition, FieldType } from '../definition';

/** Characters that a field type holds where its definition says nothing. */
const MAX_LENGTH: Readonly<Partial<Record<FieldType, number>>> = {
  text: 300,
  textarea: 4_000,
  clobtext: 1_000_000,
  richtext: 100_000,
  email: 254,
  phone: 32,
  url: 999,
};

/**
 * A value as the account keeps it, or the error that NetSuite throws for it: INVALID_NUMBER, INVALID_DATE,
 * INVALID_BOOLEAN_VALUE, INVALID_EMAIL, EXCEEDED_MAX_FIELD_LENGTH (section_N3539978).
 */
export function checkedValue(field: FieldDefinition, value: unknown): FieldValue {
  if (value === null || value === undefined || value === '') return field.type === 'checkbox' ? false : null;
  switch (field.type) {
    case 'checkbox':
      return checkbox(field, value);
    case 'date':
    case 'datetimetz':
    case 'timeofday':
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
      throw new NetSuiteError('INVALID_DATE', `Invalid date value ${String(value)} for field ${field.id}.`);
    case 'integer': {
      const number = numeric(field, value);
      if (!Number.isInteger(number)) throw invalidNumber(field, value);
      return number;
    }
    case 'float':
    case 'currency':
    case 'currency2':
      return numeric(field, value);
    case 'percent':
    case 'rate':
      // A rate may be a percentage, as text with its sign.
      return typeof value === 'string' && value.trim().endsWith('%') ? percentage(field, value) : numeric(field, value);
    case 'select':
      return String(value);
    case 'multiselect':
      return (Array.isArray(value) ? value : [value]).map(String);
    case 'email':
      return email(field, limited(field, String(value)));
    default:
      return limited(field, String(value));
  }
}

function checkbox(field: FieldDefinition, value: unknown): boolean {
  if (value === true || value === 'T' || value === 'true') return true;
  if (value === false || value === 'F' || value === 'false') return false;
  throw new NetSuiteError('INVALID_BOOLEAN_VALUE', `Invalid boolean value ${String(value)} for field ${field.id}.`);
}

function numeric(field: FieldDefinition, value: unknown): number {
  const number = typeof value === 'number' ? value : Number(String(value).replaceAll(',', ''));
  if (!Number.isFinite(number) || typeof value === 'boolean') throw invalidNumber(field, value);
  return number;
}

function percentage(field: FieldDefinition, value: string): string {
  numeric(field, value.trim().slice(0, -1));
  return value.trim();
}

function invalidNumber(field: FieldDefinition, value: unknown): NetSuiteError {
  return new NetSuiteError('INVALID_NUMBER', `Invalid number value ${String(value)} for field ${field.id}.`);
}

function email(field: FieldDefinition, value: string): string {
  for (const address of value.split(/[,;]/)) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim())) {
      throw new NetSuiteError('INVALID_EMAIL', `${field.label}: ${value} is not a valid email address.`);
    }
  }
  return value;
}

function limited(field: FieldDefinition, value: string): string {
  const limit = field.maxLength ?? MAX_LENGTH[field.type];
  if (limit !== undefined && value.length > limit) {
    throw new NetSuiteError(
      'EXCEEDED_MAX_FIELD_LENGTH',
      `The field ${field.id} contained more than the maximum number ( ${limit} ) of characters allowed.`,
    );
  }
  return value;
}
