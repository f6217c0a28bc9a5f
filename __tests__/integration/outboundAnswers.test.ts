import { jest } from '@jest/globals';
import { customerEdits, PHONE } from './support/customerEdits';
import { changeSettings } from './support/inProcess';
import { arrive, customerTransfers, runPublish, setSecret, ZUORA_SECRET, zuoraApi } from './support/outboundAccount';

// Schedules run while time passes.
jest.setTimeout(60_000);

const edits = customerEdits();
const { editAndSend, only, billTo, puts } = edits;

describe('what the platform answers', () => {
  test('success: false in HTTP 200 is Action Needed with Zuora’s code and words', async () => {
    edits.outbound.zuora.fail({ code: 50_000_020, message: 'Invalid value for field workPhone.' });
    await editAndSend({ phone: PHONE });
    const row = await only();
    expect(row).toMatchObject({ status: 'Not Transferred', reason: 'Action Needed', error: 'ZUORA_50000020' });
    expect(row.message).toBe('Invalid value for field workPhone. (50000020) Zuora’s process 7F2E4C89A1B3C4D5.');
    expect(row.remedy).toMatch(/Correct the value that Zuora names/);
  });

  test.each([
    [50, 'Will Retry'],
    [61, 'Will Retry'],
    [70, 'Will Retry'],
    [99, 'Will Retry'],
    [10, 'Action Needed'],
    [20, 'Action Needed'],
    [21, 'Action Needed'],
    [22, 'Action Needed'],
    [30, 'Action Needed'],
    [40, 'Action Needed'],
    [60, 'Action Needed'],
    [90, 'Action Needed'],
  ])('an error of category %i is %s', async (category, reason) => {
    edits.outbound.zuora.fail({ code: 53_100_300 + category });
    await editAndSend({ phone: PHONE });
    expect(await only()).toMatchObject({ status: 'Not Transferred', reason, error: `ZUORA_${53_100_300 + category}` });
  });

  test.each([500, 502, 503, 504])('HTTP %i is tried again by itself, and then sent', async (status) => {
    edits.outbound.zuora.fail({ status });
    await editAndSend({ phone: PHONE });
    expect(await only()).toMatchObject({ reason: 'Will Retry', attempts: 1 });
    await edits.outbound.account.passTime(20 * 60_000);
    await edits.outbound.account.idle();
    expect(await only()).toMatchObject({ status: 'Transferred', attempts: 2 });
    expect(billTo().workPhone).toBe(PHONE);
  });

  test('no answer in time is sent again, whether it had its effect or not', async () => {
    edits.outbound.zuora.fail({ fails: 'no answer', afterEffect: true });
    edits.outbound.zuora.fail({ fails: 'closed', afterEffect: false });
    await editAndSend({ phone: PHONE });
    expect(await only()).toMatchObject({ reason: 'Will Retry', error: 'SSS_REQUEST_TIME_EXCEEDED' });
    for (let quarter = 0; quarter < 3; quarter += 1) {
      await edits.outbound.account.passTime(15 * 60_000);
      await edits.outbound.account.idle();
    }
    expect(await only()).toMatchObject({ status: 'Transferred', attempts: 3 });
    expect(new Set(puts().map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('429 lets the whole connection rest until the time that is named', async () => {
    const other = await arrive(edits.outbound, 'a2');
    edits.outbound.zuora.fail({ status: 429, headers: { 'Retry-After': '1200' } });
    await editAndSend({ phone: PHONE });
    const row = await only();
    expect(row).toMatchObject({ reason: 'Will Retry', error: 'HTTP_429' });
    const wait = Date.parse(row.nextAttempt) - edits.outbound.account.clock.now();
    expect(wait).toBeGreaterThan(19 * 60_000);
    expect(wait).toBeLessThanOrEqual(20 * 60_000);
    const before = puts().length;
    await editAndSend({ phone: PHONE }, {}, other);
    await runPublish(edits.outbound);
    expect(puts().length).toBe(before);
    await edits.outbound.account.passTime(40 * 60_000);
    await edits.outbound.account.idle();
    expect((await customerTransfers(edits.outbound)).map(({ status }) => status)).toEqual([
      'Transferred',
      'Transferred',
    ]);
  });

  test('few requests left in the window let the connection rest until it is over', async () => {
    edits.outbound.zuora.fail({ headers: { 'RateLimit-Remaining': '3', 'RateLimit-Reset': '900' } });
    await editAndSend({ phone: PHONE });
    expect(await only()).toMatchObject({ status: 'Transferred' });
    const marks = await edits.outbound.account.suiteql(
      "SELECT custrecord_obc_mark_value AS until FROM customrecord_obc_mark WHERE custrecord_obc_mark_key = 'outbound rests until|zuora'",
    );
    expect(Date.parse(String(marks[0]?.until)) - edits.outbound.account.clock.now()).toBeGreaterThan(14 * 60_000);
  });

  test('no further concurrent request lets the connection rest for seconds', async () => {
    edits.outbound.zuora.fail({ headers: { 'Concurrency-Limit-Remaining': '0' } });
    await editAndSend({ phone: PHONE });
    expect(await only()).toMatchObject({ status: 'Transferred' });
    expect(
      await edits.outbound.account.suiteql(
        "SELECT id FROM customrecord_obc_mark WHERE custrecord_obc_mark_key = 'outbound rests until|zuora'",
      ),
    ).toHaveLength(1);
  });
});

describe('the login', () => {
  test('is one token for many changes', async () => {
    await editAndSend({ phone: PHONE });
    await editAndSend({ phone: '+1 617 555 0177' });
    expect(puts()).toHaveLength(2);
    expect(edits.outbound.zuora.tokenRequests).toHaveLength(1);
  });

  test('that the platform does not take any more is renewed once', async () => {
    await editAndSend({ phone: PHONE });
    edits.outbound.zuora.revokeTokens();
    await editAndSend({ phone: '+1 617 555 0177' });
    expect(puts().map(({ answer }) => answer)).toEqual([200, 401, 200]);
    expect(billTo().workPhone).toBe('+1 617 555 0177');
  });

  test('that stays refused is Action Needed, without the secret anywhere', async () => {
    setSecret(edits.outbound, 'custsecret_zuora', 'not-the-secret');
    await editAndSend({ phone: PHONE });
    const row = await only();
    expect(row).toMatchObject({ reason: 'Action Needed', error: 'LOGIN_REFUSED' });
    const kept = JSON.stringify([row, edits.outbound.account.log()]);
    expect(kept).not.toContain('not-the-secret');
    setSecret(edits.outbound, 'custsecret_zuora', ZUORA_SECRET);
  });

  test('leaves neither secret nor token in rows and logs', async () => {
    await editAndSend({ phone: PHONE });
    const kept = JSON.stringify([await customerTransfers(edits.outbound), edits.outbound.account.log()]);
    expect(kept).not.toContain(ZUORA_SECRET);
    expect(kept).not.toContain('token-1');
  });

  test('that is not set up is Action Needed', async () => {
    await changeSettings(edits.outbound, { api: { ...zuoraApi(edits.outbound.zuora), secret: '' } }, 'zuora');
    await editAndSend({ phone: PHONE });
    expect(await only()).toMatchObject({ reason: 'Action Needed', error: 'API_NOT_SET_UP' });
  });
});
