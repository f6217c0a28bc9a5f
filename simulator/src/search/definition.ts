import type { SearchValue } from './value';

/** A search as it travels from a script to the account. */
export interface SearchDefinition {
  /** `invoice`, `customer`, `customrecord_x` ... */
  readonly type: string;
  readonly filter: FilterTree | null;
  readonly columns: readonly SearchColumn[];
}

export type FilterTree =
  | ({ readonly kind: 'term' } & FilterTerm)
  | { readonly kind: 'and' | 'or'; readonly of: readonly FilterTree[] }
  | { readonly kind: 'not'; readonly of: FilterTree };

export interface FilterTerm {
  readonly name: string;
  readonly join: string | null;
  /** Lower case: `anyof`, `onorbefore` ... */
  readonly operator: string;
  readonly values: readonly SearchValue[];
  readonly formula: string | null;
  readonly summary: Summary | null;
}

export type Summary = 'GROUP' | 'COUNT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';

export interface SearchColumn {
  readonly name: string;
  readonly join: string | null;
  readonly summary: Summary | null;
  readonly formula: string | null;
  readonly function: string | null;
  readonly sort: 'ASC' | 'DESC' | null;
}

/** A cell of a result: the value as text, for selects with the name beside it. */
export interface Cell {
  readonly kind: 'text' | 'select' | 'multiselect' | 'checkbox';
  readonly value: string;
  readonly text: string | null;
}

export interface SearchRow {
  /** Null for rows of a summary search. */
  readonly recordType: string | null;
  readonly id: string | null;
  readonly cells: readonly Cell[];
}
