import { notSupported } from '../../kernel/errors';
import { unsupportedSearch } from '../errors';
import type { Expression } from '../language/ast';
import { toDate, toNumber, toText, unify } from './coerce';
import { compare } from './comparison';
import type { Compilation } from './compilation';
import type { Scope } from './scope';
import { computed, isDate, literal, type Value } from './value';

/** Compiles an expression that has a value. A condition is none in Oracle, and refused. */
export function compileValue(expression: Expression, scope: Scope, compilation: Compilation): Value {
  const value = (part: Expression): Value => compilation.value(part, scope);
  switch (expression.kind) {
    case 'number':
      return literal(Number(expression.text), 'number');
    case 'string':
      return literal(expression.value, 'text');
    case 'dateLiteral':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(expression.value)) throw unsupportedSearch();
      return literal(expression.value, 'date');
    case 'null':
      return literal(null, 'unknown');
    case 'parameter':
      return { sql: `?${expression.index + 1}`, type: 'unknown', constant: true };
    case 'column':
      return compileColumn(expression, scope);
    case 'rownum':
      return { sql: '(ROW_NUMBER() OVER ())', type: 'number', constant: false };
    case 'negate': {
      const operand = toNumber(value(expression.operand));
      if (typeof operand.literal === 'number') return literal(-operand.literal, 'number');
      return computed(`(-(${operand.sql}))`, 'number', [operand]);
    }
    case 'arithmetic':
      return compileArithmetic(expression.operator, value(expression.left), value(expression.right));
    case 'case':
      return compileCase(expression, scope, compilation);
    case 'extract': {
      const date = toDate(value(expression.operand));
      const part = { YEAR: '1, 4', MONTH: '6, 2', DAY: '9, 2' }[expression.part];
      return computed(`CAST(substr(${date.sql}, ${part}) AS INTEGER)`, 'number', [date]);
    }
    case 'subquery': {
      const { sql, columns } = compilation.query(expression.query, scope);
      const [only] = columns;
      if (!only || columns.length > 1) throw unsupportedSearch();
      return { sql: `(${sql} LIMIT 1)`, type: only.value.type, constant: false };
    }
    case 'call':
      return compilation.call(expression, scope);
    default:
      throw unsupportedSearch();
  }
}

function compileColumn(column: Extract<Expression, { kind: 'column' }>, scope: Scope): Value {
  if (column.table === null && !column.outer) {
    const name = column.name.toUpperCase();
    if (name === 'SYSDATE' || name === 'CURRENT_DATE') return { sql: 'ns_now()', type: 'date', constant: true };
    if (name === 'SYSTIMESTAMP' || name === 'CURRENT_TIMESTAMP' || name === 'LOCALTIMESTAMP') {
      return { sql: 'ns_now()', type: 'date', constant: true };
    }
    if (['ROWID', 'LEVEL', 'PRIOR', 'USER', 'UID'].includes(name)) throw notSupported(`SuiteQL ${name}`);
  }
  return scope.column(column.table, column.name);
}

/** Sums are exact in decimal: binary noise is rounded away. Dates take and give days. */
function compileArithmetic(operator: '+' | '-' | '*' | '/' | '||', left: Value, right: Value): Value {
  if (operator === '||') return concatenate([left, right]);
  if (isDate(left) || isDate(right)) return dateArithmetic(operator, left, right);
  const [first, second] = [toNumber(left), toNumber(right)];
  if (operator === '/') return computed(`ns_divide(${first.sql}, ${second.sql})`, 'number', [first, second]);
  if (operator === '*') return computed(`ns_decimal(${first.sql} * ${second.sql})`, 'number', [first, second]);
  // In parentheses: two minus signs would start a comment.
  const added = operator === '-' ? `-(${second.sql})` : second.sql;
  return computed(`ns_add(${first.sql}, ${added})`, 'number', [first, second]);
}

function dateArithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  const of = [left, right];
  if (operator === '-' && isDate(left) && isDate(right)) {
    return computed(`ns_days_between(${toDate(left).sql}, ${toDate(right).sql})`, 'number', of);
  }
  if (operator === '-' && isDate(left)) {
    return computed(`ns_add_days(${toDate(left).sql}, -(${toNumber(right).sql}))`, 'date', of);
  }
  if (operator === '+' && isDate(left) !== isDate(right)) {
    const [date, days] = isDate(left) ? [left, right] : [right, left];
    return computed(`ns_add_days(${toDate(date).sql}, ${toNumber(days).sql})`, 'date', of);
  }
  throw unsupportedSearch();
}

/** Oracle's `||` takes null for the empty text, and gives null for it. */
export function concatenate(values: readonly Value[]): Value {
  const texts = values.map(toText);
  const literals = texts.map((text) => text.literal);
  if (literals.every((part) => part === null || typeof part === 'string')) {
    return literal(literals.map((part) => part ?? '').join(''), 'text');
  }
  const parts = texts.map((text) => (typeof text.literal === 'string' ? text.sql : `ifnull(${text.sql}, '')`));
  return computed(`nullif(${parts.join(' || ')}, '')`, 'text', texts);
}

function compileCase(expression: Extract<Expression, { kind: 'case' }>, scope: Scope, compilation: Compilation): Value {
  const operand = expression.operand ? compilation.value(expression.operand, scope) : null;
  const conditions = expression.branches.map((branch) =>
    operand ? compare('=', operand, compilation.value(branch.when, scope)) : compilation.condition(branch.when, scope),
  );
  const results = expression.branches.map((branch) => compilation.value(branch.then, scope));
  if (expression.otherwise) results.push(compilation.value(expression.otherwise, scope));
  const { type, values } = unify(results);
  const branches = conditions.map((condition, index) => `WHEN ${condition} THEN ${values[index]?.sql ?? 'NULL'}`);
  const otherwise = expression.otherwise ? ` ELSE ${values[values.length - 1]?.sql ?? 'NULL'}` : '';
  return { sql: `CASE ${branches.join(' ')}${otherwise} END`, type, constant: false };
}
