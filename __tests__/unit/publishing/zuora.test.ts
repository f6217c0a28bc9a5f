import { describe, expect, test } from '@jest/globals';
import {
  CUSTOMER_FIELDS,
  type CustomerChange,
  type CustomerContent,
  type CustomerField,
} from '../../../src/documents/changes';
import { judgeAnswer } from '../../../src/platforms/zuora/client';
import { encodeChange } from '../../../src/platforms/zuora/encode';
import { ZuoraStandIn } from '../../support/standIns/zuora';

const empty = Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, ''])) as CustomerContent;

function bodyOf(content: Partial<CustomerContent>, more: Partial<CustomerChange> = {}) {
  const encoded = encodeChange(
    {
      kind: 'customer',
      connection: 'zuora',
      id: 'a/1',
      number: 'C1',
      record: { type: 'customer', id: '7' },
      content: { ...empty, ...content },
      changed: Object.keys(content) as CustomerField[],
      wasOneAddress: false,
      ...more,
    },
    { paymentTerm: (id) => (id === '5' ? 'Net 30' : null) },
  );
  return encoded.ok ? (encoded.value[0]?.body ?? null) : encoded.error.code;
}

describe('an edit as a request', () => {
  test('names the account in its path, and only what changed in its body', () => {
    expect(bodyOf({ name: 'Acme', comments: '', email: '', phone: '1' })).toEqual({
      name: 'Acme',
      notes: '',
      billToContact: { workEmail: '', workPhone: '1' },
    });
    expect(bodyOf({ name: 'Acme' }, { changed: [] })).toBeNull();
  });

  test('gives terms by the platform’s name; terms that are taken away or gone are not sent', () => {
    expect(bodyOf({ paymentTerm: '5' })).toEqual({ paymentTerm: 'Net 30' });
    expect(bodyOf({ paymentTerm: '' })).toBeNull();
    expect(bodyOf({ paymentTerm: '6' })).toBe('TERM_NOT_FOUND');
  });

  test('splits who is named in an address; one word stands for both names', () => {
    expect(bodyOf({ 'billing.city': 'Rome', 'billing.attention': 'Ada King Byron' })).toEqual({
      billToContact: { city: 'Rome', firstName: 'Ada King', lastName: 'Byron' },
    });
    expect(bodyOf({ 'shipping.city': 'Rome', 'shipping.attention': 'Ada' })).toEqual({
      soldToContact: { city: 'Rome', firstName: 'Ada', lastName: 'Ada' },
    });
  });

  test('names the bill-to contact as a person is named', () => {
    expect(bodyOf({ name: 'Ada Byron', firstName: 'Ada', lastName: 'Byron' })).toEqual({
      name: 'Ada Byron',
      billToContact: { firstName: 'Ada', lastName: 'Byron' },
    });
  });

  test('does not empty an address that was taken away', () => {
    expect(bodyOf({ 'billing.line1': '', 'billing.city': '', 'billing.country': '' })).toBeNull();
  });

  test('of one address that is both says it of the bill-to contact alone', () => {
    const both = { isOneAddress: 'T', 'billing.city': 'Rome', 'shipping.city': 'Rome' } as const;
    expect(bodyOf(both, { wasOneAddress: true })).toEqual({ billToContact: { city: 'Rome' } });
  });

  test('that parts an address into two is refused where Zuora has one contact for both', () => {
    const parted = { isOneAddress: '', 'billing.city': 'Rome', 'shipping.city': 'Oslo' } as const;
    expect(bodyOf(parted, { wasOneAddress: true })).toBe('CONTACT_IS_SHARED');
    expect(bodyOf(parted, { wasOneAddress: null })).toEqual({
      billToContact: { city: 'Rome' },
      soldToContact: { city: 'Oslo' },
    });
  });
});

describe('an answer of Zuora', () => {
  const judge = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    judgeAnswer({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

  test.each([
    [200, { success: true }, 'sent'],
    [204, '', 'sent'],
    [200, [{ Success: true, Id: '1' }], 'sent'],
    [200, [{ Success: false, Errors: [{ Code: 'INVALID_VALUE', Message: 'No.' }] }], 'refused'],
    [200, { success: false }, 'refused'],
    [200, '<html>proxy</html>', 'try again'],
    [401, {}, 'unauthorized'],
    [200, { success: false, reasons: [{ code: 90000011, message: 'No.' }] }, 'unauthorized'],
    [404, {}, 'refused'],
    [409, {}, 'try again'],
    [422, {}, 'refused'],
  ])('HTTP %i with %j means %s', (status, body, result) => {
    expect(judge(status, body).verdict.result).toBe(result);
  });

  test('that passes for one reason and not for another does not pass', () => {
    const reasons = [
      { code: 53100350, message: 'Locked.' },
      { code: 53100320, message: 'Invalid.' },
    ];
    expect(judge(200, { success: false, reasons }).verdict).toMatchObject({
      result: 'refused',
      message: 'Locked. (53100350) Invalid. (53100320)',
    });
  });

  test.each([
    [429, {}, { 'retry-after': '7' }, 7],
    [429, {}, { 'ratelimit-reset': '600' }, 600],
    [429, {}, {}, 60],
    [200, { success: false, reasons: [{ code: 53100370, message: 'Limit.' }] }, {}, 60],
    [200, { success: true }, { 'ratelimit-remaining': '9', 'ratelimit-reset': '30' }, 30],
    [200, { success: true }, { 'ratelimit-remaining': '10', 'ratelimit-reset': '30' }, 0],
    [200, { success: true }, { 'concurrency-limit-remaining': '0' }, 5],
    [429, {}, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 60],
  ])('HTTP %i with %j and %j asks for %i seconds of rest', (status, body, headers, rest) => {
    expect(judge(status, body, headers).rest).toBe(rest);
  });
});

describe('the stand-in of Zuora', () => {
  const now = Date.UTC(2026, 10, 2);

  function call(zuora: ZuoraStandIn, method: string, headers: Record<string, string> = {}, path = '/v1/accounts/a1') {
    const grant = zuora.outside({
      method: 'POST',
      url: `https://${zuora.host}/oauth/token`,
      headers: {},
      body: `client_id=client&grant_type=client_credentials&client_secret=${encodeURIComponent('hush+/=& #%')}`,
      now,
    });
    const { access_token: token } = JSON.parse((grant as { body: string }).body) as { access_token: string };
    const answer = zuora.outside({
      method,
      url: `https://${zuora.host}${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      body: '{"name":"Renamed"}',
      now,
    });
    const { code, body } = answer as { code: number; body: string };
    return { code, body };
  }

  const tenant = (): ZuoraStandIn => {
    const zuora = new ZuoraStandIn();
    zuora.addAccount({ id: 'a1', name: 'Acme' }, { lastName: 'Byron', firstName: 'Ada' });
    return zuora;
  };

  test('answers a repeated idempotency key as the first time, 422 for another request, 409 while one is worked on', () => {
    const zuora = tenant();
    const key = { 'idempotency-key': 'k1' };
    const first = call(zuora, 'POST', key);
    expect(call(zuora, 'POST', key)).toEqual(first);
    expect(call(zuora, 'POST', key, '/v1/accounts/a2').code).toBe(422);
    zuora.holdKey('k2', 'POST', '/v1/accounts/a1', now);
    expect(call(zuora, 'POST', { 'idempotency-key': 'k2' }).code).toBe(409);
  });

  test('serves the same over HTTP', async () => {
    const zuora = tenant();
    const { url, close } = await zuora.listen();
    try {
      const answer = await fetch(`${url}/v1/accounts/a1`);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('ratelimit-remaining')).toBe('49999');
      const body = new URLSearchParams({
        client_id: 'client',
        grant_type: 'client_credentials',
        client_secret: 'hush+/=& #%',
      });
      const grant = await fetch(`${url}/oauth/token`, { method: 'POST', body });
      const { access_token: token } = (await grant.json()) as { access_token: string };
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
      const put = await fetch(`${url}/v1/accounts/a1`, { method: 'PUT', headers, body: '{"name":"Renamed"}' });
      expect(await put.json()).toEqual({ success: true });
      expect(zuora.account('a1').name).toBe('Renamed');
    } finally {
      await close();
    }
  });
});
