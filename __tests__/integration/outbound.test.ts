import { jest } from '@jest/globals';
import type { TransferView } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet } from '../../tools/start/inbound';
import { customerEdits, PHONE } from './support/customerEdits';
import { changeSettings } from './support/inProcess';
import {
  allowSending,
  arrive,
  customerTransfers,
  edit,
  runPublish,
  runSweep,
  sendIn,
  stopSending,
  zuoraApi,
} from './support/outboundAccount';

// Schedules run while time passes.
jest.setTimeout(60_000);

const edits = customerEdits();
const { editAndSend, only, billTo, puts } = edits;

describe('an edit of a customer', () => {
  test('is at the platform as soon as it is saved, and only what changed is sent', async () => {
    await editAndSend({ phone: PHONE });
    expect(billTo().workPhone).toBe(PHONE);
    expect(puts().map(({ path, body }) => ({ path, body }))).toEqual([
      { path: '/v1/accounts/a1', body: { billToContact: { workPhone: PHONE } } },
    ]);
    expect(await only()).toMatchObject({ status: 'Transferred', attempts: 1, error: '' });
  });

  test('of name, notes, e-mail, terms and address says all of it in one request', async () => {
    const [terms] = await edits.outbound.account.suiteql("SELECT id FROM term WHERE name = 'Net 60'");
    await editAndSend(
      {
        companyname: 'O’Brien & "Sons", Ltd. 株式会社',
        comments: 'Größe',
        email: 'x@example.com',
        terms: String(terms?.id ?? ''),
      },
      { address: { addr1: '3 Hill', city: 'Salem', zip: '01970', attention: 'Grace Brewster Hopper' } },
    );
    expect(puts()).toHaveLength(1);
    expect(edits.outbound.zuora.account('a1')).toMatchObject({
      name: 'O’Brien & "Sons", Ltd. 株式会社',
      notes: 'Größe',
      ...(terms === undefined ? {} : { paymentTerm: 'Net 60' }),
    });
    expect(billTo()).toMatchObject({
      workEmail: 'x@example.com',
      address1: '3 Hill',
      city: 'Salem',
      zipCode: '01970',
      firstName: 'Grace Brewster',
      lastName: 'Hopper',
      state: 'MA',
    });
    expect(edits.outbound.zuora.contact('a1-sold')).toMatchObject({ city: 'Portland', firstName: 'Mary' });
  });

  test('that empties a field empties it at the platform', async () => {
    await editAndSend({ comments: '' });
    expect(edits.outbound.zuora.account('a1').notes).toBe('');
  });

  test('is sent with no idempotency key, which Zuora does not want with PUT', async () => {
    await editAndSend({ phone: PHONE });
    expect(puts()[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  test('of two customers goes to the account of each', async () => {
    const other = await arrive(edits.outbound, 'a2');
    await editAndSend({ phone: PHONE });
    await editAndSend({ phone: '+1 617 555 0177' }, {}, other);
    expect([billTo().workPhone, edits.outbound.zuora.contact('a2-bill').workPhone]).toEqual([PHONE, '+1 617 555 0177']);
  });
});

test('the RESTlet and the hub show a change with its direction, its customer and its record', async () => {
  await editAndSend({ phone: PHONE });
  const { id } = await only();
  const ask = async (query: Record<string, string>) =>
    jsonOf<TransferView>(await edits.outbound.client.callRestlet(inboundRestlet, 'GET', { query }));
  expect(await ask({ transfer: String(id) })).toMatchObject({
    direction: 'Outbound',
    connection: 'zuora',
    kind: 'customer',
    id: 'a1',
    customer: 'Company a1',
    status: 'Transferred',
    record: { type: 'customer', id: edits.customer, url: expect.stringContaining(`id=${edits.customer}`) },
  });
  expect(await ask({ connection: 'zuora', kind: 'customer', id: 'a1' })).toMatchObject({ direction: 'Inbound' });
});

describe('cost', () => {
  const unitsOfPosting = (): number =>
    edits.outbound.account
      .usage()
      .filter(({ script }) => script === 'customscript_obc_inbound' || script === 'customscript_obc_post')
      .reduce((sum, { units }) => sum + units, 0);

  async function unitsFor(id: string): Promise<number> {
    const before = unitsOfPosting();
    await arrive(edits.outbound, id);
    return unitsOfPosting() - before;
  }

  test('noting what the platform knows of a customer that is posted takes 10 units a batch', async () => {
    const units: number[] = [];
    for (const [id, customerEdits] of [
      ['a2', true],
      ['a3', false],
    ] as const) {
      await changeSettings(edits.outbound, { sends: { customerEdits } }, 'zuora');
      await unitsFor(`${id}-before`);
      units.push(await unitsFor(id));
    }
    const [on = 0, off = 0] = units;
    expect(on - off).toBe(10);
  });

  test('a change takes at most 70 units to notice, and 100 to send with a new login', async () => {
    await editAndSend({ phone: PHONE });
    const most = (script: string, entryPoint: string): number =>
      Math.max(
        ...edits.outbound.account
          .usage()
          .filter((each) => each.script === script && each.entryPoint === entryPoint)
          .map(({ mostUnits }) => mostUnits),
      );
    expect(most('customscript_obc_customer_changed', 'afterSubmit')).toBeLessThanOrEqual(70);
    expect(most('customscript_obc_publish', 'reduce')).toBeLessThanOrEqual(100);
  });
});

describe('order', () => {
  test('a newer change replaces one that waits, and says what that one would have said', async () => {
    stopSending(edits.outbound);
    await edit(edits.outbound, edits.customer, { phone: PHONE });
    await edit(edits.outbound, edits.customer, { email: 'new@example.com' });
    allowSending(edits.outbound);
    await runPublish(edits.outbound);
    expect(puts().map(({ body }) => body)).toEqual([
      { billToContact: { workEmail: 'new@example.com', workPhone: PHONE } },
    ]);
    const [older, newer] = await customerTransfers(edits.outbound);
    expect(older).toMatchObject({ status: 'Cancelled', error: 'REPLACED', attempts: 0 });
    expect(older?.history).toContain(`transfer ${newer?.id}`);
    expect(newer).toMatchObject({ status: 'Transferred' });
  });

  test('a change that may have been sent is taken back when its undoing is sent', async () => {
    edits.outbound.zuora.fail({ fails: 'no answer', afterEffect: true });
    await editAndSend({ phone: PHONE });
    expect(billTo().workPhone).toBe(PHONE);
    await editAndSend({ phone: '+1 617 555 0100' });
    expect(billTo().workPhone).toBe('+1 617 555 0100');
    expect((await customerTransfers(edits.outbound)).map(({ status }) => status)).toEqual(['Cancelled', 'Transferred']);
  });

  test('a run that dies after sending, before its note, sends the same again', async () => {
    const rules = [{ kind: 'crashAfter', op: 'https.request', script: 'customscript_obc_publish', nth: 2 }] as const;
    edits.outbound.account.faults.plan({ rules });
    await editAndSend({ phone: PHONE });
    await runPublish(edits.outbound);
    await edits.outbound.account.passTime(30 * 60_000);
    await edits.outbound.account.idle();
    expect(new Set(puts().map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(puts().length).toBeGreaterThan(1);
    expect(await only()).toMatchObject({ status: 'Transferred' });
  });
});

describe('a connection', () => {
  test('that was activated in another account sends nothing; its changes wait', async () => {
    edits.outbound.account.account.store.run(
      "UPDATE customrecord_obc_connection SET custrecord_obc_conn_account = '7654321'",
    );
    await editAndSend({ phone: PHONE });
    await runPublish(edits.outbound);
    expect(edits.outbound.zuora.log).toEqual([]);
    expect(await only()).toMatchObject({ status: 'Not Transferred', reason: 'Queued' });
  });

  test('that is paused sends nothing until it goes on', async () => {
    await changeSettings(edits.outbound, { paused: true }, 'zuora');
    await editAndSend({ phone: PHONE });
    await runPublish(edits.outbound);
    expect(edits.outbound.zuora.log).toEqual([]);
    await changeSettings(edits.outbound, { paused: false }, 'zuora');
    await runPublish(edits.outbound);
    expect(await only()).toMatchObject({ status: 'Transferred' });
  });

  test('that sends no edits leaves the customer’s edit alone', async () => {
    await changeSettings(edits.outbound, { sends: { customerEdits: false } }, 'zuora');
    await editAndSend({ phone: PHONE });
    await runSweep(edits.outbound);
    expect(await customerTransfers(edits.outbound)).toEqual([]);
  });

  test('that is switched on again does not send what was changed meanwhile', async () => {
    await runSweep(edits.outbound);
    await changeSettings(edits.outbound, { sends: { customerEdits: false } }, 'zuora');
    await runSweep(edits.outbound);
    await editAndSend({ phone: PHONE });
    await changeSettings(edits.outbound, { sends: { customerEdits: true } }, 'zuora');
    await runSweep(edits.outbound);
    expect(await customerTransfers(edits.outbound)).toEqual([]);
  });

  test('gets only edits of the customers that it brought', async () => {
    const { account, administrator } = edits.outbound;
    const [platform] = await account.suiteql(
      "SELECT custrecord_obc_conn_platform AS platform FROM customrecord_obc_connection WHERE custrecord_obc_conn_key = 'zuora'",
    );
    expect(platform).toBeDefined();
    await administrator.callRestlet(
      { script: 'customscript_obc_settings', deployment: 'customdeploy_obc_settings' },
      'PUT',
      {
        body: {
          connection: 'zuora-eu',
          platform: 'Zuora',
          name: 'Zuora EU',
          settings: {
            defaultSubsidiary: { name: 'Northwind Analytics' },
            sends: { customerEdits: true },
            api: { ...zuoraApi(edits.second), secret: 'custsecret_zuora' },
          },
        },
      },
    );
    edits.second.addAccount(
      { id: 'b1', name: 'Company b1' },
      { workPhone: '+49 30 555 0100', lastName: 'Groß', firstName: 'J' },
    );
    const european = await sendIn({ account, zuora: edits.second }, 'b1', 'zuora-eu');
    await editAndSend({ phone: PHONE });
    await editAndSend({ phone: '+49 30 555 0177' }, {}, european);
    expect(puts()).toHaveLength(1);
    expect(edits.second.requests.map(({ path, body }) => ({ path, body }))).toEqual([
      { path: '/v1/accounts/b1', body: { billToContact: { workPhone: '+49 30 555 0177' } } },
    ]);
    expect((await customerTransfers(edits.outbound)).map(({ connection }) => connection)).toEqual([
      'zuora',
      'zuora-eu',
    ]);
  });
});

describe('echo', () => {
  test('what the platform sends is not sent back, by event or sweep', async () => {
    edits.outbound.zuora.account('a1').name = 'Renamed in Zuora';
    edits.outbound.zuora.account('a1').updatedDate = '2026-10-01T00:00:00Z';
    await sendIn(edits.outbound, 'a1');
    await runSweep(edits.outbound);
    expect(await customerTransfers(edits.outbound)).toEqual([]);
    expect(edits.outbound.zuora.log).toEqual([]);
  });

  test('what was sent comes back from the platform without starting a round', async () => {
    await editAndSend({ phone: PHONE });
    await sendIn(edits.outbound, 'a1');
    await runSweep(edits.outbound);
    await edits.outbound.account.idle();
    expect(puts()).toHaveLength(1);
    expect(await customerTransfers(edits.outbound)).toHaveLength(1);
    const [row] = await edits.outbound.account.suiteql('SELECT phone FROM customer WHERE id = ?', [edits.customer]);
    expect(row?.phone).toBe(PHONE);
  });

  test('what comes back while a newer change waits does not undo that change', async () => {
    await editAndSend({ phone: PHONE });
    stopSending(edits.outbound);
    await edit(edits.outbound, edits.customer, { phone: '+1 617 555 0177' });
    await sendIn(edits.outbound, 'a1');
    allowSending(edits.outbound);
    await runPublish(edits.outbound);
    expect(billTo().workPhone).toBe('+1 617 555 0177');
    await sendIn(edits.outbound, 'a1');
    await runSweep(edits.outbound);
    const [row] = await edits.outbound.account.suiteql('SELECT phone FROM customer WHERE id = ?', [edits.customer]);
    expect(row?.phone).toBe('+1 617 555 0177');
    expect(puts()).toHaveLength(2);
  });

  test('a version of the platform that is posted over a waiting change wins, on both sides', async () => {
    stopSending(edits.outbound);
    await edit(edits.outbound, edits.customer, { phone: PHONE });
    edits.outbound.zuora.contact('a1-bill').workPhone = '+1 617 555 0155';
    edits.outbound.zuora.account('a1').updatedDate = '2026-10-01T00:00:00Z';
    await sendIn(edits.outbound, 'a1');
    allowSending(edits.outbound);
    await runPublish(edits.outbound);
    expect(puts()).toEqual([]);
    expect(await only()).toMatchObject({ status: 'Cancelled', error: 'REPLACED' });
    const [row] = await edits.outbound.account.suiteql('SELECT phone FROM customer WHERE id = ?', [edits.customer]);
    expect(row?.phone).toBe('+1 617 555 0155');
  });
});
