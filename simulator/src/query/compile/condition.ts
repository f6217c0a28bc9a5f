import { unsupportedSearch } from '../errors';
import { globPattern } from '../functions/native/text';
import type { Expression } from '../language/ast';
import { toText } from './coerce';
import { compare } from './comparison';
import type { Compilation } from './compilation';
import type { Scope } from './scope';
import { isStatusCode } from './statusCode';
import { literal, quoteText, type Value } from './value';

/** Compiles a condition. A value alone is none in Oracle (`WHERE isinactive`), and refused. */
export function compileCondition(expression: Expression, scope: Scope, compilation: Compilation): string {
  const value = (part: Expression): Value => compilation.value(part, scope);
  const condition = (part: Expression): string => compilation.condition(part, scope);
  switch (expression.kind) {
    case 'and':
      return `(${condition(expression.left)} AND ${condition(expression.right)})`;
    case 'or':
      return `(${condition(expression.left)} OR ${condition(expression.right)})`;
    case 'not':
      return `NOT (${condition(expression.operand)})`;
    case 'comparison':
      return compare(expression.operator, value(expression.left), value(expression.right));
    case 'between': {
      const operand = value(expression.operand);
      const low = compare('>=', operand, value(expression.low));
      const high = compare('<=', operand, value(expression.high));
      return `${expression.not ? 'NOT ' : ''}(${low} AND ${high})`;
    }
    case 'in':
      return compileIn(expression, value);
    case 'inQuery':
      return compileInQuery(expression, scope, compilation);
    case 'like':
      return compileLike(expression, value);
    case 'isNull':
      return `${value(expression.operand).sql} IS ${expression.not ? 'NOT ' : ''}NULL`;
    case 'exists':
      return `EXISTS (${compilation.query(expression.query, scope).sql})`;
    case 'call':
      if (expression.name === 'REGEXP_LIKE') return `${compilation.call(expression, scope).sql} = 1`;
      throw unsupportedSearch();
    default:
      throw unsupportedSearch();
  }
}

/** Values of one type stay one IN, which an index serves; others become comparisons. */
function compileIn(expression: Extract<Expression, { kind: 'in' }>, value: (part: Expression) => Value): string {
  const operand = value(expression.operand);
  const list = expression.list.map(value);
  const not = expression.not ? 'NOT ' : '';
  const plain =
    operand.type !== 'timestamp' &&
    list.every((item) => item.type === operand.type || (item.constant && operand.column?.affinity === true)) &&
    operand.type !== 'date' &&
    !list.some((item) => isStatusCode(operand, item));
  if (plain) return `${operand.sql} ${not}IN (${list.map((item) => item.sql).join(', ')})`;
  return `${not}(${list.map((item) => compare('=', operand, item)).join(' OR ')})`;
}

function compileInQuery(
  expression: Extract<Expression, { kind: 'inQuery' }>,
  scope: Scope,
  compilation: Compilation,
): string {
  const operands = expression.operands.map((operand) => compilation.value(operand, scope));
  const { sql, columns } = compilation.query(expression.query, scope);
  if (columns.length !== operands.length) throw unsupportedSearch();
  const left = operands.map((operand, index) => {
    const type = columns[index]?.value.type;
    return type === 'text' && operand.type === 'number' ? toText(operand).sql : operand.sql;
  });
  const tuple = left.length > 1 ? `(${left.join(', ')})` : (left[0] ?? 'NULL');
  return `${tuple} ${expression.not ? 'NOT ' : ''}IN (${sql})`;
}

/**
 * Oracle's LIKE minds case and SQLite's does not, so it becomes GLOB, which does and which uses an index for a
 * pattern that starts with text.
 */
function compileLike(expression: Extract<Expression, { kind: 'like' }>, value: (part: Expression) => Value): string {
  const operand = toText(value(expression.operand));
  const pattern = toText(value(expression.pattern));
  const escape = expression.escape ? toText(value(expression.escape)) : literal(null, 'text');
  return `${operand.sql} ${expression.not ? 'NOT ' : ''}GLOB ${globSql(pattern, escape)}`;
}

/** SQLite uses an index only for a pattern that it knows when it plans. */
function globSql(pattern: Value, escape: Value): string {
  if (typeof pattern.literal === 'string' && (escape.literal === null || typeof escape.literal === 'string')) {
    return quoteText(globPattern(pattern.literal, escape.literal));
  }
  return `ns_glob(${pattern.sql}, ${escape.sql})`;
}
