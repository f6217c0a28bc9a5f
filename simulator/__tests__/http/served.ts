import { createHmac, randomBytes } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import OAuth from 'oauth-1.0a';
import type { OAuth2Credentials, TokenCredentials } from '../../src/auth/credentials';
import { type AccountCredentials, type AccountOptions, createAccount, type SimulatedAccount } from '../../src/index';
import { APP, type Files, folderOf, manifest, object, script } from '../sdf/projects';

export const NOW = '2026-07-15T17:00:00.000Z';
export const ECHO = '/app/site/hosting/restlet.nl?script=customscript_x_echo&deploy=customdeploy_x_echo';
export const POST_ONLY = '/app/site/hosting/restlet.nl?script=customscript_x_post&deploy=customdeploy_x_post';

/** What the RESTlet of the tests does is chosen by `do` in its parameters or body. */
const ECHO_SCRIPT = script(
  'Restlet',
  `(() => {
    const answer = (given) => {
      switch (given && given.do) {
        case 'throw': throw error.create({ name: 'MY_CODE', message: 'My <message>' });
        case 'type error': return undefined.x;
        case 'html': return restlet.createResponse({ content: '<b>hi</b>', contentType: 'text/html' });
        case 'text': return 'plain text';
        case 'nothing': return undefined;
        case 'user': return JSON.stringify(runtime.getCurrentUser().roleId);
        case 'wait': {
          for (let i = 0; i < 20; i += 1) runtime.isFeatureInEffect({ feature: 'X' });
          return { waited: true };
        }
        default: return { got: given, type: typeof given };
      }
    };
    return { get: (given) => (given.do ? answer(given) : JSON.stringify(given)), post: answer, put: answer,
      delete: (given) => 'deleted ' + given.id };
  })()`,
  ['N/error', 'N/scriptTypes/restlet', 'N/runtime'],
);

const SUITELET_SCRIPT = script(
  'Suitelet',
  `{ onRequest: ({ request, response }) => {
    switch (request.parameters.do) {
      case 'write': response.setHeader({ name: 'Content-Type', value: 'application/json' });
        response.write(JSON.stringify({ parameters: request.parameters, method: request.method,
          agent: request.headers['User-Agent'], body: request.body, ip: request.clientIpAddress }));
        return;
      case 'redirect': redirect.toSuitelet({ scriptId: 'customscript_x_page', deploymentId: 'customdeploy_x_page',
        parameters: { a: 'ä&b' } });
        return;
      case 'record': response.sendRedirect({ type: https.RedirectType.RECORD, identifier: 'customer', id: '7' });
        return;
      case 'throw': throw new Error('broken <b>here</b>');
      case 'files': {
        const sent = request.files.upload;
        response.write(JSON.stringify([sent.name, sent.fileType, sent.getContents(), request.parameters.note]));
        return;
      }
      case 'download': response.writeFile({ file: file.create({ name: 'Zahlen ä.csv', fileType: file.Type.CSV, contents: 'a,b' }) });
        return;
      case 'cache': response.setCdnCacheable({ type: https.CacheDuration.SHORT }); response.write('x'); return;
      case 'urls': response.write(JSON.stringify([
        url.resolveScript({ scriptId: 'customscript_x_page', deploymentId: 'customdeploy_x_page', params: { a: '1&2' } }),
        url.resolveScript({ scriptId: 'customscript_x_page', deploymentId: 'customdeploy_x_page', returnExternalUrl: true }),
        url.resolveScript({ scriptId: 'customscript_x_echo', deploymentId: 'customdeploy_x_echo', returnExternalUrl: true }),
        url.resolveRecord({ recordType: 'customer', recordId: 7, isEditMode: true }),
        url.resolveDomain({ hostType: url.HostType.APPLICATION }),
        url.format({ domain: 'https://x.y/z', params: { a: 'b c' } }),
      ])); return;
    }
    const form = serverWidget.createForm({ title: 'Hello <World>' });
    form.addField({ id: 'custpage_name', label: 'Name', type: 'TEXT' }).defaultValue = request.parameters.custpage_name || '';
    form.addField({ id: 'custpage_on', label: 'On', type: 'CHECKBOX' }).defaultValue = request.parameters.custpage_on || 'F';
    form.addField({ id: 'custpage_sub', label: 'Subsidiary', type: 'SELECT', source: 'subsidiary' });
    const list = form.addSublist({ id: 'list', label: 'Lines', type: 'LIST' });
    list.addMarkAllButtons();
    list.addField({ id: 'mark', label: 'Mark', type: 'CHECKBOX' });
    list.addField({ id: 'amount', label: 'Amount', type: 'CURRENCY' });
    for (let line = 0; line < 3; line += 1) list.setSublistValue({ id: 'amount', line, value: (line + 1) + '.00' });
    if (request.method === 'POST') {
      const marked = [0, 1, 2].filter((line) => request.getSublistValue({ group: 'list', name: 'mark', line }) === 'T');
      form.addPageInitMessage({ type: 'CONFIRMATION', title: 'Marked', message: marked.join('+') + ' of ' + request.getLineCount({ group: 'list' }) });
    }
    form.addSubmitButton({ label: 'Send' });
    response.writePage(form);
  } }`,
  ['N/ui/serverWidget', 'N/redirect', 'N/https', 'N/url', 'N/file'],
);

function deployed(kind: string, name: string, file: string, more = ''): Record<string, string> {
  return object(`<${kind} scriptid="customscript_x_${name}"><name>${name}</name><scriptfile>[/SuiteApps/${APP}/${file}.js]</scriptfile>
    <scriptdeployments><scriptdeployment scriptid="customdeploy_x_${name}">
      <status>RELEASED</status><title>${name}</title><allroles>T</allroles>${more}
    </scriptdeployment></scriptdeployments></${kind}>`);
}

/** A project with the scripts that these tests call; `more` adds files. */
export function testProject(more: Files = {}): string {
  const at = `FileCabinet/SuiteApps/${APP}`;
  return folderOf({
    'manifest.xml': manifest('1.0.0'),
    'deploy.xml': `<deploy><files><path>~/FileCabinet/SuiteApps/${APP}/*</path></files><objects><path>~/Objects/*</path></objects></deploy>`,
    [`${at}/echo.js`]: ECHO_SCRIPT,
    [`${at}/post.js`]: script('Restlet', '{ post: (body) => ({ got: body }) }'),
    [`${at}/page.js`]: SUITELET_SCRIPT,
    ...deployed('restlet', 'echo', 'echo'),
    ...deployed('restlet', 'post', 'post'),
    ...deployed('suitelet', 'page', 'page', '<isonline>T</isonline>'),
    ...deployed('suitelet', 'inner', 'page', '<isonline>F</isonline>'),
    ...more,
  });
}

export interface ServedAccount {
  readonly account: SimulatedAccount;
  readonly url: string;
  readonly credentials: AccountCredentials;
}

/** An account with the demo company and the test project, listening. */
export async function served(options: AccountOptions = {}, project = testProject()): Promise<ServedAccount> {
  const account = await createAccount({ company: 'demo', now: NOW, ...options });
  await account.install(project);
  const { url, credentials } = await account.listen();
  return { account, url, credentials };
}

export interface AssertionChanges {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly key?: string;
}

/** A client assertion as a correct client makes it, with what a test makes wrong. */
export async function assertion(
  { account }: ServedAccount,
  oauth2: OAuth2Credentials,
  { header = {}, claims = {}, key = oauth2.privateKey }: AssertionChanges = {},
): Promise<string> {
  const now = Math.floor(account.clock.now() / 1000);
  const algorithm = String(header.alg ?? oauth2.algorithm);
  return await new SignJWT({
    iss: oauth2.clientId,
    scope: ['restlets', 'rest_webservices'],
    aud: oauth2.tokenUrl,
    iat: now,
    exp: now + 300,
    ...claims,
  })
    .setProtectedHeader({ typ: 'JWT', alg: algorithm, kid: oauth2.certificateId, ...header })
    .sign(await importPKCS8(key, algorithm));
}

export const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export async function requestToken(url: string, fields: Record<string, string>): Promise<Response> {
  return await fetch(`${url}/services/rest/auth/oauth2/v1/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
}

/** `Authorization` of an access token that was got the documented way. */
export async function bearer(server: ServedAccount, claims: Record<string, unknown> = {}): Promise<string> {
  const { oauth2 } = server.credentials;
  const response = await requestToken(server.url, {
    grant_type: 'client_credentials',
    client_assertion_type: JWT_BEARER,
    client_assertion: await assertion(server, oauth2, { claims }),
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`No token: ${response.status}`);
  return `Bearer ${token}`;
}

export interface TokenChanges {
  readonly realm?: string;
  readonly nonce?: string;
  /** Seconds by which the client's clock differs. */
  readonly skew?: number;
  readonly method?: 'HMAC-SHA256' | 'HMAC-SHA1';
  readonly tokenSecret?: string;
  readonly consumerKey?: string;
  readonly tokenId?: string;
}

/** `Authorization` of token-based authentication, signed by an OAuth 1.0a library. */
export function tokenHeader(
  { account, credentials: { tba: own } }: ServedAccount,
  method: string,
  url: string,
  changes: TokenChanges = {},
): string {
  const tba: TokenCredentials = own;
  const hash = (changes.method ?? 'HMAC-SHA256') === 'HMAC-SHA1' ? 'sha1' : 'sha256';
  const oauth = new OAuth({
    consumer: { key: changes.consumerKey ?? tba.consumerKey, secret: tba.consumerSecret },
    signature_method: changes.method ?? 'HMAC-SHA256',
    realm: changes.realm ?? tba.realm,
    hash_function: (base, key) => createHmac(hash, key).update(base).digest('base64'),
  });
  oauth.getTimeStamp = () => Math.floor(account.clock.now() / 1000) + (changes.skew ?? 0);
  oauth.getNonce = () => changes.nonce ?? randomBytes(10).toString('hex');
  const token = { key: changes.tokenId ?? tba.tokenId, secret: changes.tokenSecret ?? tba.tokenSecret };
  return oauth.toHeader(oauth.authorize({ url, method }, token)).Authorization;
}
