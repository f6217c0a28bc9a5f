import type { ComparisonOperator, Expression } from './ast';
import { readCall, readCase, readCast, readExtract } from './call';
import type { Cursor } from './cursor';

const COMPARISONS: readonly ComparisonOperator[] = ['=', '<>', '<=', '>=', '<', '>'];

/** Reads an expression or condition. Precedence as in Oracle: OR, AND, NOT, comparison, `+ - ||`, `* /`, sign. */
export function readExpression(cursor: Cursor): Expression {
  let left = readAnd(cursor);
  while (cursor.accept('OR')) left = { kind: 'or', left, right: readAnd(cursor) };
  return left;
}

function readAnd(cursor: Cursor): Expression {
  let left = readNot(cursor);
  while (cursor.accept('AND')) left = { kind: 'and', left, right: readNot(cursor) };
  return left;
}

function readNot(cursor: Cursor): Expression {
  return cursor.accept('NOT') ? { kind: 'not', operand: readNot(cursor) } : readComparison(cursor);
}

function readComparison(cursor: Cursor): Expression {
  if (cursor.isAt('EXISTS', '(')) {
    cursor.next();
    return { kind: 'exists', query: readSubquery(cursor) };
  }
  let left = readSum(cursor);
  if (left.kind === 'tuple') {
    const not = cursor.accept('NOT');
    cursor.expect('IN');
    return { kind: 'inQuery', not, operands: left.list, query: readSubquery(cursor) };
  }
  while (true) {
    const operator = COMPARISONS.find((symbol) => cursor.accept(symbol));
    if (operator) {
      left = { kind: 'comparison', operator, left, right: readSum(cursor) };
      continue;
    }
    if (cursor.accept('IS')) {
      const not = cursor.accept('NOT');
      cursor.expect('NULL');
      left = { kind: 'isNull', not, operand: left };
      continue;
    }
    const not = cursor.isAt('NOT', 'BETWEEN') || cursor.isAt('NOT', 'IN') || cursor.isAt('NOT', 'LIKE');
    if (not) cursor.next();
    if (cursor.accept('BETWEEN')) {
      const low = readSum(cursor);
      cursor.expect('AND');
      left = { kind: 'between', not, operand: left, low, high: readSum(cursor) };
    } else if (cursor.accept('IN')) {
      left = readIn(cursor, left, not);
    } else if (cursor.accept('LIKE')) {
      const pattern = readSum(cursor);
      left = { kind: 'like', not, operand: left, pattern, escape: cursor.accept('ESCAPE') ? readSum(cursor) : null };
    } else {
      return left;
    }
  }
}

function readIn(cursor: Cursor, operand: Expression, not: boolean): Expression {
  if (cursor.isAt('(', 'SELECT') || cursor.isAt('(', 'WITH')) {
    return { kind: 'inQuery', not, operands: [operand], query: readSubquery(cursor) };
  }
  cursor.expect('(');
  const list = readList(cursor);
  cursor.expect(')');
  return { kind: 'in', not, operand, list };
}

function readSum(cursor: Cursor): Expression {
  let left = readProduct(cursor);
  while (true) {
    const operator = (['+', '-', '||'] as const).find((symbol) => cursor.accept(symbol));
    if (!operator) return left;
    left = { kind: 'arithmetic', operator, left, right: readProduct(cursor) };
  }
}

function readProduct(cursor: Cursor): Expression {
  let left = readSigned(cursor);
  while (true) {
    const operator = (['*', '/'] as const).find((symbol) => cursor.accept(symbol));
    if (!operator) return left;
    left = { kind: 'arithmetic', operator, left, right: readSigned(cursor) };
  }
}

function readSigned(cursor: Cursor): Expression {
  if (cursor.accept('-')) return { kind: 'negate', operand: readSigned(cursor) };
  if (cursor.accept('+')) return readSigned(cursor);
  return readPrimary(cursor);
}

function readPrimary(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.kind === 'number') {
    cursor.next();
    return { kind: 'number', text: token.value };
  }
  if (token.kind === 'string') {
    cursor.next();
    return { kind: 'string', value: token.value };
  }
  if (token.kind === 'parameter') {
    cursor.next();
    const index = cursor.parameters;
    cursor.parameters += 1;
    return { kind: 'parameter', index };
  }
  if (cursor.accept('NULL')) return { kind: 'null' };
  if (cursor.isAt('(', 'SELECT') || cursor.isAt('(', 'WITH')) {
    return { kind: 'subquery', query: readSubquery(cursor) };
  }
  if (cursor.accept('(')) {
    const list = readList(cursor);
    cursor.expect(')');
    const [only] = list;
    return only && list.length === 1 ? only : { kind: 'tuple', list };
  }
  if (cursor.accept('CASE')) return readCase(cursor, readExpression);
  if (cursor.isAt('DATE') && cursor.peek(1).kind === 'string') {
    cursor.next();
    return { kind: 'dateLiteral', value: cursor.next().value };
  }
  if (cursor.isAt('EXTRACT', '(')) return readExtract(cursor, readExpression);
  if (cursor.isAt('CAST', '(')) return readCast(cursor);
  return readNamed(cursor);
}

/** A column, ROWNUM or a function. */
function readNamed(cursor: Cursor): Expression {
  const isRownum = cursor.isAt('ROWNUM') && !cursor.isAt('ROWNUM', '.') && !cursor.isAt('ROWNUM', '(');
  const first = cursor.name();
  if (isRownum) return { kind: 'rownum' };
  if (cursor.isAt('(') && !cursor.isAt('(', '+', ')')) return readCall(cursor, first.toUpperCase(), readExpression);
  let table: string | null = null;
  let name = first;
  if (cursor.accept('.')) {
    table = first;
    name = cursor.name(true);
    if (cursor.isAt('(') && !cursor.isAt('(', '+', ')')) {
      return readCall(cursor, `${first}.${name}`.toUpperCase(), readExpression);
    }
  }
  const outer = cursor.accept('(', '+', ')');
  return { kind: 'column', table, name, outer };
}

function readList(cursor: Cursor): Expression[] {
  const list = [readExpression(cursor)];
  while (cursor.accept(',')) list.push(readExpression(cursor));
  return list;
}

function readSubquery(cursor: Cursor) {
  cursor.expect('(');
  const query = cursor.readQuery(cursor);
  cursor.expect(')');
  return query;
}
