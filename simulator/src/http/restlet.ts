import { authenticate } from '../auth/authenticate';
import { LoginError } from '../auth/loginError';
import type { User } from '../kernel/execution';
import { type RestletAnswer, restletError, runRestlet } from '../scripts/restlet';
import type { Incoming } from './incoming';
import { challenge } from './loginAnswer';
import type { Outgoing } from './outgoing';
import type { RequestPool } from './pool';
import type { Served } from './served';

/** Characters that NetSuite guarantees for a RESTlet's input, as bytes (section_4640094112). */
const LARGEST_BODY = 10 * 1024 * 1024;

/**
 * `/app/site/hosting/restlet.nl`: logs the caller in, takes one of the account's request slots, and runs the RESTlet.
 * Over the account's concurrency it answers 400 and SSS_REQUEST_LIMIT_EXCEEDED (bridgehead_1500275603).
 */
export async function serveRestlet(served: Served, pool: RequestPool, request: Incoming): Promise<Outgoing> {
  const refuse = (status: number, name: string, message: string): Outgoing =>
    restletError(status, { name, message }, request.contentType);
  let user: User;
  try {
    user = await authenticate(served.account, request, 'restlets');
  } catch (error) {
    if (!(error instanceof LoginError)) throw error;
    if (error.isMalformed) {
      // That it is 400 rather than 401 is an assumption: Oracle gives the code and not the status.
      return refuse(
        400,
        'INVALID_REQUEST',
        'The request could not be understood by the server due to malformed syntax.',
      );
    }
    if (error.code === 'INVALID_LOGIN_CREDENTIALS') {
      // The sentence, and that it is 401 too, are assumed.
      const message = 'You have entered an invalid email address or password. Please try again.';
      return { ...refuse(401, error.code, message), headers: [challenge(served.account, error)] };
    }
    const answer = refuse(401, 'INVALID_LOGIN_ATTEMPT', 'Invalid login attempt.');
    return { ...answer, headers: [challenge(served.account, error)] };
  }
  const answer = await pool.run(() => call(served, user, request));
  return answer ?? refuse(400, 'SSS_REQUEST_LIMIT_EXCEEDED', 'Request Limit Exceeded!');
}

async function call({ account, perform }: Served, user: User, request: Incoming): Promise<RestletAnswer> {
  if (request.body.length > LARGEST_BODY) {
    // Oracle names the limit and not the answer; this is NetSuite's code for content over 10 MB elsewhere.
    const message = 'The file content you are attempting to access exceeds the maximum allowed size of 10.0 MB.';
    return restletError(400, { name: 'SSS_FILE_CONTENT_SIZE_EXCEEDED', message }, request.contentType);
  }
  const parameters = Object.fromEntries(request.query);
  const { script, deploy, ...rest } = parameters;
  const caller = { user, context: 'RESTLET', execution: null };
  return await perform(
    runRestlet(account, caller, {
      script: script ?? '',
      deploy: deploy ?? '',
      method: request.method,
      parameters: rest,
      body: request.hasBody ? request.body.toString('utf8') || ' ' : null,
      contentType: request.contentType,
    }),
  );
}
