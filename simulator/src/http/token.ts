import { auditLogin } from '../auth/audit';
import { TokenError } from '../auth/oauth2/tokenError';
import { issueToken, TOKEN_PATH } from '../auth/oauth2/tokenRequest';
import { formFields, type Incoming, originOf } from './incoming';
import { json, type Outgoing } from './outgoing';
import type { Served } from './served';

const NO_STORE = [
  ['Cache-Control', 'no-store'],
  ['Pragma', 'no-cache'],
] as const;

/** The token endpoint of OAuth 2.0: answers as RFC 6749, section 5, with every try in the login audit trail. */
export async function serveToken({ account }: Served, request: Incoming): Promise<Outgoing> {
  const attempt = { user: null, role: null, address: request.clientAddress, requestUri: request.path };
  if (request.method !== 'POST') return json(405, { error: 'invalid_request' }, [['Allow', 'POST']]);
  try {
    const { answer, assertion } = await issueToken(account, formFields(request), `${originOf(request)}${TOKEN_PATH}`);
    const { entity: user, role } = assertion.certificate;
    auditLogin(account, {
      ...attempt,
      status: 'Success',
      detail: null,
      user,
      role,
      application: assertion.integration.name,
    });
    return json(200, answer, NO_STORE);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    auditLogin(account, { ...attempt, status: 'Failure', detail: error.detail, application: null });
    return json(error.status, { error: error.code }, NO_STORE);
  }
}
