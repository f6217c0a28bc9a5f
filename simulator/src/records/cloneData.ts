import type { FieldValue, LineData, RecordData } from './data';

/** A copy of a record that shares nothing with it that could change. */
export function cloneData(record: RecordData): RecordData {
  return {
    ...record,
    fields: cloneFields(record.fields),
    texts: { ...record.texts },
    sublists: mapValues(record.sublists, (lines) => lines.map(cloneLine)),
    subrecords: mapValues(record.subrecords, cloneData),
    changedFields: [...record.changedFields],
    changedSublists: [...record.changedSublists],
  };
}

function cloneLine(line: LineData): LineData {
  return {
    fields: cloneFields(line.fields),
    texts: { ...line.texts },
    subrecords: mapValues(line.subrecords, cloneData),
    ...(line.changed ? { changed: [...line.changed] } : {}),
  };
}

function cloneFields(fields: Record<string, FieldValue>): Record<string, FieldValue> {
  return mapValues(fields, (value) => (value instanceof Date ? new Date(value) : value));
}

function mapValues<V, W>(values: Record<string, V>, change: (value: V) => W): Record<string, W> {
  const changed: Record<string, W> = {};
  for (const key of Object.keys(values)) changed[key] = change(values[key] as V);
  return changed;
}
