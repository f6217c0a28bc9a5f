import { unsupportedSearch } from '../errors';
import { isAggregate } from '../functions/aggregates';
import type { Expression, OrderItem, Select } from '../language/ast';
import type { Compilation } from './compilation';
import type { Scope } from './scope';

/** True if the block makes groups: it has GROUP BY, HAVING or an aggregate outside of its subqueries. */
export function isGrouped(select: Select, orderBy: readonly OrderItem[]): boolean {
  return (
    select.groupBy.length > 0 ||
    select.having !== null ||
    select.items.some((item) => item.kind === 'expression' && hasAggregate(item.expression)) ||
    orderBy.some((item) => hasAggregate(item.expression))
  );
}

function hasAggregate(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if (Array.isArray(node)) return node.some(hasAggregate);
  if (isExpression(node)) {
    if (node.kind === 'subquery' || node.kind === 'exists') return false;
    if (node.kind === 'call' && isAggregate(node)) return true;
    if (node.kind === 'inQuery') return node.operands.some(hasAggregate);
  }
  return Object.values(node).some(hasAggregate);
}

function isExpression(node: object): node is Expression {
  return 'kind' in node;
}

/**
 * Refuses a column that is neither grouped nor inside an aggregate. SQLite would pick a row; Oracle refuses the
 * statement (ORA-00979).
 */
export function checkGrouped(
  select: Select,
  orderBy: readonly Expression[],
  scope: Scope,
  compilation: Compilation,
): void {
  const groups = new Set(select.groupBy.map((expression) => compilation.value(expression, scope).sql));
  const check = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const part of node) check(part);
      return;
    }
    if (!isExpression(node)) {
      for (const part of Object.values(node)) check(part);
      return;
    }
    if (node.kind === 'subquery' || node.kind === 'exists' || (node.kind === 'call' && isAggregate(node))) return;
    if (node.kind === 'rownum') throw unsupportedSearch();
    if (isOneOf(groups, node, scope, compilation)) return;
    if (node.kind === 'column') {
      if (!compilation.value(node, scope).constant && isOwn(node, scope)) throw unsupportedSearch();
      return;
    }
    for (const part of node.kind === 'inQuery' ? node.operands : Object.values(node)) check(part);
  };
  for (const item of select.items) {
    if (item.kind === 'all') throw unsupportedSearch();
    check(item.expression);
  }
  check(select.having);
  check(orderBy);
}

function isOneOf(groups: ReadonlySet<string>, node: Expression, scope: Scope, compilation: Compilation): boolean {
  if (groups.size === 0) return false;
  const conditions = ['and', 'or', 'not', 'comparison', 'between', 'in', 'inQuery', 'like', 'isNull'];
  if (conditions.includes(node.kind)) return false;
  return groups.has(compilation.value(node, scope).sql);
}

/** False for a column of a block around this one, which is the same for all rows of a group. */
function isOwn(column: Extract<Expression, { kind: 'column' }>, scope: Scope): boolean {
  return scope.owns(column.table, column.name);
}
