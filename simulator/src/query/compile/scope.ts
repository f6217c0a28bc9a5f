import { fieldNotExposed, unknownIdentifier, unsupportedSearch } from '../errors';
import { type DisplayOf, quoteName, type Value, type ValueType } from './value';

/** What a column holds, more exactly than its type: what a search may ask of it and how it shows it. */
export type ColumnKind =
  | 'id'
  | 'select'
  | 'multiselect'
  | 'checkbox'
  | 'text'
  | 'date'
  | 'datetime'
  | 'integer'
  | 'number'
  | 'currency'
  | 'percent';

/** A column that a query can name. */
export interface SourceColumn {
  /** Lower case, as results show it. */
  readonly name: string;
  readonly type: ValueType;
  /** SQL of the column in the table that stands under an alias; absent for a column of the same name. */
  readonly sql?: (alias: string) => string;
  readonly display?: DisplayOf;
  readonly primaryKey?: boolean;
  readonly kind?: ColumnKind;
  /** Record type or list whose ids it holds. */
  readonly target?: string;
}

/** A table or derived table in a FROM clause. */
export interface Source {
  /** Alias in SQLite's SQL. */
  readonly alias: string;
  /** Alias or name in the statement. */
  readonly name: string;
  /** Name of the table, for errors. */
  readonly record: string;
  /** The store's table; null for a derived one. */
  readonly table: string | null;
  readonly columns: ReadonlyMap<string, SourceColumn>;
  /** Columns that the store has but SuiteQL does not show; lower case. */
  readonly hidden: ReadonlySet<string>;
}

/** The tables that a query block sees, and those of the blocks around it. */
export class Scope {
  constructor(
    readonly sources: readonly Source[],
    private readonly parent: Scope | null,
  ) {}

  /** The column of this name; throws NetSuite's error when there is none, or more than one. */
  column(table: string | null, name: string): Value {
    const found = this.find(table, name);
    if (found) return found;
    const hidden = this.sources.find((source) => this.isMeant(source, table) && source.hidden.has(name.toLowerCase()));
    if (hidden) throw fieldNotExposed(name, hidden.record);
    const available = new Map(this.sources.map((source) => [source.name, source.record]));
    throw unknownIdentifier(table === null ? name : `${table}.${name}`, available);
  }

  /** The source that a statement names. */
  source(name: string): Source | null {
    return this.sources.find((source) => source.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  /** True if the column is of this block's own tables. */
  owns(table: string | null, name: string): boolean {
    return this.sources.some((source) => this.isMeant(source, table) && source.columns.has(name.toLowerCase()));
  }

  private find(table: string | null, name: string): Value | null {
    const key = name.toLowerCase();
    const matches = this.sources.filter((source) => this.isMeant(source, table) && source.columns.has(key));
    if (matches.length > 1) throw unsupportedSearch();
    const [source] = matches;
    const column = source?.columns.get(key);
    if (source && column) return columnValue(source, column);
    return this.parent?.find(table, name) ?? null;
  }

  private isMeant(source: Source, table: string | null): boolean {
    return table === null || source.name.toLowerCase() === table.toLowerCase();
  }
}

export function columnValue(source: Source, column: SourceColumn): Value {
  return {
    sql: column.sql?.(source.alias) ?? `${source.alias}.${quoteName(column.name)}`,
    type: column.type,
    constant: false,
    column: {
      name: column.name,
      affinity: source.table !== null && !column.sql,
      primaryKey: column.primaryKey ?? false,
      display: column.display ?? null,
      source: source.table === null ? null : source.alias,
      table: source.table,
    },
  };
}
