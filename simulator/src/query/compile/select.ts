import { notSupported } from '../../kernel/errors';
import { unsupportedSearch } from '../errors';
import type { Expression, OrderItem, Select } from '../language/ast';
import { toDate } from './coerce';
import type { Compilation, CompiledQuery, OutputColumn } from './compilation';
import type { Environment } from './environment';
import { compileFrom } from './from';
import { checkGrouped, isGrouped } from './grouping';
import { orderSql } from './order';
import { rowCount, takeRowLimit } from './rownum';
import { columnValue, type Scope } from './scope';
import type { Value } from './value';

/** What a query puts around its block: order and limits. */
export interface Tail {
  readonly orderBy: readonly OrderItem[];
  /** SQL of LIMIT and OFFSET, or empty. */
  readonly limit: string;
  /** Operands of set operations: moments become dates of the account, so that both sides have one form. */
  readonly datesOnly: boolean;
}

/** Compiles one SELECT. */
export function compileSelect(
  select: Select,
  tail: Tail,
  environment: Environment,
  outer: Scope | null,
  compilation: Compilation,
): CompiledQuery {
  const from = compileFrom(select.from, select.where, environment, outer, compilation);
  const { scope } = from;
  const { limit: rows, rest } = takeRowLimit(from.where);
  const grouped = isGrouped(select, tail.orderBy);
  const columns = outputColumns(select, scope, compilation, tail.datesOnly);
  const order = tail.orderBy.map((item) => orderExpression(item, select, columns, scope, compilation));
  if (grouped) {
    const free = order.flatMap((item) => (item.expression ? [item.expression] : []));
    checkGrouped(select, free, scope, compilation);
  }

  const where = rest.map((condition) => compilation.condition(condition, scope)).join(' AND ');
  const whereSql = where ? ` WHERE ${where}` : '';
  const list = columns.map((column, index) => `${column.value.sql} AS c${index}`).join(', ');
  const distinct = select.distinct ? 'DISTINCT ' : '';
  const groupBy = select.groupBy.map((expression) => compilation.value(expression, scope).sql).join(', ');
  const groupSql =
    (groupBy ? ` GROUP BY ${groupBy}` : '') +
    (select.having ? ` HAVING ${compilation.condition(select.having, scope)}` : '');
  const orderSqlText = order.map((item) => orderSql(item.value, item.item)).join(', ');
  const orderBySql = orderSqlText ? ` ORDER BY ${orderSqlText}` : '';
  const limit = select.top ? ` LIMIT ${rowCount(select.top)}` : tail.limit;

  if (rows === null || (!grouped && !select.distinct && !orderBySql && !limit)) {
    const rowSql = rows === null ? '' : ` LIMIT ${rows}`;
    return {
      sql: `SELECT ${distinct}${list} FROM ${from.sql}${whereSql}${groupSql}${orderBySql}${limit || rowSql}`,
      columns,
    };
  }
  if (grouped) {
    const [only] = scope.sources;
    if (!only || scope.sources.length > 1) throw notSupported('SuiteQL ROWNUM with groups over a join');
    const limited = `(SELECT * FROM ${from.sql}${whereSql} LIMIT ${rows}) AS ${only.alias}`;
    return { sql: `SELECT ${distinct}${list} FROM ${limited}${groupSql}${orderBySql}${limit}`, columns };
  }
  const keys = order.map((item, index) => `${item.value.sql} AS o${index}`);
  // The window function keeps SQLite from merging the two blocks, which would sort before it counts.
  const inner = `SELECT ${[list, ...keys, 'row_number() OVER () AS r'].join(', ')} FROM ${from.sql}${whereSql} LIMIT ${rows}`;
  const outerKeys = order.map((item, index) => orderSql({ ...item.value, sql: `o${index}` }, item.item)).join(', ');
  const names = columns.map((_, index) => `c${index}`).join(', ');
  return {
    sql: `SELECT ${distinct}${names} FROM (${inner})${outerKeys ? ` ORDER BY ${outerKeys}` : ''}${limit}`,
    columns,
  };
}

function outputColumns(select: Select, scope: Scope, compilation: Compilation, datesOnly: boolean): OutputColumn[] {
  const columns: OutputColumn[] = [];
  let unnamed = 0;
  const push = (name: string, value: Value): void => {
    columns.push({ name: name.toLowerCase(), value: datesOnly && value.type === 'timestamp' ? toDate(value) : value });
  };
  for (const item of select.items) {
    if (item.kind === 'all') {
      const sources = item.table === null ? scope.sources : [scope.source(item.table)];
      for (const source of sources) {
        if (!source) throw unsupportedSearch();
        for (const column of source.columns.values()) push(column.name, columnValue(source, column));
      }
      continue;
    }
    const value = compilation.value(item.expression, scope);
    if (item.alias !== null) push(item.alias, value);
    else if (item.expression.kind === 'column') push(item.expression.name, value);
    else {
      unnamed += 1;
      push(`expr${unnamed}`, value);
    }
  }
  return columns;
}

interface Ordered {
  readonly value: Value;
  readonly item: OrderItem;
  /** The expression, where it is not one of the columns. */
  readonly expression: Expression | null;
}

/** An ORDER BY item is the number of a column, the alias of one, or an expression over the tables. */
function orderExpression(
  item: OrderItem,
  select: Select,
  columns: readonly OutputColumn[],
  scope: Scope,
  compilation: Compilation,
): Ordered {
  const { expression } = item;
  if (expression.kind === 'number') {
    const column = columns[Number(expression.text) - 1];
    if (!column) throw unsupportedSearch();
    return { value: column.value, item, expression: null };
  }
  if (expression.kind === 'column' && expression.table === null) {
    const key = expression.name.toLowerCase();
    const isAlias = select.items.some((entry) => entry.kind === 'expression' && entry.alias?.toLowerCase() === key);
    const column = isAlias ? columns.find(({ name }) => name === key) : undefined;
    if (column) return { value: column.value, item, expression: null };
  }
  return { value: compilation.value(expression, scope), item, expression };
}
