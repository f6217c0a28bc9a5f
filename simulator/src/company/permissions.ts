import type { User } from '../kernel/execution';
import type { Store } from '../store/store';

interface WithStore {
  readonly store: Store;
}

/** Levels of `rolepermissions.permlevel`. */
export const PERMISSION_LEVELS = { NONE: 0, VIEW: 1, CREATE: 2, EDIT: 3, FULL: 4 } as const;

/** Internal id of the Administrator role, which has every permission. */
const ADMINISTRATOR = '3';

/** Level of a permission (`TRAN_CUSTINVC`, `ADMI_PERIODOVERRIDE`) that a role has; 0 is none. */
export function permissionLevel(account: WithStore, role: string, permission: string): number {
  if (role === ADMINISTRATOR) return PERMISSION_LEVELS.FULL;
  const row = account.store.get<{ permlevel: number }>(
    'SELECT permlevel FROM rolepermissions WHERE role = ? AND permkey = ?',
    [Number(role), permission],
  );
  return row?.permlevel ?? PERMISSION_LEVELS.NONE;
}

/** True where the user may post into periods that are locked, with the permission Override Period Restrictions. */
export function mayOverridePeriods(account: WithStore, user: User): boolean {
  return permissionLevel(account, user.role, 'ADMI_PERIODOVERRIDE') > PERMISSION_LEVELS.NONE;
}
