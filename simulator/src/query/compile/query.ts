import { unsupportedSearch } from '../errors';
import type { OrderItem, Query, QueryBody } from '../language/ast';
import type { Compilation, CompiledQuery, OutputColumn } from './compilation';
import type { Environment } from './environment';
import { orderSql } from './order';
import { rowCount } from './rownum';
import { Scope } from './scope';
import { compileSelect, type Tail } from './select';

/** Compiles a query with its WITH, set operations, order and limits. */
export function compileQuery(
  query: Query,
  environment: Environment,
  outer: Scope | null,
  compile: (environment: Environment) => Compilation,
): CompiledQuery {
  let inner = environment;
  const named: string[] = [];
  for (const entry of query.with) {
    const compiled = renamed(compileQuery(entry.query, inner, null, compile), entry.columns);
    const alias = inner.alias();
    named.push(`${alias} AS (${compiled.sql})`);
    inner = inner.naming(entry.name, alias, compiled);
  }
  const limit = limitSql(query);
  const body = compileBody(query.body, { orderBy: query.orderBy, limit, datesOnly: false }, inner, outer, compile);
  return named.length > 0 ? { ...body, sql: `WITH ${named.join(', ')} ${body.sql}` } : body;
}

function limitSql(query: Query): string {
  if (!query.fetch && !query.offset) return '';
  const rows = query.fetch ? rowCount(query.fetch) : '-1';
  return ` LIMIT ${rows}${query.offset ? ` OFFSET ${rowCount(query.offset)}` : ''}`;
}

function compileBody(
  body: QueryBody,
  tail: Tail,
  environment: Environment,
  outer: Scope | null,
  compile: (environment: Environment) => Compilation,
): CompiledQuery {
  if (body.kind === 'select') return compileSelect(body, tail, environment, outer, compile(environment));
  const compiled = compileOperand(body, tail.datesOnly, environment, outer, compile);
  if (tail.orderBy.length === 0 && !tail.limit) return compiled;
  const { source, sql } = environment.derived(compiled, null);
  const scope = new Scope([source], outer);
  const order = tail.orderBy.map((item) => orderByOutput(item, compiled.columns, scope, compile(environment)));
  const orderBy = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : '';
  return { sql: `SELECT * FROM ${sql}${orderBy}${tail.limit}`, columns: compiled.columns };
}

/** A set operation or a nested query, without the order and limits of the query around it. */
function compileOperand(
  body: QueryBody,
  datesOnly: boolean,
  environment: Environment,
  outer: Scope | null,
  compile: (environment: Environment) => Compilation,
): CompiledQuery {
  if (body.kind === 'nested') {
    const compiled = compileQuery(body.query, environment, outer, compile);
    return { ...compiled, sql: `SELECT * FROM (${compiled.sql})` };
  }
  if (body.kind === 'select') {
    return compileSelect(body, { orderBy: [], limit: '', datesOnly }, environment, outer, compile(environment));
  }
  const left = compileOperand(body.left, true, environment, outer, compile);
  const right = compileOperand(body.right, true, environment, outer, compile);
  if (left.columns.length !== right.columns.length) throw unsupportedSearch();
  const operands = [left.sql, right.sql].map((sql) => (/ LIMIT /.test(sql) ? `SELECT * FROM (${sql})` : sql));
  return { sql: operands.join(` ${body.operator} `), columns: left.columns };
}

function orderByOutput(
  item: OrderItem,
  columns: readonly OutputColumn[],
  scope: Scope,
  compilation: Compilation,
): string {
  if (item.expression.kind === 'number') {
    const index = Number(item.expression.text) - 1;
    const column = columns[index];
    if (!column) throw unsupportedSearch();
    return orderSql({ sql: `c${index}`, type: column.value.type, constant: false }, item);
  }
  return orderSql(compilation.value(item.expression, scope), item);
}

function renamed(compiled: CompiledQuery, names: readonly string[] | null): CompiledQuery {
  if (!names) return compiled;
  if (names.length !== compiled.columns.length) throw unsupportedSearch();
  const columns = compiled.columns.map((column, index) => ({ ...column, name: (names[index] ?? '').toLowerCase() }));
  return { ...compiled, columns };
}
