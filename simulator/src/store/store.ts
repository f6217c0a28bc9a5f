export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** The account's database. All calls are synchronous and done by the account's thread alone. */
export interface Store {
  all<R extends Row = Row>(sql: string, params?: readonly SqlValue[]): R[];
  get<R extends Row = Row>(sql: string, params?: readonly SqlValue[]): R | null;
  /** Returns the row id that an insert made and the number of rows changed. */
  run(sql: string, params?: readonly SqlValue[]): { readonly id: number; readonly changes: number };
  /** Statements without parameters, for tables and indexes. */
  script(sql: string): void;
  /** All or nothing. May be nested. */
  transaction<R>(work: () => R): R;
  /** Another number with each change of the File Cabinet: equal numbers mean equal files, also after {@link restore}. */
  fileChanges(): number;
  /** Marks a state to which {@link restore} goes back in milliseconds. Marks are a stack: going back to one drops the later ones. */
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /** Adds a function to the account's SQL dialect. */
  defineFunction(name: string, work: (...args: SqlValue[]) => SqlValue): void;
  close(): void;
}

export interface Snapshot {
  readonly mark: string;
}
