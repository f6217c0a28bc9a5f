/**
 * A refused log-in. NetSuite tells the caller next to nothing; the reason stands in the login audit trail, in the words
 * of subsect_156935170194 (token-based authentication) and subsect_158324637123 (OAuth 2.0).
 */
export class LoginError extends Error {
  override readonly name = 'LoginError';

  constructor(
    readonly scheme: 'OAuth' | 'Bearer',
    /** Word of the login audit trail, for example `signature_invalid`, `AccessTokenExpired`. */
    readonly detail: string,
    /** A header that cannot be understood, rather than one that is wrong. */
    readonly isMalformed = false,
    /** What a RESTlet's caller is told. */
    readonly code: 'INVALID_LOGIN_ATTEMPT' | 'INVALID_LOGIN_CREDENTIALS' = 'INVALID_LOGIN_ATTEMPT',
  ) {
    super(`Invalid login attempt: ${detail}`);
  }
}
