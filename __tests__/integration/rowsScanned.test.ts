import { fillTransfers } from '../../bench/growth/fill';
import { countRowsScanned, createIndex } from '../../bench/growth/rowsScanned';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { postInvoices } from './support/inProcess';
import { nueInvoice } from './support/invoices';

const TRANSFERS = 300;

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
  await postInvoices(connected.account, [nueInvoice('1')]);
  await connected.account.idle();
  fillTransfers(connected.account, TRANSFERS, 'history');
}, 120_000);

afterAll(() => connected?.close());

/** Rows that the RESTlet reads of the transfers to find that it has an invoice, its customer and its item already. */
async function rowsForAKnownInvoice(): Promise<number | undefined> {
  const stop = countRowsScanned(connected.account);
  const { results } = await postInvoices(connected.account, [nueInvoice('1')]);
  expect(results).toMatchObject([{ outcome: 'unchanged' }]);
  const { rows, byStatement } = stop();
  expect(rows).toBe(Array.from(byStatement.values()).reduce((sum, each) => sum + each, 0));
  return Array.from(byStatement).find(([statement]) => statement.includes('custrecord_obc_tr_platform_id IN'))?.[1];
}

test('all rows of a table count where no index leads to those that are asked for, and only these where one does', async () => {
  expect(await rowsForAKnownInvoice()).toBe(TRANSFERS);
  createIndex(connected.account, 'customrecord_obc_transfer', ['custrecord_obc_tr_platform_id']);
  expect(await rowsForAKnownInvoice()).toBe(3);
});

test('nothing is counted after the count has been taken', async () => {
  const stop = countRowsScanned(connected.account);
  const { rows } = stop();
  await postInvoices(connected.account, [nueInvoice('1')]);
  expect(rows).toBe(0);
  expect(stop().rows).toBe(0);
});
