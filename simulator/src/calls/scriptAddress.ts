import { createHash } from 'node:crypto';
import type { Account } from '../kernel/account';
import type { Deployment } from '../scripts/registry';
import { deploymentsOf } from '../scripts/registry';

const PATHS = { SUITELET: '/app/site/hosting/scriptlet.nl', RESTLET: '/app/site/hosting/restlet.nl' } as const;

/** Where scripts of a type are called; null for those that have no address. */
export function scriptPath(type: string): string | null {
  return type === 'SUITELET' || type === 'RESTLET' ? PATHS[type] : null;
}

/** Parameters that name a deployment in an address: the script's internal id and the deployment's number in it. */
export function scriptParameters(account: Account, deployment: Deployment): Record<string, string> {
  const place = deploymentsOf(account, deployment.script).findIndex(
    ({ deploymentId }) => deploymentId === deployment.deploymentId,
  );
  return { script: deployment.script, deploy: String(place + 1) };
}

/**
 * What proves that a caller without login was given the address of a Suitelet: NetSuite puts it into the external URL as
 * `ns-at` (section_4358672433). Here it follows from the account and the deployment, so that it stays the same.
 */
export function externalToken(account: Account, deployment: Deployment): string {
  const hash = createHash('sha256').update(`${account.id}/${deployment.scriptId}/${deployment.deploymentId}`);
  return `AAEJ7tMQ${hash.digest('base64url')}`;
}
