/** A table as it is printed: the first column is text, the others are figures or text. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sentences below it. */
  readonly notes: readonly string[];
  /** What is over its bar, one sentence each; the benchmark then ends with the exit code 1. */
  readonly over: readonly string[];
}

/** Null is shown as a dash: there is no such figure. */
export type Cell = string | number | null;

/** The table as text, its columns aligned, figures to the right. */
export function tableText({ title, columns, rows, notes, over }: Table): string {
  const shown = [[...columns], ...rows.map((row) => row.map(cellText))];
  const widths = columns.map((_, column) => Math.max(...shown.map((row) => row[column]?.length ?? 0)));
  const lines = shown.map((row) =>
    row
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [
    title,
    '',
    lines[0],
    rule,
    ...lines.slice(1),
    ...notes,
    ...over.map((bar) => `OVER THE BAR: ${bar}`),
    '',
  ].join('\n');
}

/** Whole from 1,000 on, else at most two decimals; thousands are set apart by commas. */
export function cellText(cell: Cell): string {
  if (cell === null) return '-';
  if (typeof cell === 'string') return cell;
  return cell.toLocaleString('en-US', { maximumFractionDigits: Math.abs(cell) >= 1_000 ? 0 : 2 });
}
