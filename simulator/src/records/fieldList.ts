import type { FieldDefinition, FieldType, SublistDefinition } from './definition';

type Options = Partial<Omit<FieldDefinition, 'id' | 'label' | 'type' | 'column'>> & {
  /** The column where it has another name than the field; null where the field has none. */
  readonly column?: string | null;
};

/** A field of a record type; its column has its name where nothing else is said. */
export function field(id: string, label: string, type: FieldType, options: Options = {}): FieldDefinition {
  const { column = id, ...rest } = options;
  return column === null ? { id, label, type, ...rest } : { id, label, type, column, ...rest };
}

export const text = (id: string, label: string, maxLength: number, options: Options = {}) =>
  field(id, label, 'text', { maxLength, ...options });
export const textArea = (id: string, label: string, maxLength: number, options: Options = {}) =>
  field(id, label, 'textarea', { maxLength, ...options });
export const select = (id: string, label: string, source: string, options: Options = {}) =>
  field(id, label, 'select', { source, ...options });
export const checkbox = (id: string, label: string, options: Options = {}) => field(id, label, 'checkbox', options);
export const date = (id: string, label: string, options: Options = {}) => field(id, label, 'date', options);
export const moment = (id: string, label: string, options: Options = {}) => field(id, label, 'datetimetz', options);
export const amount = (id: string, label: string, options: Options = {}) => field(id, label, 'currency', options);
export const computed = (id: string, label: string, type: FieldType, options: Options = {}) =>
  field(id, label, type, { readOnly: true, ...options });

export function fieldMap(fields: readonly FieldDefinition[]): ReadonlyMap<string, FieldDefinition> {
  return new Map(fields.map((each) => [each.id, each]));
}

export function sublist(
  id: string,
  label: string,
  fields: readonly FieldDefinition[],
  options: { staticLines?: boolean } = {},
): SublistDefinition {
  return { id, label, fields: fieldMap(fields), ...options };
}
