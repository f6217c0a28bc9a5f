import { jest } from '@jest/globals';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { callsOf, changeSettings, invoiceNumbers, postInvoices, storedTransfers } from './support/inProcess';
import { nueInvoice } from './support/invoices';
import { scheduledDay } from './support/scheduledDay';

const MINUTE = 60_000;

jest.setTimeout(60_000);

test('in 24 hours of arrivals at random nothing is posted at acceptance, and every row starts within 10 minutes', async () => {
  const day = await scheduledDay(1);
  expect(day.calls).toBeGreaterThan(50);
  expect(day.postedAtAcceptance).toBe(0);
  expect(day.runsByCalls).toBe(0);
  expect(day.notTransferred).toBe(0);
  expect([...day.posted].sort()).toEqual([...day.sent].sort());
  expect(Math.min(...day.waits)).toBeGreaterThan(0);
  expect(Math.max(...day.waits)).toBeLessThanOrEqual(10 * MINUTE);
  // On time a run starts every four minutes.
  expect(Math.max(...day.waits)).toBeLessThanOrEqual(5 * MINUTE);
}, 240_000);

describe('where the schedules do not start', () => {
  let connected: ConnectedAccount;
  beforeEach(async () => {
    connected = await connectedAccount();
    await changeSettings(connected, { scheduledMode: true });
  }, 120_000);
  afterEach(() => connected?.close());

  /** As an administrator does who sets the deployments to Not Scheduled. */
  const stopSchedules = () =>
    connected.account.account.store.run(
      "UPDATE scriptdeployment SET isdeployed = 'F' WHERE status = 'SCHEDULED' AND scriptid LIKE 'customdeploy_obc_post_%'",
    );

  test('acceptance starts a run when none has started for ten minutes, and only then', async () => {
    const { account } = connected;
    await account.passTime(6 * MINUTE);
    stopSchedules();
    const runs = () => callsOf(account, 'customscript_obc_inbound', 'task.submit');

    await postInvoices(account, [nueInvoice('1')]);
    await account.idle();
    expect(runs()).toBe(0);
    expect(await invoiceNumbers(account)).toEqual([]);

    await account.passTime(10 * MINUTE);
    expect(await invoiceNumbers(account)).toEqual([]);
    const { results } = await postInvoices(account, [nueInvoice('2')]);
    expect(results[0]).toMatchObject({ outcome: 'accepted', status: 'Not Transferred' });
    await account.idle();
    expect(runs()).toBe(1);
    expect(await invoiceNumbers(account)).toEqual(['T-1', 'T-2']);

    await postInvoices(account, [nueInvoice('3')]);
    await account.idle();
    expect(runs()).toBe(1);
    expect(await invoiceNumbers(account)).toEqual(['T-1', 'T-2']);
  });

  test('a large call, whose documents are transfers only after it, starts a run all the same', async () => {
    const { account } = connected;
    stopSchedules();
    await account.passTime(10 * MINUTE);
    const invoices = Array.from({ length: 30 }, (_, index) => nueInvoice(String(index)));
    const { intake } = await postInvoices(account, invoices);
    expect(intake).toBeGreaterThan(0);
    await account.idle();
    expect((await storedTransfers(account)).filter(({ status }) => status !== 'Transferred')).toEqual([]);
    expect(await invoiceNumbers(account)).toHaveLength(30);
  });

  test('a mark that cannot be read costs no document', async () => {
    const { account } = connected;
    await account.passTime(6 * MINUTE);
    account.faults.plan({
      rules: [{ kind: 'errorBefore', script: 'customscript_obc_inbound', op: 'query.runSuiteQL', nth: 3 }],
    });
    const { results } = await postInvoices(account, [nueInvoice('1')]);
    expect(account.faults.hits).toHaveLength(1);
    account.faults.clear();
    expect(results[0]).toMatchObject({ outcome: 'accepted', status: 'Not Transferred' });
    await account.passTime(10 * MINUTE);
    expect((await storedTransfers(account)).map(({ status }) => status)).toEqual([
      'Transferred',
      'Transferred',
      'Transferred',
    ]);
  });
});
