import { randomUUID } from 'node:crypto';
import { compactVerify, importPKCS8, importSPKI, SignJWT } from 'jose';
import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import { integrationOf, type Scope } from '../integrations';
import { LoginError } from '../loginError';
import { newKeyPair } from './algorithms';
import type { Assertion } from './assertion';
import { certificateOf } from './certificates';

/** Seconds that an access token is good for (section_162755359851). */
export const LIFETIME = 3600;

/** NetSuite signs with RS256; the simulator with ES256, whose keys are made in no time. */
const SIGNED_WITH = 'ES256';

interface KeyRow extends Row {
  readonly keyid: string;
  readonly privatekey: string;
  readonly publickey: string;
}

/** Who an access token stands for: internal ids. */
export interface TokenHolder {
  readonly entity: string;
  readonly role: string;
  readonly application: string;
}

/** An access token for whom the assertion proves, a JWT with NetSuite's claims. */
export async function newAccessToken(
  account: Account,
  { integration, certificate, scopes }: Assertion,
): Promise<string> {
  const key = signingKey(account);
  const now = Math.floor(account.clock.now() / 1000);
  return await new SignJWT({
    sub: `${certificate.entity};${certificate.role}`,
    aud: [integration.clientId, `app:${integration.applicationId}`],
    scope: scopes,
    iss: 'https://system.netsuite.com',
    oit: now,
    exp: now + LIFETIME,
    iat: now,
    jti: randomUUID(),
    cert: certificate.certificateId,
  })
    .setProtectedHeader({ alg: SIGNED_WITH, typ: 'JWT', kid: key.keyid })
    .sign(await importPKCS8(key.privatekey, SIGNED_WITH));
}

/**
 * Checks `Authorization: Bearer`.
 *
 * @param scope what the address asks for
 * @throws LoginError
 */
export async function checkAccessToken(account: Account, token: string, scope: Scope): Promise<TokenHolder> {
  const claims = await verifiedClaims(account, token);
  if (claims.exp * 1000 <= account.clock.now()) throw new LoginError('Bearer', 'AccessTokenExpired');
  if (!claims.scope.includes(scope)) throw new LoginError('Bearer', 'ScopeMismatched');
  const integration = integrationOf(account, claims.aud[0] ?? '');
  if (!integration) throw new LoginError('Bearer', 'InvalidIntegration');
  if (!integration.isEnabled) throw new LoginError('Bearer', 'IntegrationBlocked');
  const certificate = certificateOf(account, claims.cert);
  if (!certificate || certificate.isRevoked) throw new LoginError('Bearer', 'TokenRejected');
  return { entity: certificate.entity, role: certificate.role, application: integration.name };
}

interface AccessClaims {
  readonly exp: number;
  readonly scope: readonly string[];
  readonly aud: readonly string[];
  readonly cert: string;
}

async function verifiedClaims(account: Account, token: string): Promise<AccessClaims> {
  try {
    const key = await importSPKI(signingKey(account).publickey, SIGNED_WITH);
    const { payload } = await compactVerify(token, key, { algorithms: [SIGNED_WITH] });
    return JSON.parse(new TextDecoder().decode(payload)) as AccessClaims;
  } catch {
    throw new LoginError('Bearer', 'InvalidSignature');
  }
}

/** The account's own key; kept, so that tokens outlive a restart. */
function signingKey(account: Account): KeyRow {
  const present = account.store.get<KeyRow>('SELECT * FROM oauth2signingkey LIMIT 1');
  if (present) return present;
  const { privateKey, publicKey } = newKeyPair(SIGNED_WITH);
  const key = { keyid: `c.${account.id}.1`, privatekey: privateKey, publickey: publicKey };
  account.store.run('INSERT INTO oauth2signingkey (keyid, privatekey, publickey) VALUES (?, ?, ?)', [
    key.keyid,
    privateKey,
    publicKey,
  ]);
  return key;
}
