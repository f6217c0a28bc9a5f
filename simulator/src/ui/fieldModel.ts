import type { PageField, PageOption } from '../kernel/page';

/** What rendering a page asks of the account. */
export interface PageContext {
  /** Options of a select field with a source (record type or list). */
  readonly options: (source: string) => readonly PageOption[];
}

/** Types whose values are numbers and stand at the right. */
export const NUMERIC: ReadonlySet<string> = new Set(['CURRENCY', 'FLOAT', 'INTEGER', 'PERCENT']);

/** A field's options: its own, and those of its source. */
export function fieldOptions(field: PageField, context: PageContext): readonly PageOption[] {
  if (field.type !== 'SELECT' && field.type !== 'MULTISELECT') return field.options;
  if (!field.source) return field.options;
  const sourced = context.options(field.source);
  const blank = field.type === 'SELECT' ? [{ value: '', text: '', isSelected: false }] : [];
  return [...blank, ...sourced];
}

/** What a value looks like as text: the option's text, Yes or No. */
export function shownValue(field: PageField, value: string, context: PageContext): string {
  switch (field.type) {
    case 'CHECKBOX':
      return value === 'T' ? 'Yes' : 'No';
    case 'SELECT':
    case 'MULTISELECT':
      return value
        .split('\u0005')
        .map((chosen) => fieldOptions(field, context).find((option) => option.value === chosen)?.text ?? chosen)
        .join(', ');
    case 'PASSWORD':
      return '*'.repeat(value.length);
    default:
      return value;
  }
}

/** A field's default value as one text; several values are joined as they are posted. */
export function defaultText(field: PageField): string {
  if (field.defaultValue !== null) {
    return typeof field.defaultValue === 'string' ? field.defaultValue : field.defaultValue.join('\u0005');
  }
  return field.options
    .filter((option) => option.isSelected)
    .map((option) => option.value)
    .join('\u0005');
}
