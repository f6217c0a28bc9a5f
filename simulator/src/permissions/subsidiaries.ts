import { isFeatureInEffect } from '../company/settings';
import type { User } from '../kernel/execution';
import type { Row, Store } from '../store/store';
import { isAdministrator } from './granted';
import type { PermissionAction } from './levels';
import { deniedBySubsidiary, deniedToModify } from './refusals';

interface WithStore {
  readonly store: Store;
}

interface RoleRow extends Row {
  readonly subsidiaryoption: string | null;
  readonly subsidiaries: string | null;
  readonly subsidiaryviewingallowed: string | null;
}

/** Which subsidiaries' records a role may use, in an account with OneWorld. */
export interface SubsidiaryRestriction {
  /** Internal ids of the subsidiaries whose records may be changed. */
  readonly subsidiaries: readonly number[];
  /** Allow Cross-Subsidiary Record Viewing: the records of all others may be seen, and not changed. */
  readonly mayViewOthers: boolean;
}

/**
 * The subsidiary restrictions of a user's role (bridgehead_N286421): All, Active, User Subsidiary or Selected. Null where
 * there are none.
 */
export function subsidiaryRestriction(account: WithStore, user: User): SubsidiaryRestriction | null {
  if (isAdministrator(user.role) || !isFeatureInEffect(account, 'SUBSIDIARIES')) return null;
  const role = account.store.get<RoleRow>(
    'SELECT subsidiaryoption, subsidiaries, subsidiaryviewingallowed FROM role WHERE id = ?',
    [Number(user.role)],
  );
  const subsidiaries = allowed(account, user, role);
  return subsidiaries && { subsidiaries, mayViewOthers: role?.subsidiaryviewingallowed === 'T' };
}

function allowed({ store }: WithStore, user: User, role: RoleRow | null): readonly number[] | null {
  switch (role?.subsidiaryoption) {
    case 'OWN':
      return user.subsidiary === null ? [] : [Number(user.subsidiary)];
    case 'SELECTED':
      return (role.subsidiaries ?? '').split(', ').filter(Boolean).map(Number);
    case 'ALLACTIVE':
      return store.all<{ id: number }>("SELECT id FROM subsidiary WHERE isinactive <> 'T'").map(({ id }) => id);
    default:
      return null;
  }
}

/**
 * Throws INSUFFICIENT_PERMISSION where the role may not do this to a record of these subsidiaries. A record of several
 * subsidiaries is open to a role that has one of them (assumed).
 */
export function requireSubsidiary(
  account: WithStore,
  user: User,
  subsidiaries: readonly number[],
  action: PermissionAction,
): void {
  const restriction = subsidiaryRestriction(account, user);
  if (!restriction || subsidiaries.some((id) => restriction.subsidiaries.includes(id))) return;
  if (!restriction.mayViewOthers) throw deniedBySubsidiary();
  if (action !== 'view') throw deniedToModify();
}
