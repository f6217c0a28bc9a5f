import { type Answer, errorOf } from '../../../tools/client/answer';
import { isRefused, untilAdmitted } from '../../../tools/client/retry';

function answer(status: number, text = ''): Answer {
  return { status, contentType: 'application/json', location: null, text };
}

const busy = answer(400, '{"error":{"code":"SSS_REQUEST_LIMIT_EXCEEDED","message":"Request Limit Exceeded!"}}');
const wrong = answer(400, '{"error":{"code":"INVALID_REQUEST","message":"No."}}');

test('a busy account is told from a wrong request', () => {
  expect([busy, answer(429), answer(503)].map(isRefused)).toEqual([true, true, true]);
  expect([wrong, answer(200), answer(401), answer(400, 'not JSON')].map(isRefused)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('a request is sent until it is admitted', async () => {
  const answers = [busy, busy, answer(200)];
  const send = jest.fn(async () => answers.shift() ?? wrong);
  expect(await untilAdmitted(send)).toEqual(answer(200));
  expect(send).toHaveBeenCalledTimes(3);
});

test('a wrong request is sent once', async () => {
  const send = jest.fn(async () => wrong);
  expect(await untilAdmitted(send)).toBe(wrong);
  expect(send).toHaveBeenCalledTimes(1);
});

test('errors are read in JSON and in text', () => {
  expect(errorOf(busy)?.code).toBe('SSS_REQUEST_LIMIT_EXCEEDED');
  expect(errorOf(answer(415, 'error code: INVALID_CONTENT_TYPE\nerror message: Invalid content type.'))).toEqual({
    code: 'INVALID_CONTENT_TYPE',
    message: 'Invalid content type.',
  });
  expect(errorOf(answer(502, '<html>'))).toBeNull();
});
