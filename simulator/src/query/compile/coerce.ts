import { unsupportedSearch } from '../errors';
import { formatNumber } from '../functions/native/numbers';
import { computed, literal, type Value, type ValueType } from './value';

/** The value as a number: text is converted as Oracle converts it, and refused where it is none. */
export function toNumber(value: Value): Value {
  if (value.type === 'number') return value;
  if (value.literal === null) return value;
  if (typeof value.literal === 'string') {
    const number = Number(value.literal);
    if (value.type !== 'text' || value.literal.trim() === '' || Number.isNaN(number)) throw unsupportedSearch();
    return literal(number, 'number');
  }
  if (value.type === 'date' || value.type === 'timestamp') throw unsupportedSearch();
  return computed(`ns_number(${value.sql})`, 'number', [value]);
}

/** The value as text: numbers as Oracle writes them, dates in the account's format. */
export function toText(value: Value): Value {
  if (value.type === 'text' || value.literal === null) return value;
  if (typeof value.literal === 'number') return literal(formatNumber(value.literal), 'text');
  if (value.type === 'date' || value.type === 'timestamp') {
    return computed(`ns_date_text(${toDate(value).sql})`, 'text', [value]);
  }
  return computed(`ns_text(${value.sql})`, 'text', [value]);
}

/** The value as a date in the account's time zone: text is read in the account's date format. */
export function toDate(value: Value): Value {
  if (value.type === 'date' || value.literal === null) return value;
  if (value.type === 'timestamp') return computed(`ns_local(${value.sql})`, 'date', [value]);
  if (value.type === 'number') throw unsupportedSearch();
  return computed(`ns_read_date(${value.sql})`, 'date', [value]);
}

export function convert(value: Value, type: ValueType): Value {
  if (type === 'number') return toNumber(value);
  if (type === 'text') return toText(value);
  if (type === 'date') return toDate(value);
  return value;
}

/**
 * Brings the results of CASE, NVL and the like to one type: that of the first whose type is known, as Oracle does.
 * Parameters stay as they are bound.
 */
export function unify(values: readonly Value[]): { type: ValueType; values: Value[] } {
  const types = new Set(values.map((value) => value.type).filter((type) => type !== 'unknown'));
  if (types.size === 0) return { type: 'unknown', values: [...values] };
  if (types.size === 1) {
    const [type = 'unknown'] = types;
    return { type, values: [...values] };
  }
  if ([...types].every((type) => type === 'date' || type === 'timestamp')) {
    return { type: 'date', values: values.map((value) => (value.type === 'unknown' ? value : toDate(value))) };
  }
  const type = values.find((value) => value.type !== 'unknown')?.type ?? 'text';
  const target = type === 'timestamp' ? 'date' : type;
  return { type: target, values: values.map((value) => (value.type === 'unknown' ? value : convert(value, target))) };
}
