import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import OAuth from 'oauth-1.0a';
import { signature } from '../../src/auth/tba/signature';
import { ECHO, type ServedAccount, served, type TokenChanges, tokenHeader } from '../http/served';
import { removeProjects } from '../sdf/projects';

let server: ServedAccount;

beforeAll(async () => {
  server = await served();
});

afterAll(async () => {
  await server.account.close();
  removeProjects();
});

async function call(changes: TokenChanges = {}, parameters = '', header?: string) {
  const url = `${server.url}${ECHO}${parameters}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: header ?? tokenHeader(server, 'POST', url, changes),
      'content-type': 'application/json',
    },
    body: '{"do":"user"}',
  });
  const rows = await server.account.suiteql('SELECT status, detail FROM loginaudit ORDER BY key DESC');
  return { status: response.status, response, text: await response.text(), detail: rows[0]?.detail ?? null };
}

describe('token-based authentication', () => {
  it('lets in a request that a public OAuth 1.0a library signed', async () => {
    expect(await call()).toMatchObject({ status: 200, detail: null });
  });

  it('signs the query too, with characters that have to be encoded', async () => {
    expect(await call({}, "&name=a%20b&x=%C3%A4%26%3D%2B!*'()&x=2&empty=")).toMatchObject({ status: 200 });
  });

  const refused: [string, TokenChanges, string][] = [
    ['another realm', { realm: '7654321' }, 'realm_unknown'],
    ['HMAC-SHA1', { method: 'HMAC-SHA1' }, 'signature_method_rejected'],
    ['an unknown consumer key', { consumerKey: 'a'.repeat(64) }, 'consumer_key_unknown'],
    ['an unknown token', { tokenId: 'a'.repeat(64) }, 'token_rejected'],
    ['a wrong token secret', { tokenSecret: 'wrong' }, 'signature_invalid'],
    ['a clock six minutes behind', { skew: -360 }, 'timestamp_refused'],
    ['a clock six minutes ahead', { skew: 360 }, 'timestamp_refused'],
    ['a nonce of five characters', { nonce: 'abcde' }, 'nonce_rejected'],
  ];
  it.each(refused)('refuses %s', async (_, changes, detail) => {
    const answer = await call(changes);
    expect(answer).toMatchObject({ status: 401, detail });
    expect(answer.response.headers.get('www-authenticate')).toBe(
      'OAuth realm="1234567", error="token_rejected", error_description="Invalid login attempt."',
    );
    expect(JSON.parse(answer.text)).toEqual({
      error: { code: 'INVALID_LOGIN_ATTEMPT', message: 'Invalid login attempt.' },
    });
  });

  it('takes a clock four minutes off', async () => {
    expect(await call({ skew: -240 })).toMatchObject({ status: 200 });
  });

  it('refuses the same request twice', async () => {
    const header = tokenHeader(server, 'POST', `${server.url}${ECHO}`);
    expect(await call({}, '', header)).toMatchObject({ status: 200 });
    expect(await call({}, '', header)).toMatchObject({ status: 401, detail: 'nonce_used' });
  });

  it('refuses a signature for another address', async () => {
    const header = tokenHeader(server, 'POST', `${server.url}${ECHO}`);
    expect(await call({}, '&more=1', header)).toMatchObject({ status: 401, detail: 'signature_invalid' });
  });

  it.each([
    ['OAuth realm="1234567"', 'parameter_absent'],
    ['OAuth nonsense', 'header_invalid'],
    ['NLAuth nlauth_account=1', 'header_invalid'],
  ])('answers 400 INVALID_REQUEST to the header %s', async (header, detail) => {
    const answer = await call({}, '', header);
    expect(answer).toMatchObject({ status: 400, detail });
    expect(JSON.parse(answer.text).error.code).toBe('INVALID_REQUEST');
  });

  it('refuses a request without a header', async () => {
    const response = await fetch(`${server.url}${ECHO}`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  it('refuses a header together with a session cookie', async () => {
    const url = `${server.url}${ECHO}`;
    const headers = { authorization: tokenHeader(server, 'POST', url), cookie: 'JSESSIONID=x' };
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(401);
  });

  it('signs as a public library does, whatever the parameters', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((value) => !/[\uD800-\uDFFF]/u.test(value));
    // The library does not decode names.
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,10}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, text), { maxLength: 5 }), text, text, (query, key, secret) => {
        const url = new URL('http://127.0.0.1:8080/app/site/hosting/restlet.nl');
        // The library keeps one value of a repeated name.
        for (const [parameter, value] of query) url.searchParams.set(parameter, value);
        const oauth = new OAuth({
          consumer: { key: 'consumer', secret: key },
          signature_method: 'HMAC-SHA256',
          hash_function: (base, hashKey) => createHmac('sha256', hashKey).update(base).digest('base64'),
        });
        const signed = oauth.authorize({ url: url.href.replace(/\+/g, '%20'), method: 'POST' }, { key: 't', secret });
        const parameters = new Map(
          Object.entries(signed)
            .filter(([parameter]) => parameter.startsWith('oauth_'))
            .map(([parameter, value]) => [parameter, String(value)]),
        );
        expect(signature({ method: 'POST', url: url.href }, parameters, key, secret)).toBe(signed.oauth_signature);
      }),
    );
  });
});
