import type { Account } from '../../kernel/account';
import { notSupported } from '../../kernel/errors';
import type { ExposedTables } from '../../query/compile/environment';
import { orderSql } from '../../query/compile/order';
import type { SqlValue } from '../../store/store';
import { searchBase } from '../base';
import type { SearchColumn, SearchDefinition } from '../definition';
import { invalidColumn, invalidColumnJoin, invalidColumnSummary } from '../errors';
import type { SearchField } from '../fields/field';
import { compileFilter } from './filter';
import { formulaField, isFormula } from './formula';
import { Parameters } from './parameters';
import { summarized } from './summary';
import { SearchTables } from './tables';

/** A search as a statement: columns `v0`, `v1` ... hold values, `x0`, `x1` ... the names of selects. */
export interface SearchStatement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
  readonly columns: readonly SearchField[];
  readonly isSummary: boolean;
}

export function compileSearch(account: Account, definition: SearchDefinition, tables: ExposedTables): SearchStatement {
  const base = searchBase(definition.type, (table) => tables.find(table) !== null);
  const sources = new SearchTables(base, tables);
  const parameters = new Parameters();
  const isSummary = definition.columns.some((column) => column.summary !== null);
  const plain = definition.columns.map((column) => columnField(column, sources));
  const columns = plain.map((field, index) => {
    const column = definition.columns[index];
    if (!isSummary) return field;
    if (!column?.summary) throw invalidColumnSummary(field.name);
    return summarized(field, column.summary);
  });
  const { where: filters, having } = compileFilter(account, definition.filter, sources, parameters);
  const where = base.condition ? [base.condition, ...filters] : filters;

  const list = columns.flatMap((field, index) => [
    `${field.shown ? field.shown(field.value.sql) : field.value.sql} AS v${index}`,
    ...(field.display ? [`${field.display(field.value.sql)} AS x${index}`] : []),
  ]);
  const groups = plain
    .filter((_, index) => isSummary && definition.columns[index]?.summary === 'GROUP')
    .map((field) => field.value.sql);
  const order = definition.columns.flatMap((column, index) => {
    const field = columns[index];
    if (!column.sort || !field) return [];
    const sql = field.display && field.kind !== 'id' ? field.display(field.value.sql) : field.value.sql;
    return [orderSql({ ...field.value, sql }, { descending: column.sort === 'DESC', nullsFirst: null })];
  });
  if (isSummary) order.push(...groups);
  else {
    list.unshift(`${sources.id} AS id`, `${base.recordType} AS type`);
    order.push(sources.id, ...(sources.isTransaction ? ['l.id'] : []));
  }
  const sql = [
    `SELECT ${list.join(', ')} FROM ${sources.sql}`,
    where.length > 0 ? `WHERE ${where.join(' AND ')}` : '',
    groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : '',
    having.length > 0 ? `HAVING ${having.join(' AND ')}` : '',
    order.length > 0 ? `ORDER BY ${order.join(', ')}` : '',
  ];
  return { sql: sql.filter(Boolean).join(' '), parameters: parameters.values, columns, isSummary };
}

function columnField(column: SearchColumn, tables: SearchTables): SearchField {
  if (column.function) throw notSupported(`the function ${column.function} of a search column`);
  if (isFormula(column.name)) return formulaField(column.name, column.formula, tables);
  const field = tables.field(column.name, column.join);
  if (field === 'join') throw invalidColumnJoin(column.join ?? column.name);
  if (!field) throw invalidColumn(column.name);
  return field;
}
