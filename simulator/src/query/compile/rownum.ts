import { notSupported } from '../../kernel/errors';
import type { ComparisonOperator, Expression } from '../language/ast';

/** What the conditions on ROWNUM leave: a limit as SQL, and the other conditions. */
export interface RowLimit {
  readonly limit: string | null;
  readonly rest: readonly Expression[];
}

/**
 * Takes the conditions on ROWNUM out of WHERE. Oracle counts the rows that the other conditions let through, before it
 * sorts or groups them; `ROWNUM > 1` is never true.
 */
export function takeRowLimit(conditions: readonly Expression[]): RowLimit {
  const limits: string[] = [];
  const rest: Expression[] = [];
  for (const condition of conditions) {
    const limit = rowLimit(condition);
    if (limit === null) rest.push(condition);
    else limits.push(limit);
  }
  if (limits.length === 0) return { limit: null, rest };
  return { limit: limits.length === 1 ? (limits[0] ?? null) : `min(${limits.join(', ')})`, rest };
}

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function rowLimit(condition: Expression): string | null {
  if (condition.kind === 'between' && condition.operand.kind === 'rownum' && !condition.not) {
    const low = count(condition.low);
    return `iif(${low} > 1, 0, ${count(condition.high)})`;
  }
  if (condition.kind !== 'comparison') return null;
  if (condition.left.kind === 'rownum') return byOperator(condition.operator, count(condition.right));
  if (condition.right.kind === 'rownum') return byOperator(MIRRORED[condition.operator], count(condition.left));
  return null;
}

/** A limit below zero would be none at all in SQLite. */
function byOperator(operator: ComparisonOperator, number: string): string {
  switch (operator) {
    case '<=':
      return `max(${number}, 0)`;
    case '<':
      return `max(${number} - 1, 0)`;
    case '=':
      return `(${number} = 1)`;
    case '>':
      return `iif(${number} < 1, -1, 0)`;
    case '>=':
      return `iif(${number} <= 1, -1, 0)`;
    case '<>':
      throw notSupported('SuiteQL ROWNUM with <>');
  }
}

function count(expression: Expression): string {
  if (expression.kind === 'number' && /^\d+$/.test(expression.text)) return expression.text;
  if (expression.kind === 'parameter') return `CAST(?${expression.index + 1} AS INTEGER)`;
  throw notSupported('SuiteQL ROWNUM compared with an expression');
}

/** A number of rows for FETCH, OFFSET and TOP. */
export function rowCount(expression: Expression): string {
  return count(expression);
}
