import { createRequire } from 'node:module';
import { jest } from '@jest/globals';
import { removeProjects } from '../sdf/projects';
import { ECHO, type ServedAccount, served } from './served';

/** What is used of the two packages, which have no types. Their authors have nothing to do with each other. */
interface Link {
  get(parameters: object): Promise<unknown>;
  post(body: object): Promise<unknown>;
  put(body: object): Promise<unknown>;
  delete(parameters: object): Promise<unknown>;
}
interface NsRestlet {
  createLink(account: object, address: { readonly url: string }): Link;
}
type Credentials = readonly [consumerKey: string, consumerSecret: string, tokenId: string, tokenSecret: string];
type NetSuiteOAuth = new (
  url: string,
  method: string,
  ...login: [...Credentials, account: string]
) => { get(): Promise<unknown>; post(body: object): Promise<unknown>; put(body: object): Promise<unknown> };

const require = createRequire(import.meta.url);
const nsrestlet = require('nsrestlet') as NsRestlet;
const NetSuiteOAuth = require('hms-netsuite-tba-oauth') as NetSuiteOAuth;

let server: ServedAccount;

beforeAll(async () => {
  // nsrestlet asks NetSuite for the account's domain first; without an answer it uses the address that it was given.
  process.env.HTTPS_PROXY = 'http://127.0.0.1:9';
  process.env.NO_PROXY = '127.0.0.1';
  // Both sign with the machine's time.
  server = await served({ now: 'machine' });
});

afterAll(async () => {
  delete process.env.HTTPS_PROXY;
  delete process.env.NO_PROXY;
  await server.account.close();
  removeProjects();
});

describe('the client nsrestlet', () => {
  function link(changes: object = {}): Link {
    const { tba } = server.credentials;
    const account = {
      accountId: tba.realm,
      tokenKey: tba.tokenId,
      tokenSecret: tba.tokenSecret,
      consumerKey: tba.consumerKey,
      consumerSecret: tba.consumerSecret,
      ...changes,
    };
    return nsrestlet.createLink(account, { url: `${server.url}${ECHO}` });
  }

  test('gets with parameters', async () => {
    expect(await link().get({ a: '1', b: 'ä & ö' })).toEqual({ a: '1', b: 'ä & ö' });
  });

  test('posts and puts JSON', async () => {
    expect(await link().post({ a: [1, { b: null }] })).toEqual({ got: { a: [1, { b: null }] }, type: 'object' });
    expect(await link().put({ a: 1 })).toEqual({ got: { a: 1 }, type: 'object' });
  });

  test('gets the code and message of an error', async () => {
    await expect(link().post({ do: 'throw' })).rejects.toEqual({ code: 'MY_CODE', message: 'My <message>' });
    await expect(link({ tokenSecret: 'wrong' }).post({})).rejects.toMatchObject({ code: 'INVALID_LOGIN_ATTEMPT' });
  });
});

describe('the client hms-netsuite-tba-oauth', () => {
  function client(method: string, address = '', changes: { readonly tokenSecret?: string } = {}) {
    const { consumerKey, consumerSecret, tokenId, tokenSecret, realm } = { ...server.credentials.tba, ...changes };
    const url = `${server.url}${ECHO}${address}`;
    return new NetSuiteOAuth(url, method, consumerKey, consumerSecret, tokenId, tokenSecret, realm);
  }

  // It tells the console what it signs.
  beforeAll(() => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterAll(() => jest.restoreAllMocks());

  test('gets with parameters', async () => {
    expect(await client('GET', '&a=1&b=c').get()).toEqual({ a: '1', b: 'c' });
  });

  test('posts and puts JSON', async () => {
    expect(await client('POST').post({ a: 1 })).toEqual({ got: { a: 1 }, type: 'object' });
    expect(await client('PUT').put({ b: ['ß'] })).toEqual({ got: { b: ['ß'] }, type: 'object' });
  });

  test('gets the body of an error', async () => {
    await expect(client('POST').post({ do: 'throw' })).rejects.toEqual({
      error: { code: 'MY_CODE', message: 'My <message>' },
    });
    const refused = client('POST', '', { tokenSecret: 'wrong' }).post({});
    await expect(refused).rejects.toMatchObject({ error: { code: 'INVALID_LOGIN_ATTEMPT' } });
  });
});
