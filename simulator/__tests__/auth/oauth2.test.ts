import { decodeJwt } from 'jose';
import { oauth2Credentials } from '../../src/auth/credentials';
import { newKeyPair } from '../../src/auth/oauth2/algorithms';
import { revokeCertificate } from '../../src/auth/oauth2/certificates';
import { administrator } from '../../src/auth/people';
import {
  type AssertionChanges,
  assertion,
  bearer,
  ECHO,
  JWT_BEARER,
  requestToken,
  type ServedAccount,
  served,
} from '../http/served';
import { removeProjects } from '../sdf/projects';

let server: ServedAccount;

beforeAll(async () => {
  server = await served();
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

async function tokenFor(changes: AssertionChanges = {}, oauth2 = server.credentials.oauth2) {
  const response = await requestToken(server.url, {
    grant_type: 'client_credentials',
    client_assertion_type: JWT_BEARER,
    client_assertion: await assertion(server, oauth2, changes),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

const seconds = (): number => Math.floor(server.account.clock.now() / 1000);

function callRestlet(authorization: string): Promise<Response> {
  return fetch(`${server.url}${ECHO}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"do":"user"}',
  });
}

async function lastDetail(): Promise<unknown> {
  const rows = await server.account.suiteql('SELECT status, detail FROM loginaudit ORDER BY key DESC');
  return rows[0]?.detail;
}

describe('the token endpoint of OAuth 2.0', () => {
  it('gives a token for 3600 seconds, a JWT for entity, role and scopes', async () => {
    const { status, body } = await tokenFor();
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: expect.any(String), expires_in: '3600', token_type: 'bearer' });
    const claims = decodeJwt(body.access_token ?? '');
    expect(claims.scope).toEqual(['restlets', 'rest_webservices']);
    expect(Number(claims.exp) - Number(claims.iat)).toBe(3600);
  });

  it.each(['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512'] as const)('takes %s', async (algorithm) => {
    const user = administrator(server.account.account);
    const oauth2 = oauth2Credentials(server.account.account, user, server.url, algorithm);
    expect(await tokenFor({}, oauth2)).toMatchObject({ status: 200 });
  });

  it.each(['restlets', 'restlets,rest_webservices', 'restlets rest_webservices', ['restlets']])(
    'takes the scope %j',
    async (scope) => {
      expect(await tokenFor({ claims: { scope } })).toMatchObject({ status: 200 });
    },
  );

  it('takes the audience that NetSuite would have', async () => {
    const aud = 'https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token';
    expect(await tokenFor({ claims: { aud } })).toMatchObject({ status: 200 });
  });

  const now = seconds;
  const refused: [string, string, number, () => AssertionChanges][] = [
    ['an unknown client id', 'invalid_client', 401, () => ({ claims: { iss: 'f'.repeat(64) } })],
    ['an unknown certificate', 'invalid_client', 401, () => ({ header: { kid: 'unknown' } })],
    ['another key', 'invalid_client', 401, () => ({ key: newKeyPair('ES256').privateKey })],
    ['RS256', 'invalid_request', 400, () => ({ header: { alg: 'RS256' }, key: newKeyPair('PS256').privateKey })],
    ['another typ', 'invalid_request', 400, () => ({ header: { typ: 'at+jwt' } })],
    ['no kid', 'invalid_request', 400, () => ({ header: { kid: undefined } })],
    ['no issuer', 'invalid_request', 400, () => ({ claims: { iss: undefined } })],
    ['no time of issue', 'invalid_request', 400, () => ({ claims: { iat: undefined } })],
    ['an expired assertion', 'invalid_grant', 400, () => ({ claims: { iat: now() - 600, exp: now() - 1 } })],
    ['an assertion from the future', 'invalid_grant', 400, () => ({ claims: { iat: now() + 120, exp: now() + 300 } })],
    ['an assertion for more than 60 minutes', 'invalid_grant', 400, () => ({ claims: { exp: now() + 3601 } })],
    ['another audience', 'invalid_grant', 400, () => ({ claims: { aud: 'https://example.com/token' } })],
    ['no scope', 'invalid_scope', 400, () => ({ claims: { scope: undefined } })],
    ['an unknown scope', 'invalid_scope', 400, () => ({ claims: { scope: ['restlets', 'everything'] } })],
  ];
  it.each(refused)('refuses %s with %s', async (_, error, status, changes) => {
    expect(await tokenFor(changes())).toEqual({ status, body: { error } });
  });

  it('refuses a request without a grant type, with another one, and without an assertion', async () => {
    const errorOf = async (fields: Record<string, string>) => (await requestToken(server.url, fields)).json();
    const type = { client_assertion_type: JWT_BEARER };
    expect(await errorOf({})).toEqual({ error: 'invalid_request' });
    expect(await errorOf({ grant_type: 'password' })).toEqual({ error: 'unsupported_grant_type' });
    expect(await errorOf({ grant_type: 'client_credentials' })).toEqual({ error: 'invalid_request' });
    expect(await errorOf({ grant_type: 'client_credentials', ...type })).toEqual({ error: 'invalid_request' });
    expect(await errorOf({ grant_type: 'client_credentials', ...type, client_assertion: 'a.b.c' })).toEqual({
      error: 'invalid_request',
    });
  });

  it('refuses a request that is no form, and one that is no POST', async () => {
    const address = server.credentials.oauth2.tokenUrl;
    const json = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect([json.status, await json.json()]).toEqual([400, { error: 'invalid_request' }]);
    expect((await fetch(address)).status).toBe(405);
  });

  it('writes the reason of a refusal into the login audit trail alone', async () => {
    const { body } = await tokenFor({ key: newKeyPair('ES256').privateKey });
    expect(JSON.stringify(body)).not.toContain('Signature');
    expect(await lastDetail()).toBe('InvalidSignature');
  });
});

describe('an access token', () => {
  it('lets in as the user and role that the certificate is mapped to', async () => {
    const response = await callRestlet(await bearer(server));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(server.credentials.oauth2.role);
  });

  it('is refused without the scope of the address: 401, INVALID_LOGIN_ATTEMPT, and a challenge', async () => {
    const response = await callRestlet(await bearer(server, { scope: 'rest_webservices' }));
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="1234567", error="invalid_token", error_description="Invalid login attempt."',
    );
    expect(await response.json()).toEqual({
      error: { code: 'INVALID_LOGIN_ATTEMPT', message: 'Invalid login attempt.' },
    });
    expect(await lastDetail()).toBe('ScopeMismatched');
  });

  it('is refused when it was changed, and when it is no token', async () => {
    const token = await bearer(server);
    expect((await callRestlet(`${token}x`)).status).toBe(401);
    expect((await callRestlet('Bearer nonsense')).status).toBe(401);
  });

  it('ends after 60 minutes of the account’s clock', async () => {
    const state = server.account.snapshot();
    const token = await bearer(server);
    server.account.clock.advance(3_599_000);
    expect((await callRestlet(token)).status).toBe(200);
    server.account.clock.advance(2_000);
    expect((await callRestlet(token)).status).toBe(401);
    expect(await lastDetail()).toBe('AccessTokenExpired');
    await server.account.idle();
    server.account.restore(state);
  });

  it('ends when its certificate is revoked', async () => {
    const { account } = server.account;
    const oauth2 = oauth2Credentials(account, administrator(account), server.url, 'ES384');
    const { body } = await tokenFor({}, oauth2);
    revokeCertificate(account, oauth2.certificateId);
    expect((await callRestlet(`Bearer ${body.access_token}`)).status).toBe(401);
    expect(await tokenFor({}, oauth2)).toEqual({ status: 401, body: { error: 'invalid_client' } });
  });

  it('ends when its integration is blocked', async () => {
    const { store } = server.account.account;
    const token = await bearer(server);
    store.run("UPDATE integration SET state = 'BLOCKED'");
    expect((await callRestlet(token)).status).toBe(401);
    store.run("UPDATE integration SET state = 'ENABLED'");
    expect((await callRestlet(token)).status).toBe(200);
  });
});
