import { compactVerify, decodeJwt, decodeProtectedHeader, importSPKI, type JWTPayload } from 'jose';
import type { Account } from '../../kernel/account';
import { type Integration, integrationOf } from '../integrations';
import { type Algorithm, isAlgorithm } from './algorithms';
import { type Certificate, certificateOf } from './certificates';
import { TokenError } from './tokenError';

/** What a client assertion proves, and what it asks for. */
export interface Assertion {
  readonly integration: Integration;
  readonly certificate: Certificate;
  readonly scopes: readonly string[];
}

interface Claims {
  readonly algorithm: Algorithm;
  readonly certificateId: string;
  readonly clientId: string;
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
  /** Seconds since 1970 UTC. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/**
 * Checks a client assertion (section_162790605110): signed with PS256/384/512 or ES256/384/512 by a mapped certificate
 * (`kid`), `iss` the client id, `aud` the token endpoint, valid for less than 60 minutes by the account's clock.
 *
 * @param audiences addresses under which the token endpoint is known
 * @throws TokenError
 */
export async function checkAssertion(
  account: Account,
  assertion: string,
  audiences: readonly string[],
): Promise<Assertion> {
  const claims = readClaims(assertion);
  const integration = integrationOf(account, claims.clientId);
  if (!integration) throw new TokenError('invalid_client', 'UnknownIntegration');
  if (!integration.isEnabled) throw new TokenError('invalid_client', 'IntegrationBlocked');
  if (!integration.allowsClientCredentials) throw new TokenError('unauthorized_client', 'ClientCredentialsRequired');
  const certificate = certificateOf(account, claims.certificateId);
  if (!certificate || certificate.integration !== integration.id) {
    throw new TokenError('invalid_client', 'UnknownCertificate');
  }
  await checkSignature(assertion, claims.algorithm, certificate);
  const now = account.clock.now();
  if (certificate.isRevoked) throw new TokenError('invalid_client', 'CertificateRevoked');
  if (now < certificate.validFrom || now >= certificate.validUntil) {
    throw new TokenError('invalid_client', 'CertificateExpired');
  }
  checkTime(claims, now);
  if (!claims.audience.some((audience) => audiences.includes(audience))) {
    throw new TokenError('invalid_grant', 'InvalidAudience');
  }
  return { integration, certificate, scopes: checkScopes(claims.scopes, integration) };
}

function readClaims(assertion: string): Claims {
  let header: ReturnType<typeof decodeProtectedHeader>;
  let payload: JWTPayload;
  try {
    header = decodeProtectedHeader(assertion);
    payload = decodeJwt(assertion);
  } catch {
    throw new TokenError('invalid_request', 'InvalidAssertion');
  }
  const { iss, aud, iat, exp, scope } = payload;
  if (!isAlgorithm(header.alg)) throw new TokenError('invalid_request', 'UnsupportedAlgorithm');
  if (header.typ !== 'JWT') throw new TokenError('invalid_request', 'InvalidTokenType');
  if (!header.kid) throw new TokenError('invalid_request', 'MissingCertificateId');
  if (!iss) throw new TokenError('invalid_request', 'MissingIssuer');
  if (aud === undefined) throw new TokenError('invalid_request', 'MissingAudience');
  if (typeof iat !== 'number' || typeof exp !== 'number') throw new TokenError('invalid_request', 'MissingTime');
  return {
    algorithm: header.alg,
    certificateId: header.kid,
    clientId: iss,
    audience: Array.isArray(aud) ? aud : [aud],
    scopes: readScopes(scope),
    issuedAt: iat,
    expiresAt: exp,
  };
}

/** A list, or text separated by commas (as documented) or spaces (as RFC 6749 has it). */
function readScopes(scope: unknown): string[] {
  const scopes = Array.isArray(scope) ? scope.map(String) : typeof scope === 'string' ? scope.split(/[\s,]+/) : [];
  return scopes.filter((name) => name !== '');
}

async function checkSignature(assertion: string, algorithm: Algorithm, certificate: Certificate): Promise<void> {
  try {
    const key = await importSPKI(certificate.publicKey, algorithm);
    await compactVerify(assertion, key, { algorithms: [algorithm] });
  } catch {
    throw new TokenError('invalid_client', 'InvalidSignature');
  }
}

/** A minute of difference between the clocks is forgiven. */
const LEEWAY = 60;

function checkTime({ issuedAt, expiresAt }: Claims, now: number): void {
  const seconds = now / 1000;
  if (expiresAt <= seconds) throw new TokenError('invalid_grant', 'AssertionExpired');
  if (issuedAt > seconds + LEEWAY) throw new TokenError('invalid_grant', 'AssertionFromTheFuture');
  if (expiresAt - issuedAt > 3600) throw new TokenError('invalid_grant', 'AssertionValidTooLong');
}

function checkScopes(scopes: readonly string[], integration: Integration): readonly string[] {
  const isAllowed = scopes.length > 0 && scopes.every((scope) => integration.scopes.includes(scope));
  if (!isAllowed) throw new TokenError('invalid_scope', 'ScopeMismatched');
  return scopes;
}
