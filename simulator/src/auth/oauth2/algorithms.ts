import { generateKeyPairSync } from 'node:crypto';

/** Algorithms that a client assertion may be signed with (section_162790605110). */
export const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };

export function isAlgorithm(name: unknown): name is Algorithm {
  return ALGORITHMS.some((algorithm) => algorithm === name);
}

/**
 * A new pair of keys as PEM (PKCS #8 and SPKI), of the size that NetSuite asks of certificates: RSA 3072 bits, or the
 * curve of the algorithm (section_162686838198).
 */
export function newKeyPair(algorithm: Algorithm): { readonly privateKey: string; readonly publicKey: string } {
  const encodings = {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  } as const;
  const namedCurve = CURVES[algorithm];
  return namedCurve
    ? generateKeyPairSync('ec', { namedCurve, ...encodings })
    : generateKeyPairSync('rsa', { modulusLength: 3072, ...encodings });
}
