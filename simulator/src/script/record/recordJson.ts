import type { FieldValue, RecordData } from '../../records/data';

/** How NetSuite writes a record as JSON: all values as text, lines by `line 1`, `line 2`. */
export function recordJson(data: RecordData): object {
  const sublists = Object.entries(data.sublists).map(([sublistId, lines]) => {
    const shown = lines.map((line, index) => [`line ${index + 1}`, texts(line.fields)] as const);
    return [sublistId, Object.fromEntries(shown)] as const;
  });
  return {
    id: data.id,
    type: data.type,
    isDynamic: data.isDynamic,
    fields: texts(data.fields),
    sublists: Object.fromEntries(sublists),
  };
}

function texts(fields: Readonly<Record<string, FieldValue>>): Record<string, string> {
  const shown = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([fieldId, value]) => [fieldId, text(value)] as const);
  return Object.fromEntries(shown);
}

function text(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value instanceof Date) return `${value.getMonth() + 1}/${value.getDate()}/${value.getFullYear()}`;
  return Array.isArray(value) ? value.join('\u0005') : String(value);
}
