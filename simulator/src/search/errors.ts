import { NetSuiteError } from '../kernel/errors';

/** The errors of searches, with the words of Oracle's pages (section_4345776651, section_4345777107, section_N3539978). */
export function invalidColumn(name: string): NetSuiteError {
  return new NetSuiteError(
    'SSS_INVALID_SRCH_COL',
    `An nlobjSearchColumn contains an invalid column, or is not in proper syntax: ${name}.`,
  );
}

export function invalidColumnJoin(name: string): NetSuiteError {
  return new NetSuiteError(
    'SSS_INVALID_SRCH_COL_JOIN',
    `An nlobjSearchColumn contains an invalid column join ID, or is not in proper syntax: ${name}.`,
  );
}

export function invalidColumnSummary(name: string): NetSuiteError {
  return new NetSuiteError(
    'SSS_INVALID_SRCH_COLUMN_SUM',
    `An nlobjSearchColumn contains an invalid column summary type, or is not in proper syntax: ${name}.`,
  );
}

export function invalidFilter(name: string): NetSuiteError {
  return new NetSuiteError(
    'SSS_INVALID_SRCH_FILTER',
    `An nlobjSearchFilter contains invalid search criteria: ${name}.`,
  );
}

export function invalidFilterJoin(name: string): NetSuiteError {
  return new NetSuiteError(
    'SSS_INVALID_SRCH_FILTER_JOIN',
    `An nlobjSearchFilter contains an invalid join ID, or is not in proper syntax: ${name}.`,
  );
}

export function invalidOperator(name: string): NetSuiteError {
  return new NetSuiteError(
    'SSS_INVALID_SRCH_OPERATOR',
    `An nlobjSearchFilter contains an invalid operator, or is not in proper syntax: ${name}.`,
  );
}

export function invalidSearchRecord(type: string): NetSuiteError {
  return new NetSuiteError('INVALID_RCRD_TYPE', `The record type [${type}] is invalid.`);
}
