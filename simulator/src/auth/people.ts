import { INTEGRATION_USER } from '../company/loadPeople';
import { preference } from '../company/settings';
import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';
import { deploymentsOfType } from '../scripts/registry';
import type { Row } from '../store/store';

/** Internal id of the Administrator role. */
const ADMINISTRATOR = 3;

/** A user in one of their roles, with the role's name. */
export interface UserInRole extends User {
  readonly roleName: string;
}

interface PersonRow extends Row {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly subsidiary: number | null;
  readonly role: number;
  readonly rolescriptid: string;
  readonly rolename: string;
}

const SELECT = `
SELECT e.id, e.entityid AS name, e.email, e.subsidiary, r.id AS role, r.scriptid AS rolescriptid, r.name AS rolename
FROM employee e JOIN employeerolesforsearch er ON er.entity = e.id JOIN role r ON r.id = er.role
WHERE e.giveaccess = 'T' AND e.isinactive = 'F' AND r.isinactive = 'F'`;

/** Everyone who may log in, in each of their roles. */
export function usersInRoles(account: Account): UserInRole[] {
  return people(account, 'ORDER BY e.id, r.id', []);
}

/** A user in a role, by internal ids; null where one of them is inactive or the user does not have the role. */
export function userInRole(account: Account, entity: string, role: string): UserInRole | null {
  return people(account, 'AND e.id = ? AND r.id = ?', [Number(entity), Number(role)])[0] ?? null;
}

/** The first user in the Administrator role. @throws Error where nobody has it */
export function administrator(account: Account): UserInRole {
  const first = people(account, 'AND r.id = ? ORDER BY e.id', [ADMINISTRATOR])[0];
  if (!first) throw new Error('Nobody in this account has the Administrator role.');
  return first;
}

/**
 * Who integrations log in as, where nothing is said: the integration user in the first custom role that the audience of
 * a RESTlet names, else in the first custom role that a project installed; else the administrator.
 *
 * @param role script id of the role that is asked for, `customrole_x` or `administrator`
 * @throws Error where nobody has the role
 */
export function integrationUser(account: Account, role: string | null = null): UserInRole {
  const preferred = Number(preference(account, INTEGRATION_USER) ?? 0);
  if (role !== null) {
    const params = [role.toLowerCase(), preferred];
    const found = people(account, 'AND LOWER(r.scriptid) = ? ORDER BY e.id <> ?, e.id', params)[0];
    if (!found) throw new Error(`Nobody in this account has the role ${role}.`);
    return found;
  }
  const custom = people(account, "AND LOWER(r.scriptid) LIKE 'customrole%' ORDER BY e.id <> ?, r.id, e.id", [
    preferred,
  ]);
  const called = deploymentsOfType(account, 'RESTLET').flatMap(({ audience }) => audience.roles);
  for (const scriptId of called) {
    const found = custom.find(({ roleScriptId }) => roleScriptId.toLowerCase() === scriptId.toLowerCase());
    if (found) return found;
  }
  return custom[0] ?? administrator(account);
}

function people(account: Account, condition: string, params: readonly (string | number)[]): UserInRole[] {
  return account.store.all<PersonRow>(`${SELECT} ${condition}`, params).map((row) => ({
    id: String(row.id),
    name: row.name,
    email: row.email ?? '',
    role: String(row.role),
    roleScriptId: row.rolescriptid,
    roleName: row.rolename,
    subsidiary: row.subsidiary === null ? null : String(row.subsidiary),
  }));
}
