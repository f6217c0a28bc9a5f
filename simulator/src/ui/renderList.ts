import type { ListData, PageColumn } from '../kernel/page';
import { NUMERIC } from './fieldModel';
import { attribute, type Html, html, safeAddress } from './html';
import { renderButton } from './renderButton';

/** A list of N/ui/serverWidget. */
export function renderList(list: ListData): Html {
  const buttons = list.buttons.length > 0 ? html`<div class="buttons">${list.buttons.map(renderButton)}</div>` : '';
  const headings = list.columns.map(
    (column) => html`<th scope="col"${attribute('class', columnClass(column))}>${column.label}</th>`,
  );
  const rows = list.rows.map(
    (row) =>
      html`<tr>${list.columns.map(
        (column) => html`<td${attribute('class', columnClass(column))}>${renderCell(column, row)}</td>`,
      )}</tr>`,
  );
  const none = html`<tr class="none"><td${attribute('colspan', list.columns.length)}>No records to show.</td></tr>`;
  return html`${buttons}<div class="scroll"><table${attribute('class', list.style.toLowerCase())}${attribute('aria-label', list.title)}><thead><tr>${headings}</tr></thead><tbody>${rows.length > 0 ? rows : none}</tbody></table></div>`;
}

function columnClass(column: PageColumn): string | null {
  if (NUMERIC.has(column.type) || column.align === 'RIGHT') return 'number';
  return column.align === 'CENTER' ? 'center' : null;
}

function renderCell(column: PageColumn, row: Readonly<Record<string, string>>): Html {
  const text = column.linkText ?? row[column.id] ?? '';
  const base = column.isDynamicUrl ? row[column.url ?? ''] : column.url;
  if (!base) return html`${text}`;
  const parameters = column.parameters.map(
    ({ name, value, isDynamic }) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(isDynamic ? (row[value] ?? '') : value)}`,
  );
  const address = safeAddress(
    parameters.length > 0 ? `${base}${base.includes('?') ? '&' : '?'}${parameters.join('&')}` : base,
  );
  return address === null ? html`${text}` : html`<a${attribute('href', address)}>${text}</a>`;
}
