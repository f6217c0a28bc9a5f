import type { PageField } from '../kernel/page';
import { fieldOptions, NUMERIC, type PageContext } from './fieldModel';
import { attribute, type Html, html, raw } from './html';

/** Where an input stands: what names it, and what describes it. */
export interface InputPlace {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  /** Id of the element with the field's help. */
  readonly describedBy: string | null;
  /** Label for inputs without a `<label>`, as in a table. */
  readonly ariaLabel: string | null;
}

const INPUT_TYPES: Readonly<Record<string, string>> = {
  EMAIL: 'email',
  PHONE: 'tel',
  URL: 'url',
  PASSWORD: 'password',
  FILE: 'file',
};
const MULTI_LINE: ReadonlySet<string> = new Set(['LONGTEXT', 'TEXTAREA', 'RICHTEXT']);

/** The input of a field that can be changed; read-only where the field is disabled or read-only. */
export function renderInput(field: PageField, place: InputPlace, context: PageContext): Html {
  const isLocked = field.displayType === 'DISABLED' || field.displayType === 'READONLY';
  const common = html`${attribute('id', place.id)}${attribute('name', place.name)}${attribute(
    'aria-describedby',
    place.describedBy,
  )}${attribute('aria-label', place.ariaLabel)}${attribute('required', field.isMandatory && !isLocked)}`;
  if (field.type === 'CHECKBOX') {
    const box = html`<input type="checkbox" value="T"${common}${attribute('checked', place.value === 'T')}${attribute('disabled', isLocked)}>`;
    return isLocked ? html`${box}${hidden(place.name, place.value)}` : box;
  }
  if (field.type === 'RADIO') {
    const value = field.source ?? '';
    return html`<input type="radio"${common}${attribute('value', value)}${attribute('checked', place.value === value)}${attribute('disabled', isLocked)}>`;
  }
  if (field.type === 'SELECT' || field.type === 'MULTISELECT') {
    const list = renderSelect(field, place, common, isLocked, context);
    return isLocked ? html`${list}${hidden(place.name, place.value)}` : list;
  }
  const length = attribute('maxlength', field.maxLength);
  const readOnly = attribute('readonly', isLocked);
  if (MULTI_LINE.has(field.type)) {
    const { width, height } = field.displaySize ?? { width: 60, height: field.type === 'TEXTAREA' ? 3 : 8 };
    return html`<textarea${common}${length}${readOnly}${attribute('cols', width)}${attribute('rows', height)}>${raw('\n')}${place.value}</textarea>`;
  }
  const size = attribute('size', field.displaySize?.width ?? null);
  const numeric = NUMERIC.has(field.type) ? html` inputmode="decimal" class="number"` : '';
  const completion = field.type === 'PASSWORD' ? html` autocomplete="new-password"` : '';
  const value = field.type === 'FILE' ? '' : attribute('value', place.value);
  return html`<input${attribute('type', INPUT_TYPES[field.type] ?? 'text')}${common}${numeric}${completion}${length}${size}${readOnly}${value}>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden"${attribute('name', name)}${attribute('value', value)}>`;
}

function renderSelect(
  field: PageField,
  place: InputPlace,
  common: Html,
  isLocked: boolean,
  context: PageContext,
): Html {
  const chosen = new Set(place.value.split('\u0005'));
  const options = fieldOptions(field, context).map(
    (option) =>
      html`<option${attribute('value', option.value)}${attribute('selected', chosen.has(option.value))}>${option.text}</option>`,
  );
  const isMultiple = field.type === 'MULTISELECT';
  const size = isMultiple ? attribute('size', field.displaySize?.height ?? 5) : '';
  return html`<select${common}${attribute('multiple', isMultiple)}${size}${attribute('disabled', isLocked)}>${options}</select>`;
}
