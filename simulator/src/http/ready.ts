import {
  type Credentials,
  credentialsFor,
  type OAuth2Credentials,
  oauth2Credentials,
  type TokenCredentials,
} from '../auth/credentials';
import { administrator, integrationUser } from '../auth/people';
import type { Account } from '../kernel/account';
import { allDeployments, deploymentPath } from './pages/scripts';

/** What a program needs to use the account: the integration's credentials, and the administrator's beside them. */
export interface AccountCredentials {
  readonly oauth2: OAuth2Credentials;
  readonly tba: TokenCredentials;
  readonly administrator: Pick<Credentials, 'oauth2' | 'tba'>;
}

/** A deployment with its address; null for one that is not called by address. */
export interface ScriptAddress {
  readonly script: string;
  readonly deployment: string;
  readonly type: string;
  readonly url: string | null;
}

/** The line that the command prints when the account is ready. */
export interface Ready {
  readonly url: string;
  readonly account: string;
  /** Beside the keys for ES256 one for PS256, for clients that sign with RSA. */
  readonly credentials: AccountCredentials & { readonly oauth2Rsa: OAuth2Credentials };
  readonly scripts: readonly ScriptAddress[];
}

/**
 * Credentials of an account that is served.
 *
 * @param role script id of the role that the integration logs in as; null for the one that {@link integrationUser} chooses
 * @throws Error where nobody has the role
 */
export function accountCredentials(account: Account, url: string, role: string | null = null): AccountCredentials {
  const { oauth2, tba } = credentialsFor(account, integrationUser(account, role), url);
  const own = credentialsFor(account, administrator(account), url);
  return { oauth2, tba, administrator: { oauth2: own.oauth2, tba: own.tba } };
}

export function ready(account: Account, url: string, role: string | null = null): Ready {
  const scripts = allDeployments(account).map((deployment) => {
    const path = deploymentPath(account, deployment);
    return {
      script: deployment.scriptId,
      deployment: deployment.deploymentId,
      type: deployment.scriptType,
      url: path === null ? null : `${url}${path}`,
    };
  });
  const oauth2Rsa = oauth2Credentials(account, integrationUser(account, role), url, 'PS256');
  return { url, account: account.id, credentials: { ...accountCredentials(account, url, role), oauth2Rsa }, scripts };
}
