import { readFileSync } from 'node:fs';
import type { TransferView } from '../../src/transfers/request';
import { readTransfers, sendDocuments, stateOf } from '../../tools/start/inbound';
import { settingsRestlet } from '../../tools/start/setUp';
import { type ConnectedAccount, connectedAccount } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';
import {
  invoiceWithoutTaxItem,
  named,
  operate,
  sendInvoices,
  storedField,
  transfersByNumber,
} from './support/operations';

let connected: ConnectedAccount;

beforeEach(async () => {
  connected = await connectedAccount();
}, 120_000);

afterEach(() => connected?.close());

/** Longer than the schedules of posting are apart. */
const A_WHILE = 20 * 60_000;

test('a mapping that is saved makes ready what it held, at once and only that', async () => {
  const transfers = await sendInvoices(connected, [
    invoiceWithoutTaxItem('one'),
    invoiceWithoutTaxItem('two', 'customer-2'),
    invoiceWithoutTaxItem('other', 'customer-3', 'US-WA'),
  ]);
  const { transfer } = named(transfers, 'T-one');
  expect(await storedField(connected, transfer, 'cause')).toBe('mapping|Tax Item|US-NY');
  const [tax] = await connected.administrator.suiteql("SELECT id FROM item WHERE itemid = 'Sales Tax'");
  await changeSettings({ mappings: [{ kind: 'Tax Item', source: 'US-NY', value: { id: tax?.id } }] });
  await connected.account.idle();
  expect(await states(['T-one', 'T-two', 'T-other'])).toEqual([
    'Transferred',
    'Transferred',
    'Not Transferred: Action Needed',
  ]);
  // What is transferred names no cause any more, and nobody touched it.
  expect(await storedField(connected, transfer, 'cause')).toBe('');
  expect(await storedField(connected, transfer, 'history')).not.toContain('user 3: retried');
}, 120_000);

test('a setting that is saved makes ready what it held', async () => {
  await changeSettings({ settings: { incomeAccounts: { subscription: null } } });
  await sendInvoices(connected, [nueInvoice('setting')]);
  const item = (await readTransfers(connected.client, 'nue')).find(({ kind }) => kind === 'item');
  expect(item).toMatchObject({ reason: 'Action Needed', error: { code: 'INCOME_ACCOUNT_MISSING' } });
  expect(await storedField(connected, item?.transfer ?? 0, 'cause')).toBe('setting|incomeAccounts.subscription');
  await changeSettings({ settings: { incomeAccounts: { subscription: { name: 'Revenue : Subscription Revenue' } } } });
  await connected.account.idle();
  expect(await states(['T-setting'])).toEqual(['Transferred']);
}, 120_000);

test('a period that is opened makes ready what it held, without anybody touching it', async () => {
  const { account } = connected;
  account.setPeriod('2026-10-15', { arlocked: true });
  const transfers = await sendInvoices(connected, [nueInvoice('period')]);
  const { transfer, error } = named(transfers, 'T-period');
  expect(error?.code).toBe('PERIOD_CLOSED');
  expect(await storedField(connected, transfer, 'cause')).toBe('period|2026-10-15');
  await account.passTime(A_WHILE);
  expect(await storedField(connected, transfer, 'attempts')).toBe('1');
  account.setPeriod('2026-10-15', { arlocked: false });
  await account.passTime(A_WHILE);
  expect(await states(['T-period'])).toEqual(['Transferred']);
}, 120_000);

test('another rule for closed periods makes ready what the closed period held', async () => {
  connected.account.setPeriod('2026-10-15', { arlocked: true });
  await sendInvoices(connected, [nueInvoice('rule')]);
  expect(await states(['T-rule'])).toEqual(['Not Transferred: Action Needed']);
  await changeSettings({ settings: { closedPeriod: 'First Open Period' } });
  await connected.account.idle();
  expect(await states(['T-rule'])).toEqual(['Transferred']);
}, 120_000);

test.each([
  ['made', (sql: Sql) => sql(...insertAccount)],
  ['activated', (sql: Sql) => sql("UPDATE account SET isinactive = 'F' WHERE fullname = ?", [MISSING_ACCOUNT])],
])(
  'an account that is %s makes ready what it held',
  async (how, change) => {
    const store = connected.account.account.store;
    const sql: Sql = (statement, parameters) => void store.run(statement, parameters);
    if (how === 'activated') {
      sql(...insertAccount);
      sql("UPDATE account SET isinactive = 'T' WHERE fullname = ?", [MISSING_ACCOUNT]);
    }
    const data = JSON.parse(readFileSync('tools/start/documents/zuora/INV00002105.json', 'utf8')) as unknown;
    await sendDocuments(connected.client, 'zuora', [{ kind: 'invoice', data }]);
    await connected.account.idle();
    const before = (await readTransfers(connected.client, 'zuora')).find(({ reason }) => reason === 'Action Needed');
    expect(before?.error?.code).toBe(how === 'made' ? 'ACCOUNT_NOT_FOUND' : 'ACCOUNT_INACTIVE');
    expect(await storedField(connected, before?.transfer ?? 0, 'cause')).toBe(
      `account|Income Account|${MISSING_ACCOUNT}`,
    );
    change(sql);
    await connected.account.passTime(A_WHILE);
    const after = await readTransfers(connected.client, 'zuora');
    expect(after.filter(({ kind }) => kind === 'invoice').map(stateOf)).toEqual(['Transferred']);
  },
  120_000,
);

test('a customer that was made by hand and is linked releases what waited for it', async () => {
  const { administrator, account } = connected;
  const [subsidiary] = await administrator.suiteql('SELECT id FROM subsidiary WHERE parent IS NULL');
  const customer = await administrator.createRecord('customer', {
    entityId: 'CUSTOMER-1',
    companyName: 'Made by hand',
    subsidiary: { id: subsidiary?.id },
  });
  const invoice = nueInvoice('linked');
  const stuckCustomer = { ...(invoice.customer as object), paymentTerm: 'Net 17' };
  const transfers = await sendInvoices(connected, [{ ...invoice, customer: stuckCustomer }]);
  const stuck = [...transfers.values()].find(({ kind }) => kind === 'customer');
  expect(stuck).toMatchObject({ reason: 'Action Needed', error: { code: 'TERM_NOT_FOUND' } });
  expect(await states(['T-linked'])).toEqual(['Not Transferred: Waiting']);
  const { results } = await operate(administrator, {
    operation: 'mark',
    transfers: [stuck?.transfer],
    why: 'It was made by hand last year.',
    record: { type: 'customer', id: customer },
  });
  expect(results).toMatchObject([{ outcome: 'changed', status: 'Transferred' }]);
  await account.idle();
  expect(await states(['T-linked'])).toEqual(['Transferred']);
  const [posted] = await administrator.suiteql("SELECT entity FROM transaction WHERE type = 'CustInvc'");
  expect(posted?.entity).toBe(customer);
}, 120_000);

test('a customer that gets the missing currency makes ready what it held', async () => {
  const { administrator, account } = connected;
  await sendInvoices(connected, [nueInvoice('usd')]);
  const euros = { ...nueInvoice('eur'), currencyIsoCode: 'EUR' };
  const transfers = await sendInvoices(connected, [euros]);
  const { transfer, error } = named(transfers, 'T-eur');
  expect(error?.code).toBe('CURRENCY_MISMATCH');
  const customer = [...transfers.values()].find(({ kind }) => kind === 'customer')?.record?.id;
  expect(await storedField(connected, transfer, 'cause')).toBe(`customer currency|${customer}|EUR`);
  const [euro] = await administrator.suiteql("SELECT id FROM currency WHERE symbol = 'EUR'");
  // As the Currencies sublist of the customer does it.
  account.account.store.run('INSERT INTO customercurrencybalance (customer, currency) VALUES (?, ?)', [
    Number(customer),
    Number(euro?.id),
  ]);
  await account.passTime(A_WHILE);
  expect(await states(['T-eur'])).toEqual(['Transferred']);
}, 120_000);

test('when the account was too busy a transfer offers scheduled mode, and is tried again when that is over', async () => {
  await sendInvoices(connected, [nueInvoice('first')]);
  await changeSettings({ settings: { scheduledMode: true } });
  await connected.account.passTime(A_WHILE);
  const error = { name: 'SSS_REQUEST_LIMIT_EXCEEDED', message: 'Request Limit Exceeded!' };
  // Of two saves the first takes the lane, the second is the invoice's: it fails five times.
  const failing = { kind: 'errorBefore', op: 'record.save', script: 'customscript_obc_post', error } as const;
  connected.account.faults.plan({ rules: [2, 4, 6, 8, 10].map((nth) => ({ ...failing, nth })) });
  await sendInvoices(connected, [nueInvoice('busy')]);
  const busy = await untilTried('T-busy');
  expect(busy).toMatchObject({ reason: 'Will Retry', error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' } });
  expect(busy.error?.remedy).toContain('Process in scheduled mode');
  await connected.account.passTime(3 * A_WHILE);
  expect(await states(['T-busy'])).toEqual(['Transferred']);
  expect(connected.account.faults.hits).toHaveLength(5);
}, 120_000);

const MISSING_ACCOUNT = 'Revenue : Ledger Export Revenue';

type Sql = (statement: string, parameters?: (string | number)[]) => void;

/** The account as Lists > Accounting > Accounts > New makes it, like another income account. */
const insertAccount: [string, string[]] = [
  `INSERT INTO account (acctnumber, acctname, accttype, fullname, displaynamewithhierarchy, accountsearchdisplayname,
     accountsearchdisplaynamecopy, currency, parent, subsidiary, includechildren, isinactive, issummary, eliminate,
     lastmodifieddate)
   SELECT '4090', 'Ledger Export Revenue', accttype, ?, ?, ?, ?, currency, parent, subsidiary, includechildren, 'F',
     issummary, eliminate, lastmodifieddate FROM account WHERE acctnumber = '4010'`,
  [MISSING_ACCOUNT, MISSING_ACCOUNT, `4090 ${MISSING_ACCOUNT}`, `4090 ${MISSING_ACCOUNT}`],
];

async function changeSettings(change: object): Promise<void> {
  const answer = await connected.administrator.callRestlet(settingsRestlet, 'PUT', {
    body: { connection: 'nue', ...change },
  });
  expect(JSON.parse(answer.text)).toEqual({ outcome: 'saved', problems: [] });
}

/** Lets time pass, minute by minute, until a transfer was tried. */
async function untilTried(number: string): Promise<TransferView> {
  for (let minute = 0; ; minute += 1) {
    const transfer = named(await transfersByNumber(connected), number);
    if (transfer.attempts > 0 || minute > 30) return transfer;
    await connected.account.passTime(60_000);
  }
}

/** Status and reason of transfers, by their numbers. */
async function states(numbers: readonly string[]): Promise<string[]> {
  const transfers = await transfersByNumber(connected);
  return numbers.map((number) => stateOf(named(transfers, number)));
}
