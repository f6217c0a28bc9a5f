import { notSupported } from '../../kernel/errors';
import type { Call, Expression, OrderItem, Window } from './ast';
import type { Cursor } from './cursor';

type ReadExpression = (cursor: Cursor) => Expression;

/** `NAME(...)` with DISTINCT, `*`, WITHIN GROUP and OVER; the name is already read. */
export function readCall(cursor: Cursor, name: string, readExpression: ReadExpression): Call {
  cursor.expect('(');
  const distinct = readDistinct(cursor);
  const star = cursor.isAt('*', ')') && cursor.accept('*');
  const list: Expression[] = [];
  if (!star && !cursor.isAt(')')) {
    do list.push(readExpression(cursor));
    while (cursor.accept(','));
  }
  cursor.expect(')');
  let withinGroup: readonly OrderItem[] | null = null;
  if (cursor.accept('WITHIN', 'GROUP')) {
    cursor.expect('(', 'ORDER', 'BY');
    withinGroup = readOrderItems(cursor, readExpression);
    cursor.expect(')');
  }
  if (cursor.isAt('KEEP', '(')) throw notSupported('SuiteQL KEEP (DENSE_RANK ...)');
  const over = cursor.accept('OVER') ? readWindow(cursor, readExpression) : null;
  return { kind: 'call', name, arguments: list, distinct, star, withinGroup, over };
}

/** DISTINCT; ALL is what holds without it. */
export function readDistinct(cursor: Cursor): boolean {
  if (cursor.accept('DISTINCT')) return true;
  cursor.accept('ALL');
  return false;
}

/** `a ASC NULLS LAST, b DESC`. */
export function readOrderItems(cursor: Cursor, readExpression: ReadExpression): OrderItem[] {
  const items: OrderItem[] = [];
  do {
    const expression = readExpression(cursor);
    const descending = cursor.accept('DESC');
    if (!descending) cursor.accept('ASC');
    let nullsFirst: boolean | null = null;
    if (cursor.accept('NULLS', 'FIRST')) nullsFirst = true;
    else if (cursor.accept('NULLS', 'LAST')) nullsFirst = false;
    items.push({ expression, descending, nullsFirst });
  } while (cursor.accept(','));
  return items;
}

function readWindow(cursor: Cursor, readExpression: ReadExpression): Window {
  cursor.expect('(');
  const partitionBy: Expression[] = [];
  if (cursor.accept('PARTITION', 'BY')) {
    do partitionBy.push(readExpression(cursor));
    while (cursor.accept(','));
  }
  const orderBy = cursor.accept('ORDER', 'BY') ? readOrderItems(cursor, readExpression) : [];
  const frame = cursor.isAt('ROWS') || cursor.isAt('RANGE') ? readFrame(cursor) : null;
  cursor.expect(')');
  return { partitionBy, orderBy, frame };
}

function readFrame(cursor: Cursor): string {
  const unit = cursor.next().value;
  if (!cursor.accept('BETWEEN')) return `${unit} ${readBound(cursor)}`;
  const low = readBound(cursor);
  cursor.expect('AND');
  return `${unit} BETWEEN ${low} AND ${readBound(cursor)}`;
}

function readBound(cursor: Cursor): string {
  if (cursor.accept('CURRENT', 'ROW')) return 'CURRENT ROW';
  const amount = cursor.next();
  const direction = cursor.next();
  const isAmount = (amount.kind === 'number' && /^\d+$/.test(amount.value)) || amount.value === 'UNBOUNDED';
  if (!isAmount || !['PRECEDING', 'FOLLOWING'].includes(direction.value)) throw cursor.error();
  return `${amount.value} ${direction.value}`;
}

/** The rest of a CASE, whose first word is already read. */
export function readCase(cursor: Cursor, readExpression: ReadExpression): Expression {
  const operand = cursor.isAt('WHEN') ? null : readExpression(cursor);
  const branches: { when: Expression; then: Expression }[] = [];
  while (cursor.accept('WHEN')) {
    const when = readExpression(cursor);
    cursor.expect('THEN');
    branches.push({ when, then: readExpression(cursor) });
  }
  if (branches.length === 0) throw cursor.error();
  const otherwise = cursor.accept('ELSE') ? readExpression(cursor) : null;
  cursor.expect('END');
  return { kind: 'case', operand, branches, otherwise };
}

/** `EXTRACT(YEAR FROM trandate)`. */
export function readExtract(cursor: Cursor, readExpression: ReadExpression): Expression {
  cursor.expect('EXTRACT', '(');
  const part = cursor.next().value;
  if (!['YEAR', 'MONTH', 'DAY'].includes(part)) throw notSupported(`SuiteQL EXTRACT(${part} ...)`);
  cursor.expect('FROM');
  const operand = readExpression(cursor);
  cursor.expect(')');
  return { kind: 'extract', part, operand };
}

/** CAST stands neither in Oracle's list of supported functions (section_158513731864) nor in that of unsupported ones. */
export function readCast(_cursor: Cursor): Expression {
  throw notSupported('SuiteQL CAST; Oracle lists TO_CHAR, TO_NUMBER and TO_DATE');
}
