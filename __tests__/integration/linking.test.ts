import type { TransferView } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet, readTransfers } from '../../tools/start/inbound';
import { settingsRestlet } from '../../tools/start/setUp';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';

const operateRestlet = { script: 'customscript_obc_operate', deployment: 'customdeploy_obc_operate' };
let connected: ConnectedAccount;
let subsidiary: string;
/** Internal ids of records that were in NetSuite before. */
const before: Record<string, string> = {};

beforeAll(async () => {
  connected = await connectedAccount();
  const { administrator } = connected;
  const [root] = await administrator.suiteql('SELECT id FROM subsidiary WHERE parent IS NULL');
  subsidiary = String(root?.id);
  const [income] = await administrator.suiteql("SELECT id FROM account WHERE accttype = 'Income'");
  before.customer = await customer('Earlier Customer', 'customer-1');
  before.item = await administrator.createRecord('nonInventorySaleItem', {
    itemId: 'Earlier Item',
    externalId: 'product-1',
    subsidiary: { items: [{ id: subsidiary }] },
    includeChildren: true,
    incomeAccount: { id: income?.id },
    taxSchedule: { id: '2' },
  });
  before.invoice = await invoice('invoice-1', before.customer, 100);
  await settings('nue', {
    linkFields: { customer: 'externalid', item: 'externalid', transaction: 'externalid' },
    sends: { customerEdits: true },
  });
}, 240_000);

afterAll(() => connected?.close());

function customer(name: string, externalId: string): Promise<string> {
  const fields = { companyName: name, entityId: name, externalId, subsidiary: { id: subsidiary } };
  return connected.administrator.createRecord('customer', fields);
}

function invoice(externalId: string, entity: string | undefined, amount: number): Promise<string> {
  return connected.administrator.createRecord('invoice', {
    externalId,
    entity: { id: entity },
    tranDate: '2026-10-15',
    item: { items: [{ item: { id: before.item }, quantity: 1, rate: amount, amount }] },
  });
}

async function settings(connection: string, change: unknown): Promise<void> {
  const answer = await connected.administrator.callRestlet(settingsRestlet, 'PUT', {
    body: { connection, settings: change },
  });
  expect(jsonOf<{ outcome: string; problems: unknown }>(answer)).toMatchObject({ outcome: 'saved', problems: [] });
}

async function send(data: unknown): Promise<TransferView[]> {
  await connected.client.callRestlet(inboundRestlet, 'POST', {
    body: { connection: 'nue', documents: [{ kind: 'invoice', data }] },
  });
  await connected.account.idle();
  return readTransfers(connected.client, 'nue');
}

const count = async (table: string): Promise<number> => {
  const [row] = await connected.account.suiteql(`SELECT COUNT(*) AS records FROM ${table}`);
  return Number(row?.records);
};

const find = (transfers: readonly TransferView[], kind: string, id: string): TransferView | undefined =>
  transfers.find((transfer) => transfer.kind === kind && transfer.id === id && transfer.direction === 'Inbound');

test('records from before that carry the platform’s id are linked, and none is made beside them', async () => {
  const counts = [await count('customer'), await count('item'), await count('transaction')];
  const transfers = await send(nueInvoice('1'));
  for (const [kind, id, record] of [
    ['customer', 'customer-1', before.customer],
    ['item', 'product-1', before.item],
    ['invoice', 'invoice-1', before.invoice],
  ] as const) {
    expect(find(transfers, kind, id)).toMatchObject({ status: 'Transferred', record: { id: record } });
  }
  expect([await count('customer'), await count('item'), await count('transaction')]).toEqual(counts);
});

test('a linked record keeps its external id and its content', async () => {
  const rows = await connected.account.suiteql('SELECT externalid, companyname FROM customer WHERE id = ?', [
    Number(before.customer),
  ]);
  expect(rows).toEqual([{ externalid: 'customer-1', companyname: 'Earlier Customer' }]);
});

test('linking sends nothing back', async () => {
  await connected.account.passTime(20 * 60_000);
  const outbound = (await readTransfers(connected.client, 'nue')).filter(({ direction }) => direction === 'Outbound');
  expect(outbound).toEqual([]);
});

test('what follows is posted for the linked customer and item', async () => {
  const posted = find(await send(nueInvoice('2')), 'invoice', 'invoice-2');
  expect(posted?.status).toBe('Transferred');
  const rows = await connected.account.suiteql('SELECT entity FROM transaction WHERE id = ?', [
    Number(posted?.record?.id),
  ]);
  expect(String(rows[0]?.entity)).toBe(before.customer);
});

test('an invoice from before with another amount is not linked, nor is it posted a second time', async () => {
  await invoice('invoice-3', before.customer, 250);
  const counted = await count('transaction');
  const transfer = find(await send(nueInvoice('3')), 'invoice', 'invoice-3');
  expect(transfer).toMatchObject({ status: 'Not Transferred', reason: 'Action Needed', record: null });
  expect(transfer?.error?.code).toBe('EARLIER_RECORD_DIFFERS');
  expect(transfer?.error?.message).toContain('its total is 250');
  expect(await count('transaction')).toBe(counted);
});

test('a record that stands for another document is not taken for a second one', async () => {
  await settings('nue', { linkFields: { customer: 'custentity_obc_transfer' } });
  // The stamp of another customer's record reads like this customer's id.
  const [stamp] = await connected.account.suiteql(
    "SELECT custrecord_obc_tr_record_id AS id FROM customrecord_obc_transfer WHERE custrecord_obc_tr_kind = 'customer'",
  );
  const made = await customer('Copied Customer', 'somewhere-else');
  connected.account.account.store.run('UPDATE customer SET custentity_obc_transfer = 4711 WHERE id IN (?, ?)', [
    Number(stamp?.id),
    Number(made),
  ]);
  const transfers = await send(nueInvoice('4', [{ amount: '100.00' }], '4711'));
  expect(find(transfers, 'customer', '4711')?.error?.code).toBe('EARLIER_RECORDS_AMBIGUOUS');
  connected.account.account.store.run('UPDATE customer SET custentity_obc_transfer = NULL WHERE id = ?', [
    Number(made),
  ]);
  const again = await send(nueInvoice('5', [{ amount: '100.00' }], '4711'));
  expect(find(again, 'customer', '4711')?.status).toBe('Not Transferred');
});

test('a field that is not there is said, and nothing is posted beside what it would have linked', async () => {
  await settings('nue', { linkFields: { customer: 'custentity_not_there' } });
  const transfers = await send(nueInvoice('6', [{ amount: '100.00' }], 'customer-6'));
  expect(find(transfers, 'customer', 'customer-6')?.error).toMatchObject({ code: 'LINK_FIELD_NOT_FOUND' });
  await settings('nue', { linkFields: { customer: '' } });
});

test('a record that somebody chose by hand is linked and not sent back', async () => {
  const chosen = await customer('Chosen by Hand', 'no-id-of-the-platform');
  const waiting = find(await readTransfers(connected.client, 'nue'), 'customer', 'customer-6');
  const body = {
    operation: 'mark',
    transfers: [waiting?.transfer],
    record: { type: 'customer', id: chosen },
    why: 'It was entered by hand last year.',
  };
  const answer = await connected.administrator.callRestlet(operateRestlet, 'POST', { body });
  expect(jsonOf<{ results: unknown[] }>(answer).results).toMatchObject([{ outcome: 'changed', status: 'Transferred' }]);
  await connected.account.passTime(20 * 60_000);
  const transfers = await readTransfers(connected.client, 'nue');
  expect(find(transfers, 'invoice', 'invoice-6')?.status).toBe('Transferred');
  expect(transfers.filter(({ direction }) => direction === 'Outbound')).toEqual([]);
});
