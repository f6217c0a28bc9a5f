import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { isAdministrator, permissionLevel } from './granted';
import { PERMISSION_LEVELS } from './levels';
import { TRANSACTION_PERMISSIONS } from './recordTypes';
import { subsidiaryRestriction } from './subsidiaries';

interface WithStore {
  readonly store: Store;
}

/**
 * SQL condition on the rows of a table that the user's role may see, over the alias `r`; null for all of them.
 *
 * Of transactions a role sees the types that it has the permission for: a search gives none of the others and no error.
 * That SuiteQL's tables do the same, and that lines follow their transaction, is assumed. With subsidiary restrictions
 * transactions and entities of other subsidiaries are not seen (bridgehead_N286421).
 */
export function visibleRows(account: WithStore, user: User, table: string): string | null {
  if (isAdministrator(user.role)) return null;
  const list = subsidiaryList(account, user);
  switch (table) {
    case 'transaction':
      return transactions(account, user, list, 'r');
    case 'transactionline':
    case 'transactionaccountingline':
      return `EXISTS (SELECT 1 FROM "transaction" p
        WHERE p.id = r."transaction" AND ${transactions(account, user, list, 'p')})`;
    case 'customer':
      return list === null ? null : customers(list, 'r.id');
    case 'contact':
    case 'employee':
    case 'job':
      return list === null ? null : `r.subsidiary IN (${list})`;
    case 'entity':
      if (list === null) return null;
      return `(${customers(list, 'r.customer')} ${['employee', 'contact', 'job']
        .map((each) => `OR EXISTS (SELECT 1 FROM ${each} e WHERE e.id = r.${each} AND e.subsidiary IN (${list}))`)
        .join(' ')})`;
    default:
      return null;
  }
}

function transactions(account: WithStore, user: User, list: string | null, alias: string): string {
  const types = Object.entries(TRANSACTION_PERMISSIONS)
    .filter(([, permission]) => permissionLevel(account, user.role, permission) >= PERMISSION_LEVELS.VIEW)
    .map(([type]) => `'${type}'`);
  const ofTypes = `${alias}.recordtype IN (${types.join(', ')})`;
  return list === null ? ofTypes : `${ofTypes} AND ${alias}.subsidiary IN (${list})`;
}

function customers(list: string, id: string): string {
  return `EXISTS (SELECT 1 FROM customersubsidiaryrelationship s WHERE s.entity = ${id} AND s.subsidiary IN (${list}))`;
}

/** Internal ids of the only subsidiaries whose records the role sees, with commas; null where it sees all. */
function subsidiaryList(account: WithStore, user: User): string | null {
  const restriction = subsidiaryRestriction(account, user);
  return restriction && !restriction.mayViewOthers ? restriction.subsidiaries.join(', ') : null;
}
