import { type Mark, readMarks, setMark } from '../store/marks';

/** How far the sweep of a connection has come. Times are texts as NetSuite's `TO_CHAR` writes them. */
export interface SweepMark {
  /** All that was changed before is stored. */
  readonly since: string;
  /** Of a sweep that is under way: up to when what is changed will be stored when it has ended; else null. */
  readonly until: string | null;
  /** Of a sweep that is under way: the internal id up to which it has come. */
  readonly after: number;
  /** What was changed then or before is never swept; left out where that does not matter. */
  readonly beganAt?: string;
}

/** Marks of connections by key; `value` is null where nothing is swept (any more). */
export type KnownSweepMarks = ReadonlyMap<string, { readonly row: Mark; readonly value: SweepMark | null }>;

/** What is swept. */
export type Swept = 'customers' | 'credit memos';

/** The marks of connections: 10 units. */
export function readSweepMarks(connections: readonly string[], swept: Swept = 'customers'): KnownSweepMarks {
  if (connections.length === 0) return new Map();
  const rows = readMarks(connections.map((connection) => markKey(connection, swept)));
  return new Map(
    connections.flatMap((connection) => {
      const row = rows.get(markKey(connection, swept));
      return row === undefined ? [] : [[connection, { row, value: parse(row.value) }] as const];
    }),
  );
}

/** 2 units, 16 the first time. */
export function setSweepMark(
  connection: string,
  mark: SweepMark | null,
  known: Mark | undefined,
  swept: Swept = 'customers',
): void {
  setMark(markKey(connection, swept), mark === null ? '-' : JSON.stringify(mark), known);
}

/**
 * From when a sweep reads: two hours before the mark, because changes are seen later than they are dated where their save
 * takes long, and because the clock of the texts goes back by an hour once a year.
 */
export function withOverlap(text: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/.exec(text);
  if (parts === null) return text;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const overlapped = new Date(Date.UTC(year, month - 1, day, hour - 2, minute, second)).toISOString();
  return `${overlapped.slice(0, 10)} ${overlapped.slice(11, 19)}`;
}

function markKey(connection: string, swept: Swept): string {
  return `${swept} swept|${connection}`;
}

function parse(text: string): SweepMark | null {
  try {
    const { since, until, after, beganAt } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof since !== 'string') return null;
    return {
      since,
      until: typeof until === 'string' ? until : null,
      after: Number(after) || 0,
      ...(typeof beganAt === 'string' ? { beganAt } : {}),
    };
  } catch {
    return null;
  }
}
