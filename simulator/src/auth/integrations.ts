import { randomBytes, randomUUID } from 'node:crypto';
import type { Account } from '../kernel/account';
import type { Row } from '../store/store';

export type Scope = 'restlets' | 'rest_webservices';

/** An integration record: an application that may log in (section_157771733782). */
export interface Integration {
  readonly id: number;
  readonly name: string;
  readonly isEnabled: boolean;
  /** Client id of OAuth 2.0 and consumer key of token-based authentication. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly allowsClientCredentials: boolean;
  readonly allowsTokens: boolean;
  readonly scopes: readonly string[];
  readonly applicationId: string;
}

interface IntegrationRow extends Row {
  readonly id: number;
  readonly name: string;
  readonly state: string;
  readonly clientid: string;
  readonly clientsecret: string;
  readonly clientcredentials: string;
  readonly tokenauthentication: string;
  readonly scopes: string;
  readonly applicationid: string;
}

/** An integration by its client id (consumer key), or null. */
export function integrationOf(account: Account, clientId: string): Integration | null {
  return toIntegration(account.store.get<IntegrationRow>('SELECT * FROM integration WHERE clientid = ?', [clientId]));
}

/** The integration record of that name; made, with new secrets, where it is not there yet. */
export function ensureIntegration(account: Account, name: string): Integration {
  const find = (): Integration | null =>
    toIntegration(account.store.get<IntegrationRow>('SELECT * FROM integration WHERE name = ?', [name]));
  const present = find();
  if (present) return present;
  account.store.run(
    `INSERT INTO integration
     (name, state, clientid, clientsecret, clientcredentials, tokenauthentication, scopes, applicationid)
     VALUES (?, 'ENABLED', ?, ?, 'T', 'T', 'restlets|rest_webservices', ?)`,
    [name, newKey(), newKey(), randomUUID().toUpperCase()],
  );
  const made = find();
  if (!made) throw new Error(`The integration ${name} was not stored.`);
  return made;
}

/** A key or secret as NetSuite shows it once: 64 hexadecimal digits. */
export function newKey(): string {
  return randomBytes(32).toString('hex');
}

function toIntegration(row: IntegrationRow | null): Integration | null {
  return (
    row && {
      id: row.id,
      name: row.name,
      isEnabled: row.state === 'ENABLED',
      clientId: row.clientid,
      clientSecret: row.clientsecret,
      allowsClientCredentials: row.clientcredentials === 'T',
      allowsTokens: row.tokenauthentication === 'T',
      scopes: row.scopes.split('|'),
      applicationId: row.applicationid,
    }
  );
}
