/**
 * Rows as CSV (RFC 4180): every cell quoted, lines ended by CR LF. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe; numbers stay numbers. Pure.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  return `"${(isFormula ? `'${text}` : text).replace(/"/g, '""')}"`;
}
