import type { PageField } from '../kernel/page';
import { defaultText, type PageContext, shownValue } from './fieldModel';
import { attribute, type Html, html, raw, safeAddress } from './html';
import { hidden, renderInput } from './renderInput';

/** A field of a form with its label and help; nothing for one that is not displayed. */
export function renderField(field: PageField, context: PageContext): Html {
  const value = defaultText(field);
  if (field.displayType === 'NODISPLAY') return html``;
  if (field.displayType === 'HIDDEN') return hidden(field.id, value);
  const padding = field.padding > 0 ? html` style="margin-top:${field.padding}em"` : '';
  switch (field.type) {
    case 'INLINEHTML':
      return html`<div class="inlinehtml"${attribute('id', `${field.id}_fs`)}${padding}>${raw(value)}</div>`;
    case 'LABEL':
      return html`<p class="label-only"${attribute('id', field.id)}${padding}>${field.label}</p>`;
    case 'HELP':
      return html`<p class="help-only"${attribute('id', field.id)}${padding}>${field.label}</p>`;
    case 'IMAGE':
      return html`<p${padding}><img${attribute('src', safeAddress(value))}${attribute('alt', field.label)}></p>`;
    default:
      return field.displayType === 'INLINE'
        ? html`<div class="field"${padding}><span class="label">${field.label}${renderHelp(field)}</span><span class="value"${attribute('id', field.id)}>${renderShown(field, value, context)}</span></div>`
        : renderEntry(field, value, padding, context);
  }
}

/** A value that cannot be changed: text, or a link where the field is an address. */
export function renderShown(field: PageField, value: string, context: PageContext): Html {
  if (value === '' && field.type !== 'CHECKBOX') return html``;
  if (field.type === 'URL' || field.type === 'EMAIL') {
    const address = safeAddress(field.type === 'EMAIL' ? `mailto:${value}` : value);
    const text = field.linkText ?? value;
    return address === null ? html`${text}` : html`<a${attribute('href', address)}>${text}</a>`;
  }
  if (field.type === 'INLINEHTML') return raw(value);
  if (field.type === 'IMAGE') return html`<img${attribute('src', safeAddress(value))}${attribute('alt', field.label)}>`;
  return html`${shownValue(field, value, context)}`;
}

function renderEntry(field: PageField, value: string, padding: Html | '', context: PageContext): Html {
  const id = field.type === 'RADIO' ? `${field.id}_${field.source ?? ''}` : field.id;
  const describedBy = field.helpText ? `${id}_help` : null;
  const input = renderInput(field, { name: field.id, id, value, describedBy, ariaLabel: null }, context);
  const mark = field.isMandatory ? html` <abbr class="mandatory" title="required">*</abbr>` : '';
  const label = html`<label${attribute('for', id)}>${field.label}${mark}</label>`;
  const isChoice = field.type === 'CHECKBOX' || field.type === 'RADIO';
  return isChoice
    ? html`<div class="field choice"${padding}>${input}${label}${renderHelp(field)}</div>`
    : html`<div class="field"${padding}><span class="label">${label}${renderHelp(field)}</span>${input}</div>`;
}

/** Help that opens on a click or key, as NetSuite's field help does. */
function renderHelp(field: PageField): Html | '' {
  if (!field.helpText) return '';
  const id = `${field.type === 'RADIO' ? `${field.id}_${field.source ?? ''}` : field.id}_help`;
  return html`<details class="help"><summary${attribute('aria-label', `Help: ${field.label}`)}>?</summary><span${attribute('id', id)}>${field.helpText}</span></details>`;
}
