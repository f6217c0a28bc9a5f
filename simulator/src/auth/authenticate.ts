import type { Account } from '../kernel/account';
import type { User } from '../kernel/execution';
import { isWebServicesOnly, permissionLevel } from '../permissions/granted';
import { PERMISSION_LEVELS } from '../permissions/levels';
import { auditLogin } from './audit';
import type { Scope } from './integrations';
import { LoginError } from './loginError';
import { checkAccessToken, type TokenHolder } from './oauth2/accessToken';
import { userInRole } from './people';
import { sessionCookie, sessionUser } from './sessions';
import { checkTokenHeader } from './tba/verify';

/** What log-in needs of an HTTP request. */
export interface LoginRequest {
  readonly method: string;
  /** Whole address, as the caller wrote it. */
  readonly url: string;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly clientAddress: string;
}

/** Log in using OAuth 2.0 Access Tokens, and Log in using Access Tokens: what a role needs (section_157771510070). */
const LOGIN_PERMISSIONS = { Bearer: 'ADMI_LOGIN_OAUTH2', OAuth: 'ADMI_LOGIN_OAUTH' } as const;

/**
 * Finds out who calls a RESTlet or REST web services: by OAuth 2.0 access token, by token-based authentication, or by a
 * browser's session; a header or a cookie, never both (section_N2971402). RESTlets are no web services: a role that is for
 * web services only is refused with INVALID_LOGIN_CREDENTIALS (chapter_1529417663; the word of the audit trail is assumed).
 *
 * @throws LoginError, after a line in the login audit trail
 */
export async function authenticate(account: Account, request: LoginRequest, scope: Scope): Promise<User> {
  const attempt = { address: request.clientAddress, requestUri: new URL(request.url).pathname };
  let holder: TokenHolder | null = null;
  try {
    const session = sessionCookie(request.cookie);
    if (!request.authorization) {
      const user = session === null ? null : sessionUser(account, session);
      if (!user) throw new LoginError('OAuth', 'NoCredentials');
      return user;
    }
    if (session !== null) throw new LoginError('OAuth', 'HeaderAndCookies');
    holder = await tokenHolder(account, request.authorization, request, scope);
    const user = userInRole(account, holder.entity, holder.role);
    const scheme = /^Bearer/i.test(request.authorization) ? 'Bearer' : 'OAuth';
    if (!user) throw new LoginError(scheme, 'EntityOrRoleDisabled');
    if (scope === 'restlets' && isWebServicesOnly(account, user.role)) {
      throw new LoginError(scheme, 'WebServicesOnlyRole', false, 'INVALID_LOGIN_CREDENTIALS');
    }
    if (permissionLevel(account, user.role, LOGIN_PERMISSIONS[scheme]) === PERMISSION_LEVELS.NONE) {
      throw new LoginError(scheme, 'permission_denied');
    }
    const { application } = holder;
    auditLogin(account, { ...attempt, status: 'Success', detail: null, user: user.id, role: user.role, application });
    return user;
  } catch (error) {
    if (error instanceof LoginError) {
      const { entity, role, application } = holder ?? { entity: null, role: null, application: null };
      auditLogin(account, { ...attempt, status: 'Failure', detail: error.detail, user: entity, role, application });
    }
    throw error;
  }
}

async function tokenHolder(
  account: Account,
  header: string,
  request: LoginRequest,
  scope: Scope,
): Promise<TokenHolder> {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(header);
  if (bearer?.[1]) return await checkAccessToken(account, bearer[1], scope);
  if (/^OAuth\s/i.test(header)) return checkTokenHeader(account, header, request);
  throw new LoginError('OAuth', 'header_invalid', true);
}
