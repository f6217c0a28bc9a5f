import type { InboundResponse } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { isRefused } from '../../tools/client/retry';
import { inboundRestlet, sendDocuments } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount, settled } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';

let connected: ConnectedAccount;

beforeEach(async () => {
  connected = await connectedAccount();
}, 120_000);

afterEach(() => connected?.close());

test('the same document from 20 callers at once is posted once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => sendUntilAccepted(nueInvoice('shared'))));
  const transfers = await settled(connected, ['nue']);
  expect(transfers.filter(({ kind }) => kind === 'invoice')).toHaveLength(1);
  expect(await postedInvoices()).toBe(1);
}, 60_000);

test('the same document twice, one after the other, is posted once', async () => {
  const document = { kind: 'invoice', data: nueInvoice('twice') };
  const [first] = await sendDocuments(connected.client, 'nue', [document]);
  const [second] = await sendDocuments(connected.client, 'nue', [document]);
  expect([first?.outcome, second?.outcome]).toEqual(['accepted', 'unchanged']);
  await settled(connected, ['nue']);
  const [third] = await sendDocuments(connected.client, 'nue', [document]);
  expect(third).toMatchObject({ outcome: 'unchanged', status: 'Transferred', record: { type: 'invoice' } });
  expect(await postedInvoices()).toBe(1);
});

test('the same document twice in one call is posted once', async () => {
  const document = { kind: 'invoice', data: nueInvoice('double') };
  const results = await sendDocuments(connected.client, 'nue', [document, document]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'unchanged']);
  await settled(connected, ['nue']);
  expect(await postedInvoices()).toBe(1);
});

/** Sends a document until it is taken, as a platform does; answers how often NetSuite refused. */
async function sendUntilAccepted(data: unknown): Promise<number> {
  for (let refused = 0; ; refused += 1) {
    const answer = await connected.client.send({
      method: 'POST',
      path: '/app/site/hosting/restlet.nl',
      query: { script: inboundRestlet.script, deploy: inboundRestlet.deployment },
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ connection: 'nue', documents: [{ kind: 'invoice', data }] }),
    });
    if (isRefused(answer)) {
      await new Promise((resolve) => setTimeout(resolve, 50 + refused * 20));
      continue;
    }
    const [result] = jsonOf<InboundResponse>(answer).results;
    expect(['accepted', 'unchanged']).toContain(result?.outcome);
    return refused;
  }
}

async function postedInvoices(): Promise<number> {
  const [row] = await connected.administrator.suiteql("SELECT COUNT(*) AS n FROM transaction WHERE type = 'CustInvc'");
  return Number(row?.n);
}
