import { attribute, type Content, type Html, html } from '../../ui/html';

export interface Column {
  readonly label: string;
  readonly isNumber?: boolean;
  /** Never broken into lines: dates and ids. */
  readonly isFixed?: boolean;
}

/** A table with headings; says so where it has no rows. */
export function table(label: string, columns: readonly Column[], rows: readonly (readonly Content[])[]): Html {
  const css = (column: Column | undefined): Html =>
    attribute('class', column?.isNumber ? 'number' : column?.isFixed ? 'fixed' : null);
  const head = columns.map((column) => html`<th scope="col"${css(column)}>${column.label}</th>`);
  const body = rows.map(
    (row) => html`<tr>${row.map((cell, place) => html`<td${css(columns[place])}>${cell}</td>`)}</tr>`,
  );
  const none = html`<tr class="none"><td${attribute('colspan', columns.length)}>No records to show.</td></tr>`;
  return html`<div class="scroll"><table${attribute('aria-label', label)}><thead><tr>${head}</tr></thead><tbody>${body.length > 0 ? body : none}</tbody></table></div>`;
}

export function link(href: string, text: Content): Html {
  return html`<a${attribute('href', href)}>${text}</a>`;
}

/** Links to the page before and the page after. */
export function pager(path: string, query: URLSearchParams, pageNumber: number, hasMore: boolean): Html {
  const to = (place: number, text: string): Html => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(place));
    return link(`${path}?${parameters}`, text);
  };
  return html`<nav class="pager" aria-label="Pages">${pageNumber > 1 ? to(pageNumber - 1, 'Previous') : ''}<span>Page ${pageNumber}</span>${hasMore ? to(pageNumber + 1, 'Next') : ''}</nav>`;
}

/** Number of a page in an address, from 1. */
export function pageOf(query: URLSearchParams): number {
  const asked = Number(query.get('page') ?? 1);
  return Number.isInteger(asked) && asked > 0 ? asked : 1;
}
