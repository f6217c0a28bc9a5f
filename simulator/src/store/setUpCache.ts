import type { Row, SqlValue } from './store';

/**
 * Tables that say how the company is set up and who its customers and items are, and the files of its scripts. Every
 * save and every start of a script reads dozens of their rows and writes none, so single rows that were read are kept until something is written to their tables.
 */
const SET_UP: ReadonlySet<string> = new Set(
  `account accountingperiod classification companyfeature companypreference currency currencyrate customer
  contact customeraddressbook customercurrencybalance customersubsidiaryrelationship customform customizationstamp department
  employee file filecontent item itemsubsidiarymap job location pricelevel pricing role rolepermissions salestaxitem scriptdeployment subsidiary taxschedule
  taxschedulenexus taxtype term`.split(/\s+/),
);

/** Tables of the File Cabinet. */
const FILES: ReadonlySet<string> = new Set(['file', 'filecontent', 'mediaitemfolder']);

/** Views over such tables: what is written to one of these changes them. */
const VIEWS: Readonly<Record<string, readonly string[]>> = { entity: ['contact', 'customer', 'employee', 'job'] };

/** Rows kept of one statement; more than that are not asked for again and again. */
const ROWS_OF_A_STATEMENT = 1_000;

/** Statements whose analysis is kept; the account's own are some hundreds. */
const STATEMENTS = 2_000;

/** What a statement does, as far as the cache is concerned. */
type Statement =
  | { readonly kind: 'read'; readonly tables: readonly string[]; readonly rows: Map<string, Row | null> }
  | { readonly kind: 'write'; readonly table: string }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown' };

/** Single rows of the set-up tables by statement and parameters. */
export class SetUpCache {
  readonly #statements = new Map<string, Statement>();
  #fileChanges = 0;

  /** Greatest number of {@link fileChanges} there was; none is given to two states of the File Cabinet. */
  #lastFileChange = 0;

  /** Another number with each change of the File Cabinet: equal numbers mean equal files. */
  get fileChanges(): number {
    return this.#fileChanges;
  }

  /** The row that the statement gives: kept, or read now. A statement that writes drops what it changes. */
  get(sql: string, params: readonly SqlValue[], read: () => Row | null): Row | null {
    const statement = this.#statement(sql);
    if (statement.kind !== 'read') {
      this.#wrote(statement);
      return read();
    }
    const key = keyOf(params);
    const known = statement.rows.get(key);
    if (known !== undefined) return known;
    if (statement.rows.size >= ROWS_OF_A_STATEMENT) statement.rows.clear();
    const row = read();
    statement.rows.set(key, row === null ? null : Object.freeze(row));
    return row;
  }

  /** To be told of every other statement. */
  ran(sql: string): void {
    this.#wrote(this.#statement(sql));
  }

  /** Forgets everything, as when anything may have been written. */
  clear(): void {
    this.#filesChanged();
    for (const statement of this.#statements.values()) if (statement.kind === 'read') statement.rows.clear();
  }

  /** To be told when the store went back to an earlier state; `fileChanges` is the number that it had then. */
  wentBack(fileChanges: number): void {
    this.clear();
    this.#fileChanges = fileChanges;
  }

  #filesChanged(): void {
    this.#lastFileChange += 1;
    this.#fileChanges = this.#lastFileChange;
  }

  #wrote(statement: Statement): void {
    if (statement.kind === 'unknown') this.clear();
    if (statement.kind === 'write' && FILES.has(statement.table)) this.#filesChanged();
    if (statement.kind !== 'write' || !SET_UP.has(statement.table)) return;
    for (const other of this.#statements.values()) {
      if (other.kind === 'read' && other.tables.includes(statement.table)) other.rows.clear();
    }
  }

  #statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = analysed(sql);
    // Statements of scripts are without end.
    if (this.#statements.size >= STATEMENTS) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }
}

function analysed(sql: string): Statement {
  const write =
    /^\s*(?:(?:INSERT|REPLACE)(?:\s+OR\s+\w+)?\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)\s+"?(\w+)/i.exec(sql);
  if (write?.[1]) return { kind: 'write', table: write[1].toLowerCase() };
  if (/^\s*WITH\b/i.test(sql)) return { kind: /\b(?:INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql) ? 'unknown' : 'other' };
  if (!/^\s*SELECT\b/i.test(sql)) return { kind: 'unknown' };
  const tables = [...sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)/gi)]
    .map((match) => (match[1] ?? '').toLowerCase())
    .flatMap((table) => VIEWS[table] ?? [table]);
  const isListed = /\bFROM\s+"?\w+"?(?:\s+\w+)?\s*,/i.test(sql);
  const isSetUp = tables.length > 0 && !isListed && tables.every((table) => SET_UP.has(table));
  return isSetUp ? { kind: 'read', tables, rows: new Map() } : { kind: 'other' };
}

function keyOf(params: readonly SqlValue[]): string {
  let key = '';
  for (const value of params) key += typeof value === 'string' ? `s${value.length}:${value}` : `${value};`;
  return key;
}
