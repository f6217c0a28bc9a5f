import type { ComparisonOperator } from '../language/ast';
import { toDate, toNumber, toText } from './coerce';
import { isStatusCode, statusWithType } from './statusCode';
import { isDate, type Value } from './value';

const MIRRORED: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** SQL of a comparison. The two sides are brought to one type without touching a column that an index may serve. */
export function compare(operator: ComparisonOperator, left: Value, right: Value): string {
  if (isStatusCode(left, right)) return `${statusWithType(left)} ${operator} ${right.sql}`;
  if (isStatusCode(right, left)) return `${left.sql} ${operator} ${statusWithType(right)}`;
  if (left.type === 'timestamp' && right.constant && right.type !== 'timestamp') {
    return compareMoment(operator, left, toDate(right));
  }
  if (right.type === 'timestamp' && left.constant && left.type !== 'timestamp') {
    return compareMoment(MIRRORED[operator], right, toDate(left));
  }
  if (left.type === 'timestamp' && right.type === 'timestamp') return `${left.sql} ${operator} ${right.sql}`;
  if (isDate(left) || isDate(right)) return `${toDate(left).sql} ${operator} ${toDate(right).sql}`;
  const [first, second] = sameType(left, right);
  return `${first.sql} ${operator} ${second.sql}`;
}

/**
 * A stored moment against a constant date: the date is taken to UTC, so that an index on the column can be used. Dates
 * have whole seconds, moments have milliseconds, so a date stands for its whole second.
 */
function compareMoment(operator: ComparisonOperator, moment: Value, date: Value): string {
  const start = `ns_utc(${date.sql}, 0)`;
  const next = `ns_utc(${date.sql}, 1)`;
  switch (operator) {
    case '=':
      return `(${moment.sql} >= ${start} AND ${moment.sql} < ${next})`;
    case '<>':
      return `(${moment.sql} < ${start} OR ${moment.sql} >= ${next})`;
    case '<':
      return `${moment.sql} < ${start}`;
    case '<=':
      return `${moment.sql} < ${next}`;
    case '>':
      return `${moment.sql} >= ${next}`;
    case '>=':
      return `${moment.sql} >= ${start}`;
  }
}

/** Numbers with numbers, else text with text; a stored column converts a literal or parameter by itself. */
function sameType(left: Value, right: Value): [Value, Value] {
  if (left.type === right.type) return [left, right];
  if (left.type === 'number' || right.type === 'number') {
    return [asNumber(left, right), asNumber(right, left)];
  }
  return [asText(left, right), asText(right, left)];
}

function asNumber(value: Value, other: Value): Value {
  if (value.type === 'number') return value;
  if (other.column?.affinity && value.type === 'unknown') return value;
  if (value.column?.affinity && other.literal !== undefined) return value;
  return toNumber(value);
}

function asText(value: Value, other: Value): Value {
  return value.type === 'text' || other.column?.affinity ? value : toText(value);
}
