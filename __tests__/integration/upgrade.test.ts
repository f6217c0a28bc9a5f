import { createAccount, type SimulatedAccount } from 'netsuite-simulator';
import type { TransferView } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { NetSuiteClient } from '../../tools/client/netSuiteClient';
import { inboundRestlet, readTransfers } from '../../tools/start/inbound';
import { integrationRole } from '../../tools/start/localAccount';
import { setUp } from '../../tools/start/setUp';
import { packageAsVersion, releasedRows } from './support/earlierVersion';
import { packagedSuiteApp } from './support/packagedSuiteApp';

const released = releasedRows('0.1.0');
let account: SimulatedAccount;
let client: NetSuiteClient;
let administrator: NetSuiteClient;
let before: TransferView[];
let after: TransferView[];

beforeAll(async () => {
  account = await createAccount({ company: 'demo', seed: 1, now: '2026-11-02T19:00:00Z' });
  await account.install(packageAsVersion('0.1.0'));
  const { url, credentials } = await account.listen({ role: integrationRole });
  const now = (): number => account.clock.now();
  client = new NetSuiteClient(url, credentials.oauth2, now);
  administrator = new NetSuiteClient(url, credentials.administrator.oauth2, now);
  await setUp(administrator);
  await restoreRows();
  before = await transfers();
  await account.install(packagedSuiteApp());
  await account.idle();
  await account.run({ script: 'customscript_obc_intake' });
  await account.run({ script: 'customscript_obc_post' });
  await account.idle();
  after = await transfers();
}, 240_000);

afterAll(() => account?.close());

async function transfers(): Promise<TransferView[]> {
  return [...(await readTransfers(client, 'nue')), ...(await readTransfers(client, 'zuora'))];
}

/** Makes the customers and items that the rows link to, then the rows; internal ids differ, so links are translated. */
async function restoreRows(): Promise<void> {
  const records = new Map<string, string>();
  const [root] = await administrator.suiteql('SELECT id FROM subsidiary WHERE parent IS NULL');
  const [income] = await administrator.suiteql(
    "SELECT id FROM account WHERE acctnumber = '4000' OR accttype = 'Income'",
  );
  for (const { id, entityid, externalid } of released.customers) {
    const fields = { companyName: entityid, entityId: entityid, externalId: externalid, subsidiary: { id: root?.id } };
    records.set(`customer ${id}`, await administrator.createRecord('customer', fields));
  }
  for (const { id, itemid, externalid, itemtype } of released.items) {
    const made = await administrator.createRecord(itemtype === 'Service' ? 'serviceSaleItem' : 'nonInventorySaleItem', {
      itemId: itemid,
      externalId: externalid,
      subsidiary: { items: [{ id: root?.id }] },
      includeChildren: true,
      incomeAccount: { id: income?.id },
      taxSchedule: { id: '2' },
    });
    for (const type of ['servicesaleitem', 'noninventorysaleitem']) records.set(`${type} ${id}`, made);
  }
  for (const type of ['customrecord_obc_transfer', 'customrecord_obc_intake']) {
    for (const row of released.rows[type] ?? []) {
      const fields = Object.fromEntries(Object.entries(row).filter(([name]) => name.startsWith('custrecord_')));
      const link = records.get(`${row.custrecord_obc_tr_record_type} ${row.custrecord_obc_tr_record_id}`);
      await administrator.createRecord(type, {
        ...fields,
        ...(row.externalid === undefined ? {} : { externalId: row.externalid }),
        ...(link === undefined ? {} : { custrecord_obc_tr_record_id: Number(link) }),
      });
    }
  }
}

const find = (list: readonly TransferView[], kind: string, id: string): TransferView | undefined =>
  list.find((transfer) => transfer.kind === kind && transfer.id === id);

test('the rows of version 0.1.0 are there, some of them not worked off', () => {
  expect(before).toHaveLength(released.rows.customrecord_obc_transfer?.length ?? -1);
  expect(before.filter(({ status }) => status === 'Not Transferred').length).toBeGreaterThan(5);
});

test('an upgrade loses none of them, and what was transferred or cancelled stays as it was', () => {
  for (const row of before) {
    const now = find(after, row.kind, row.id);
    if (row.status !== 'Not Transferred') expect(now).toEqual(row);
    else expect(now).toMatchObject({ version: row.version, received: row.received, number: row.number });
  }
});

test('what waited is posted by the new version, and what an intake of the old one holds', () => {
  const open = after.filter(({ status }) => status === 'Not Transferred').map(({ kind, id }) => `${kind} ${id}`);
  expect(open.sort()).toEqual(['invoice 8ad08dc99aa3c22105invoic', 'item 8ad08dc99aa3c10006charge']);
  const ofIntake = after.filter(({ id }) => id.startsWith('a2f7c1d0-5e21-4c1a-b0e3-000000001045-'));
  expect(ofIntake).toHaveLength(30);
  expect(ofIntake.every(({ status }) => status === 'Transferred')).toBe(true);
});

test('what the old version held is tried once more', async () => {
  const [row] = await account.suiteql(
    `SELECT custrecord_obc_tr_history AS history FROM customrecord_obc_transfer
     WHERE custrecord_obc_tr_platform_id = ?`,
    ['8ad08dc99aa3c10006charge'],
  );
  expect(String(row?.history)).toContain('Why: Upgrade to 0.2.0');
});

test('a duplicate of what the old version transferred gets the answer that it got before', async () => {
  const row = released.rows.customrecord_obc_transfer?.find(
    (transfer) =>
      transfer.custrecord_obc_tr_source_kind === 'invoice' && transfer.custrecord_obc_tr_status === 'Transferred',
  );
  const data = JSON.parse(String(row?.custrecord_obc_tr_payload));
  const answer = await client.callRestlet(inboundRestlet, 'POST', {
    body: { connection: row?.custrecord_obc_tr_connection, documents: [{ kind: 'invoice', data }] },
  });
  expect(jsonOf<{ results: unknown[] }>(answer).results).toEqual([
    expect.objectContaining({ outcome: 'unchanged', status: 'Transferred' }),
  ]);
});

test('the schedules of scheduled mode are the new ones', () => {
  const stored = account.account.store.all<{ recurrence: string }>(
    `SELECT recurrence FROM scriptdeployment d JOIN script s ON s.id = d.script
     WHERE s.scriptid = 'customscript_obc_post' AND recurrence IS NOT NULL ORDER BY d.scriptid`,
  );
  const starts = stored
    .map(({ recurrence }) => JSON.parse(recurrence))
    .sort((a, b) => a.starttime.localeCompare(b.starttime));
  expect(starts).toEqual(
    ['00:00:00Z', '00:04:00Z', '00:08:00Z', '00:12:00Z'].map((starttime) =>
      expect.objectContaining({ starttime, repeat: 'PT15M' }),
    ),
  );
});

test('an upgrade that is repeated tries nothing again', async () => {
  const operations = async (): Promise<number> =>
    (await account.suiteql('SELECT id FROM customrecord_obc_operation')).length;
  const count = await operations();
  expect(count).toBe(1);
  await account.install(packagedSuiteApp());
  expect(await operations()).toBe(count);
});
