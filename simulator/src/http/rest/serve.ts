import { authenticate } from '../../auth/authenticate';
import { LoginError } from '../../auth/loginError';
import { NetSuiteError } from '../../kernel/errors';
import type { Caller } from '../../kernel/execution';
import { permissionLevel } from '../../permissions/granted';
import { PERMISSION_LEVELS } from '../../permissions/levels';
import type { Incoming } from '../incoming';
import { challenge } from '../loginAnswer';
import type { Outgoing } from '../outgoing';
import type { RequestPool } from '../pool';
import type { Served } from '../served';
import { problemAnswer, problemOf, RestProblem } from './problem';

export type RestService = (served: Served, caller: Caller, request: Incoming) => Promise<Outgoing>;

const LOGIN_FAILED =
  'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.';

/** REST Web Services and SuiteAnalytics Workbook, which every role needs here (article_5085602973). */
const PERMISSIONS = ['ADMI_RESTWEBSERVICES', 'REPO_ANALYTICS'];

/** What NetSuite answers to a role that may not use REST web services, as integrators report it. */
const NOT_PERMITTED = 'Your current role does not have permission to perform this action.';

/**
 * Serves a request of REST web services: log-in and permission, one of the account's request slots (429 where none is free), and every
 * error in the form of section_156570709583.
 */
export async function serveRest(
  served: Served,
  pool: RequestPool,
  request: Incoming,
  service: RestService,
): Promise<Outgoing> {
  try {
    const user = await authenticate(served.account, request, 'rest_webservices');
    if (/respond-async/i.test(request.headers.prefer ?? '')) {
      throw new RestProblem(400, 'SIMULATOR_NOT_SUPPORTED', 'The simulator does not support Prefer: respond-async.');
    }
    if (PERMISSIONS.some((key) => permissionLevel(served.account, user.role, key) === PERMISSION_LEVELS.NONE)) {
      throw new RestProblem(403, 'INSUFFICIENT_PERMISSION', NOT_PERMITTED);
    }
    const caller: Caller = { user, context: 'RESTWEBSERVICES', execution: null };
    const answer = await pool.run(() => service(served, caller, request));
    if (answer) return answer;
    throw new RestProblem(429, 'CONCURRENCY_LIMIT_EXCEEDED', 'The request limit of the account is exceeded.');
  } catch (error) {
    if (error instanceof LoginError) {
      return problemAnswer(new RestProblem(401, 'INVALID_LOGIN', LOGIN_FAILED), [challenge(served.account, error)]);
    }
    if (error instanceof RestProblem) return problemAnswer(error);
    if (error instanceof NetSuiteError) return problemAnswer(problemOf(error, request.path));
    throw error;
  }
}
