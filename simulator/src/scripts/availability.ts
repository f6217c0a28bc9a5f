import type { User } from '../kernel/execution';
import type { Deployment } from './registry';

/** True where a deployment runs at all: deployed, its script active, and released or tested by its owner. */
export function isAvailable(deployment: Deployment, user: User): boolean {
  if (!deployment.isDeployed || deployment.isInactive) return false;
  return deployment.status !== 'TESTING' || deployment.owner === null || deployment.owner === user.id;
}

/**
 * True where the user's role is in the deployment's audience. Administrators have to be named like everyone else; a
 * script without an audience runs for its owner alone (chapter_N2999041).
 */
export function isInAudience({ audience, owner }: Deployment, user: User): boolean {
  const { allRoles, allEmployees, roles } = audience;
  if (allRoles || allEmployees || roles.includes(user.roleScriptId)) return true;
  return roles.length === 0 && isOwner(owner, user);
}

function isOwner(owner: string | null, user: User): boolean {
  return owner !== null && owner === user.id;
}
