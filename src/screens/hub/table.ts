import { escapeHtml, linkHtml } from '../../netsuite/html';
import type { HubRow, HubView } from './viewModel';

const CELL = 'padding:.4em .8em;text-align:left;vertical-align:top;border-bottom:1px solid #d9d9d9';
const UNBROKEN_CELL = `${CELL};white-space:nowrap`;
const AMOUNT_CELL = `${UNBROKEN_CELL};text-align:right`;
/** Long numbers and names break anywhere, so that the list fits a page of 1,280 pixels. */
const NARROW_CELL = `${CELL};overflow-wrap:anywhere;min-width:8.5em`;
const TEXT_CELL = `${CELL};overflow-wrap:anywhere;min-width:15em`;

/** The list's columns: heading, and what a row shows in it, as HTML. */
const COLUMNS: readonly (readonly [heading: string, show: (row: HubRow) => string, style: string])[] = [
  ['Transfer', (row) => linkHtml(row.transfer.text, row.transfer.address), CELL],
  ['Status', statusHtml, UNBROKEN_CELL],
  ['Kind', (row) => escapeHtml(row.kind), CELL],
  ['Number', (row) => escapeHtml(row.number), NARROW_CELL],
  ['Customer', (row) => escapeHtml(row.customer), NARROW_CELL],
  ['Amount', (row) => escapeHtml(row.amount), AMOUNT_CELL],
  ['NetSuite Record', (row) => linkHtml(row.record.text, row.record.address), NARROW_CELL],
  ['Received', (row) => escapeHtml(row.received), CELL],
  ['Attempts', (row) => escapeHtml(row.attempts), AMOUNT_CELL],
  ['Error and Remedy', (row) => escapeHtml(row.problem), TEXT_CELL],
  ['Connection', (row) => escapeHtml(row.connection), CELL],
];

/**
 * The list of transfers, as HTML. Pure. Not a sublist: what NetSuite does with markup in the cells of one is not
 * documented, and here links must be links and a customer's name must stay text.
 */
export function tableHtml(view: HubView): string {
  if (view.rows.length === 0) return '';
  const headings = COLUMNS.map(([heading, , style]) => `<th scope="col" style="${style}">${heading}</th>`);
  const rows = view.rows.map(
    (row) => `<tr>${COLUMNS.map(([, show, style]) => `<td style="${style}">${show(row)}</td>`).join('')}</tr>`,
  );
  return (
    '<div style="overflow-x:auto"><table aria-label="Transfers" style="border-collapse:collapse;font-size:13px;width:100%">' +
    `<thead><tr>${headings.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  );
}

/** The status, and under it the reason where there is one. */
function statusHtml(row: HubRow): string {
  const status = escapeHtml(row.status);
  return row.reason === '' ? status : `${status}<br><strong>${escapeHtml(row.reason)}</strong>`;
}
