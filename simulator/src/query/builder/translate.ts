import type { ExposedTables } from '../compile/environment';
import { searchError } from '../errors';
import { Components } from './components';
import { conditionSql, isAggregated } from './conditions';
import type { Calendar } from './dates';
import type { ColumnData, ConditionData, QueryDefinition, SortData } from './definition';
import { columnOperand } from './operands';

/** A query of the builder as SuiteQL (section_157960522744). */
export interface TranslatedQuery {
  readonly query: string;
  readonly params: readonly (string | number)[];
  /** ReturnType of each column. */
  readonly types: readonly string[];
}

/**
 * Writes a query of the builder as a SuiteQL statement. Columns have the names of their fields, never the aliases of
 * the query's columns (section_157960522744).
 *
 * @throws SSS_SEARCH_ERROR_OCCURRED for fields that are not there, SIMULATOR_NOT_SUPPORTED by name
 */
export function translate(definition: QueryDefinition, tables: ExposedTables, calendar: Calendar): TranslatedQuery {
  const components = new Components(tables, definition);
  if (definition.columns.length === 0) throw searchError('The query has no columns.');
  const columns = definition.columns.map((column) => ({ ...columnOperand(column, components), data: column }));
  const names = columnNames(definition.columns);
  const params: (string | number)[] = [];
  const sqlOf = (condition: ConditionData): string => conditionSql(condition, { components, calendar, params });
  const all = conjuncts(definition.condition);
  const where = all.filter((condition) => !isAggregated(condition)).map(sqlOf);
  const having = all.filter(isAggregated).map(sqlOf);
  const groups = columns.filter(({ data }) => data.groupBy).map(({ sql }) => sql);
  const isGrouped = columns.some(({ data }) => data.groupBy || data.aggregate !== null);
  const order = definition.sort.map((sort) => sortSql(sort, components, isGrouped));
  // The sorts above may have added joins: what stands after FROM is written last.
  const query = [
    `SELECT ${columns.map(({ sql }, index) => `${sql} AS ${names[index]}`).join(', ')}`,
    `FROM ${components.from()}`,
    where.length > 0 ? `WHERE ${where.join(' AND ')}` : '',
    groups.length > 0 ? `GROUP BY ${groups.join(', ')}` : '',
    having.length > 0 ? `HAVING ${having.join(' AND ')}` : '',
    order.length > 0 ? `ORDER BY ${order.join(', ')}` : '',
  ];
  return { query: query.filter((part) => part !== '').join(' '), params, types: columns.map(({ returns }) => returns) };
}

/** Sorts without regard to case, nulls last while ascending, unless the sort says otherwise (section_1510780402). */
function sortSql(
  { column, ascending, caseSensitive, nullsLast }: SortData,
  components: Components,
  isGrouped: boolean,
): string {
  const { sql, kind } = columnOperand(column, components);
  // All rows of a group have the same text; the function only makes that plain.
  const one = isGrouped && column.aggregate === null ? `MIN(UPPER(${sql}))` : `UPPER(${sql})`;
  return `${kind === 'text' && !caseSensitive ? one : sql} ${ascending ? 'ASC' : 'DESC'} NULLS ${nullsLast ? 'LAST' : 'FIRST'}`;
}

/** The conditions that must all hold: those on aggregates are tested apart from the others. */
function conjuncts(condition: ConditionData | null): ConditionData[] {
  if (condition === null) return [];
  return condition.kind === 'and' ? condition.children.flatMap(conjuncts) : [condition];
}

/** The field's name, with a number where another column has it already. */
function columnNames(columns: readonly ColumnData[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ fieldId }) => {
    const base = (fieldId ?? 'formula').toLowerCase();
    for (let count = 0; ; count += 1) {
      const name = count === 0 ? base : `${base}_${count}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  });
}
