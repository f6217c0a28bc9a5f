import type { Value } from './value';

/** `SalesOrd:B`: a transaction type and a status of it, as searches write statuses. */
const CODE = /^[A-Za-z]+:[A-Z]$/;

/**
 * True where a transaction's status is compared with a code that names the type too. The column itself holds the letter;
 * conditions take both forms (Oracle's own samples write `status IN ('SalesOrd:G')`; the table of the letters alone is in
 * the Records Catalog).
 */
export function isStatusCode(column: Value, code: Value): boolean {
  const isStatus = column.column?.name === 'status' && column.column.table === 'transaction';
  return isStatus && typeof code.literal === 'string' && CODE.test(code.literal);
}

/** SQL of the status of a transaction with its type, `SalesOrd:B`. */
export function statusWithType(column: Value): string {
  return `(${column.sql.replace(/"status"$/, '"type"')} || ':' || ${column.sql})`;
}
