import { readTransfers, sendDocuments, stateOf } from '../../tools/start/inbound';
import { settingsRestlet } from '../../tools/start/setUp';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';
import {
  invoiceWithoutTaxItem,
  named,
  operate,
  operateAs,
  progressOf,
  refusalOf,
  sendInvoices,
  storedField,
  transfersByNumber,
} from './support/operations';

let connected: ConnectedAccount;

beforeEach(async () => {
  connected = await connectedAccount();
}, 120_000);

afterEach(() => connected?.close());

const why = 'Asked for by the controller.';

test('hold keeps a transfer back, release queues it again, and both stand in its history with who and why', async () => {
  const { id } = await stuckTransfer();
  const { administrator, account } = connected;
  expect((await operate(administrator, { operation: 'hold', transfers: [id], why })).results).toEqual([
    { transfer: id, outcome: 'changed', status: 'Not Transferred', reason: 'Held' },
  ]);
  expect((await operate(administrator, { operation: 'hold', transfers: [id], why })).results).toMatchObject([
    { outcome: 'unchanged', reason: 'Held' },
  ]);
  await account.passTime(3_600_000);
  expect(await storedField(connected, id, 'reason')).toBe('Held');
  await operate(administrator, { operation: 'release', transfers: [id], why: 'Checked.' });
  await account.idle();
  // Tried once more, and the tax item is missing still.
  expect(await storedField(connected, id, 'attempts')).toBe('2');
  const history = await storedField(connected, id, 'history');
  expect(history).toMatch(/RESTlet, user \d+: held \(it was Action Needed\)\. Why: Asked for by the controller\.\n/);
  expect(history).toMatch(/RESTlet, user \d+: released\. Why: Checked\.\n/);
}, 120_000);

test('retry queues a transfer at once and keeps the number of its attempts', async () => {
  const { id } = await stuckTransfer();
  const answer = await operate(connected.client, { operation: 'retry', transfers: [id], why });
  expect(answer.results).toMatchObject([{ outcome: 'changed', reason: 'Queued' }]);
  await connected.account.idle();
  expect(await storedField(connected, id, 'attempts')).toBe('2');
}, 120_000);

test('cancel ends what is not transferred and refuses what is', async () => {
  const { id } = await stuckTransfer();
  const transfers = await sendInvoices(connected, [nueInvoice('posted')]);
  const posted = named(transfers, 'T-posted').transfer;
  const { results } = await operate(connected.administrator, {
    operation: 'cancel',
    transfers: [id, posted, 999],
    why,
  });
  expect(results).toMatchObject([
    { transfer: id, outcome: 'changed', status: 'Cancelled', reason: null },
    { transfer: posted, outcome: 'refused', error: { code: 'ALREADY_TRANSFERRED' } },
    { transfer: 999, outcome: 'refused', error: { code: 'NOT_FOUND' } },
  ]);
}, 120_000);

test('a record that fits is taken for a transfer, others are refused with what differs', async () => {
  const { id } = await stuckTransfer();
  const transfers = await sendInvoices(connected, [
    nueInvoice('other', [{ amount: '108.01' }]),
    nueInvoice('same', [{ amount: '108.00' }]),
    nueInvoice('elsewhere', [{ amount: '108.00' }], 'customer-2'),
  ]);
  const mark = (number: string, type = 'invoice') => {
    const record = { type, id: named(transfers, number).record?.id };
    return operate(connected.administrator, { operation: 'mark', transfers: [id], why, record });
  };
  const message = async (number: string): Promise<string> => (await mark(number)).results[0]?.error?.message ?? '';
  expect(await message('T-other')).toContain('its total is 108.01, the document’s 108.');
  expect(await message('T-elsewhere')).toMatch(/its customer has the internal id \d+, the document’s \d+/);
  expect((await mark('T-same')).results).toMatchObject([{ outcome: 'refused', error: { code: 'ALREADY_LINKED' } }]);
  expect((await mark('CUSTOMER-1', 'customer')).results).toMatchObject([{ error: { code: 'RECORD_NOT_FOUND' } }]);

  const made = await invoiceByHand(named(transfers, 'T-same').record?.id ?? '');
  const record = { type: 'invoice', id: made };
  const { results } = await operate(connected.administrator, { operation: 'mark', transfers: [id], why, record });
  expect(results).toEqual([{ transfer: id, outcome: 'changed', status: 'Transferred', reason: null }]);
  const marked = named(await transfersByNumber(connected), 'T-stuck');
  expect(marked).toMatchObject({ status: 'Transferred', error: null, record: { type: 'invoice', id: made } });
  expect(await storedField(connected, id, 'history')).toContain('marked as transferred with invoice');
}, 120_000);

test('an edited payload is posted, the old one is kept, and the original delivered again is unchanged', async () => {
  const { id } = await stuckTransfer();
  const original = await storedField(connected, id, 'payload');
  const hash = await storedField(connected, id, 'hash');
  const edit = (payload: object) =>
    operate(connected.administrator, { operation: 'edit', transfers: [id], why, payload });
  expect((await edit(nueInvoice('another'))).results).toMatchObject([
    { outcome: 'refused', error: { code: 'ANOTHER_DOCUMENT', path: 'payload' } },
  ]);
  expect((await edit({ id: 'invoice-stuck' })).results).toMatchObject([
    { outcome: 'refused', error: { code: 'MISSING_FIELD' } },
  ]);
  const first = invoiceWithoutTaxItem('stuck', 'customer-1', 'US-WA');
  expect((await edit(first)).results).toMatchObject([{ outcome: 'changed', reason: 'Queued' }]);
  await connected.account.idle();
  const corrected = nueInvoice('stuck', [{ amount: '100.00', tax: '8.00' }]);
  await edit(corrected);
  await connected.account.idle();
  const transfer = named(await transfersByNumber(connected), 'T-stuck');
  expect(transfer).toMatchObject({ transfer: id, status: 'Transferred', amount: '108' });
  expect(await storedField(connected, id, 'hash')).toBe(hash);
  const kept = JSON.parse(await storedField(connected, id, 'original')) as readonly { payload: string }[];
  expect(kept.map(({ payload }) => JSON.parse(payload))).toEqual([JSON.parse(original), first]);
  const data = invoiceWithoutTaxItem('stuck');
  const [again] = await sendDocuments(connected.client, 'nue', [{ kind: 'invoice', data }]);
  expect(again).toMatchObject({ outcome: 'unchanged', transfer: id, status: 'Transferred' });
}, 120_000);

test('what somebody’s role may not do is refused, and other roles may do nothing', async () => {
  const { id } = await stuckTransfer();
  const accountant = 'customrole_obc_accountant';
  const body = (operation: string) => ({ operation, transfers: [id], why });
  expect((await operateAs(connected, accountant, body('cancel'))).body.error?.code).toBe('NOT_ALLOWED');
  expect((await operateAs(connected, accountant, body('hold'))).body.results).toMatchObject([{ outcome: 'changed' }]);
  expect((await operateAs(connected, accountant, body('release'))).body.results).toMatchObject([{ reason: 'Queued' }]);
  expect(await refusalOf(connected.client, { ...body('mark'), record: { type: 'invoice', id: 1 } })).toBe(
    'NOT_ALLOWED',
  );
  expect((await operateAs(connected, 'customrole_obc_administrator', body('cancel'))).body.results).toMatchObject([
    { outcome: 'changed', status: 'Cancelled' },
  ]);
}, 120_000);

test.each([
  ['no reason', { operation: 'retry', transfers: [1] }],
  ['an empty filter', { operation: 'retry', filter: {}, why }],
  ['transfers and a filter', { operation: 'retry', transfers: [1], filter: { kind: 'invoice' }, why }],
  ['an unknown operation', { operation: 'delete', transfers: [1], why }],
  ['edit of two transfers', { operation: 'edit', transfers: [1, 2], why, payload: {} }],
  ['edit without a payload', { operation: 'edit', transfers: [1], why }],
])('a request with %s is refused as a whole', async (_what, body) => {
  expect(await refusalOf(connected.administrator, body)).toBe('INVALID_REQUEST');
});

test('all that match are changed in the background, each once, also when the run dies in between', async () => {
  const invoices = Array.from({ length: 30 }, (_, index) =>
    invoiceWithoutTaxItem(`n${index}`, `customer-${index % 5}`),
  );
  await sendInvoices(connected, [...invoices, nueInvoice('good')]);
  connected.account.faults.plan({
    rules: [{ kind: 'crashAfter', script: 'customscript_obc_operations', op: 'record.submitFields', nth: 7 }],
  });
  const answer = await operate(connected.administrator, {
    operation: 'hold',
    filter: { reason: 'Action Needed', kind: 'invoice' },
    why,
  });
  expect(answer).toMatchObject({ results: [], matched: 30 });
  await connected.account.passTime(3_600_000);
  expect(connected.account.faults.hits).toHaveLength(1);
  expect(await progressOf(connected.client, answer.operation)).toMatchObject({
    name: 'hold',
    status: 'Done',
    why,
    matched: 30,
    left: 0,
  });
  const transfers = await readTransfers(connected.client, 'nue');
  const held = transfers.filter(({ kind, number }) => kind === 'invoice' && number !== 'T-good');
  expect(new Set(held.map(stateOf))).toEqual(new Set(['Not Transferred: Held']));
  for (const { transfer } of held) {
    expect((await storedField(connected, transfer, 'history')).split(': held (').length - 1).toBe(1);
  }
  expect(transfers.find(({ number }) => number === 'T-good')?.status).toBe('Transferred');
}, 120_000);

test('a filter takes what meets all of its conditions', async () => {
  const { id } = await stuckTransfer();
  const filter = {
    connection: 'nue',
    direction: 'Inbound',
    kind: 'invoice',
    status: 'Not Transferred',
    reason: 'Action Needed',
    errorCode: 'TAX_ITEM_MISSING',
    cause: 'mapping|Tax Item|US-NY',
    customer: 'customer-1',
    dateFrom: '2026-10-15',
    dateTo: '2026-10-15',
    receivedFrom: '2026-11-02',
    receivedTo: '2026-11-02',
  };
  const others = {
    connection: 'zuora',
    direction: 'Outbound',
    kind: 'customer',
    status: 'Transferred',
    reason: 'Held',
    errorCode: 'TERM_NOT_FOUND',
    cause: 'mapping|Tax Item|US-WA',
    customer: 'customer-2',
    dateFrom: '2026-10-16',
    dateTo: '2026-10-14',
    receivedFrom: '2026-11-03',
    receivedTo: '2026-11-01',
  };
  for (const [name, value] of Object.entries(others)) {
    const { results } = await operate(connected.client, {
      operation: 'hold',
      filter: { ...filter, [name]: value },
      why,
    });
    expect([name, results]).toEqual([name, []]);
  }
  // The name that the hub shows does as well as the platform's id.
  const answer = await operate(connected.client, {
    operation: 'hold',
    filter: { ...filter, customer: 'Company customer-1' },
    why,
  });
  expect(answer.results).toMatchObject([{ transfer: id, outcome: 'changed', reason: 'Held' }]);
}, 120_000);

test('a transfer whose lane is held is answered busy, and follows in the background', async () => {
  const { id } = await stuckTransfer();
  const { account, administrator } = connected;
  const [lane] = await account.suiteql(
    `SELECT l.id FROM customrecord_obc_lane l JOIN customrecord_obc_transfer t
     ON t.custrecord_obc_tr_lane = l.custrecord_obc_lane_number WHERE t.id = ?`,
    [id],
  );
  const holdLane = (holder: string, until: string) =>
    administrator.send({
      method: 'PATCH',
      path: `/services/rest/record/v1/customrecord_obc_lane/${lane?.id}`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ custrecord_obc_lane_holder: holder, custrecord_obc_lane_until: until }),
    });
  expect((await holdLane('another run', '2026-11-02T17:20:00.000Z')).status).toBe(204);
  const answer = await operate(administrator, { operation: 'cancel', transfers: [id], why });
  expect(answer).toMatchObject({ results: [{ transfer: id, outcome: 'busy' }], matched: 1 });
  await account.idle();
  expect(await progressOf(administrator, answer.operation)).toMatchObject({ status: 'Open', left: 1 });
  // The lease ends, and the schedule comes.
  await account.passTime(3_600_000);
  expect(await progressOf(administrator, answer.operation)).toMatchObject({ status: 'Done', left: 0 });
  expect(await storedField(connected, id, 'status')).toBe('Cancelled');
}, 120_000);

test('an action on many costs the call few units, however many they are', async () => {
  const invoices = Array.from({ length: 60 }, (_, index) => invoiceWithoutTaxItem(`n${index}`, `customer-${index}`));
  await sendInvoices(connected, invoices);
  const filter = { connection: 'nue', errorCode: 'TAX_ITEM_MISSING', dateFrom: '2026-10-01', dateTo: '2026-10-31' };
  const answer = await operate(connected.administrator, { operation: 'cancel', filter, why });
  expect(answer.matched).toBe(60);
  const usage = connected.account.usage().filter(({ script }) => script === 'customscript_obc_operate');
  expect(usage.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(100);
  await connected.account.idle();
  expect(await progressOf(connected.client, answer.operation)).toMatchObject({ status: 'Done', matched: 60 });
}, 120_000);

test('what a call posted before it died is neither cancelled nor marked: it is there, and a retry finds it', async () => {
  const transfers = await sendInvoices(connected, [nueInvoice('first')]);
  const { account, administrator } = connected;
  // The third save of the call is the invoice's, after the transfer's and the lane's.
  const rule = { kind: 'crashAfter', op: 'record.save', script: 'customscript_obc_inbound', nth: 3 } as const;
  account.faults.plan({ rules: [rule] });
  await sendDocuments(connected.client, 'nue', [{ kind: 'invoice', data: nueInvoice('died') }]).catch(() => null);
  expect(account.faults.hits).toHaveLength(1);
  await setPaused(true);
  await account.passTime(10 * 60_000);
  const died = named(await transfersByNumber(connected), 'T-died');
  expect(died).toMatchObject({ status: 'Not Transferred', reason: 'Queued', record: null });
  const refused = [{ outcome: 'refused', error: { code: 'ALREADY_POSTED' } }];
  const body = { transfers: [died.transfer], why };
  expect((await operate(administrator, { ...body, operation: 'cancel' })).results).toMatchObject(refused);
  const record = { type: 'invoice', id: named(transfers, 'T-first').record?.id };
  expect((await operate(administrator, { ...body, operation: 'mark', record })).results).toMatchObject(refused);
  const payload = nueInvoice('died', [{ amount: '7.00' }]);
  expect((await operate(administrator, { ...body, operation: 'edit', payload })).results).toMatchObject(refused);
  await setPaused(false);
  await account.passTime(3_600_000);
  expect(named(await transfersByNumber(connected), 'T-died').status).toBe('Transferred');
  const [count] = await administrator.suiteql("SELECT COUNT(*) AS n FROM transaction WHERE type = 'CustInvc'");
  expect(Number(count?.n)).toBe(2);
}, 120_000);

test('a change on its way to the platform is marked as sent, without a record', async () => {
  const { id } = await stuckTransfer();
  const path = `/services/rest/record/v1/customrecord_obc_transfer/${id}`;
  const body = JSON.stringify({ custrecord_obc_tr_direction: 'Outbound', custrecord_obc_tr_lane: 32 });
  const headers = { 'Content-Type': 'application/json' };
  expect((await connected.administrator.send({ method: 'PATCH', path, headers, body })).status).toBe(204);
  const { results } = await operate(connected.administrator, { operation: 'mark', transfers: [id], why });
  expect(results).toEqual([{ transfer: id, outcome: 'changed', status: 'Transferred', reason: null }]);
  expect(await storedField(connected, id, 'history')).toMatch(/: marked as sent\. Why: Asked for by the controller\.$/);
  expect(await storedField(connected, id, 'transferred')).not.toBe('');
}, 120_000);

async function setPaused(paused: boolean): Promise<void> {
  const answer = await connected.administrator.callRestlet(settingsRestlet, 'PUT', {
    body: { connection: 'nue', settings: { paused } },
  });
  expect(JSON.parse(answer.text)).toMatchObject({ outcome: 'saved' });
}

/** A transfer in Action Needed, because no item stands for its tax. */
async function stuckTransfer(): Promise<{ readonly id: number }> {
  const transfers = await sendInvoices(connected, [invoiceWithoutTaxItem('stuck')]);
  const transfer = named(transfers, 'T-stuck');
  expect(stateOf(transfer)).toBe('Not Transferred: Action Needed');
  return { id: transfer.transfer };
}

/** Makes an invoice of 108.00 for the customer of another, as an accountant does. */
async function invoiceByHand(like: string): Promise<string> {
  const { administrator } = connected;
  const [invoice] = await administrator.suiteql(`SELECT entity FROM transaction WHERE id = ${like}`);
  const [line] = await administrator.suiteql(
    `SELECT item FROM transactionline WHERE transaction = ${like} AND mainline = 'F' AND item IS NOT NULL`,
  );
  return administrator.createRecord('invoice', {
    entity: { id: invoice?.entity },
    tranDate: '2026-10-15',
    item: { items: [{ item: { id: line?.item }, quantity: 1, amount: 108, rate: 108 }] },
  });
}
