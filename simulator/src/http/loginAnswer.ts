import type { LoginError } from '../auth/loginError';
import type { Account } from '../kernel/account';

/**
 * `WWW-Authenticate` of a refused log-in: as RFC 5849 and RFC 6750 have it, with the account as realm. NetSuite says no
 * more than that the log-in is invalid.
 */
export function challenge(account: Account, error: LoginError): readonly [string, string] {
  const code = error.scheme === 'Bearer' ? 'invalid_token' : 'token_rejected';
  return [
    'WWW-Authenticate',
    `${error.scheme} realm="${account.id}", error="${code}", error_description="Invalid login attempt."`,
  ];
}
