import * as query from 'N/query';

/** SuiteQL takes no other parameters (section_157960542026). */
export type SqlParameter = string | number | boolean;

export type SqlValue = query.QueryResultValue;

/** One row; the keys are the column names or aliases in lower case. */
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** `runSuiteQL` returns at most so many rows (section_157960542026). */
const MOST_ROWS = 5_000;

/** Oracle's SQL takes at most 1,000 members in an IN list; fewer keep the statement short. */
const MOST_MEMBERS = 500;

/** Runs a SuiteQL query and returns all rows. 10 units, and 10 more for each 1,000 rows where there are 5,000 or more. */
export function selectRows(sql: string, parameters: readonly SqlParameter[] = []): readonly SqlRow[] {
  const options = { query: sql, params: [...parameters] };
  const rows = query.runSuiteQL(options).asMappedResults();
  if (rows.length < MOST_ROWS) return rows;
  const paged = query.runSuiteQLPaged({ ...options, pageSize: 1_000 });
  const all: SqlRow[] = [];
  for (const { index } of paged.pageRanges) all.push(...paged.fetch({ index }).data.asMappedResults());
  return all;
}

/** `?, ?, ?` for an IN list. */
export function placeholders(members: readonly unknown[]): string {
  return members.map(() => '?').join(', ');
}

/** Runs a query once for each 500 members and joins the rows. None for no members. */
export function selectRowsIn<Member extends SqlParameter>(
  members: readonly Member[],
  run: (chunk: readonly Member[]) => readonly SqlRow[],
): readonly SqlRow[] {
  const rows: SqlRow[] = [];
  for (let start = 0; start < members.length; start += MOST_MEMBERS) {
    rows.push(...run(members.slice(start, start + MOST_MEMBERS)));
  }
  return rows;
}

/** The column's text; empty for null, as Oracle stores it. */
export function textOf(row: SqlRow, column: string): string {
  const value = row[column];
  return value === null || value === undefined ? '' : String(value);
}

/** The column's number; null where it is empty. */
export function numberOf(row: SqlRow, column: string): number | null {
  const text = textOf(row, column);
  return text === '' ? null : Number(text);
}

/** True for `T`, NetSuite's true. */
export function isChecked(row: SqlRow, column: string): boolean {
  const value = row[column];
  return value === true || value === 'T';
}
