import type { SqlValue } from '../../store/store';
import type { FieldValue } from '../data';
import type { FieldDefinition } from '../definition';
import { dateOfIso, isoDate } from './dates';

/** A field's value as its column holds it (see `store/schema`). The value has passed {@link checkedValue}. */
export function toColumn(field: FieldDefinition, value: FieldValue | undefined): SqlValue {
  if (value === null || value === undefined || value === '') return field.type === 'checkbox' ? 'F' : null;
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value instanceof Date) return field.type === 'date' ? isoDate(value) : value.toISOString();
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return value.join(', ');
  return field.type === 'select' && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** A column's value as scripts see the field; null where it is empty. */
export function fromColumn(field: FieldDefinition, value: SqlValue | undefined): FieldValue {
  if (field.type === 'checkbox') return value === 'T';
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'date':
      return dateOfIso(String(value));
    case 'datetimetz':
    case 'timeofday':
      return new Date(String(value));
    case 'multiselect':
      return String(value).split(', ');
    case 'integer':
    case 'float':
    case 'currency':
    case 'currency2':
    case 'percent':
    case 'rate':
      return typeof value === 'number' ? value : Number.isNaN(Number(value)) ? value : Number(value);
    default:
      return String(value);
  }
}
