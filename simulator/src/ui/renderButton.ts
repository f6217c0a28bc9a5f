import type { PageButton } from '../kernel/page';
import { attribute, type Html, html } from './html';

/** A button that runs a client script's function, or JavaScript that the script gave, as NetSuite's does. */
export function renderButton(button: PageButton): Html {
  if (button.isHidden) return html``;
  const work = button.functionName;
  const click = work === null ? null : /^[\w$.]+$/.test(work) ? `${work}()` : work;
  return html`<button type="button"${attribute('id', button.id)}${attribute('disabled', button.isDisabled)}${attribute('onclick', click)}>${button.label}</button>`;
}

/** The button that sends the form, and the one that empties it. */
export function renderFormButton(button: PageButton, type: 'submit' | 'reset'): Html {
  if (button.isHidden) return html``;
  const name = type === 'submit' ? 'submitter' : null;
  return html`<button${attribute('type', type)}${attribute('class', type === 'submit' ? 'primary' : null)}${attribute('id', button.id)}${attribute('name', name)}${attribute('value', name && button.label)}${attribute('disabled', button.isDisabled)}>${button.label}</button>`;
}
