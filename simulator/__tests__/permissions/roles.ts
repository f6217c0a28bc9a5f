import type { Caller } from '../../src/kernel/execution';
import { administrator, type TestAccount } from '../records/testAccount';

/** Level of each permission, as in `rolepermissions.permlevel`. */
export type Permissions = Readonly<Record<string, number>>;

export interface RoleSetup {
  /** Text of `role.subsidiaryoption`: `ALL`, `ALLACTIVE`, `OWN`, `SELECTED`. */
  readonly subsidiaryOption?: string;
  /** Internal ids for `SELECTED`. */
  readonly subsidiaries?: readonly string[];
  readonly mayViewOthers?: boolean;
  /** Internal id of the user's subsidiary. */
  readonly own?: string;
  readonly center?: string;
}

/** The script id of the role that {@link inRole} makes. */
export const ROLE = 'customrole_tested';

/** A caller in a custom role that has these permissions and no others; the role is made anew each time. */
export function inRole(t: TestAccount, permissions: Permissions, setup: RoleSetup = {}): Caller {
  const known = t.store.get<{ id: number }>('SELECT id FROM role WHERE scriptid = ?', [ROLE]);
  const id = known?.id ?? t.store.run('INSERT INTO role (scriptid, name) VALUES (?, ?)', [ROLE, 'Tested']).id;
  t.store.run(
    'UPDATE role SET centertype = ?, subsidiaryoption = ?, subsidiaries = ?, subsidiaryviewingallowed = ? WHERE id = ?',
    [
      setup.center ?? 'BASIC',
      setup.subsidiaryOption ?? 'ALL',
      setup.subsidiaries?.join(', ') ?? null,
      setup.mayViewOthers ? 'T' : 'F',
      id,
    ],
  );
  t.store.run('DELETE FROM rolepermissions WHERE role = ?', [id]);
  for (const [permission, level] of Object.entries(permissions)) {
    t.store.run('INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (?, ?, ?)', [id, permission, level]);
  }
  const user = { ...administrator.user, id: '2', role: String(id), roleScriptId: ROLE, subsidiary: setup.own ?? null };
  return { ...administrator, user };
}

/** What work throws, as `CODE: message`; null where it throws nothing. */
export function refusal(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** NetSuite's sentence for a permission that the role lacks. */
export const lacks = (name: string): string =>
  `INSUFFICIENT_PERMISSION: Permission Violation: You need the '${name}' permission to access this page. Please contact your account administrator.`;

/** NetSuite's sentence for a permission that the role has at too low a level. */
export const lacksLevel = (name: string): string =>
  `INSUFFICIENT_PERMISSION: Permission Violation: You need a higher level of the '${name}' permission to access this page. Please contact your account administrator.`;

/** NetSuite's sentence for records of a custom type. */
export const lacksCustom = (name: string): string =>
  `INSUFFICIENT_PERMISSION: Permission Violation: You need a higher permission for custom record type ${name} to access this page. Please contact your account administrator.`;
