import type { OrderItem } from '../language/ast';
import type { Value } from './value';

/** An ORDER BY item; nulls come last when ascending and first when descending unless the statement says, as in Oracle. */
export function orderSql(value: Value, item: Pick<OrderItem, 'descending' | 'nullsFirst'>): string {
  const direction = item.descending ? 'DESC' : 'ASC';
  if (value.column?.primaryKey) return `${value.sql} ${direction}`;
  const nullsFirst = item.nullsFirst ?? item.descending;
  return `${value.sql} ${direction} NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`;
}
