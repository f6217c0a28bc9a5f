import type { ColumnKind, SourceColumn } from '../../query/compile/scope';
import { type DisplayOf, quoteName, type Value, type ValueType } from '../../query/compile/value';

/** A field of a search: its SQL, what kind of value it is, and for selects how its entries are called. */
export interface SearchField {
  readonly name: string;
  readonly value: Value;
  readonly kind: ColumnKind;
  readonly display: DisplayOf | null;
  /** Record type or list whose ids it holds. */
  readonly target: string | null;
  /** Text is compared as it is, by index, not without regard to case: for external ids. */
  readonly exact?: boolean;
  /** How the value is shown, where it is not by its kind: `*` for main lines. */
  readonly shown?: (sql: string) => string;
}

/** `applying`: later transactions that pay, bill or ship the line. `appliedTo`: the earlier ones that it does that for. */
export type LinkDirection = 'applying' | 'appliedTo';

/** Aliases under which the tables of a row stand. */
export interface Aliases {
  /** The record's own table. */
  readonly record: string;
  /** The line of a transaction; null where only its header is in reach. */
  readonly line: string | null;
  /** The line's entry in the general ledger; asking for it joins it. */
  readonly ledger: () => string;
  /** Links of the line to what applies to it, or to what it applies to; asking for them joins them, a row for each. */
  readonly links: (direction: LinkDirection) => string;
}

/** A field that a search knows under a name of its own. */
export type FieldRule = (aliases: Aliases) => {
  readonly sql: string;
  readonly type: ValueType;
  readonly kind: ColumnKind;
  readonly display?: DisplayOf;
  readonly target?: string;
  readonly exact?: boolean;
  readonly shown?: (sql: string) => string;
};

export type FieldRules = Readonly<Record<string, FieldRule>>;

/** A field that is a column of the record's table under another name. */
export interface Renamed {
  readonly column: string;
}

export function fieldOf(name: string, rule: ReturnType<FieldRule>): SearchField {
  return {
    name,
    value: { sql: rule.sql, type: rule.type, constant: false },
    kind: rule.kind,
    display: rule.display ?? null,
    target: rule.target ?? null,
    ...(rule.exact ? { exact: true } : {}),
    ...(rule.shown ? { shown: rule.shown } : {}),
  };
}

/** A field that is a column; a text column with names for its codes is a select. */
export function columnField(name: string, alias: string, column: SourceColumn): SearchField {
  const display = column.display ?? null;
  const isCode = column.kind === 'text' && display !== null;
  return {
    name,
    value: { sql: `${alias}.${quoteName(column.name)}`, type: column.type, constant: false },
    kind: isCode ? 'select' : (column.kind ?? 'text'),
    display,
    target: column.target ?? null,
  };
}
