import type { FromItem, JoinType, Query, QueryBody, Select, SelectItem, SetOperator, Statement } from './ast';
import { readDistinct, readOrderItems } from './call';
import { Cursor } from './cursor';
import { readExpression } from './expression';

/**
 * Reads a SuiteQL statement: one SELECT, nothing else (section_156257790831). Throws NetSuite's parse error for any
 * other statement, for text after it and for what is no SuiteQL.
 */
export function parse(sql: string): Statement {
  const cursor = new Cursor(sql, readQuery);
  const query = readQuery(cursor);
  if (!cursor.atEnd()) throw cursor.error();
  return { query, parameterCount: cursor.parameters };
}

/** Reads an expression that stands alone, such as the formula of a search; all of the text must be one. */
export function parseExpression(text: string) {
  const cursor = new Cursor(text, readQuery);
  const expression = readExpression(cursor);
  if (!cursor.atEnd()) throw cursor.error();
  return expression;
}

function readQuery(cursor: Cursor): Query {
  const named: { name: string; columns: string[] | null; query: Query }[] = [];
  if (cursor.accept('WITH')) {
    do {
      const name = cursor.name();
      const columns = cursor.isAt('(') ? readNames(cursor) : null;
      cursor.expect('AS', '(');
      named.push({ name, columns, query: readQuery(cursor) });
      cursor.expect(')');
    } while (cursor.accept(','));
  }
  const body = readSetExpression(cursor);
  const orderBy = cursor.accept('ORDER', 'BY') ? readOrderItems(cursor, readExpression) : [];
  let offset = null;
  if (cursor.accept('OFFSET')) {
    offset = readExpression(cursor);
    if (!cursor.accept('ROWS')) cursor.expect('ROW');
  }
  let fetch = null;
  if (cursor.accept('FETCH')) {
    if (!cursor.accept('FIRST')) cursor.expect('NEXT');
    fetch =
      cursor.isAt('ROW') || cursor.isAt('ROWS') ? ({ kind: 'number', text: '1' } as const) : readExpression(cursor);
    if (!cursor.accept('ROWS')) cursor.expect('ROW');
    cursor.expect('ONLY');
  }
  return { with: named, body, orderBy, offset, fetch };
}

/** UNION, INTERSECT and MINUS have one precedence in Oracle and are read from the left. */
function readSetExpression(cursor: Cursor): QueryBody {
  let left = readOperand(cursor);
  while (true) {
    const operator = readSetOperator(cursor);
    if (!operator) return left;
    left = { kind: 'set', operator, left, right: readOperand(cursor) };
  }
}

function readSetOperator(cursor: Cursor): SetOperator | null {
  if (cursor.accept('UNION')) return cursor.accept('ALL') ? 'UNION ALL' : 'UNION';
  if (cursor.accept('INTERSECT')) return 'INTERSECT';
  if (cursor.accept('MINUS') || cursor.accept('EXCEPT')) return 'EXCEPT';
  return null;
}

function readOperand(cursor: Cursor): QueryBody {
  if (!cursor.accept('(')) return readSelect(cursor);
  const query = readQuery(cursor);
  cursor.expect(')');
  return { kind: 'nested', query };
}

function readSelect(cursor: Cursor): Select {
  cursor.expect('SELECT');
  const distinct = readDistinct(cursor);
  const hasTop = cursor.isAt('TOP') && (cursor.peek(1).kind === 'number' || cursor.peek(1).kind === 'parameter');
  if (hasTop) cursor.next();
  const top = hasTop ? readCount(cursor) : null;
  const items: SelectItem[] = [];
  do items.push(readItem(cursor));
  while (cursor.accept(','));
  const from: FromItem[] = [];
  cursor.expect('FROM');
  do from.push(readJoins(cursor));
  while (cursor.accept(','));
  const where = cursor.accept('WHERE') ? readExpression(cursor) : null;
  const groupBy = [];
  if (cursor.accept('GROUP', 'BY')) {
    do groupBy.push(readExpression(cursor));
    while (cursor.accept(','));
  }
  const having = cursor.accept('HAVING') ? readExpression(cursor) : null;
  return { kind: 'select', distinct, top, items, from, where, groupBy, having };
}

/** The number after TOP: no expression, since a sign or star after it belongs to the first column. */
function readCount(cursor: Cursor) {
  const token = cursor.next();
  if (token.kind === 'number') return { kind: 'number', text: token.value } as const;
  const index = cursor.parameters;
  cursor.parameters += 1;
  return { kind: 'parameter', index } as const;
}

function readItem(cursor: Cursor): SelectItem {
  if (cursor.accept('*')) return { kind: 'all', table: null };
  const first = cursor.peek();
  const isName = first.kind === 'word' || first.kind === 'quoted';
  if (isName && cursor.peek(1).value === '.' && cursor.peek(2).kind === 'symbol' && cursor.peek(2).value === '*') {
    const table = cursor.name();
    cursor.expect('.', '*');
    return { kind: 'all', table };
  }
  const expression = readExpression(cursor);
  return { kind: 'expression', expression, alias: readAlias(cursor) };
}

function readAlias(cursor: Cursor): string | null {
  if (cursor.accept('AS')) return cursor.name(true);
  return cursor.atAlias() ? cursor.name() : null;
}

function readJoins(cursor: Cursor): FromItem {
  let left = readSource(cursor);
  while (true) {
    const type = readJoinType(cursor);
    if (!type) return left;
    const right = readSource(cursor);
    let on = null;
    if (type !== 'CROSS') {
      cursor.expect('ON');
      on = readExpression(cursor);
    }
    left = { kind: 'join', type, left, right, on };
  }
}

function readJoinType(cursor: Cursor): JoinType | null {
  if (cursor.accept('JOIN') || cursor.accept('INNER', 'JOIN')) return 'INNER';
  if (cursor.accept('CROSS', 'JOIN')) return 'CROSS';
  for (const type of ['LEFT', 'RIGHT', 'FULL'] as const) {
    if (cursor.accept(type, 'OUTER', 'JOIN') || cursor.accept(type, 'JOIN')) return type;
  }
  return null;
}

function readSource(cursor: Cursor): FromItem {
  if (cursor.isAt('(', 'SELECT') || cursor.isAt('(', 'WITH') || cursor.isAt('(', '(', 'SELECT')) {
    const nested = readParenthesized(cursor);
    return nested.kind === 'derived' ? { ...nested, alias: readAlias(cursor) } : nested;
  }
  if (cursor.accept('(')) {
    const inner = readJoins(cursor);
    cursor.expect(')');
    return inner;
  }
  const name = cursor.name();
  return { kind: 'table', name, alias: readAlias(cursor) };
}

/** A derived table; in `((SELECT ...) b INNER JOIN ...)` the outer parenthesis holds joins. */
function readParenthesized(cursor: Cursor): FromItem {
  cursor.expect('(');
  if (cursor.isAt('(') && holdsJoins(cursor)) {
    const inner = readJoins(cursor);
    cursor.expect(')');
    return inner;
  }
  const query = readQuery(cursor);
  cursor.expect(')');
  return { kind: 'derived', query, alias: null };
}

/** True if the parenthesis that opens here is followed by an alias or a join, not by a set operator or its end. */
function holdsJoins(cursor: Cursor): boolean {
  let depth = 0;
  for (let ahead = 0; ; ahead += 1) {
    const token = cursor.peek(ahead);
    if (token.kind === 'end') return false;
    if (token.kind === 'symbol' && token.value === '(') depth += 1;
    if (token.kind === 'symbol' && token.value === ')') depth -= 1;
    if (depth === 0) {
      const after = cursor.peek(ahead + 1);
      return !['UNION', 'INTERSECT', 'MINUS', 'EXCEPT', 'ORDER', 'OFFSET', 'FETCH', ')'].includes(after.value);
    }
  }
}

function readNames(cursor: Cursor): string[] {
  cursor.expect('(');
  const names = [cursor.name()];
  while (cursor.accept(',')) names.push(cursor.name());
  cursor.expect(')');
  return names;
}
