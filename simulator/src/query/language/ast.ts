/** The tree of a SuiteQL statement. Names are kept as written; they are compared without regard to case. */

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '||';
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  /** `DATE '2026-01-31'`: an ISO date. */
  | { readonly kind: 'dateLiteral'; readonly value: string }
  | { readonly kind: 'null' }
  | { readonly kind: 'parameter'; readonly index: number }
  /** `outer` marks Oracle's `(+)`. */
  | { readonly kind: 'column'; readonly table: string | null; readonly name: string; readonly outer: boolean }
  | { readonly kind: 'rownum' }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'between';
      readonly not: boolean;
      readonly operand: Expression;
      readonly low: Expression;
      readonly high: Expression;
    }
  | { readonly kind: 'in'; readonly not: boolean; readonly operand: Expression; readonly list: readonly Expression[] }
  | { readonly kind: 'inQuery'; readonly not: boolean; readonly operands: readonly Expression[]; readonly query: Query }
  | {
      readonly kind: 'like';
      readonly not: boolean;
      readonly operand: Expression;
      readonly pattern: Expression;
      readonly escape: Expression | null;
    }
  | { readonly kind: 'isNull'; readonly not: boolean; readonly operand: Expression }
  | { readonly kind: 'exists'; readonly query: Query }
  /** `(a, b)` before IN. */
  | { readonly kind: 'tuple'; readonly list: readonly Expression[] }
  | { readonly kind: 'subquery'; readonly query: Query }
  | {
      readonly kind: 'case';
      readonly operand: Expression | null;
      readonly branches: readonly { readonly when: Expression; readonly then: Expression }[];
      readonly otherwise: Expression | null;
    }
  | { readonly kind: 'extract'; readonly part: string; readonly operand: Expression }
  | Call;

export interface Call {
  readonly kind: 'call';
  /** Upper case; a built-in function with its prefix: `BUILTIN.DF`. */
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly distinct: boolean;
  /** `COUNT(*)`. */
  readonly star: boolean;
  /** `WITHIN GROUP (ORDER BY ...)`. */
  readonly withinGroup: readonly OrderItem[] | null;
  readonly over: Window | null;
}

export interface Window {
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  /** `ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`, of checked words only. */
  readonly frame: string | null;
}

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
  /** Null where the statement does not say: then Oracle puts nulls last when ascending, first when descending. */
  readonly nullsFirst: boolean | null;
}

export type SelectItem =
  | { readonly kind: 'all'; readonly table: string | null }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly alias: string | null };

export type JoinType = 'INNER' | 'LEFT' | 'RIGHT' | 'FULL' | 'CROSS';

export type FromItem =
  | { readonly kind: 'table'; readonly name: string; readonly alias: string | null }
  | { readonly kind: 'derived'; readonly query: Query; readonly alias: string | null }
  | {
      readonly kind: 'join';
      readonly type: JoinType;
      readonly left: FromItem;
      readonly right: FromItem;
      readonly on: Expression | null;
    };

export interface Select {
  readonly kind: 'select';
  readonly distinct: boolean;
  readonly top: Expression | null;
  readonly items: readonly SelectItem[];
  readonly from: readonly FromItem[];
  readonly where: Expression | null;
  readonly groupBy: readonly Expression[];
  readonly having: Expression | null;
}

export type SetOperator = 'UNION' | 'UNION ALL' | 'INTERSECT' | 'EXCEPT';

export type QueryBody =
  | Select
  | { readonly kind: 'set'; readonly operator: SetOperator; readonly left: QueryBody; readonly right: QueryBody }
  | { readonly kind: 'nested'; readonly query: Query };

export interface Query {
  readonly with: readonly {
    readonly name: string;
    readonly columns: readonly string[] | null;
    readonly query: Query;
  }[];
  readonly body: QueryBody;
  readonly orderBy: readonly OrderItem[];
  readonly offset: Expression | null;
  readonly fetch: Expression | null;
}

export interface Statement {
  readonly query: Query;
  readonly parameterCount: number;
}
