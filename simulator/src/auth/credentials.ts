import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';
import type { Row } from '../store/store';
import { ensureIntegration, type Integration } from './integrations';
import { type Algorithm, newKeyPair } from './oauth2/algorithms';
import { mapCertificate } from './oauth2/certificates';
import { TOKEN_PATH } from './oauth2/tokenRequest';
import { ensureAccessToken } from './tba/tokens';

/** All that an application needs to log in; what NetSuite shows once when integration, mapping and token are made. */
export interface Credentials {
  /** Script id of the role: `administrator`, `customrole_x`. */
  readonly role: string;
  readonly oauth2: OAuth2Credentials;
  readonly tba: TokenCredentials;
}

export interface OAuth2Credentials {
  readonly clientId: string;
  readonly certificateId: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  readonly algorithm: Algorithm;
  readonly tokenUrl: string;
  readonly role: string;
}

export interface TokenCredentials {
  readonly realm: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly tokenId: string;
  readonly tokenSecret: string;
  readonly signatureMethod: 'HMAC-SHA256';
  readonly role: string;
}

/** The integration record whose credentials the account gives out. */
const INTEGRATION = 'Local integration';

interface KeyRow extends Row {
  readonly certificateid: string;
  readonly privatekey: string;
}

/**
 * Credentials of a user in a role. They are made once, from the machine's chance, and kept in the account's data, so
 * that they are the same after a restart.
 *
 * @param address under which the account is served, `http://127.0.0.1:8080`
 */
export function credentialsFor(account: Account, user: User, address: string): Credentials {
  const integration = ensureIntegration(account, INTEGRATION);
  const token = ensureAccessToken(account, integration.id, user.id, user.role);
  return {
    role: user.roleScriptId,
    oauth2: oauth2Credentials(account, user, address, 'ES256', integration),
    tba: {
      realm: account.id,
      consumerKey: integration.clientId,
      consumerSecret: integration.clientSecret,
      tokenId: token.tokenId,
      tokenSecret: token.tokenSecret,
      signatureMethod: 'HMAC-SHA256',
      role: user.roleScriptId,
    },
  };
}

/** A certificate for client credentials with a key for the algorithm; RSA keys (PS256) take a second to make. */
export function oauth2Credentials(
  account: Account,
  user: User,
  address: string,
  algorithm: Algorithm,
  integration: Integration = ensureIntegration(account, INTEGRATION),
): OAuth2Credentials {
  const { certificateId, privateKey } =
    storedKey(account, user, algorithm, integration) ?? newKey(account, user, algorithm, integration);
  return {
    clientId: integration.clientId,
    certificateId,
    privateKey,
    algorithm,
    tokenUrl: `${address}${TOKEN_PATH}`,
    role: user.roleScriptId,
  };
}

interface CertificateKey {
  readonly certificateId: string;
  readonly privateKey: string;
}

function storedKey(
  account: Account,
  user: User,
  algorithm: Algorithm,
  integration: Integration,
): CertificateKey | null {
  const row = account.store.get<KeyRow>(
    `SELECT certificateid, privatekey FROM oauth2certificate
     WHERE integration = ? AND entity = ? AND role = ? AND algorithm = ? AND revoked = 'F' AND validuntil > ?
       AND privatekey IS NOT NULL`,
    [integration.id, user.id, user.role, algorithm, account.clock.now()],
  );
  return row && { certificateId: row.certificateid, privateKey: row.privatekey };
}

function newKey(account: Account, user: User, algorithm: Algorithm, integration: Integration): CertificateKey {
  const { privateKey, publicKey } = newKeyPair(algorithm);
  const certificateId = mapCertificate(account, {
    integration: integration.id,
    entity: user.id,
    role: user.role,
    algorithm,
    publicKey,
    privateKey,
  });
  return { certificateId, privateKey };
}
