import { escapeHtml, linkHtml } from '../html';
import type { HubRow, HubView } from './viewModel';

const CELL = 'padding:.4em .8em;text-align:left;vertical-align:top;border-bottom:1px solid #d9d9d9';
const UNBROKEN_CELL = `${CELL};white-space:nowrap`;
const AMOUNT_CELL = `${UNBROKEN_CELL};text-align:right`;

/** The list's columns: heading, and what a row shows in it, as HTML. */
const COLUMNS: readonly (readonly [heading: string, show: (row: HubRow) => string, style: string])[] = [
  ['Transfer', (row) => linkHtml(row.transfer.text, row.transfer.address), CELL],
  ['Status', (row) => escapeHtml(row.status), UNBROKEN_CELL],
  ['Reason', (row) => escapeHtml(row.reason), CELL],
  ['Kind', (row) => escapeHtml(row.kind), CELL],
  ['Number', (row) => escapeHtml(row.number), UNBROKEN_CELL],
  ['Customer', (row) => escapeHtml(row.customer), CELL],
  ['Amount', (row) => escapeHtml(row.amount), AMOUNT_CELL],
  ['NetSuite Record', (row) => linkHtml(row.record.text, row.record.address), UNBROKEN_CELL],
  ['Received', (row) => escapeHtml(row.received), CELL],
  ['Attempts', (row) => escapeHtml(row.attempts), AMOUNT_CELL],
  ['Error and Remedy', (row) => escapeHtml(row.problem), CELL],
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
    '<div style="overflow-x:auto"><table aria-label="Transfers" style="border-collapse:collapse;font-size:13px">' +
    `<thead><tr>${headings.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  );
}
