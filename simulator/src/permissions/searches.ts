import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { customRecordAccess } from './customRecords';
import { PERMISSION_LEVELS } from './levels';
import { recordPermission, TRANSACTION_PERMISSIONS } from './recordTypes';
import { insufficientCustomPermission } from './refusals';
import { requirePermission } from './require';

interface WithStore {
  readonly store: Store;
}

/**
 * Throws INSUFFICIENT_PERMISSION where the user's role may not search records of a type. Searches of transactions never
 * fail: they give the transactions that the role may see. The permission list of a custom record type does not restrict
 * searches (section_N2880332), the permission Custom Record Entries does.
 *
 * @param type search type; one that is not known is left to the search
 */
export function requireSearchPermission(account: WithStore, user: User, type: string): void {
  const key = type.toLowerCase();
  if (key === 'transaction' || key in TRANSACTION_PERMISSIONS) return;
  const custom = key.startsWith('customrecord_') ? customRecordAccess(account, user, key) : null;
  if (custom) {
    if (!custom.usesList && custom.level < PERMISSION_LEVELS.VIEW) throw insufficientCustomPermission(custom.typeName);
    return;
  }
  const permission = recordPermission(key);
  if (permission !== null) requirePermission(account, user, permission, PERMISSION_LEVELS.VIEW);
}
