import { jest } from '@jest/globals';
import { laneOf } from '../../src/transfers/policy/lanes';
import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { changeSettings, invoiceNumbers, postInvoices, storedTransfers, usageOf } from './support/inProcess';
import { nueInvoice } from './support/invoices';

const POSTING = 'customscript_obc_post';

let connected: ConnectedAccount;

jest.setTimeout(60_000);

beforeEach(async () => {
  connected = await connectedAccount();
}, 120_000);

afterEach(() => connected?.close());

test("a customer's 1,000 documents are drained in order, and no stage comes near its units or its time", async () => {
  const { account } = connected;
  // Two dates, sent with the later one first: the date decides, then the order in which they were stored.
  const dated = (index: number, invoiceDate: string): Readonly<Record<string, unknown>> => ({
    ...nueInvoice(String(index), undefined, 'customer-1'),
    invoiceDate,
    dueDate: '2026-11-30',
  });
  const later = Array.from({ length: 500 }, (_, index) => dated(1_000 + index, '2026-10-20'));
  const earlier = Array.from({ length: 500 }, (_, index) => dated(2_000 + index, '2026-10-10'));
  await changeSettings(connected, { paused: true });
  await postInvoices(account, later);
  await account.idle();
  await postInvoices(account, earlier);
  await account.idle();
  expect(await storedTransfers(account)).toHaveLength(1_002);
  expect(await invoiceNumbers(account)).toEqual([]);

  await changeSettings(connected, { paused: false });
  await account.passTime(15 * 60_000);
  const stored = (await storedTransfers(account)).filter(({ kind }) => kind === 'invoice').map(({ number }) => number);
  const inOrder = [...stored.filter((number) => number >= 'T-2000'), ...stored.filter((number) => number < 'T-2000')];
  expect(await invoiceNumbers(account)).toEqual(inOrder);
  expect((await storedTransfers(account)).filter(({ status }) => status !== 'Transferred')).toEqual([]);

  // NetSuite's limits: reduce 5,000 units and 900 s, the other stages 10,000 units and 3,600 s.
  const reduce = usageOf(account, POSTING, 'reduce');
  expect(reduce.executions).toBeGreaterThan(1);
  expect(reduce.mostUnits).toBeLessThanOrEqual(4_100);
  expect(reduce.mostSeconds).toBeLessThan(700);
  expect(usageOf(account, POSTING, 'getInputData').mostUnits).toBeLessThan(100);
  expect(usageOf(account, POSTING, 'summarize').mostUnits).toBeLessThan(100);
  expect(usageOf(account, 'customscript_obc_intake', 'reduce').mostUnits).toBeLessThan(2_500);
}, 240_000);

test('one stuck document stops only its own successors, which say what they wait for; others go on', async () => {
  const { account } = connected;
  // No income account is chosen for products of this category: the item "stuck" cannot be made.
  await changeSettings(connected, { incomeAccounts: { entitlement: null } });
  const [customer, neighbour] = twoOfOneLane();
  await postInvoices(account, [
    withStuckProduct(nueInvoice('1', [{ amount: '10.00', product: 'stuck' }], customer)),
    nueInvoice('2', [{ amount: '20.00' }], customer),
    withStuckProduct(nueInvoice('3', [{ amount: '30.00', product: 'stuck' }], neighbour)),
    nueInvoice('4', [{ amount: '40.00' }], neighbour),
    nueInvoice('5', [{ amount: '50.00' }], 'another-customer'),
  ]);
  await account.passTime(60 * 60_000);

  const open = (await storedTransfers(account)).filter(({ status }) => status !== 'Transferred');
  expect(open.map(({ kind, document, reason, waitsFor }) => ({ kind, document, reason, waitsFor }))).toEqual([
    { kind: 'item', document: 'stuck', reason: 'Action Needed', waitsFor: '' },
    { kind: 'invoice', document: 'invoice-1', reason: 'Waiting', waitsFor: 'item stuck' },
    { kind: 'invoice', document: 'invoice-3', reason: 'Waiting', waitsFor: 'item stuck' },
  ]);
  expect(open[1]?.message).toContain('stuck');
  expect(await invoiceNumbers(account)).toEqual(['T-2', 'T-4', 'T-5']);
  const { client } = connected;
  const answer = await client.callRestlet(inboundRestlet, 'GET', {
    query: { connection: 'nue', kind: 'invoice', id: 'invoice-1' },
  });
  expect(jsonOf(answer)).toMatchObject({
    status: 'Not Transferred',
    reason: 'Waiting',
    waitsFor: { kind: 'item', id: 'stuck' },
  });
}, 60_000);

/** Two customers whose documents share a lane, found by trying. */
function twoOfOneLane(): readonly [string, string] {
  const lane = laneOf('nue', 'customer-0');
  for (let index = 1; index < 1_000; index += 1) {
    if (laneOf('nue', `customer-${index}`) === lane) return ['customer-0', `customer-${index}`];
  }
  throw new Error('No other customer has the lane.');
}

function withStuckProduct(invoice: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const product = { id: 'stuck', name: 'Stuck', productCategory: 'One-Time Services' };
  return { ...invoice, products: [{ ...product, lastModifiedDate: '2026-09-01T06:00:00.000Z' }] };
}
