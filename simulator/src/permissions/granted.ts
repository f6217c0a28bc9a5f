import type { User } from '../kernel/execution';
import type { Store } from '../store/store';
import { PERMISSION_LEVELS } from './levels';

interface WithStore {
  readonly store: Store;
}

/** Internal id of the Administrator role, which has every permission at every level (section_N295396). */
const ADMINISTRATOR = '3';

/** True for the role that may do everything. */
export function isAdministrator(role: string): boolean {
  return role === ADMINISTRATOR;
}

/**
 * True for a role that is for web services only: it is refused where a person logs in, and by RESTlets, which are no web
 * services (chapter_1529417663).
 */
export function isWebServicesOnly({ store }: WithStore, role: string): boolean {
  const row = store.get<{ only: string | null }>('SELECT iswebserviceonlyrole AS only FROM role WHERE id = ?', [
    Number(role),
  ]);
  return row?.only === 'T';
}

/** Level of a permission (`TRAN_CUSTINVC`, `ADMI_PERIODOVERRIDE`) that a role has, by its internal id; 0 is none. */
export function permissionLevel(account: WithStore, role: string, permission: string): number {
  if (isAdministrator(role)) return PERMISSION_LEVELS.FULL;
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

/** True where the user may change what does not touch the ledger in a locked or closed period that allows it. */
export function mayChangeWithoutLedger(account: WithStore, user: User): boolean {
  return permissionLevel(account, user.role, 'ADMI_ALLOWNONGLCHANGES') > PERMISSION_LEVELS.NONE;
}
