import { jsonOf } from '../../tools/client/answer';
import { inboundRestlet } from '../../tools/start/inbound';
import { settingsRestlet } from '../../tools/start/setUp';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';
import { packagedSuiteApp } from './support/packagedSuiteApp';

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
}, 240_000);

afterAll(() => connected?.close());

async function settingsOf(connection: string): Promise<{ activated: boolean }> {
  const answer = await connected.administrator.callRestlet(settingsRestlet, 'GET', { query: { connection } });
  return jsonOf(answer);
}

async function change(body: Record<string, unknown>): Promise<void> {
  await connected.administrator.callRestlet(settingsRestlet, 'PUT', { body: { connection: 'nue', ...body } });
}

describe('an installation', () => {
  test('makes the lanes, the private folder, and connections that are active in this account', async () => {
    const { account } = connected;
    expect(await account.suiteql('SELECT id FROM customrecord_obc_lane')).toHaveLength(40);
    const folders = await account.suiteql('SELECT isprivate FROM mediaitemfolder WHERE name = ?', [
      'Billing Connector Payloads',
    ]);
    expect(folders).toEqual([{ isprivate: 'T' }]);
    expect((await settingsOf('nue')).activated).toBe(true);
  });

  test('that is repeated keeps settings and makes what somebody deleted', async () => {
    const { account } = connected;
    account.account.store.run('DELETE FROM customrecord_obc_lane WHERE custrecord_obc_lane_number = 7');
    await change({ settings: { paused: true } });
    await account.install(packagedSuiteApp());
    const lanes = await account.suiteql('SELECT custrecord_obc_lane_number AS lane FROM customrecord_obc_lane');
    expect(lanes.map(({ lane }) => Number(lane)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, lane) => lane),
    );
    expect(await settingsOf('nue')).toMatchObject({ settings: { paused: true } });
    await change({ settings: { paused: false } });
  });
});

describe('a copy of the account', () => {
  beforeAll(() => {
    // A sandbox has the rows of its production account under another account id.
    connected.account.account.store.run(
      "UPDATE customrecord_obc_connection SET custrecord_obc_conn_account = 'TSTDRV_PRODUCTION'",
    );
  });

  test('does not activate a connection, nor do changes of its settings', async () => {
    expect((await settingsOf('nue')).activated).toBe(false);
    await change({ settings: { scheduledMode: false } });
    expect((await settingsOf('nue')).activated).toBe(false);
    await connected.account.install(packagedSuiteApp());
    expect((await settingsOf('nue')).activated).toBe(false);
  });

  test('activates it when somebody asks for it', async () => {
    await change({ activate: true });
    expect((await settingsOf('nue')).activated).toBe(true);
    expect((await settingsOf('zuora')).activated).toBe(false);
  });
});

describe('the export for the day of uninstalling', () => {
  test('holds every transfer with its link and history, safe for spreadsheets', async () => {
    const { account, client } = connected;
    const invoice = { ...nueInvoice('9'), name: '=HYPERLINK("http://x")' };
    await client.callRestlet(inboundRestlet, 'POST', {
      body: { connection: 'nue', documents: [{ kind: 'invoice', data: invoice }] },
    });
    await account.idle();
    await account.run({ script: 'customscript_obc_export' });
    const text = await exported();
    const lines = text.trim().split('\r\n');
    const transfers = await account.suiteql('SELECT id FROM customrecord_obc_transfer');
    expect(lines).toHaveLength(1 + transfers.length);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(lines.find((line) => line.includes('"invoice-9"'))).toMatch(/"Transferred".*custinvc\.nl\?id=\d+.*received/);
  });

  /** The contents of the exported file. */
  async function exported(): Promise<string> {
    const [row] = await connected.account.suiteql("SELECT id FROM file WHERE name LIKE 'transfers-from-%'");
    return connected.account.file(Number(row?.id));
  }
});
