/** A table for the terminal: columns as wide as their widest cell, numbers to the right. */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? '')].map(displayWidth)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => pad(cell, widths[column] ?? 0, isNumber(cell)))
      .join('  ')
      .trimEnd();
  return [line(headings), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

function pad(cell: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(width - displayWidth(cell));
  return toTheRight ? space + cell : cell + space;
}

function isNumber(cell: string): boolean {
  return /^-?[\d,]+\.\d+$/.test(cell);
}

/** Columns that a terminal gives a text: two for each East Asian wide character. */
function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (isWide.test(character) ? 2 : 1), 0);
}

const isWide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
