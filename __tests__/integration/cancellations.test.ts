import type { Withdrawal } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet, sendDocuments } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import * as books from './support/versions';

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
}, 120_000);

afterAll(() => connected?.close());

const post = (id: string, number: number, changes: books.VersionChanges = {}) =>
  books.post(connected, books.version(id, number, { customer: `customer-${id}`, ...changes }));
const ledger = (id: string) => books.ledgerOf(connected, `CUSTOMER-${id.toUpperCase()}`);
const transactions = (id: string) => books.transactionsOf(connected, `invoice-${id}`);
const newest = async (id: string, kind = 'invoice') => {
  const [transfer] = await books.transfersOf(connected, `${kind}-${id}`, kind);
  if (transfer === undefined) throw new Error(`There is no transfer of ${id}.`);
  return transfer;
};

async function remove(id: string, kind = 'invoice'): Promise<Withdrawal> {
  const query = { connection: 'nue', kind, id: `${kind}-${id}` };
  const answer = jsonOf<Withdrawal>(await connected.client.callRestlet(inboundRestlet, 'DELETE', { query }));
  await connected.account.idle();
  return answer;
}

async function retry(transfer: number): Promise<void> {
  const operate = { script: 'customscript_obc_operate', deployment: 'customdeploy_obc_operate' };
  const body = { operation: 'retry', transfers: [transfer], why: 'The payment is taken away.' };
  const answer = jsonOf<{ readonly results: readonly { readonly outcome: string }[] }>(
    await connected.client.callRestlet(operate, 'POST', { body }),
  );
  expect(answer.results).toMatchObject([{ outcome: 'changed' }]);
  await connected.account.idle();
}

describe('DELETE of a posted invoice', () => {
  test('takes it back by a credit memo that is applied to all of it; both are linked', async () => {
    await post('gone', 1, { lines: [{ amount: '100.00', tax: '8.63' }] });
    const [invoice] = await transactions('gone');
    const answer = await remove('gone');
    const [, reversal, ...more] = await transactions('gone');
    expect(more).toEqual([]);
    expect(await transactions('gone')).toMatchObject([
      { id: invoice?.id, total: 108.63, unpaid: 0 },
      { total: -108.63 },
    ]);
    expect(reversal).toMatchObject({
      externalid: 'obc-nue-invoice-invoice-gone-reversal',
      recordtype: 'creditmemo',
      period: 'Oct 2026',
      memo: 'Reverses invoice T-gone, cancelled in the billing platform',
    });
    const transfer = await newest('gone');
    expect(answer.transfer).toBe(transfer.id);
    expect(transfer).toMatchObject({
      status: 'Transferred',
      record_type: 'creditmemo',
      record_id: reversal?.id,
      recovery: `creditmemo ${reversal?.id} reverses invoice ${invoice?.id}`,
    });
    expect(await ledger('gone')).toEqual({ 1100: '0.00', 2200: '0.00', 4010: '0.00' });
  });

  test('asked for again, and twice at once, is one cancellation', async () => {
    await post('once', 1);
    const answers = await Promise.all([remove('once'), remove('once')]);
    const again = await remove('once');
    expect(new Set([...answers, again].map(({ transfer }) => transfer)).size).toBe(1);
    expect(again).toMatchObject({ outcome: 'cancelled', status: 'Transferred' });
    expect(await transactions('once')).toHaveLength(2);
    expect(await books.transfersOf(connected, 'invoice-once')).toHaveLength(2);
  });

  test('shows as a transfer that cancels', async () => {
    await post('shown', 1);
    const { transfer } = await remove('shown');
    const query = { transfer: String(transfer) };
    const shown = jsonOf(await connected.client.callRestlet(inboundRestlet, 'GET', { query }));
    expect(shown).toMatchObject({ kind: 'invoice', id: 'invoice-shown', cancels: true, status: 'Transferred' });
    const { record, reversal } = shown as { readonly record: { readonly id: string }; readonly reversal: unknown };
    expect(reversal).toMatchObject({ type: 'creditmemo', id: record.id });
  });

  test('the same version sent afterwards is unchanged, an older one stale, a newer one refused with a sentence', async () => {
    await post('after', 2);
    const before = await post('after', 2);
    const { transfer } = await remove('after');
    expect(await post('after', 2)).toEqual(before);
    expect(await post('after', 1)).toMatchObject({ outcome: 'stale' });
    expect(await post('after', 3)).toMatchObject({
      outcome: 'rejected',
      error: {
        code: 'DOCUMENT_CANCELLED',
        message: `The invoice "invoice-after" was cancelled by transfer ${transfer}, and stays cancelled: send what is to be posted under an id of its own.`,
        path: 'documents[0]',
      },
    });
    expect(await books.transfersOf(connected, 'invoice-after')).toHaveLength(2);
    expect(await ledger('after')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('waits for a person where a payment is applied', async () => {
    await post('paid', 1);
    const [invoice] = await transactions('paid');
    const payment = await books.pay(connected, invoice?.id, 100);
    expect(await remove('paid')).toMatchObject({ outcome: 'cancellation queued', status: 'Not Transferred' });
    const transfer = await newest('paid');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'CANCELLATION_BLOCKED' });
    expect(String(transfer.error_message)).toContain(`customer payment ${payment} is applied to it`);
    expect(await transactions('paid')).toHaveLength(1);
  });

  test('goes on with a retry once the payment is taken away', async () => {
    await post('unpaid', 1);
    const [invoice] = await transactions('unpaid');
    const payment = await books.pay(connected, invoice?.id, 100);
    const { transfer } = await remove('unpaid');
    const path = `/services/rest/record/v1/customerPayment/${payment}`;
    expect(await connected.administrator.send({ method: 'DELETE', path })).toMatchObject({ status: 204 });
    await retry(transfer);
    expect(await newest('unpaid')).toMatchObject({ id: transfer, status: 'Transferred', record_type: 'creditmemo' });
    expect(await transactions('unpaid')).toMatchObject([{ unpaid: 0 }, { total: -100 }]);
  });

  test('writes nothing where a person has credited all of it by hand meanwhile', async () => {
    await post('byhand', 1);
    const [invoice] = await transactions('byhand');
    const { status } = await connected.administrator.send({
      method: 'POST',
      path: `/services/rest/record/v1/invoice/${invoice?.id}/!transform/creditMemo`,
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(status).toBe(204);
    await remove('byhand');
    const transfer = await newest('byhand');
    expect(transfer).toMatchObject({ status: 'Transferred', record_type: 'invoice', record_id: invoice?.id });
    expect(String(transfer.history)).toMatch(/Nothing to cancel: invoice .* is credited in full by credit memo \d+/);
    expect(await ledger('byhand')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('in a closed period follows the settings: asks, or takes it back in the first open period', async () => {
    await post('closed', 1);
    await post('later', 1);
    connected.account.setPeriod('Oct 2026', { closed: true });
    try {
      await remove('closed');
      expect(await newest('closed')).toMatchObject({ reason: 'Action Needed', error_code: 'PERIOD_CLOSED' });
      await books.set(connected, { closedPeriod: 'First Open Period' });
      await remove('later');
    } finally {
      connected.account.setPeriod('Oct 2026', { closed: false, alllocked: false, arlocked: false, aplocked: false });
      await books.set(connected, { closedPeriod: 'Ask' });
    }
    expect(await transactions('later')).toMatchObject([
      { recordtype: 'invoice', unpaid: 0, period: 'Oct 2026' },
      { recordtype: 'creditmemo', total: -100, period: 'Nov 2026' },
    ]);
  });

  test('of one that was posted again takes back what stands now', async () => {
    await post('again', 1);
    const [first] = await transactions('again');
    await connected.account.passTime(120_000);
    await books.edit(connected, first?.id, { memo: 'seen' });
    await post('again', 2, { lines: [{ amount: '70.00' }] });
    await remove('again');
    expect((await transactions('again')).map(({ externalid, total }) => [externalid, total])).toEqual([
      ['obc-nue-invoice-invoice-again', 100],
      ['obc-nue-invoice-invoice-again-reversal', -100],
      ['obc-nue-invoice-invoice-again-repost', 70],
      ['obc-nue-invoice-invoice-again-reversal2', -70],
    ]);
    expect(await ledger('again')).toEqual({ 1100: '0.00', 4010: '0.00' });
  });

  test('while a newer version waits, cancels what is posted and gives the newer version up', async () => {
    await post('both', 1);
    await books.pay(connected, (await newest('both')).record_id, 40);
    await post('both', 2, { lines: [{ amount: '70.00' }] });
    await remove('both');
    expect(await books.transfersOf(connected, 'invoice-both')).toMatchObject([
      { error_code: 'CANCELLATION_BLOCKED' },
      { status: 'Cancelled', error_code: 'REPLACED' },
      { status: 'Transferred' },
    ]);
  });
});

describe('DELETE of an invoice that a run has made and died before it noted it', () => {
  test('cancels the invoice, although its transfer says that it is not transferred', async () => {
    const { account } = connected;
    await post('dead-0', 1, { customer: 'customer-dead' });
    // The third save of the call: the row, the lane, the invoice.
    account.faults.plan({ rules: [{ kind: 'crashAfter', op: 'record.save', nth: 3 }] });
    const data = books.version('dead', 1, { customer: 'customer-dead' });
    await sendDocuments(connected.client, 'nue', [{ kind: 'invoice', data }]).catch(() => {});
    expect(account.faults.hits).toHaveLength(1);
    account.faults.plan({ rules: [] });
    await books.set(connected, { paused: true });
    // Nobody holds the lane any more.
    await account.passTime(1_500_000);
    expect(await transactions('dead')).toMatchObject([{ recordtype: 'invoice', unpaid: 100 }]);
    expect(await newest('dead')).toMatchObject({ status: 'Not Transferred', record_id: null });
    expect(await remove('dead')).toMatchObject({ outcome: 'cancellation queued', status: 'Not Transferred' });
    await books.set(connected, { paused: false });
    await account.passTime(1_500_000);
    expect(await transactions('dead')).toMatchObject([{ unpaid: 0 }, { recordtype: 'creditmemo', total: -100 }]);
    expect(await books.transfersOf(connected, 'invoice-dead')).toMatchObject([
      { status: 'Transferred', record_type: 'creditmemo' },
      { status: 'Cancelled', error_code: 'REPLACED' },
    ]);
  }, 60_000);
});

describe('DELETE of what is not posted', () => {
  test('withdraws all of its versions, so that no older one is posted instead', async () => {
    await books.set(connected, { paused: true });
    await post('early', 1);
    await post('early', 2, { lines: [{ amount: '70.00' }] });
    expect(await remove('early')).toMatchObject({ outcome: 'withdrawn', status: 'Cancelled' });
    await books.set(connected, { paused: false });
    await post('other', 1);
    expect((await books.transfersOf(connected, 'invoice-early')).map(({ status }) => status)).toEqual([
      'Cancelled',
      'Cancelled',
    ]);
    expect(await transactions('early')).toEqual([]);
  });

  test('posts what is sent after it: what was never in NetSuite may come again', async () => {
    expect(await post('early', 3)).toMatchObject({ outcome: 'accepted' });
    expect(await newest('early')).toMatchObject({ status: 'Transferred' });
  });
});

describe('DELETE of what is in an intake', () => {
  /** So many documents in one call become an intake; the run that stores them is lost, until a schedule starts one. */
  async function sendAsIntake(documents: readonly object[]): Promise<void> {
    const others = Array.from({ length: 26 - documents.length }, (_, index) => books.version(`beside-${index}`, 1));
    connected.account.faults.plan({ rules: [{ kind: 'errorBefore', op: 'task.submit', times: 10 }] });
    await sendDocuments(
      connected.client,
      'nue',
      [...documents, ...others].map((data) => ({ kind: 'invoice', data })),
    );
    await connected.account.idle();
    connected.account.faults.clear();
  }
  const refusal = async (id: string) => {
    const query = { connection: 'nue', kind: 'invoice', id: `invoice-${id}` };
    const { status, text } = await connected.client.callRestlet(inboundRestlet, 'DELETE', { query });
    return `${status} ${JSON.parse(text).error.code}`;
  };

  test('is refused until it is stored: what was accepted is never posted after it was withdrawn', async () => {
    await books.set(connected, { paused: true });
    await post('stored', 1);
    await sendAsIntake([books.version('stored', 2), books.version('intake', 1)]);
    expect(await refusal('stored')).toBe('400 TRANSFER_IN_PROGRESS');
    expect(await refusal('intake')).toBe('400 TRANSFER_IN_PROGRESS');
    expect(await refusal('nowhere')).toBe('400 NOT_FOUND');
    await connected.account.passTime(30 * 60_000);
    expect(await remove('stored')).toMatchObject({ outcome: 'withdrawn' });
    expect(await remove('intake')).toMatchObject({ outcome: 'withdrawn' });
    await books.set(connected, { paused: false });
    await connected.account.passTime(30 * 60_000);
    expect([await transactions('stored'), await transactions('intake')]).toEqual([[], []]);
    expect(await newest('beside-1')).toMatchObject({ status: 'Transferred' });
  });
});

describe('DELETE of a customer or item', () => {
  const isInactive = async (table: string, name: string) => {
    const column = table === 'customer' ? 'entityid' : 'itemid';
    const [row] = await connected.account.suiteql(`SELECT isinactive FROM ${table} WHERE ${column} = ?`, [name]);
    return row?.isinactive;
  };

  test('makes a customer inactive with which nothing is open', async () => {
    await post('quiet', 1);
    await remove('quiet');
    expect(await remove('quiet', 'customer')).toMatchObject({ transfer: expect.any(Number) });
    expect(await newest('quiet', 'customer')).toMatchObject({ status: 'Transferred', record_type: 'customer' });
    expect(await isInactive('customer', 'CUSTOMER-QUIET')).toBe('T');
  });

  test('waits for a person while the customer owes something, and says what', async () => {
    await post('owing', 1);
    const [invoice] = await transactions('owing');
    await remove('owing', 'customer');
    const transfer = await newest('owing', 'customer');
    expect(transfer).toMatchObject({ reason: 'Action Needed', error_code: 'CANCELLATION_BLOCKED' });
    expect(String(transfer.error_message)).toContain(`but invoice ${invoice?.id} is open`);
    expect(await isInactive('customer', 'CUSTOMER-OWING')).toBe('F');
  });

  test('makes an item inactive that no open order names', async () => {
    const data = {
      id: 'item-single',
      name: 'Single',
      productCategory: 'Recurring Services',
      lastModifiedDate: '2026-09-01T06:00:00.000Z',
    };
    await sendDocuments(connected.client, 'nue', [{ kind: 'item', data }]);
    await connected.account.idle();
    await remove('single', 'item');
    expect(await newest('single', 'item')).toMatchObject({ status: 'Transferred' });
    expect(await isInactive('item', 'Single')).toBe('T');
  });
});
