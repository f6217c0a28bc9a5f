import Big from 'big.js';
import type { PageField, PageSublist } from '../kernel/page';
import { NUMERIC, type PageContext } from './fieldModel';
import { attribute, type Html, html } from './html';
import { renderButton } from './renderButton';
import { renderShown } from './renderField';
import { hidden, renderInput } from './renderInput';

const SEPARATOR = '\u0001';

/**
 * A sublist as a table. Inputs are named `<field><line from 1>`, with the ids of the fields in `<sublist>fields`, the
 * checkboxes among them in `<sublist>flags`, and the number of lines plus one in `next<sublist>idx`: so a page also works
 * where no script runs in the browser. Lists of type EDITOR and INLINEEDITOR have lines to add and to take away.
 */
export function renderSublist(sublist: PageSublist, context: PageContext): Html {
  if (sublist.isHidden) return html``;
  const columns = sublist.fields.filter((field) => !['HIDDEN', 'NODISPLAY'].includes(field.displayType));
  const isEditor = sublist.type === 'INLINEEDITOR' || sublist.type === 'EDITOR';
  const lines = isEditor && sublist.lines.length === 0 ? [{}] : sublist.lines;
  const rows = lines.map((line, index) => renderLine(sublist, columns, line, index, isEditor, context));
  const span = columns.length + (isEditor ? 1 : 0);
  const none = html`<tr class="none"><td${attribute('colspan', span)}>No records to show.</td></tr>`;
  return html`<section class="sublist"${attribute('id', `${sublist.id}_layer`)}${attribute('data-sublist', sublist.id)}>
${sublist.helpText ? html`<p class="help-only">${sublist.helpText}</p>` : ''}${renderSublistButtons(sublist, isEditor)}
${isStatic(sublist) ? '' : renderShape(sublist, lines.length)}
<div class="scroll"><table${attribute('aria-label', sublist.label)}><thead><tr>${columns.map(renderHeading)}${isEditor ? html`<th scope="col"><span class="unseen">Remove</span></th>` : ''}</tr></thead>
<tbody>${rows.length > 0 ? rows : none}</tbody>${renderTotal(sublist, columns, isEditor)}</table></div></section>`;
}

function isStatic(sublist: PageSublist): boolean {
  return sublist.type === 'STATICLIST';
}

function renderShape(sublist: PageSublist, count: number): Html {
  const flags = sublist.fields.filter((field) => field.type === 'CHECKBOX').map((field) => field.id);
  const isEditor = sublist.type === 'INLINEEDITOR' || sublist.type === 'EDITOR';
  return html`${isEditor ? hidden(`${sublist.id}edited`, 'T') : ''}${hidden(`${sublist.id}fields`, sublist.fields.map((field) => field.id).join(SEPARATOR))}${hidden(
    `${sublist.id}flags`,
    flags.join(SEPARATOR),
  )}${hidden(`next${sublist.id}idx`, String(count + 1))}`;
}

function renderSublistButtons(sublist: PageSublist, isEditor: boolean): Html | '' {
  const own = (label: string, action: string): Html =>
    html`<button type="button"${attribute('data-action', action)}>${label}</button>`;
  const buttons = [
    ...(sublist.hasMarkAllButtons ? [own('Mark All', 'mark'), own('Unmark All', 'unmark')] : []),
    ...(sublist.hasRefreshButton ? [own('Refresh', 'refresh')] : []),
    ...(isEditor ? [own('Add line', 'add')] : []),
    ...sublist.buttons.map(renderButton),
  ];
  return buttons.length === 0 ? '' : html`<div class="buttons">${buttons}</div>`;
}

function renderHeading(field: PageField): Html {
  const mark = field.isMandatory ? html` <abbr class="mandatory" title="required">*</abbr>` : '';
  return html`<th scope="col"${attribute('class', columnClass(field))}>${field.label}${mark}</th>`;
}

function columnClass(field: PageField): string | null {
  return NUMERIC.has(field.type) ? 'number' : null;
}

function renderLine(
  sublist: PageSublist,
  columns: readonly PageField[],
  line: Readonly<Record<string, string>>,
  index: number,
  isEditor: boolean,
  context: PageContext,
): Html {
  const cells = columns.map(
    (field) =>
      html`<td${attribute('class', columnClass(field))}>${renderCell(sublist, field, line[field.id] ?? '', index, context)}</td>`,
  );
  const unseen = isStatic(sublist)
    ? []
    : sublist.fields
        .filter((field) => field.displayType === 'HIDDEN')
        .map((field) => hidden(`${field.id}${index + 1}`, line[field.id] ?? ''));
  const remove = isEditor
    ? html`<td><button type="button" data-action="remove"${attribute('aria-label', `Remove line ${index + 1}`)}>Remove</button></td>`
    : '';
  return html`<tr>${unseen}${cells}${remove}</tr>`;
}

/** Only fields of display type ENTRY, and checkboxes, can be changed in a list; all but INLINE ones in an editor. */
function renderCell(sublist: PageSublist, field: PageField, given: string, index: number, context: PageContext): Html {
  const name = `${field.id}${index + 1}`;
  const value = given || (typeof field.defaultValue === 'string' ? field.defaultValue : '');
  const isEntry =
    sublist.type === 'LIST'
      ? field.displayType === 'ENTRY' || (field.type === 'CHECKBOX' && field.displayType === 'NORMAL')
      : !isStatic(sublist) && field.displayType !== 'INLINE';
  if (isEntry) {
    const ariaLabel = `${field.label}, line ${index + 1}`;
    return renderInput(field, { name, id: name, value, describedBy: null, ariaLabel }, context);
  }
  return html`${renderShown(field, value, context)}${isStatic(sublist) ? '' : hidden(name, value)}`;
}

function renderTotal(sublist: PageSublist, columns: readonly PageField[], isEditor: boolean): Html | '' {
  const totalled = columns.findIndex((field) => field.id === sublist.totallingField);
  if (totalled < 0) return '';
  const total = sublist.lines
    .map((line) => (line[sublist.totallingField ?? ''] ?? '').replaceAll(',', ''))
    .filter((value) => /^-?\d+(\.\d+)?$/.test(value))
    .reduce((sum, value) => sum.plus(value), new Big(0));
  const before = totalled > 0 ? html`<th scope="row"${attribute('colspan', totalled)}>Total</th>` : '';
  const after = columns.length - totalled - 1 + (isEditor ? 1 : 0);
  return html`<tfoot><tr>${before}<td class="number">${total.toFixed(2)}</td>${after > 0 ? html`<td${attribute('colspan', after)}></td>` : ''}</tr></tfoot>`;
}
