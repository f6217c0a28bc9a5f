import { notSupported } from '../../kernel/errors';
import { unsupportedSearch } from '../errors';
import type { Expression, FromItem, Query } from '../language/ast';
import type { Compilation, CompiledQuery } from './compilation';
import { conjuncts } from './conjuncts';
import type { Environment } from './environment';
import { Scope, type Source } from './scope';

/** The FROM clause: its SQL, the tables it brings, and the conditions that Oracle's `(+)` took from WHERE. */
export interface CompiledFrom {
  readonly sql: string;
  readonly scope: Scope;
  /** What remains of WHERE. */
  readonly where: readonly Expression[];
}

/** Compiles FROM with WHERE, since Oracle's outer joins are written there (subsect_160045333353). */
export function compileFrom(
  items: readonly FromItem[],
  where: Expression | null,
  environment: Environment,
  outer: Scope | null,
  compilation: Compilation,
): CompiledFrom {
  const sources: Source[] = [];
  const resolved = items.map((item) => resolve(item, environment, sources, compilation));
  const scope = new Scope(sources, outer);
  const conditions = where ? conjuncts(where) : [];
  const outerConditions = conditions.filter(hasOuterMark);
  const rest = conditions.filter((condition) => !hasOuterMark(condition));
  if (outerConditions.length === 0) {
    return { sql: resolved.map((item) => joinSql(item, scope, compilation)).join(', '), scope, where: rest };
  }
  return { sql: oracleJoins(resolved, outerConditions, scope, compilation), scope, where: rest };
}

type Resolved =
  | { readonly kind: 'source'; readonly source: Source; readonly sql: string }
  | {
      readonly kind: 'join';
      readonly type: string;
      readonly left: Resolved;
      readonly right: Resolved;
      readonly on: Expression | null;
    };

function resolve(item: FromItem, environment: Environment, sources: Source[], compilation: Compilation): Resolved {
  if (item.kind === 'join') {
    const left = resolve(item.left, environment, sources, compilation);
    const right = resolve(item.right, environment, sources, compilation);
    return { kind: 'join', type: item.type, left, right, on: item.on };
  }
  const { source, sql } =
    item.kind === 'table'
      ? environment.table(item.name, item.alias)
      : environment.derived(keepingOrder(item.query, compilation.query(item.query, null)), item.alias);
  sources.push(source);
  return { kind: 'source', source, sql };
}

/** SQLite drops the order of a derived table that has no limit; Oracle's ROWNUM counts in that order. */
function keepingOrder(query: Query, compiled: CompiledQuery): CompiledQuery {
  const limited = query.fetch || query.offset || (query.body.kind === 'select' && query.body.top);
  if (query.orderBy.length === 0 || limited) return compiled;
  return { ...compiled, sql: `${compiled.sql} LIMIT -1` };
}

function joinSql(item: Resolved, scope: Scope, compilation: Compilation): string {
  if (item.kind === 'source') return item.sql;
  const left = joinSql(item.left, scope, compilation);
  const right = joinSql(item.right, scope, compilation);
  const joined = item.right.kind === 'join' ? `(${right})` : right;
  const on = item.on ? ` ON ${compilation.condition(item.on, scope)}` : '';
  return `${left} ${item.type} JOIN ${joined}${on}`;
}

/**
 * `a.id = b.x(+)`: the tables without a mark come first, then each marked one is joined with its conditions.
 * The two ways of writing joins do not mix in one query (section_3903316302).
 */
function oracleJoins(
  items: readonly Resolved[],
  conditions: readonly Expression[],
  scope: Scope,
  compilation: Compilation,
): string {
  const byTable = new Map<Source, Expression[]>();
  for (const condition of conditions) {
    const marked = new Set(outerTables(condition).map((name) => sourceOf(name, scope)));
    const [table] = marked;
    if (!table || marked.size > 1) throw unsupportedSearch();
    byTable.set(table, [...(byTable.get(table) ?? []), condition]);
  }
  const inner: string[] = [];
  const joins: string[] = [];
  for (const item of items) {
    if (item.kind === 'join') throw unsupportedSearch();
    const on = byTable.get(item.source);
    if (!on) inner.push(item.sql);
    else joins.push(`LEFT JOIN ${item.sql} ON ${on.map((part) => compilation.condition(part, scope)).join(' AND ')}`);
  }
  if (inner.length === 0) throw unsupportedSearch();
  return [inner.join(' CROSS JOIN '), ...joins].join(' ');
}

function sourceOf(name: string | null, scope: Scope): Source {
  if (name === null) throw notSupported('SuiteQL (+) on a column without its table');
  const source = scope.source(name);
  if (!source) throw unsupportedSearch();
  return source;
}

function hasOuterMark(expression: Expression): boolean {
  return outerTables(expression).length > 0;
}

/** The tables whose columns carry `(+)` in a condition. */
function outerTables(expression: unknown): (string | null)[] {
  if (typeof expression !== 'object' || expression === null) return [];
  if (Array.isArray(expression)) return expression.flatMap(outerTables);
  if ('kind' in expression && expression.kind === 'column' && 'outer' in expression && expression.outer === true) {
    return ['table' in expression && typeof expression.table === 'string' ? expression.table : null];
  }
  return Object.values(expression).flatMap(outerTables);
}
