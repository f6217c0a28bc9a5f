import { inboundRestlet } from '../../tools/start/inbound';
import { settingsRestlet } from '../../tools/start/setUp';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';

const MINUTE = 60_000;
let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
  await connected.administrator.callRestlet(settingsRestlet, 'PUT', {
    body: {
      connection: 'nue',
      settings: {
        timeZone: 'America/New_York',
        recipients: { digest: ['controller@example.com', 'ar@example.com'], alert: ['it@example.com'] },
      },
    },
  });
}, 240_000);

afterAll(() => connected?.close());

async function post(id: string): Promise<void> {
  const body = { connection: 'nue', documents: [{ kind: 'invoice', data: nueInvoice(id) }] };
  await connected.client.callRestlet(inboundRestlet, 'POST', { body });
}

/** Time passes, and the watch looks. */
async function lookAfter(minutes: number): Promise<void> {
  await connected.account.idle();
  connected.account.clock.advance(minutes * MINUTE);
  await connected.account.run({ script: 'customscript_obc_watch', deployment: 'customdeploy_obc_watch' });
}

/** Subjects of the mails that went out since the last look. */
function mails(): { subject: string; recipients: readonly string[]; body: string }[] {
  const all = connected.account.outbox();
  const fresh = all.slice(seen);
  seen = all.length;
  return fresh.map(({ subject, recipients, body }) => ({ subject, recipients, body }));
}
let seen = 0;

test('the digest goes out once a day, to all who want it', async () => {
  await post('1');
  for (let hour = 0; hour < 24; hour += 4) await lookAfter(4 * 60);
  const digests = mails();
  expect(digests.map(({ subject }) => subject)).toEqual([
    'Billing Connector: nue: everything is transferred',
    'Billing Connector: nue: everything is transferred',
  ]);
  expect(digests[0]?.recipients).toEqual(['controller@example.com', 'ar@example.com']);
  expect(digests[0]?.body).toContain('invoice');
});

test('an alert says that the queue stands still, and another word that it moves again', async () => {
  // Posting does not get through: each run ends before it has done anything.
  connected.account.faults.plan({
    rules: [
      { kind: 'errorBefore', script: 'customscript_obc_post', probability: 1, times: 100_000 },
      { kind: 'errorBefore', script: 'customscript_obc_inbound', op: 'record.load', probability: 1, times: 100_000 },
    ],
  });
  await post('2');
  for (let minutes = 0; minutes < 90; minutes += 15) await lookAfter(15);
  const alerts = mails();
  expect(alerts.map(({ subject }) => subject)).toEqual(['Billing Connector: nue stands still']);
  expect(alerts[0]?.recipients).toEqual(['it@example.com']);
  connected.account.faults.clear();
  await connected.account.run({ script: 'customscript_obc_post' });
  await lookAfter(15);
  expect(mails().map(({ subject }) => subject)).toEqual(['Billing Connector: nue moves again']);
});
