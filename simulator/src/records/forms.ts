import type { Account } from '../kernel/account';
import type { FieldDefinition } from './definition';

/** What a custom form asks of the fields of its records. */
export interface Form {
  readonly id: number;
  readonly name: string;
  readonly mandatory: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
}

interface FormRow extends Record<string, string | number | null> {
  id: number;
  name: string;
  mandatory: string;
  hidden: string;
}

const toForm = (row: FormRow | null): Form | null =>
  row === null ? null : { id: row.id, name: row.name, mandatory: words(row.mandatory), hidden: words(row.hidden) };

function words(text: string | null): ReadonlySet<string> {
  return new Set((text ?? '').split(' ').filter(Boolean));
}

/** The form that new records of a type have, and that users of every role see; null for the standard form. */
export function preferredForm({ store }: Pick<Account, 'store'>, recordType: string): Form | null {
  return toForm(
    store.get<FormRow>("SELECT * FROM customform WHERE recordtype = ? AND ispreferred = 'T' ORDER BY id LIMIT 1", [
      recordType,
    ]),
  );
}

/** A form of a record type by its internal id; null where the type has no such form. */
export function formOf({ store }: Pick<Account, 'store'>, recordType: string, id: number): Form | null {
  return toForm(store.get<FormRow>('SELECT * FROM customform WHERE recordtype = ? AND id = ?', [recordType, id]));
}

/**
 * True where a field has to be entered: NetSuite cannot do without it, or it is a custom field that is mandatory, or the
 * form makes it so. What a form does not show nobody has to enter, unless NetSuite cannot do without it (assumed).
 *
 * @param place id of a body field, `line.<id>` of a column
 */
export function isMandatory(form: Form | null, field: FieldDefinition, place: string): boolean {
  if (field.custom && form?.hidden.has(place)) return false;
  return field.mandatory === true || form?.mandatory.has(place) === true;
}
