import { jest } from '@jest/globals';
import { memosOf, nueCreditMemo, post } from './support/creditMemos';
import { changeSettings } from './support/inProcess';
import { cancellations, change, memoArrives, type NueAccount, nueAccount, restorePoint } from './support/nueAccount';
import { allowSending, runPublish, runSweep, stopSending } from './support/outboundAccount';

jest.setTimeout(60_000);

let outbound: NueAccount;
let memo: string;
let restore: () => void;

beforeAll(async () => {
  outbound = await nueAccount();
  memo = await memoArrives(outbound, 'a');
  restore = restorePoint(outbound);
}, 240_000);

beforeEach(async () => {
  await outbound.account.idle();
  restore();
});

afterAll(() => outbound?.close());

const MEMO_A = '/credit-memos/memo-a';
const CANCEL = '/billing/credit-memos:cancel';
const UNAPPLY = '/billing/credit-memos:unapply';

/** Changes the credit memo, and lets all happen that follows by itself. */
async function changeAndSend(how: 'void' | 'delete' | 'edit', id = memo, values: Record<string, unknown> = {}) {
  const answer = await change(outbound, id, how, values);
  expect(answer).toMatchObject({ status: 200 });
  await outbound.account.idle();
}

async function voidAndSweep(id = memo) {
  await changeAndSend('void', id);
  await runSweep(outbound);
}

async function only() {
  const [row, ...more] = await cancellations(outbound);
  expect(more).toEqual([]);
  if (row === undefined) throw new Error('There is none.');
  return row;
}

function switchEvent(isOn: boolean): void {
  outbound.account.account.store.run('UPDATE scriptdeployment SET isdeployed = ? WHERE scriptid = ?', [
    isOn ? 'T' : 'F',
    'customdeploy_obc_credit_memo_changed',
  ]);
}

/** Lets time pass and runs what is due to be sent. */
async function later(minutes: number) {
  await outbound.account.passTime(minutes * 60_000);
  await outbound.account.idle();
}

describe('noticing', () => {
  test('the user event stores a deletion as it is made, and Nue is told at once', async () => {
    await changeAndSend('delete');
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
    expect(await only()).toMatchObject({
      connection: 'nue',
      platform_id: 'memo-a',
      document_number: 'CM-a',
      status: 'Transferred',
      customer: 'customer-a',
      record_type: 'creditmemo',
      record_id: Number(memo),
    });
    expect(String((await only()).history)).toMatch(/user \S+ \(RESTLET\): deleted in NetSuite/);
  });

  test('the sweep finds a void, for which NetSuite runs no user event', async () => {
    await changeAndSend('void');
    expect(await cancellations(outbound)).toEqual([]);
    await runSweep(outbound);
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
    expect(String((await only()).history)).toMatch(/ sweep: voided in NetSuite/);
  });

  test('the sweep finds a deletion that no event stored', async () => {
    switchEvent(false);
    await changeAndSend('delete');
    expect(await cancellations(outbound)).toEqual([]);
    await runSweep(outbound);
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
    expect(String((await only()).history)).toMatch(/ sweep: deleted in NetSuite/);
  });

  test('the user event stores a void when a voided credit memo is edited before the sweep', async () => {
    await changeAndSend('void');
    await changeAndSend('edit', memo, { memo: 'Voided, see the mail' });
    expect(String((await only()).history)).toMatch(/user \S+ \(RESTLET\): voided in NetSuite/);
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
  });

  test('it is stored once, whoever notices it first: event, sweep, later sweeps, and the deletion of what was voided', async () => {
    await voidAndSweep();
    await runSweep(outbound);
    await later(180);
    await runSweep(outbound);
    await changeAndSend('delete');
    await runSweep(outbound);
    await only();
    expect(outbound.nue.said.filter((said) => said.includes(CANCEL))).toHaveLength(1);
  });

  test('a failing event leaves the deletion as it is, logs why, and the sweep stores it', async () => {
    const script = 'customscript_obc_credit_memo_changed';
    outbound.account.faults.plan({ rules: [{ kind: 'errorBefore', op: 'record.save', script }] });
    await changeAndSend('delete');
    expect(await memosOf(outbound, 'a')).toEqual([]);
    expect(await cancellations(outbound)).toEqual([]);
    const errors = outbound.account.log({ script }).filter(({ type }) => type === 'ERROR');
    expect(errors.map(({ title }) => title)).toEqual([expect.stringMatching(/the sweep will find it/)]);
    await runSweep(outbound);
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
  });

  test('where NetSuite voids by reversing journals it voids no credit memo; its deletion is sent', async () => {
    outbound.account.account.store.run("UPDATE companypreference SET value = 'T' WHERE id = 'REVERSALVOIDING'");
    const answer = await change(outbound, memo, 'void');
    expect(answer.status).not.toBe(200);
    await runSweep(outbound);
    expect(await cancellations(outbound)).toEqual([]);
    await changeAndSend('delete');
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
  });
});

describe('not sent', () => {
  test('an edit that leaves the credit memo in force', async () => {
    await changeAndSend('edit', memo, { memo: 'Looked at' });
    await runSweep(outbound);
    expect(await cancellations(outbound)).toEqual([]);
  });

  test('the connector’s own saves, of the first and of a newer version', async () => {
    await post(outbound, [{ kind: 'creditMemo', data: nueCreditMemo('a', { version: 2 }) }]);
    await runSweep(outbound);
    expect(await cancellations(outbound)).toEqual([]);
    expect(outbound.nue.log).toEqual([]);
  });

  test('a credit memo that no connection brought; its deletion uses no units', async () => {
    const [like] = await outbound.account.suiteql(
      `SELECT t.entity, l.item FROM transaction t JOIN transactionline l ON l.transaction = t.id AND l.mainline = 'F'
       WHERE t.id = ?`,
      [memo],
    );
    const id = await outbound.administrator.createRecord('creditMemo', {
      entity: { id: like?.entity },
      item: { items: [{ item: { id: like?.item }, quantity: 1, rate: 5, amount: 5 }] },
    });
    const units = (): number =>
      outbound.account
        .usage()
        .filter(({ script }) => script === 'customscript_obc_credit_memo_changed')
        .reduce((sum, each) => sum + each.units, 0);
    const before = units();
    await changeAndSend('delete', id);
    expect(units()).toBe(before);
    await runSweep(outbound);
    expect(await cancellations(outbound)).toEqual([]);
  });

  test('what Nue cancelled itself, when a person voids it in NetSuite too', async () => {
    const answer = await outbound.account.callRestlet({
      script: 'customscript_obc_inbound',
      deploy: 'customdeploy_obc_inbound',
      method: 'DELETE',
      parameters: { connection: 'nue', kind: 'creditMemo', id: 'memo-a' },
    });
    expect(JSON.parse(String(answer.body))).toMatchObject({ outcome: 'cancelled' });
    await outbound.account.idle();
    await voidAndSweep();
    expect(await cancellations(outbound)).toEqual([]);
  });

  test('what was voided while the connection did not want it sent', async () => {
    await changeSettings(outbound, { sends: { creditMemoCancellations: false } });
    await voidAndSweep();
    await changeSettings(outbound, { sends: { creditMemoCancellations: true } });
    await runSweep(outbound);
    await runSweep(outbound);
    expect(await cancellations(outbound)).toEqual([]);
  });

  test('while the connection is paused; it follows when that is over', async () => {
    await changeSettings(outbound, { paused: true });
    await voidAndSweep();
    expect(await only()).toMatchObject({ status: 'Not Transferred', reason: 'Queued' });
    expect(outbound.nue.log).toEqual([]);
    await changeSettings(outbound, { paused: false });
    await runPublish(outbound);
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
  });

  test('from a copy of the account, until someone activates the connection there', async () => {
    outbound.account.account.store.run(
      `UPDATE customrecord_obc_connection SET custrecord_obc_conn_account = 'ANOTHER' WHERE custrecord_obc_conn_key = 'nue'`,
    );
    await voidAndSweep();
    await runPublish(outbound);
    expect(await only()).toMatchObject({ status: 'Not Transferred', reason: 'Queued' });
    expect(outbound.nue.log).toEqual([]);
  });
});

describe('telling Nue', () => {
  test('asks for the credit memo first, proves itself by the key, and cancels it', async () => {
    await voidAndSweep();
    expect(outbound.nue.said).toEqual([`GET ${MEMO_A}`, `POST ${CANCEL}`]);
    expect(outbound.nue.log.map(({ body }) => body)).toEqual([null, { creditMemoIds: ['memo-a'] }]);
    expect(outbound.nue.log.every(({ headers }) => headers['nue-api-key'] === 'nue-key-1')).toBe(true);
  });

  test('unapplies first what Nue has applied', async () => {
    const id = await memoArrives(outbound, 'b', { applied: true });
    await voidAndSweep(id);
    expect(outbound.nue.said).toEqual(['GET /credit-memos/memo-b', `POST ${UNAPPLY}`, `POST ${CANCEL}`]);
    expect(outbound.nue.log[1]?.body).toEqual({
      appliedInvoices: [{ invoiceId: 'invoice-b', creditMemoId: 'memo-b', transactionAmount: 100 }],
    });
    expect(outbound.nue.memo('memo-b')).toMatchObject({ status: 'Canceled', appliedInvoices: [] });
    expect(await only()).toMatchObject({ status: 'Transferred', attempts: 1 });
  });

  test('takes a credit memo that is cancelled already for done', async () => {
    outbound.nue.memo('memo-a').status = 'Canceled';
    await voidAndSweep();
    expect(outbound.nue.said).toEqual([`GET ${MEMO_A}`]);
    expect(await only()).toMatchObject({ status: 'Transferred' });
    expect(String((await only()).history)).toContain('It was cancelled in the platform already');
  });

  test('after an unknown outcome asks again before it repeats: the cancellation is not made twice', async () => {
    outbound.nue.fail({ fails: 'no answer', afterEffect: true }, { path: CANCEL });
    await voidAndSweep();
    expect(await only()).toMatchObject({ status: 'Not Transferred', reason: 'Will Retry', attempts: 1 });
    await later(30);
    expect(await only()).toMatchObject({ status: 'Transferred', attempts: 2 });
    expect(outbound.nue.said).toEqual([`GET ${MEMO_A}`, `POST ${CANCEL}`, `GET ${MEMO_A}`]);
  });

  test('that ended between unapplying and cancelling goes on where it ended', async () => {
    const id = await memoArrives(outbound, 'c', { applied: true });
    outbound.nue.fail({ status: 503 }, { path: CANCEL });
    await voidAndSweep(id);
    await later(30);
    expect(outbound.nue.said.slice(3)).toEqual(['GET /credit-memos/memo-c', `POST ${CANCEL}`]);
    expect(outbound.nue.memo('memo-c').status).toBe('Canceled');
  });

  test('rests for as long as Nue asks by Retry-After', async () => {
    outbound.nue.fail({ status: 429, headers: { 'Retry-After': '600' } });
    await voidAndSweep();
    expect(await only()).toMatchObject({ reason: 'Will Retry', error_code: 'HTTP_429' });
    await later(5);
    expect(outbound.nue.log).toHaveLength(1);
    await later(30);
    expect(await only()).toMatchObject({ status: 'Transferred' });
  });

  test.each([409, 500, 503])('tries again after HTTP %s', async (status) => {
    outbound.nue.fail({ status });
    await voidAndSweep();
    expect(await only()).toMatchObject({ reason: 'Will Retry', error_code: `HTTP_${status}` });
    await later(30);
    expect(await only()).toMatchObject({ status: 'Transferred' });
  });

  test.each([
    ['in HTTP 200', { code: 7_001, message: 'The period is closed in Nue.' }, 'NUE_7001'],
    [
      'as HTTP 422',
      {
        status: 422,
        body: { status: 'ERROR', errorCode: 'credit-memo.locked', message: 'The period is closed in Nue.' },
      },
      'NUE_CREDIT_MEMO_LOCKED',
    ],
  ])('needs a person where Nue refuses %s, with Nue’s words and a remedy', async (_where, kind, code) => {
    outbound.nue.fail(kind, { path: CANCEL });
    await voidAndSweep();
    expect(await only()).toMatchObject({
      reason: 'Action Needed',
      error_code: code,
      error_message: 'The period is closed in Nue.',
      remedy: 'Follow Nue’s message in Nue or NetSuite; then retry.',
    });
  });

  test('needs a person where Nue does not have the credit memo: a wrong address is answered the same way', async () => {
    outbound.nue.memos.delete('memo-a');
    await voidAndSweep();
    expect(await only()).toMatchObject({ reason: 'Action Needed', error_code: 'NUE_NOT_FOUND' });
    expect(String((await only()).error_message)).toContain('Credit memo memo-a does not exist.');
  });

  test('needs a person where the key is not valid', async () => {
    outbound.account.account.store.run("UPDATE apisecret SET value = 'old' WHERE scriptid = 'custsecret_nue'");
    await voidAndSweep();
    expect(await only()).toMatchObject({ reason: 'Action Needed', error_code: 'NUE_UNAUTHORIZED' });
    expect(JSON.stringify(await cancellations(outbound))).not.toContain('nue-key');
  });

  test('keeps the order in which a customer’s credit memos were cancelled', async () => {
    const ids = [];
    for (const id of ['x', 'y', 'z']) ids.push(await memoArrives(outbound, id, { customer: 'customer-a' }));
    stopSending(outbound);
    for (const id of [...ids].reverse()) await changeAndSend('delete', id);
    allowSending(outbound);
    await runPublish(outbound);
    const cancelled = outbound.nue.log.filter(({ path }) => path === CANCEL).map(({ body }) => body);
    expect(cancelled).toEqual(['memo-z', 'memo-y', 'memo-x'].map((id) => ({ creditMemoIds: [id] })));
  });

  test('is not given up for a version that Nue sends in between', async () => {
    stopSending(outbound);
    await voidAndSweep();
    await post(outbound, [{ kind: 'creditMemo', data: nueCreditMemo('a', { version: 2 }) }]);
    allowSending(outbound);
    await runPublish(outbound);
    expect(outbound.nue.memo('memo-a').status).toBe('Canceled');
    expect(await only()).toMatchObject({ status: 'Transferred' });
  });
});
