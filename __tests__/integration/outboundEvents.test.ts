import { jest } from '@jest/globals';
import {
  arrive,
  customerTransfers,
  edit,
  type OutboundAccount,
  outboundAccount,
  restorePoint,
  runSweep,
  sendIn,
  stopSending,
  switchEvents,
} from './support/outboundAccount';

// Schedules run while time passes.
jest.setTimeout(60_000);

let outbound: OutboundAccount;
let customer: string;
let restore: () => Promise<void>;

beforeAll(async () => {
  outbound = await outboundAccount();
  stopSending(outbound);
  customer = await arrive(outbound, 'a1');
  restore = restorePoint(outbound);
}, 240_000);

beforeEach(() => restore());

afterAll(() => outbound?.close());

const contents = async () => (await customerTransfers(outbound)).map(({ payload }) => JSON.parse(payload));

describe('the user event', () => {
  test('stores a change in the same save, in a lane of sending, with the record behind it', async () => {
    await edit(outbound, customer, { phone: '+1 617 555 0199' });
    const [row, ...others] = await customerTransfers(outbound);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      direction: 'Outbound',
      connection: 'zuora',
      platformId: 'a1',
      status: 'Not Transferred',
      reason: 'Queued',
      recordId: customer,
    });
    expect(row?.lane).toBeGreaterThanOrEqual(32);
    expect(row?.lane).toBeLessThan(40);
    expect(row?.key).toMatch(/^obc-out-[0-9a-f]{64}$/);
    expect(row?.history).toMatch(/^2026-11-02T\S+ user \S+ \(RESTLET\): changed in NetSuite$/);
    expect(JSON.parse(row?.payload ?? '')).toMatchObject({ name: 'Company a1', phone: '+1 617 555 0199' });
  });

  test('stores an edit of an address alone', async () => {
    await edit(outbound, customer, {}, { address: { city: 'Cambridge' } });
    expect(await contents()).toEqual([expect.objectContaining({ 'billing.city': 'Cambridge' })]);
  });

  test('stores an inline edit', async () => {
    await edit(outbound, customer, { phone: '+1 617 555 0144' }, { how: 'xedit' });
    expect(await contents()).toEqual([expect.objectContaining({ phone: '+1 617 555 0144' })]);
  });

  test('stores nothing for an edit that changes nothing that the platform is told', async () => {
    await edit(outbound, customer, { fax: '+1 617 555 0111' });
    await edit(outbound, customer, {});
    expect(await customerTransfers(outbound)).toEqual([]);
  });

  test('stores nothing for the connector’s own saves, of the first and of a newer version', async () => {
    outbound.zuora.account('a1').name = 'Renamed in Zuora';
    outbound.zuora.account('a1').updatedDate = '2026-10-01T00:00:00Z';
    await sendIn(outbound, 'a1');
    const [row] = await outbound.account.suiteql('SELECT companyname FROM customer WHERE id = ?', [customer]);
    expect(row?.companyname).toBe('Renamed in Zuora');
    expect(await customerTransfers(outbound)).toEqual([]);
    await runSweep(outbound);
    expect(await customerTransfers(outbound)).toEqual([]);
  });

  test('stores a content that comes back as a change of its own', async () => {
    for (const phone of ['+1 617 555 0199', '+1 617 555 0100', '+1 617 555 0199'])
      await edit(outbound, customer, { phone });
    const rows = await customerTransfers(outbound);
    expect(rows.map(({ payload }) => JSON.parse(payload).phone)).toEqual([
      '+1 617 555 0199',
      '+1 617 555 0100',
      '+1 617 555 0199',
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  test('that fails leaves the save as it is, logs why, and the sweep stores the change', async () => {
    const script = 'customscript_obc_customer_changed';
    outbound.account.faults.plan({ rules: [{ kind: 'errorBefore', op: 'record.save', script }] });
    await edit(outbound, customer, { phone: '+1 617 555 0199' });
    const [row] = await outbound.account.suiteql('SELECT phone FROM customer WHERE id = ?', [customer]);
    expect(row?.phone).toBe('+1 617 555 0199');
    expect(await customerTransfers(outbound)).toEqual([]);
    const errors = outbound.account.log({ script }).filter(({ type }) => type === 'ERROR');
    expect(errors.map(({ title }) => title)).toEqual([expect.stringMatching(/the sweep will find it/)]);
    await runSweep(outbound);
    expect(await contents()).toEqual([expect.objectContaining({ phone: '+1 617 555 0199' })]);
  });

  test('uses no units for a customer that no connection brought', async () => {
    const id = await outbound.administrator.createRecord('customer', {
      companyName: 'Somebody Else',
      subsidiary: { id: '1' },
    });
    const units = () =>
      outbound.account
        .usage()
        .filter(({ script }) => script === 'customscript_obc_customer_changed')
        .reduce((sum, each) => sum + each.units, 0);
    const before = units();
    await edit(outbound, id, { phone: '+1 617 555 0199' });
    expect(units()).toBe(before);
    expect(await customerTransfers(outbound)).toEqual([]);
  });

  test('stores that a customer was deleted as Action Needed, and sends nothing', async () => {
    await edit(outbound, customer, {}, { how: 'delete' });
    expect(await customerTransfers(outbound)).toEqual([
      expect.objectContaining({ status: 'Not Transferred', reason: 'Action Needed', error: 'CUSTOMER_DELETED' }),
    ]);
    await runSweep(outbound);
    expect(await customerTransfers(outbound)).toHaveLength(1);
  });
});

describe('the sweep', () => {
  test('with the event switched off stores the same rows, and once only', async () => {
    await edit(outbound, customer, { phone: '+1 617 555 0199' });
    const [byEvent] = await customerTransfers(outbound);
    const second = await arrive(outbound, 'a2');
    switchEvents(outbound, false);
    await edit(outbound, second, { phone: '+1 617 555 0199' });
    expect(await customerTransfers(outbound)).toHaveLength(1);
    await runSweep(outbound);
    await runSweep(outbound);
    const [first, bySweep, ...others] = await customerTransfers(outbound);
    expect(others).toEqual([]);
    expect(first).toEqual(byEvent);
    const differs = { id: 0, key: '', platformId: '', payload: '', baseline: '', history: '', lane: 0, recordId: '' };
    expect({ ...bySweep, ...differs }).toEqual({ ...byEvent, ...differs });
    expect(bySweep?.history).toMatch(/ sweep: changed in NetSuite$/);
  });

  test('finds a change that is dated up to two hours before the last sweep ended', async () => {
    switchEvents(outbound, false);
    await edit(outbound, customer, { phone: '+1 617 555 0199' });
    const { store } = outbound.account.account;
    await runSweep(outbound);
    expect(await customerTransfers(outbound)).toHaveLength(1);
    const second = await arrive(outbound, 'a2');
    await outbound.account.passTime(60 * 60_000);
    await runSweep(outbound);
    // A save that took long: it is seen now, and dated an hour and a half ago.
    await edit(outbound, second, { phone: '+1 617 555 0199' });
    const late = new Date(outbound.account.clock.now() - 90 * 60_000).toISOString();
    store.run('UPDATE customer SET lastmodifieddate = ? WHERE id = ?', [late, Number(second)]);
    await runSweep(outbound);
    expect(await customerTransfers(outbound)).toHaveLength(2);
  });

  test('finds a customer that was deleted while events were off', async () => {
    switchEvents(outbound, false);
    await edit(outbound, customer, {}, { how: 'delete' });
    await runSweep(outbound);
    await runSweep(outbound);
    const rows = await customerTransfers(outbound);
    expect(rows).toEqual([expect.objectContaining({ reason: 'Action Needed', error: 'CUSTOMER_DELETED' })]);
    expect(rows[0]?.message).toMatch(/was deleted in NetSuite; the platform still has it as "a1"/);
  });

  test('goes on where its units ended, and leaves nothing out', async () => {
    const ids = [customer];
    for (const id of ['a2', 'a3', 'a4']) ids.push(await arrive(outbound, id));
    switchEvents(outbound, false);
    for (const id of ids) await edit(outbound, id, { phone: '+1 617 555 0199' });
    const script = 'customscript_obc_sweep';
    // It dies after the second change is stored; nothing is noted of that.
    outbound.account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'record.save', script, nth: 2 }] });
    await runSweep(outbound).catch(() => undefined);
    await runSweep(outbound);
    expect((await customerTransfers(outbound)).map(({ platformId }) => platformId)).toEqual(['a1', 'a2', 'a3', 'a4']);
  });
});
