import type { CalendarDate, Decimal } from '../documents/values';
import type { PlannedFields, PlannedValue } from './plan';

/** Collects the fields of a record or line, and the notes on what was changed to fit NetSuite. */
export class FieldWriter {
  private readonly written: Record<string, PlannedValue> = {};

  constructor(
    /** Shared by the writers of one plan. */
    private readonly notes: string[],
    /** Where the fields are, for the notes: `Line 3`, or empty for the record itself. */
    private readonly place = '',
  ) {}

  get fields(): PlannedFields {
    return this.written;
  }

  /** Text, cut to what the field holds; the cut is noted. Null and empty write nothing: they never clear a field. */
  text(field: string, label: string, value: string | null, limit: number): this {
    if (value === null || value === '') return this;
    this.written[field] = { text: this.fitting(label, value, limit) };
    return this;
  }

  id(field: string, value: string | null): this {
    if (value !== null && value !== '') this.written[field] = { id: value };
    return this;
  }

  ids(field: string, values: readonly string[]): this {
    if (values.length > 0) this.written[field] = { ids: values };
    return this;
  }

  date(field: string, value: CalendarDate | null): this {
    if (value !== null) this.written[field] = { date: value };
    return this;
  }

  decimal(field: string, value: Decimal): this {
    this.written[field] = { decimal: value };
    return this;
  }

  checked(field: string, value: boolean): this {
    this.written[field] = { checked: value };
    return this;
  }

  note(text: string): this {
    this.notes.push(this.place === '' ? text : `${this.place}: ${text}`);
    return this;
  }

  private fitting(label: string, value: string, limit: number): string {
    if (value.length <= limit) return value;
    // Cut between characters, so that none outside of the basic plane is halved.
    let cut = '';
    for (const character of value) {
      if (cut.length + character.length > limit) break;
      cut += character;
    }
    this.note(`${label} cut to ${limit} characters: "${value}"`);
    return cut;
  }
}
