import { describe, expect, test } from '@jest/globals';
import { judgeAnswer, nueOutbound } from '../../../src/platforms/nue/client';
import type { PlatformAnswer, PlatformRequest } from '../../../src/platforms/outbound';

const header = { connection: 'nue', id: 'memo/1', number: 'CM-1', record: { type: 'creditmemo', id: '12' } };
const NO_TERMS = { paymentTerm: () => null };

function firstRequest(): PlatformRequest {
  const encoded = nueOutbound.encode({ ...header, kind: 'creditMemo' }, NO_TERMS);
  if (!encoded.ok || encoded.value[0] === undefined) throw new Error('There is no request.');
  expect(encoded.value).toHaveLength(1);
  return encoded.value[0];
}

const answer = (body: unknown, status = 200, headers: PlatformAnswer['headers'] = {}): PlatformAnswer => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const memo = (fields: object): unknown => ({ status: 'SUCCESS', data: { id: 'memo/1', ...fields }, warnings: [] });
const judge = (body: unknown, status = 200, headers = {}) =>
  judgeAnswer(answer(body, status, headers), firstRequest()).verdict;
const CANCEL: PlatformRequest = {
  method: 'POST',
  path: '/billing/credit-memos:cancel',
  headers: {},
  body: { creditMemoIds: ['memo/1'] },
  idempotencyHeader: null,
};

describe('a cancellation', () => {
  test('begins with reading the credit memo, whatever was tried before', () => {
    expect(firstRequest()).toMatchObject({ method: 'GET', path: '/credit-memos/memo%2F1', body: null });
  });

  test('is made where the credit memo is in force', () => {
    expect(judge(memo({ status: 'Active' }))).toEqual({ result: 'sent', then: [CANCEL] });
    expect(judge(memo({}))).toEqual({ result: 'sent', then: [CANCEL] });
  });

  test('is made after unapplying all that is applied', () => {
    const appliedInvoices = [
      { invoiceId: 'i1', transactionAmount: 40 },
      { invoiceId: 'i2', transactionAmount: '60.00', other: true },
    ];
    const verdict = judge(memo({ status: 'Applied', appliedInvoices }));
    expect(verdict).toMatchObject({ result: 'sent', then: [{ path: '/billing/credit-memos:unapply' }, CANCEL] });
    expect('then' in verdict && verdict.then?.[0]?.body).toEqual({
      appliedInvoices: [
        { invoiceId: 'i1', creditMemoId: 'memo/1', transactionAmount: 40 },
        { invoiceId: 'i2', creditMemoId: 'memo/1', transactionAmount: '60.00' },
      ],
    });
  });

  test.each(['Canceled', 'CANCELLED'])('is not made where the credit memo is %s', (status) => {
    const verdict = judge(memo({ status }));
    expect(verdict).toMatchObject({ result: 'sent', note: expect.stringContaining('already') });
    expect(verdict).not.toHaveProperty('then');
  });

  test('finds the credit memo in a list too', () => {
    const data = [{ id: 'another' }, { id: 'memo/1', status: 'Active' }];
    expect(judge({ status: 'SUCCESS', data })).toEqual({ result: 'sent', then: [CANCEL] });
  });

  test('is refused where the answer holds another credit memo', () => {
    expect(judge({ status: 'SUCCESS', data: { id: 'another' } })).toMatchObject({ code: 'NUE_NOT_FOUND' });
  });

  test('ends with the answer to it', () => {
    const { verdict } = judgeAnswer(answer({ status: 'SUCCESS', data: {} }), CANCEL);
    expect(verdict).toEqual({ result: 'sent' });
  });
});

describe('an answer of Nue', () => {
  test.each([
    [
      'an error in HTTP 200',
      { status: 'ERROR', errorCode: 'memo.locked', message: 'Locked.' },
      'NUE_MEMO_LOCKED',
      'Locked.',
    ],
    [
      'errors in a list',
      { status: 'ERROR', errors: [{ code: 'A-1', message: 'One.' }, { message: 'Two.' }] },
      'NUE_A_1',
      'One. Two.',
    ],
    ['errors as texts', { status: 'FAILED', errors: ['One.', 'Two.'] }, 'NUE_REFUSED', 'One. Two.'],
    ['no word at all', { status: 'ERROR' }, 'NUE_REFUSED', 'Nue answered HTTP 200.'],
  ])('with %s is a refusal', (_what, body, code, message) => {
    expect(judge(body)).toMatchObject({ result: 'refused', code, message });
  });

  test.each([400, 403, 422])('of HTTP %s is a refusal', (status) => {
    expect(judge('', status)).toMatchObject({ result: 'refused', code: `HTTP_${status}` });
  });

  test.each([408, 409, 500, 502])('of HTTP %s is tried again', (status) => {
    expect(judge('', status)).toMatchObject({ result: 'try again', code: `HTTP_${status}` });
  });

  test('that is no envelope comes from something in between: it is tried again', () => {
    expect(judge('<html>')).toMatchObject({ result: 'try again' });
    expect(judge('')).toMatchObject({ result: 'try again' });
  });

  test('of HTTP 401 says that the key is not valid', () => {
    expect(judge({ status: 'ERROR', message: 'No.' }, 401)).toMatchObject({ result: 'unauthorized', message: 'No.' });
  });

  test.each([
    [{ 'retry-after': '120' }, 120],
    [{}, 60],
  ])('of HTTP 429 with %j lets the connection rest', (headers, rest) => {
    expect(judgeAnswer(answer('', 429, headers), firstRequest())).toMatchObject({
      rest,
      verdict: { result: 'try again', after: rest },
    });
  });

  test('of HTTP 404 is left to a person: a wrong address is answered the same way', () => {
    expect(judge({ status: 'ERROR', message: 'Gone.' }, 404)).toMatchObject({
      result: 'refused',
      code: 'NUE_NOT_FOUND',
      message: 'Nue does not find the credit memo. Gone.',
    });
  });
});

test('edits of customers are not sent to Nue', () => {
  expect(nueOutbound.takes).toEqual(['creditMemo']);
});
