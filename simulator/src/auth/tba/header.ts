import { LoginError } from '../loginError';

/** Parameters of an `Authorization: OAuth` header, decoded. */
export type OAuthParameters = ReadonlyMap<string, string>;

const REQUIRED = [
  'oauth_consumer_key',
  'oauth_token',
  'oauth_nonce',
  'oauth_timestamp',
  'oauth_signature_method',
  'oauth_signature',
] as const;

/**
 * Reads the header of token-based authentication (section_1534941088).
 *
 * @throws LoginError, malformed, where it cannot be read, names a parameter twice or lacks one
 */
export function parseOAuthHeader(header: string): OAuthParameters {
  const parameters = new Map<string, string>();
  for (const part of header.replace(/^OAuth\s*/i, '').split(',')) {
    const match = /^\s*([a-z_]+)\s*=\s*"([^"]*)"\s*$/i.exec(part);
    if (!match?.[1] || match[2] === undefined) throw new LoginError('OAuth', 'header_invalid', true);
    if (parameters.has(match[1])) throw new LoginError('OAuth', 'parameter_duplicated', true);
    parameters.set(match[1], decoded(match[2]));
  }
  for (const name of REQUIRED) {
    if (!parameters.get(name)) throw new LoginError('OAuth', 'parameter_absent', true);
  }
  return parameters;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new LoginError('OAuth', 'header_invalid', true);
  }
}
