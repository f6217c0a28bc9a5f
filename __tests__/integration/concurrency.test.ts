import { jest } from '@jest/globals';
import type { InboundResponse } from '../../src/transfers/request';
import { jsonOf } from '../../tools/client/answer';
import { isRefused } from '../../tools/client/retry';
import { inboundRestlet } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount, settled } from './support/connectedAccount';
import { invoiceNumbers, postInvoices, storedTransfers, usageOf } from './support/inProcess';
import { nueInvoice } from './support/invoices';

let connected: ConnectedAccount;

jest.setTimeout(60_000);

beforeEach(async () => {
  connected = await connectedAccount(1, { concurrency: 5 });
}, 120_000);

afterEach(() => connected?.close());

test('of 20 callers at once NetSuite refuses some with its own code; they come again, and all 20 are posted once', async () => {
  const callers = Array.from({ length: 20 }, (_, index) =>
    nueInvoice(`caller-${index}`, undefined, `customer-${index}`),
  );
  const answers = await Promise.all(callers.map((data) => sendUntilAccepted([data])));
  const refusals = answers.flatMap(({ refused }) => refused);
  expect(refusals.length).toBeGreaterThan(0);
  expect(new Set(refusals)).toEqual(new Set(['400 SSS_REQUEST_LIMIT_EXCEEDED']));
  expect(answers.map(({ outcome }) => outcome)).toEqual(callers.map(() => 'accepted'));

  const transfers = await settled(connected, ['nue']);
  const invoices = transfers.filter(({ kind }) => kind === 'invoice');
  expect(invoices.map(({ number }) => number).sort()).toEqual(callers.map(({ name }) => name).sort());
  expect([...(await invoiceNumbers(connected.account))].sort()).toEqual(callers.map(({ name }) => name).sort());
}, 120_000);

test('one call of 500 documents is accepted whole, at the cost of a few, and all are posted once', async () => {
  const { account } = connected;
  const invoices = Array.from({ length: 500 }, (_, index) =>
    nueInvoice(`${index}`, undefined, `customer-${index % 40}`),
  );
  const { results, intake } = await postInvoices(account, invoices);
  expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(invoices.map(({ id }) => `${id} accepted`));
  expect(intake).toBeGreaterThan(0);
  const { mostUnits, mostSeconds } = usageOf(account, 'customscript_obc_inbound', 'post');
  expect(mostUnits).toBeLessThanOrEqual(80);
  expect(mostSeconds).toBeLessThan(60);
  await account.idle();
  expect((await storedTransfers(account)).filter(({ status }) => status !== 'Transferred')).toEqual([]);
  expect([...(await invoiceNumbers(account))].sort()).toEqual(invoices.map(({ name }) => name).sort());
}, 120_000);

/** Sends documents until NetSuite lets the call in, as a platform does; answers what NetSuite refused with. */
async function sendUntilAccepted(invoices: readonly unknown[]) {
  const refused: string[] = [];
  for (;;) {
    const answer = await connected.client.send({
      method: 'POST',
      path: '/app/site/hosting/restlet.nl',
      query: { script: inboundRestlet.script, deploy: inboundRestlet.deployment },
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ connection: 'nue', documents: invoices.map((data) => ({ kind: 'invoice', data })) }),
    });
    if (!isRefused(answer)) return { refused, outcome: jsonOf<InboundResponse>(answer).results[0]?.outcome };
    refused.push(`${answer.status} ${(JSON.parse(answer.text) as { error: { code: string } }).error.code}`);
    await new Promise((resolve) => setTimeout(resolve, 50 + refused.length * 20));
  }
}
