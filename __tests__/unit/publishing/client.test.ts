import type { HttpsAnswer, HttpsRequest } from '../../../src/netsuite/https';
import { sendRequest } from '../../../src/platforms/client';
import type { OutboundPlatform, PlatformRequest } from '../../../src/platforms/outbound';

let answers: (HttpsAnswer | { readonly name: string })[];
let sent: HttpsRequest[];

jest.mock('../../../src/netsuite/https', () => ({
  sendHttps: (request: HttpsRequest) => {
    sent.push(request);
    const answer = answers.shift() ?? { status: 200, headers: {}, body: '{}' };
    if ('name' in answer) throw Object.assign(new Error('As planned.'), answer);
    return answer;
  },
}));
jest.mock('../../../src/netsuite/secrets', () => ({
  isSecretId: (text: string) => text.startsWith('custsecret'),
  secretText: (secret: string) => `{${secret}}`,
}));
jest.mock('../../../src/platforms/clientToken', () => ({ accessToken: jest.fn(), forgetToken: jest.fn() }));

const platform: OutboundPlatform = {
  url: 'https://api.example.com/',
  authentication: { kind: 'key', header: 'x-api-key' },
  takes: [],
  encode: () => ({ ok: true, value: [] }),
  judge: ({ status }) =>
    status === 401
      ? { verdict: { result: 'unauthorized', code: 'HTTP_401', message: 'No.' }, rest: 0 }
      : { verdict: { result: 'sent' }, rest: 0 },
};
const access = { connection: 'x', url: '', clientId: '', secret: 'custsecret_x' };
const request: PlatformRequest = {
  method: 'POST',
  path: '/credit-memos:cancel',
  headers: {},
  body: { id: 'é' },
  idempotencyHeader: 'idempotency-key',
};

beforeEach(() => {
  answers = [];
  sent = [];
});

test('a request goes to the platform’s usual address with its key, as JSON, unless the connection has another', () => {
  sendRequest(platform, access, request, 'k1');
  expect(sent[0]).toEqual({
    method: 'POST',
    url: 'https://api.example.com/credit-memos:cancel',
    headers: {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'x-api-key': '{custsecret_x}',
      'idempotency-key': 'k1',
    },
    body: '{"id":"é"}',
  });
  sendRequest(platform, { ...access, url: 'https://eu.example.com' }, request, 'k1');
  expect(sent[1]?.url).toBe('https://eu.example.com/credit-memos:cancel');
});

test('the idempotency key is the same when a request is sent again', () => {
  answers = [{ name: 'SSS_REQUEST_TIME_EXCEEDED' }];
  expect(sendRequest(platform, access, request, 'k1').verdict).toMatchObject({ result: 'try again' });
  expect(sendRequest(platform, access, request, 'k1').verdict).toEqual({ result: 'sent' });
  expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1']);
});

test('a request without a header for it carries no key', () => {
  sendRequest(platform, access, { ...request, idempotencyHeader: null }, 'k1');
  expect(JSON.stringify(sent)).not.toContain('k1');
});

test('a login that is refused is tried once more, and then needs a person', () => {
  answers = [401, 401].map((status) => ({ status, headers: {}, body: '' }));
  expect(sendRequest(platform, access, request, 'k1').verdict).toMatchObject({ result: 'refused', code: 'HTTP_401' });
  expect(sent).toHaveLength(2);
});

test.each([
  ['SSS_CONNECTION_TIME_OUT', 'try again'],
  ['SSS_CONNECTION_CLOSED', 'try again'],
  ['UNEXPECTED_ERROR', 'try again'],
  ['SSS_UNKNOWN_HOST', 'refused'],
  ['SSS_INVALID_HOST_CERT', 'refused'],
  ['INVALID_SECRET', 'refused'],
])('%s means %s', (name, result) => {
  answers = [{ name }];
  expect(sendRequest(platform, access, request, 'k1').verdict).toMatchObject({ result, code: name });
});

test.each([
  ['an address', platform, { ...access, url: 'ftp://x' }, /API Address/],
  ['a secret', platform, { ...access, secret: 'hush' }, /API Secret/],
  [
    'a client ID',
    { ...platform, authentication: { kind: 'client credentials', tokenPath: '/t' } } as const,
    access,
    /API Client ID/,
  ],
])('without %s nothing is sent, and it says what to fill in', (_, where, given, remedy) => {
  const { verdict } = sendRequest(where, given, request, 'k1');
  expect(verdict).toMatchObject({ result: 'refused', code: 'API_NOT_SET_UP', remedy: expect.stringMatching(remedy) });
  expect(sent).toEqual([]);
});
