import type { Call, Expression, OrderItem, Query } from '../language/ast';
import type { Scope } from './scope';
import type { Value } from './value';

/** A compiled query block: its columns are named c0, c1, ... in its SQL. */
export interface CompiledQuery {
  readonly sql: string;
  readonly columns: readonly OutputColumn[];
}

export interface OutputColumn {
  /** Lower case, as results show it (section_156257796125). */
  readonly name: string;
  readonly value: Value;
}

/** What the parts of the compiler ask of each other; it breaks the circle of expressions, functions and queries. */
export interface Compilation {
  value(expression: Expression, scope: Scope): Value;
  condition(expression: Expression, scope: Scope): string;
  query(query: Query, scope: Scope | null): CompiledQuery;
  call(call: Call, scope: Scope): Value;
  order(items: readonly OrderItem[], scope: Scope): string;
}
