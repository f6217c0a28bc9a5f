import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet } from '../../tools/start/inbound';
import { settingsRestlet } from '../../tools/start/setUp';
import { type ConnectedAccount, connectedAccount, settled } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';

const DAY = 24 * 60 * 60_000;
let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
  await post(nueInvoice('1'));
  await settled(connected, ['nue']);
}, 240_000);

afterAll(() => connected?.close());

async function post(...documents: readonly unknown[]) {
  const body = { connection: 'nue', documents: documents.map((data) => ({ kind: 'invoice', data })) };
  const answer = await connected.client.callRestlet(inboundRestlet, 'POST', { body });
  return jsonOf<{ results: { outcome: string; transfer?: number; record?: unknown }[] }>(answer).results;
}

async function change(settings: unknown): Promise<void> {
  const answer = await connected.administrator.callRestlet(settingsRestlet, 'PUT', {
    body: { connection: 'nue', settings },
  });
  expect(jsonOf<{ outcome: string }>(answer).outcome).toBe('saved');
}

/** Days pass, and the nightly run comes. */
async function purgeAfter(days: number): Promise<void> {
  connected.account.clock.advance(days * DAY);
  await connected.account.run({ script: 'customscript_obc_purge', deployment: 'customdeploy_obc_purge' });
}

/** What is stored of the transfers, by kind and platform id. */
async function stored(): Promise<Map<string, Record<string, unknown>>> {
  const rows = await connected.account.suiteql(
    `SELECT custrecord_obc_tr_kind AS kind, custrecord_obc_tr_platform_id AS platform_id,
       custrecord_obc_tr_payload AS payload, custrecord_obc_tr_customer_name AS customer_name,
       custrecord_obc_tr_history AS history, custrecord_obc_tr_hash AS hash, custrecord_obc_tr_record_id AS record_id,
       custrecord_obc_tr_purged AS purged, custrecord_obc_tr_status AS status
     FROM customrecord_obc_transfer`,
  );
  return new Map(rows.map((row) => [`${row.kind} ${row.platform_id}`, row]));
}

describe('purging', () => {
  let before: Map<string, Record<string, unknown>>;

  beforeAll(async () => {
    before = await stored();
    await change({ retention: { payloadDays: 60, personalDataDays: 10 } });
    await purgeAfter(11);
  }, 60_000);

  test('removes the payloads of customers and their names first', async () => {
    const rows = await stored();
    expect(rows.get('customer customer-1')).toMatchObject({ payload: null, customer_name: null });
    expect(rows.get('customer customer-1')?.purged).not.toBeNull();
    expect(rows.get('invoice invoice-1')).toMatchObject({ customer_name: null, purged: null });
    expect(rows.get('invoice invoice-1')?.payload).not.toBeNull();
  });

  test('removes the other payloads later, and keeps hash, record and history', async () => {
    await purgeAfter(50);
    for (const [name, row] of await stored()) {
      const { hash, record_id, history, status } = before.get(name) ?? {};
      expect(row).toMatchObject({ payload: null, hash, record_id, history, status });
    }
  });

  test('a duplicate gets the same answer as before', async () => {
    const [result] = await post(nueInvoice('1'));
    expect(result).toMatchObject({ outcome: 'unchanged', record: { type: 'invoice' } });
  });

  test('an older version gets the same answer as before', async () => {
    const [result] = await post({ ...nueInvoice('1'), lastModifiedDate: '2026-10-01T06:00:00.000Z' });
    expect(result).toMatchObject({ outcome: 'stale', record: { type: 'invoice' } });
  });

  test('what is not transferred keeps its payload', async () => {
    await change({ paused: true });
    await post(nueInvoice('2', [{ amount: '5.00' }], 'customer-2'));
    await purgeAfter(100);
    expect((await stored()).get('invoice invoice-2')?.payload).not.toBeNull();
    await change({ paused: false });
    await connected.account.run({ script: 'customscript_obc_post' });
    await connected.account.idle();
    expect((await stored()).get('invoice invoice-2')?.status).toBe('Transferred');
  });
});
