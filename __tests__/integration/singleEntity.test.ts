import { createAccount, type SimulatedAccount } from 'netsuite-simulator';
import { jsonOf } from '../../tools/client/answer';
import { NetSuiteClient } from '../../tools/client/netSuiteClient';
import { sendDocuments } from '../../tools/start/inbound';
import { integrationRole } from '../../tools/start/localAccount';
import { settingsRestlet } from '../../tools/start/setUp';
import { nueInvoice } from './support/invoices';
import { packagedSuiteApp } from './support/packagedSuiteApp';

/** Id of the tax schedule Not Taxable. */
const taxSchedule = { id: '2' };

let account: SimulatedAccount;
afterEach(() => account?.close());

test('the SuiteApp posts in an account without OneWorld', async () => {
  account = await createAccount({ company: 'single', seed: 1, now: '2026-11-02T17:00:00Z' });
  await account.install(packagedSuiteApp());
  const { url, credentials } = await account.listen({ role: integrationRole });
  const now = (): number => account.clock.now();
  const administrator = new NetSuiteClient(url, credentials.administrator.oauth2, now);
  const [payable] = await administrator.suiteql("SELECT id FROM account WHERE acctnumber = '2200'");
  const tax = await administrator.createRecord('nonInventorySaleItem', {
    itemId: 'Sales Tax',
    incomeAccount: { id: payable?.id },
    taxSchedule,
  });
  const settings = {
    receivablesAccount: { name: 'Accounts Receivable' },
    taxSchedule,
    incomeAccounts: { subscription: { name: 'Revenue : Subscription Revenue' } },
    itemName: 'Use Source Name',
    numbering: { customer: 'Use Number From Source Record', transaction: 'Use Number From Source Record' },
  };
  const mappings = [{ kind: 'Tax Item', source: 'US-CA-SF', value: { id: tax } }];
  const saved = await administrator.callRestlet(settingsRestlet, 'PUT', {
    body: { connection: 'nue', settings, mappings },
  });
  expect(jsonOf(saved)).toMatchObject({ outcome: 'saved', problems: [] });
  const invoice = nueInvoice('single', [{ amount: '100.00', tax: '8.63' }]);
  await sendDocuments(new NetSuiteClient(url, credentials.oauth2, now), 'nue', [{ kind: 'invoice', data: invoice }]);
  await account.idle();
  expect(await account.suiteql('SELECT type, tranid, foreigntotal FROM transaction')).toEqual([
    { type: 'CustInvc', tranid: 'T-single', foreigntotal: 108.63 },
  ]);
  expect(account.trialBalance().lines.map((line) => `${line.account.number} ${line.amount}`)).toEqual([
    '1100 108.63',
    '2200 -8.63',
    '4010 -100.00',
  ]);
}, 120_000);
