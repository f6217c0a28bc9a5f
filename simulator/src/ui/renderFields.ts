import type { FormData, PageField, PageFieldGroup } from '../kernel/page';
import type { PageContext } from './fieldModel';
import { attribute, type Html, html } from './html';
import { renderField } from './renderField';

/** Fields outside of the columns stand above or below them; a column ends where a field starts a new one. */
export function renderFields(fields: readonly PageField[], context: PageContext): Html | '' {
  if (fields.length === 0) return '';
  const within = (layouts: readonly string[]): PageField[] =>
    fields.filter(({ layoutType }) => layouts.includes(layoutType));
  const columns: PageField[][] = [[]];
  for (const field of within(['NORMAL', 'STARTROW', 'MIDROW', 'ENDROW'])) {
    if (field.breakType === 'STARTCOL' && columns.at(-1)?.length) columns.push([]);
    columns.at(-1)?.push(field);
  }
  const all = (some: readonly PageField[]): Html[] => some.map((field) => renderField(field, context));
  return html`${all(within(['OUTSIDEABOVE']))}<div${attribute('class', columns.length > 1 ? 'columns broken' : 'columns')}>${columns.map(
    (column) => html`<div class="column">${all(column)}</div>`,
  )}</div>${all(within(['OUTSIDE', 'OUTSIDEBELOW']))}`;
}

/** A field group with its heading; one that can be collapsed opens and closes by its heading. */
export function renderGroup(group: PageFieldGroup, form: FormData, context: PageContext): Html {
  const fields = renderFields(
    form.fields.filter(({ container }) => container === group.id),
    context,
  );
  const classes = `group${group.isBorderHidden ? ' borderless' : ''}${group.isSingleColumn ? ' single' : ''}`;
  return group.isCollapsible
    ? html`<details${attribute('class', classes)}${attribute('id', group.id)}${attribute('open', !group.isCollapsed)}><summary>${group.label}</summary>${fields}</details>`
    : html`<fieldset${attribute('class', classes)}${attribute('id', group.id)}><legend>${group.label}</legend>${fields}</fieldset>`;
}
