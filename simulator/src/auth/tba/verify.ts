import type { Account } from '../../kernel/account';
import { integrationOf } from '../integrations';
import { LoginError } from '../loginError';
import type { TokenHolder } from '../oauth2/accessToken';
import { type OAuthParameters, parseOAuthHeader } from './header';
import { isSameSignature, type SignedRequest, signature } from './signature';
import { type AccessToken, accessTokenOf } from './tokens';

/** Seconds by which a request's timestamp may differ from the account's clock (subsect_156934879823). */
const WINDOW = 300;

/**
 * Checks `Authorization: OAuth` of token-based authentication (section_1534941088): HMAC-SHA256 alone (HMAC-SHA1 ended
 * with 2023.1), the account as realm, a timestamp within five minutes, a nonce of six characters or more that was not
 * used with this timestamp, an enabled integration, an active token, and the signature.
 *
 * @throws LoginError with the words of subsect_156935170194
 */
export function checkTokenHeader(account: Account, header: string, request: SignedRequest): TokenHolder {
  const parameters = parseOAuthHeader(header);
  const value = (name: string): string => parameters.get(name) ?? '';
  if (value('realm') !== account.id) throw refused('realm_unknown');
  if ((parameters.get('oauth_version') ?? '1.0') !== '1.0') throw refused('version_rejected');
  if (value('oauth_signature_method') !== 'HMAC-SHA256') throw refused('signature_method_rejected');
  const integration = integrationOf(account, value('oauth_consumer_key'));
  if (!integration) throw refused('consumer_key_unknown');
  if (!integration.isEnabled || !integration.allowsTokens) throw refused('consumer_key_refused');
  const token = accessTokenOf(account, value('oauth_token'));
  if (!token || token.integration !== integration.id || !token.isActive) throw refused('token_rejected');
  const expected = signature(request, parameters, integration.clientSecret, token.tokenSecret);
  if (!isSameSignature(value('oauth_signature'), expected)) throw refused('signature_invalid');
  useNonce(account, token, parameters);
  return { entity: token.entity, role: token.role, application: integration.name };
}

function useNonce(account: Account, token: AccessToken, parameters: OAuthParameters): void {
  const nonce = parameters.get('oauth_nonce') ?? '';
  const timestamp = Number(parameters.get('oauth_timestamp'));
  const now = Math.floor(account.clock.now() / 1000);
  if (!Number.isInteger(timestamp) || Math.abs(timestamp - now) > WINDOW) throw refused('timestamp_refused');
  if (nonce.length < 6) throw refused('nonce_rejected');
  account.store.run('DELETE FROM usednonce WHERE timestamp < ?', [now - 2 * WINDOW]);
  const { changes } = account.store.run(
    'INSERT OR IGNORE INTO usednonce (tokenid, nonce, timestamp) VALUES (?, ?, ?)',
    [token.tokenId, nonce, timestamp],
  );
  if (changes === 0) throw refused('nonce_used');
}

function refused(detail: string): LoginError {
  return new LoginError('OAuth', detail);
}
