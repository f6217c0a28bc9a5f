import type { Account } from '../../kernel/account';
import { LIFETIME, newAccessToken } from './accessToken';
import { type Assertion, checkAssertion } from './assertion';
import { TokenError } from './tokenError';

export const TOKEN_PATH = '/services/rest/auth/oauth2/v1/token';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The token endpoint's answer; `expires_in` is text, as in Oracle's example (section_162755359851). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: string;
  readonly token_type: string;
}

/** A token that was given out, and to whom. */
export interface IssuedToken {
  readonly answer: TokenAnswer;
  readonly assertion: Assertion;
}

/**
 * Serves the token endpoint for the client credentials grant (section_162755359851).
 *
 * @param form the request's form-encoded parameters; null where the body is something else
 * @param address under which the token endpoint was called
 * @throws TokenError
 */
export async function issueToken(
  account: Account,
  form: URLSearchParams | null,
  address: string,
): Promise<IssuedToken> {
  if (!form) throw new TokenError('invalid_request', 'InvalidContentType');
  const parameter = (name: string): string | null => {
    const values = form.getAll(name);
    if (values.length > 1) throw new TokenError('invalid_request', `DuplicateParameter ${name}`);
    return values[0] || null;
  };
  const grantType = parameter('grant_type');
  if (!grantType) throw new TokenError('invalid_request', 'MissingRequiredParameter grant_type');
  if (grantType !== 'client_credentials') throw new TokenError('unsupported_grant_type', grantType);
  if (parameter('client_assertion_type') !== ASSERTION_TYPE) {
    throw new TokenError('invalid_request', 'MissingRequiredParameter client_assertion_type');
  }
  const given = parameter('client_assertion');
  if (!given) throw new TokenError('invalid_request', 'MissingRequiredParameter client_assertion');
  const assertion = await checkAssertion(account, given, [address, netSuiteAddress(account)]);
  const token = await newAccessToken(account, assertion);
  return { answer: { access_token: token, expires_in: String(LIFETIME), token_type: 'bearer' }, assertion };
}

/** Where the endpoint would be in NetSuite; clients that build the audience from the account id are understood. */
function netSuiteAddress(account: Account): string {
  return `https://${account.id.toLowerCase().replace('_', '-')}.suitetalk.api.netsuite.com${TOKEN_PATH}`;
}
