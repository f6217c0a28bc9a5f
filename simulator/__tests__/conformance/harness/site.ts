import type { RestletAnswer, RestletCall, RunReport, ScriptRun, SimulatedAccount } from '../../../src/index';

type Call = Partial<Omit<RestletCall, 'method'>>;

/** An account with the scripts of a case. */
export interface Site {
  readonly account: SimulatedAccount;
  /** Calls the RESTlet `customscript_rest`, with a JSON body where the method takes one. */
  call(method: RestletCall['method'], body?: unknown, more?: Call): Promise<RestletAnswer>;
  /** Posts to the RESTlet and gives what it returned; throws what it threw. */
  post(body?: unknown, more?: Call): Promise<unknown>;
  /** Runs `customscript_job` (or another) to its end. */
  run(run?: Partial<ScriptRun>): Promise<RunReport>;
  /** Details of the log's lines with this title, oldest first. */
  logged(title: string): string[];
  /** Titles and details of everything that scripts logged. */
  log(): string[];
  /** The account over HTTP, logged in as its integration. */
  http(path: string, init?: RequestInit): Promise<Response>;
}

export function siteOf(account: SimulatedAccount): Site {
  const call: Site['call'] = (method, body, more = {}) => {
    const target = { script: 'customscript_rest', deploy: 'customdeploy_rest', method, ...more };
    return account.callRestlet(body === undefined ? target : { ...target, body });
  };
  let served: ReturnType<SimulatedAccount['listen']> | undefined;
  let token: Promise<string> | undefined;
  return {
    account,
    call,
    post: async (body = {}, more) => {
      const { status, body: text } = await call('POST', body, more);
      if (status !== 200) throw new Error(`${status} ${text}`);
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
    run: (run) => account.run({ script: 'customscript_job', ...run }),
    logged: (title) =>
      account
        .log()
        .filter((line) => line.title === title)
        .map(({ details }) => details),
    log: () => account.log().map(({ title, details }) => `${title} ${details}`),
    http: async (path, init = {}) => {
      served ??= account.listen();
      const { url, credentials } = await served;
      const headers = new Headers(init.headers);
      if (!headers.has('Authorization')) {
        token ??= accessToken(account, credentials.oauth2);
        headers.set('Authorization', `Bearer ${await token}`);
      }
      return await fetch(`${url}${path}`, { redirect: 'manual', ...init, headers });
    },
  };
}

type OAuth2 = Awaited<ReturnType<SimulatedAccount['listen']>>['credentials']['oauth2'];

/** An access token by the client credentials flow. */
async function accessToken(account: SimulatedAccount, oauth2: OAuth2): Promise<string> {
  const { importPKCS8, SignJWT } = await import('jose');
  const now = Math.floor(account.clock.now() / 1000);
  const assertion = await new SignJWT({
    iss: oauth2.clientId,
    scope: ['restlets', 'rest_webservices'],
    aud: oauth2.tokenUrl,
    iat: now,
    exp: now + 300,
  })
    .setProtectedHeader({ typ: 'JWT', alg: oauth2.algorithm, kid: oauth2.certificateId })
    .sign(await importPKCS8(oauth2.privateKey, oauth2.algorithm));
  const answer = await fetch(oauth2.tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
