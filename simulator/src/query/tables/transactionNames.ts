import { TRANSACTION_STATUSES, TRANSACTION_TYPES } from '../../records/transaction/statuses';

/** SQL that turns a type code into its name; a code without one stays as it is. */
export function typeNameSql(type: string): string {
  return byCode(type, TRANSACTION_TYPES, type);
}

/** SQL of the status alone, `Open`; null where the type has no such status. */
export function statusNameSql(type: string, status: string): string {
  const branches = Object.entries(TRANSACTION_STATUSES).map(
    ([code, names]) => `WHEN '${code}' THEN ${byCode(status, names, 'NULL')}`,
  );
  return `CASE ${type} ${branches.join(' ')} END`;
}

function byCode(code: string, names: Readonly<Record<string, string>>, otherwise: string): string {
  const branches = Object.entries(names).map(([key, name]) => `WHEN '${key}' THEN '${name}'`);
  return `CASE ${code} ${branches.join(' ')} ELSE ${otherwise} END`;
}
