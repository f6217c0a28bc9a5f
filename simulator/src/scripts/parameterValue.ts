import type { Wire } from '../kernel/wire';

/**
 * The value of a script parameter as `Script.getParameter` returns it: checkboxes as booleans, numbers as numbers,
 * everything else as text, null where nothing was given.
 *
 * @param fieldType SDF's name of the field type, for example `CHECKBOX`
 * @param stored text as it stands in a deployment: `T`/`F` for checkboxes
 */
export function parameterValue(fieldType: string, stored: string | null): Wire {
  switch (fieldType) {
    case 'CHECKBOX':
      return stored === 'T';
    case 'INTEGER':
    case 'FLOAT':
    case 'CURRENCY':
    case 'PERCENT':
      return stored === null || stored === '' ? null : Number(stored.replace('%', ''));
    default:
      return stored === '' ? null : stored;
  }
}

/** The text under which a value given by a script (`task.create({ params })`) or a person is kept. */
export function storedParameterValue(value: Wire): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
