import { OPERATIONS, type OperationName } from './operations';

/** Who may do what: what rests on somebody's word (mark, edit) is left to administrators. */
const BY_ROLE: Readonly<Record<string, readonly OperationName[]>> = {
  administrator: OPERATIONS,
  customrole_obc_administrator: OPERATIONS,
  customrole_obc_accountant: ['retry', 'hold', 'release'],
  customrole_obc_integration: ['retry', 'hold', 'release', 'cancel'],
};

/** NetSuite's role Administrator has this internal id in every account. */
const ADMINISTRATOR = 3;

/**
 * The operations that a role may do; none for a role that is not the connector's. Pure.
 * @param role internal id and script id, as `N/runtime` tells them of the current user
 */
export function operationsOf(role: { readonly role: number; readonly roleId: string }): readonly OperationName[] {
  if (role.role === ADMINISTRATOR) return OPERATIONS;
  return BY_ROLE[role.roleId.toLowerCase()] ?? [];
}
