import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';

/** Internal id of the Administrator role. */
export const ADMINISTRATOR_ROLE = '3';

/** Who runs scheduled scripts: NetSuite's own user in the Administrator role. */
export const SYSTEM_USER: User = {
  id: '-4',
  name: '-System-',
  email: 'onlineforms@netsuite.com',
  role: ADMINISTRATOR_ROLE,
  roleScriptId: 'administrator',
  subsidiary: null,
};

/** The same user in another role, given by script id; unchanged where the script runs as the user's own role. */
export function inRole(account: Account, user: User, roleScriptId: string | null): User {
  if (roleScriptId === null || roleScriptId === user.roleScriptId) return user;
  if (roleScriptId === 'administrator') return { ...user, role: ADMINISTRATOR_ROLE, roleScriptId };
  const role = account.store.get<{ id: number }>('SELECT id FROM role WHERE LOWER(scriptid) = ?', [roleScriptId]);
  return role ? { ...user, role: String(role.id), roleScriptId } : user;
}
