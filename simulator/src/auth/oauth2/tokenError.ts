/** Codes of RFC 6749, section 5.2, which NetSuite's token endpoint answers with. */
export type TokenErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope';

/**
 * A refused request for an access token. Which of the codes NetSuite chooses for which fault of an assertion is not
 * documented but for the expired one (`invalid_grant`); here: an assertion that cannot be read is an invalid request, one
 * that does not prove who signed it an invalid client, one that is good but not for here and now an invalid grant.
 */
export class TokenError extends Error {
  override readonly name = 'TokenError';

  constructor(
    readonly code: TokenErrorCode,
    /** For the login audit trail. */
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }

  /** RFC 6749: 401 where the client is not who it says, else 400. */
  get status(): number {
    return this.code === 'invalid_client' ? 401 : 400;
  }
}
