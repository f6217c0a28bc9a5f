import { notSupported } from '../kernel/errors';
import type { User } from '../kernel/execution';
import type { Row, Store } from '../store/store';
import { isAdministrator, permissionLevel } from './granted';
import { PERMISSION_LEVELS } from './levels';

interface WithStore {
  readonly store: Store;
}

interface TypeRow extends Row {
  readonly name: string | null;
  readonly owner: number | null;
  readonly accesstype: string | null;
}

/** What a user's role may do with the records of a custom type. */
export interface CustomRecordAccess {
  /** Level as in `rolepermissions.permlevel`. */
  readonly level: number;
  /** Name of the type, for refusals. */
  readonly typeName: string;
  /** The type has a permission list of its own. */
  readonly usesList: boolean;
}

/** Centers of roles of customers, partners and vendors, who are not internal. */
const EXTERNAL_CENTERS = ['CUSTOMER', 'PARTNER', 'PARTNERCENTER', 'VENDOR'];

/** Role of visitors without login. */
const ONLINE_FORM_USER = '31';

/**
 * The level that a user has on the records of a custom type, by the type's Access Type (bridgehead_N2879432): the
 * permission Custom Record Entries of the role, the permission list of the type, or no permission for internal roles. The
 * owner of the type has every level in any role. Null where there is no such type.
 */
export function customRecordAccess(account: WithStore, user: User, type: string): CustomRecordAccess | null {
  const row = account.store.get<TypeRow>('SELECT name, owner, accesstype FROM customrecordtype WHERE scriptid = ?', [
    type,
  ]);
  if (!row) return null;
  return {
    level: levelOn(account, user, type, row),
    typeName: row.name ?? type,
    usesList: row.accesstype === 'USEPERMISSIONLIST',
  };
}

function levelOn(account: WithStore, user: User, type: string, row: TypeRow): number {
  if (isAdministrator(user.role) || String(row.owner) === user.id) return PERMISSION_LEVELS.FULL;
  switch (row.accesstype) {
    case 'NONENEEDED':
      // External roles and visitors have what the type's External Roles Access says; None unless it was changed.
      return isExternal(account, user.role) ? PERMISSION_LEVELS.NONE : PERMISSION_LEVELS.FULL;
    case 'USEPERMISSIONLIST':
      return levelInList(account, user, type);
    default:
      return permissionLevel(account, user.role, 'LIST_CUSTRECORDENTRY');
  }
}

/**
 * The permission list stands on the type (by script ids of roles) and on the roles (by the type's script id) alike. A type
 * without any entry is open to whoever has Custom Record Entries (section_N2879931).
 */
function levelInList({ store }: WithStore, user: User, type: string): number {
  const entries = store.all<{ role: string; level: string; restriction: string | null }>(
    'SELECT role, level, restriction FROM customrecordpermission WHERE customrecordtype = ?',
    [type],
  );
  const ofRoles = store.all<{ role: number; permlevel: number; restriction: string | null }>(
    'SELECT role, permlevel, restriction FROM rolepermissions WHERE permkey = ?',
    [type],
  );
  if (entries.length === 0 && ofRoles.length === 0) {
    return permissionLevel({ store }, user.role, 'LIST_CUSTRECORDENTRY');
  }
  const own = entries.filter(({ role }) => role.toLowerCase() === user.roleScriptId.toLowerCase());
  const granted = ofRoles.filter(({ role }) => String(role) === user.role);
  const restriction = [...own, ...granted].find((entry) => entry.restriction !== null)?.restriction;
  if (restriction) throw notSupported(`the restriction ${restriction} of a role on records of ${type}`);
  const levels: readonly number[] = [
    ...own.map(({ level }) => PERMISSION_LEVELS[level as keyof typeof PERMISSION_LEVELS] ?? PERMISSION_LEVELS.NONE),
    ...granted.map(({ permlevel }) => permlevel),
  ];
  return Math.max(PERMISSION_LEVELS.NONE, ...levels);
}

function isExternal({ store }: WithStore, role: string): boolean {
  if (role === ONLINE_FORM_USER) return true;
  const row = store.get<{ centertype: string | null }>('SELECT centertype FROM role WHERE id = ?', [Number(role)]);
  return EXTERNAL_CENTERS.includes(row?.centertype ?? '');
}
