import { randomBytes } from 'node:crypto';
import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';
import type { Algorithm } from './algorithms';

const DAY = 86_400_000;

/** A mapping of Setup > Integration > OAuth 2.0 Client Credentials: who a certificate logs in as. */
export interface Certificate {
  /** The assertion's `kid`. */
  readonly certificateId: string;
  readonly integration: number;
  /** Internal ids of user and role. */
  readonly entity: string;
  readonly role: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
  /** Milliseconds since 1970 UTC. */
  readonly validFrom: number;
  readonly validUntil: number;
  readonly isRevoked: boolean;
}

export interface Mapping {
  readonly integration: number;
  readonly entity: string;
  readonly role: string;
  readonly algorithm: Algorithm;
  readonly publicKey: string;
  /** Kept only for the keys that the account makes itself for its ready line. */
  readonly privateKey?: string;
}

interface CertificateRow extends Row {
  readonly certificateid: string;
  readonly integration: number;
  readonly entity: string;
  readonly role: string;
  readonly publickey: string;
  readonly validfrom: number;
  readonly validuntil: number;
  readonly revoked: string;
}

export function certificateOf(account: Account, certificateId: string): Certificate | null {
  const row = account.store.get<CertificateRow>('SELECT * FROM oauth2certificate WHERE certificateid = ?', [
    certificateId,
  ]);
  return (
    row && {
      certificateId: row.certificateid,
      integration: row.integration,
      entity: row.entity,
      role: row.role,
      publicKey: row.publickey,
      validFrom: row.validfrom,
      validUntil: row.validuntil,
      isRevoked: row.revoked === 'T',
    }
  );
}

/**
 * Maps a certificate to a user in a role. It is valid for two years, the longest that NetSuite takes
 * (section_162686838198).
 *
 * @returns the certificate id
 */
export function mapCertificate(account: Account, mapping: Mapping): string {
  const certificateId = randomBytes(32).toString('base64url');
  const now = account.clock.now();
  account.store.run(
    `INSERT INTO oauth2certificate
     (certificateid, integration, entity, role, publickey, algorithm, validfrom, validuntil, privatekey, revoked)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'F')`,
    [
      certificateId,
      mapping.integration,
      mapping.entity,
      mapping.role,
      mapping.publicKey,
      mapping.algorithm,
      now - DAY,
      now + 730 * DAY,
      mapping.privateKey ?? null,
    ],
  );
  return certificateId;
}

/** Ends a mapping; assertions signed with its key are refused from now on, and so are tokens given out for it. */
export function revokeCertificate(account: Account, certificateId: string): void {
  account.store.run("UPDATE oauth2certificate SET revoked = 'T' WHERE certificateid = ?", [certificateId]);
}
