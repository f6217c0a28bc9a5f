import { notSupported } from '../kernel/errors';
import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { customRecordAccess } from './customRecords';
import { isAdministrator, permissionLevel } from './granted';
import { LEVEL_OF, type PermissionAction } from './levels';
import { recordPermission } from './recordTypes';
import { insufficientCustomPermission, insufficientPermission } from './refusals';

interface WithStore {
  readonly store: Store;
}

/** Throws INSUFFICIENT_PERMISSION where the user's role has the permission not at all, or at a lower level. */
export function requirePermission(account: WithStore, user: User, permission: string, level: number): void {
  const has = permissionLevel(account, user.role, permission);
  if (has < level) throw insufficientPermission(permission, has);
}

/**
 * Throws INSUFFICIENT_PERMISSION where the user's role may not do this to records of a type. A type whose permission is
 * not known here is SIMULATOR_NOT_SUPPORTED for every role but the Administrator.
 *
 * @param type record type, or a family of items such as `noninventoryitem`; one that is not there is left to the caller
 */
export function requireRecordPermission(account: WithStore, user: User, type: string, action: PermissionAction): void {
  if (isAdministrator(user.role)) return;
  const key = type.toLowerCase();
  if (key.startsWith('customrecord') && key !== 'customrecordtype') {
    const access = customRecordAccess(account, user, key);
    if (access && access.level < LEVEL_OF[action]) throw insufficientCustomPermission(access.typeName);
    return;
  }
  const permission = recordPermission(key);
  if (permission === null) throw notSupported(`the permission for records of type ${key} in a role`);
  requirePermission(account, user, permission, LEVEL_OF[action]);
}
