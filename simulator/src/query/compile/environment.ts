import { invalidSearchType, recordNotFound } from '../errors';
import type { CompiledQuery } from './compilation';
import type { Source, SourceColumn } from './scope';
import { quoteName } from './value';

/** A table that a query may read. */
export interface ExposedTable {
  /** The store's table, or the name that errors show for one that exists and is not shown. */
  readonly table: string;
  readonly columns: ReadonlyMap<string, SourceColumn>;
  readonly hidden: ReadonlySet<string>;
  /** SQL condition over the alias `r` on the rows that the caller may see; absent for all. */
  readonly rows?: string;
}

/** What stands in FROM for a table: itself, or the rows of it that the caller may see. */
export function rowsOf({ table, rows }: ExposedTable): string {
  return rows === undefined ? quoteName(table) : `(SELECT * FROM ${quoteName(table)} r WHERE ${rows})`;
}

/** Tables by lower-case name. `hidden` exist in NetSuite but are not shown to this caller or account. */
export interface ExposedTables {
  find(name: string): ExposedTable | 'hidden' | null;
  /** The custom record type that a custom record field belongs to. */
  owner(field: string): string | null;
}

interface NamedQuery {
  readonly alias: string;
  readonly compiled: CompiledQuery;
}

/** Names that a query can use in FROM: the account's tables and the queries that WITH named. */
export class Environment {
  private constructor(
    private readonly tables: ExposedTables,
    private readonly counter: { aliases: number },
    private readonly named: ReadonlyMap<string, NamedQuery>,
  ) {}

  static of(tables: ExposedTables): Environment {
    return new Environment(tables, { aliases: 0 }, new Map());
  }

  /** With one more query named by WITH; its SQL stands under the alias given. */
  naming(name: string, alias: string, compiled: CompiledQuery): Environment {
    return new Environment(this.tables, this.counter, new Map(this.named).set(name.toLowerCase(), { alias, compiled }));
  }

  alias(): string {
    this.counter.aliases += 1;
    return `t${this.counter.aliases}`;
  }

  /** A table by the name in the statement; throws NetSuite's error for one that is not there or not shown. */
  table(name: string, givenAlias: string | null): { source: Source; sql: string } {
    const alias = this.alias();
    const shown = givenAlias ?? name;
    const named = this.named.get(name.toLowerCase());
    if (named) {
      return { source: derivedSource(alias, shown, named.compiled), sql: `${named.alias} AS ${alias}` };
    }
    if (name.toLowerCase() === 'dual') {
      const columns = new Map([['dummy', { name: 'dummy', type: 'text' as const }]]);
      const source = { alias, name: shown, record: name, table: null, columns, hidden: new Set<string>() };
      return { source, sql: `(SELECT 'X' AS dummy) AS ${alias}` };
    }
    const found = this.tables.find(name.toLowerCase());
    if (found === 'hidden') throw recordNotFound(name);
    if (!found) throw invalidSearchType(name);
    const source: Source = {
      alias,
      name: shown,
      record: name,
      table: found.table,
      columns: found.columns,
      hidden: found.hidden,
    };
    return { source, sql: `${rowsOf(found)} AS ${alias}` };
  }

  derived(compiled: CompiledQuery, givenAlias: string | null): { source: Source; sql: string } {
    const alias = this.alias();
    return { source: derivedSource(alias, givenAlias ?? alias, compiled), sql: `(${compiled.sql}) AS ${alias}` };
  }
}

function derivedSource(alias: string, name: string, compiled: CompiledQuery): Source {
  const columns = new Map<string, SourceColumn>();
  for (const [index, column] of compiled.columns.entries()) {
    const display = column.value.column?.display;
    columns.set(column.name, {
      name: column.name,
      type: column.value.type,
      sql: (table) => `${table}.c${index}`,
      ...(display ? { display } : {}),
    });
  }
  return { alias, name, record: name, table: null, columns, hidden: new Set() };
}
