import { jest } from '@jest/globals';
import type { AccountSnapshot } from 'netsuite-simulator';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { callsOf, changeSettings, invoiceNumbers, postInvoices, storedTransfers, usageOf } from './support/inProcess';
import { nueInvoice } from './support/invoices';

const MINUTE = 60_000;
const INBOUND = 'customscript_obc_inbound';

let connected: ConnectedAccount;
let start: AccountSnapshot;

jest.setTimeout(60_000);

beforeAll(async () => {
  connected = await connectedAccount();
  await connected.account.idle();
  start = connected.account.snapshot();
}, 120_000);

beforeEach(async () => {
  await connected.account.idle();
  connected.account.restore(start);
});

afterAll(() => connected?.close());

const openTransfers = async () =>
  (await storedTransfers(connected.account)).filter(({ status }) => status !== 'Transferred');

describe('immediate mode', () => {
  test('posts within the call: the answer carries the status and the record, and no run is needed', async () => {
    const { account } = connected;
    const runs = callsOf(account, INBOUND, 'task.submit');
    const { results } = await postInvoices(account, [nueInvoice('1')]);
    expect(results).toEqual([
      expect.objectContaining({ outcome: 'accepted', status: 'Transferred', record: expect.anything() }),
    ]);
    const [row] = await account.suiteql("SELECT id, tranid FROM transaction WHERE type = 'CustInvc'");
    expect(row?.tranid).toBe('T-1');
    expect(results[0]?.record).toMatchObject({ type: 'invoice', id: String(row?.id) });
    expect(results[0]?.record?.url).toContain(`id=${row?.id}`);
    expect(await openTransfers()).toEqual([]);
    expect(callsOf(account, INBOUND, 'task.submit')).toBe(runs);
  });

  test('costs at most 140 units for an invoice whose customer and item are known', async () => {
    const { account } = connected;
    await postInvoices(account, [nueInvoice('1')]);
    const before = usageOf(account, INBOUND, 'post').units;
    const { results } = await postInvoices(account, [nueInvoice('2')]);
    expect(results[0]?.status).toBe('Transferred');
    expect(usageOf(account, INBOUND, 'post').units - before).toBeLessThanOrEqual(140);
  });

  test('leaves to a run what is too much for a call, and its limits are far', async () => {
    const { account } = connected;
    const invoices = Array.from({ length: 25 }, (_, index) => nueInvoice(`${index}`, undefined, `customer-${index}`));
    const { results } = await postInvoices(account, invoices);
    const inCall = results.filter(({ status }) => status === 'Transferred');
    expect(results.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    expect(inCall.length).toBeLessThan(25);
    const { mostUnits, mostSeconds } = usageOf(account, INBOUND, 'post');
    expect(mostUnits).toBeLessThan(1_500);
    expect(mostSeconds).toBeLessThan(45);
    await account.idle();
    expect(await openTransfers()).toEqual([]);
    expect((await invoiceNumbers(account)).length).toBe(25);
  });

  test('posts nothing of a paused connection', async () => {
    const { account } = connected;
    await changeSettings(connected, { paused: true });
    const { results } = await postInvoices(account, [nueInvoice('1')]);
    await account.passTime(30 * MINUTE);
    expect(results[0]).toMatchObject({ outcome: 'accepted', status: 'Not Transferred' });
    expect(await invoiceNumbers(account)).toEqual([]);
    await changeSettings(connected, { paused: false });
    await account.passTime(15 * MINUTE);
    expect(await openTransfers()).toEqual([]);
  });

  test.each([
    ['the lanes cannot be read', { op: 'query.runSuiteQL', nth: 3 }],
    ['a lane cannot be taken', { op: 'record.load', nth: 1 }],
    ['a lane cannot be given back', { op: 'record.submitFields', nth: 4 }],
  ])('answers accepted where %s; the document is posted once all the same', async (_, call) => {
    const { account } = connected;
    account.faults.plan({ rules: [{ kind: 'errorBefore', script: INBOUND, ...call }] });
    const { results } = await postInvoices(account, [nueInvoice('1')]);
    expect(account.faults.hits).toHaveLength(1);
    expect(results[0]).toMatchObject({ outcome: 'accepted' });
    expect(results[0]?.error).toBeUndefined();
    account.faults.clear();
    await account.passTime(15 * MINUTE);
    expect(await openTransfers()).toEqual([]);
    expect(await invoiceNumbers(account)).toEqual(['T-1']);
  });

  test('a call that dies while it posts keeps its lanes for no longer than it might have lived', async () => {
    const { account } = connected;
    const died = account.clock.now();
    account.faults.plan({ rules: [{ kind: 'crashAfter', script: INBOUND, op: 'record.save', nth: 8 }] });
    await expect(postInvoices(account, [nueInvoice('1')])).rejects.toThrow();
    expect(account.faults.hits).toHaveLength(1);
    account.faults.clear();
    // The runs of the next five minutes leave the lanes alone: the call might still be there.
    await account.passTime(5 * MINUTE - (account.clock.now() - died));
    expect((await openTransfers()).length).toBeGreaterThan(0);
    await account.passTime(10 * MINUTE);
    expect(await openTransfers()).toEqual([]);
    expect(await invoiceNumbers(account)).toEqual(['T-1']);
  });
});

describe('documents per run', () => {
  test('is what one run posts at most, its follow-ups included; the next schedule goes on', async () => {
    const { account } = connected;
    await postInvoices(account, [nueInvoice('0')]);
    await changeSettings(connected, { documentsPerRun: 7, scheduledMode: true });
    await account.passTime(afterNextStart(account.clock.now()));
    await postInvoices(
      account,
      Array.from({ length: 20 }, (_, index) => nueInvoice(`${index + 1}`)),
    );
    const left: number[] = [];
    for (let runs = 0; runs < 5; runs += 1) {
      await account.passTime(afterNextStart(account.clock.now()));
      left.push((await openTransfers()).length);
    }
    expect(left).toEqual([13, 6, 0, 0, 0]);
    expect(await invoiceNumbers(account)).toEqual(Array.from({ length: 21 }, (_, index) => `T-${index}`));
  });

  test('holds for what a call posts, and for a run that it sets off', async () => {
    const { account } = connected;
    await postInvoices(account, [nueInvoice('0')]);
    await changeSettings(connected, { documentsPerRun: 4 });
    const { results } = await postInvoices(
      account,
      Array.from({ length: 10 }, (_, index) => nueInvoice(`${index + 1}`)),
    );
    await account.idle();
    expect(results.filter(({ status }) => status === 'Transferred')).toHaveLength(4);
    expect(await openTransfers()).toHaveLength(6);
    await account.passTime(15 * MINUTE);
    expect(await openTransfers()).toEqual([]);
  });

  test('counts the customer and the item that an invoice brings along', async () => {
    const { account } = connected;
    await changeSettings(connected, { documentsPerRun: 1 });
    const { results } = await postInvoices(account, [nueInvoice('0')]);
    expect(results[0]?.status).toBe('Not Transferred');
    await account.idle();
    expect(await openTransfers()).toHaveLength(2);
  });
});

/** Half a minute after the next start of a schedule: minutes 0, 4, 8 and 12 of each quarter of an hour. */
function afterNextStart(now: number): string {
  const quarter = Math.floor(now / (15 * MINUTE)) * 15 * MINUTE;
  const next = [4, 8, 12, 15].map((minutes) => quarter + minutes * MINUTE).find((start) => start > now);
  return new Date((next ?? now) + 30_000).toISOString();
}
