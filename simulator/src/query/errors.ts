import { NetSuiteError } from '../kernel/errors';

/**
 * The errors of SuiteQL. Oracle's pages do not print them; the words are those that NetSuite answers, as public
 * projects recorded them: `Search error occurred: Unknown identifier 'x'. Available identifiers are:
 * {customer=customer}`, `Invalid search type: x`, `Field 'x' for record 'y' was not found. Reason: NOT_EXPOSED`,
 * `Failed to parse SQL [...]: syntax error, state:1108(10102) near: =(1,45)`.
 */
export function searchError(message: string): NetSuiteError {
  return new NetSuiteError('SSS_SEARCH_ERROR_OCCURRED', `Search error occurred: ${message}`);
}

/** What NetSuite says of a statement that parses but that its query engine cannot run; it names no reason. */
export function unsupportedSearch(): NetSuiteError {
  return searchError('Invalid or unsupported search');
}

/** A table that no account has. */
export function invalidSearchType(name: string): NetSuiteError {
  return new NetSuiteError('INVALID_SEARCH_TYPE', `Invalid search type: ${name}`);
}

/** A table that exists but that this account, feature set or role does not show. */
export function recordNotFound(name: string): NetSuiteError {
  return searchError(`Record '${name}' was not found.`);
}

/** A column that the store has but SuiteQL does not show. */
export function fieldNotExposed(field: string, record: string): NetSuiteError {
  return searchError(`Field '${field}' for record '${record}' was not found. Reason: NOT_EXPOSED`);
}

/** A name that no table of the query has; lists the tables by alias. */
export function unknownIdentifier(name: string, tables: ReadonlyMap<string, string>): NetSuiteError {
  const available = [...tables].map(([alias, table]) => `${alias}=${table}`).join(', ');
  return searchError(`Unknown identifier '${name}'. Available identifiers are: {${available}}`);
}

/** `near` is the text at which the statement stopped making sense; empty at its end. */
export function parseError(sql: string, near: string, position: number): NetSuiteError {
  const before = sql.slice(0, position).split('\n');
  const line = before.length;
  const column = (before[before.length - 1] ?? '').length + 1;
  return new NetSuiteError(
    'SSS_SEARCH_ERROR_OCCURRED',
    `Failed to parse SQL [${sql}]: syntax error, state:1108(10102) near: ${near}(${line},${column}, token code:0)`,
  );
}
