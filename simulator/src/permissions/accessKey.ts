import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { isAdministrator } from './granted';
import { roleRestrictions } from './restrictions';

interface WithStore {
  readonly store: Store;
}

/**
 * A text that is the same for users who may see the same, and changes with their permissions: what was prepared for a
 * user is kept under it.
 *
 * @param user null for the account itself, which sees all, as the Administrator does
 */
export function accessKey(account: WithStore, user: User | null): string {
  if (user === null || isAdministrator(user.role)) return 'all';
  const row = account.store.get<{ key: string }>(
    `SELECT ifnull((SELECT group_concat(permkey || permlevel) FROM rolepermissions WHERE role = ?), '') || ' ' ||
       ifnull((SELECT group_concat(customrecordtype || role || level) FROM customrecordpermission), '') || ' ' ||
       ifnull((SELECT group_concat(scriptid || accesstype || ifnull(owner, '')) FROM customrecordtype), '') || ' ' ||
       ifnull((SELECT subsidiaryoption || ifnull(subsidiaries, '') || ifnull(subsidiaryviewingallowed, '')
         FROM role WHERE id = ?), '') || ' ' ||
       ifnull((SELECT group_concat(id || ifnull(isinactive, '')) FROM subsidiary), '') AS key`,
    [Number(user.role), Number(user.role)],
  );
  const restrictions = JSON.stringify(roleRestrictions(account, user));
  return `${user.role} ${user.id} ${user.subsidiary} ${row?.key ?? ''} ${restrictions}`;
}
