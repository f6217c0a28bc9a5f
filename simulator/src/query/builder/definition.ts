/** A query of N/query's builder as it crosses from a script to the account (section_1510275177). */
export interface QueryDefinition {
  /** Query type of the root component, `customer`. */
  readonly type: string;
  /** The joined components in the order in which they were made; component 0 is the root, the first join is 1. */
  readonly joins: readonly JoinData[];
  readonly columns: readonly ColumnData[];
  readonly condition: ConditionData | null;
  readonly sort: readonly SortData[];
}

export type JoinKind = 'auto' | 'to' | 'from';

export interface JoinData {
  readonly parent: number;
  readonly kind: JoinKind;
  readonly fieldId: string;
  /** Query type of the target of `joinTo` and of the source of `joinFrom`. */
  readonly other: string | null;
}

/** What a column or a condition reads: a field of a component, or a formula. */
export interface OperandData {
  readonly component: number;
  readonly fieldId: string | null;
  readonly formula: string | null;
  /** ReturnType of the formula. */
  readonly type: string | null;
  readonly aggregate: string | null;
}

export interface ColumnData extends OperandData {
  readonly groupBy: boolean;
  /** FieldContext. */
  readonly context: string;
}

export type ConditionData =
  | { readonly kind: 'and' | 'or'; readonly children: readonly ConditionData[] }
  | { readonly kind: 'not'; readonly children: readonly ConditionData[] }
  | TestData;

export interface TestData extends OperandData {
  readonly kind: 'test';
  readonly operator: string;
  readonly values: readonly ConditionValue[];
  readonly caseSensitive: boolean;
}

export type ConditionValue = string | number | boolean | Date | RelativeDateData | PeriodData;

export interface RelativeDateData {
  readonly relative: {
    /** Id of RelativeDateRange, `LFY`, or of DateId, `dago`. */
    readonly dateId: string;
    /** How many days, weeks and so on; null for a range. */
    readonly value: number | null;
    /** One end of the range; null for the whole of it. */
    readonly end: 'START' | 'END' | null;
  };
}

export interface PeriodData {
  readonly period: { readonly code: string; readonly type: string; readonly adjustment: string };
}

export interface SortData {
  readonly column: ColumnData;
  readonly ascending: boolean;
  readonly caseSensitive: boolean;
  readonly nullsLast: boolean;
}
