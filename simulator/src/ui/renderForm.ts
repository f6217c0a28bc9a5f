import type { FormData, PageMessage } from '../kernel/page';
import type { PageContext } from './fieldModel';
import { attribute, type Html, html } from './html';
import { renderButton, renderFormButton } from './renderButton';
import { renderFields, renderGroup } from './renderFields';
import { hidden } from './renderInput';
import { renderPanels } from './renderPanels';

/** What a form needs besides its data. */
export interface FormContext extends PageContext {
  /** Where the form is sent to. */
  readonly action: string;
}

/** Name of the hidden field that lists a form's checkboxes, so that one without a tick is posted as `F`. */
export const FLAGS = '_flags';

/** A form of N/ui/serverWidget: messages, buttons, fields in groups and columns, tabs with fields and sublists. */
export function renderForm(form: FormData, context: FormContext): Html {
  const files = form.fields.some((field) => field.type === 'FILE');
  const groupIds = new Set(form.fieldGroups.map((group) => group.id));
  const tabIds = new Set(form.tabs.map((tab) => tab.id));
  const main = form.fields.filter(({ container }) => !container || !(groupIds.has(container) || tabIds.has(container)));
  const groups = form.fieldGroups.filter(({ tab }) => !tab || !tabIds.has(tab));
  return html`${form.messages.map(renderMessage)}
<form method="post"${attribute('action', context.action)}${attribute('enctype', files ? 'multipart/form-data' : null)}${attribute('data-client-script', form.clientScript)}>
${renderButtons(form)}${renderFlags(form)}
${renderFields(main, context)}
${groups.map((group) => renderGroup(group, form, context))}
${renderPanels(form, context)}
</form>`;
}

function renderButtons(form: FormData): Html | '' {
  const buttons = [
    ...(form.submitButton ? [renderFormButton(form.submitButton, 'submit')] : []),
    ...(form.resetButton ? [renderFormButton(form.resetButton, 'reset')] : []),
    ...form.buttons.map(renderButton),
  ];
  return buttons.length === 0 ? '' : html`<div class="buttons">${buttons}</div>`;
}

function renderFlags(form: FormData): Html | '' {
  const flags = form.fields.filter(({ type, displayType }) => type === 'CHECKBOX' && displayType !== 'HIDDEN');
  return flags.length === 0 ? '' : hidden(FLAGS, flags.map((field) => field.id).join('\u0001'));
}

function renderMessage(message: PageMessage): Html {
  const role = message.type === 'ERROR' || message.type === 'WARNING' ? 'alert' : 'status';
  const duration = message.duration > 0 ? message.duration : null;
  return html`<div${attribute('class', `message ${message.type.toLowerCase()}`)}${attribute('role', role)}${attribute('data-duration', duration)}><strong>${message.title}</strong> <span>${message.message}</span></div>`;
}
