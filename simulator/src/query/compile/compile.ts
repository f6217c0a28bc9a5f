import { compileCall } from '../functions/table';
import type { Expression, Query } from '../language/ast';
import type { Compilation, CompiledQuery } from './compilation';
import { compileCondition } from './condition';
import { Environment, type ExposedTables } from './environment';
import { compileValue } from './expression';
import { orderSql } from './order';
import { compileQuery } from './query';

/** Compiles a parsed query into SQLite's SQL, with only the tables and columns that are exposed. */
export function compile(query: Query, tables: ExposedTables): CompiledQuery {
  return compileQuery(query, Environment.of(tables), null, compilationIn);
}

/** The parts of the compiler, for the tables and named queries that are in reach. */
export function compilationIn(environment: Environment): Compilation {
  const compilation: Compilation = {
    value: (expression: Expression, scope) => compileValue(expression, scope, compilation),
    condition: (expression, scope) => compileCondition(expression, scope, compilation),
    query: (query, scope) => compileQuery(query, environment, scope, compilationIn),
    call: (call, scope) => compileCall(call, scope, compilation),
    order: (items, scope) => items.map((item) => orderSql(compilation.value(item.expression, scope), item)).join(', '),
  };
  return compilation;
}
