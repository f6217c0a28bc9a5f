import type { TransferView } from '../../src/transfers/request';
import { readInvoices } from '../../tools/start/books';
import { differences } from '../../tools/start/compare';
import { blockerOf, readTransfers, sendDocuments } from '../../tools/start/inbound';
import { sourceInvoices } from '../../tools/start/sources';
import { type ConnectedAccount, connectedAccount, settled } from './support/connectedAccount';

const connections = ['nue', 'zuora'];
const sources = sourceInvoices();
let connected: ConnectedAccount;
let transfers: TransferView[];

beforeAll(async () => {
  connected = await connectedAccount();
  for (const connection of connections) await sendDemo(connection);
  transfers = await settled(connected, connections);
}, 240_000);

afterAll(() => connected?.close());

test('the demo is large enough to show something', () => {
  const good = sources.filter((source) => !source.isBad);
  for (const connection of connections) {
    expect(good.filter((source) => source.connection === connection).length).toBeGreaterThanOrEqual(4);
  }
  expect(new Set(good.map((source) => source.currency))).toEqual(new Set(['USD', 'EUR', 'GBP']));
  expect(new Set(good.map((source) => source.subsidiary)).size).toBe(2);
  expect(good.filter((source) => source.tax !== '0.00').length).toBeGreaterThanOrEqual(4);
  expect(good.some((source) => source.lines === 20)).toBe(true);
});

test('every document is transferred but the one whose account does not exist, with its item', () => {
  const open = transfers.filter((transfer) => transfer.status !== 'Transferred');
  expect(open.map(({ kind, status, reason }) => ({ kind, status, reason }))).toEqual(
    expect.arrayContaining([
      { kind: 'item', status: 'Not Transferred', reason: 'Action Needed' },
      { kind: 'invoice', status: 'Not Transferred', reason: 'Waiting' },
    ]),
  );
  expect(open.filter(({ kind }) => kind === 'invoice').map(({ number }) => number)).toEqual(['INV00002105']);
});

test('its error names the field, the value and what to do', () => {
  const invoice = transfers.find(({ number }) => number === 'INV00002105');
  if (invoice === undefined) throw new Error('The document is lost.');
  const { error } = blockerOf(invoice, transfers);
  expect(error?.message).toMatch(/income account/i);
  expect(error?.message).toContain('Revenue : Ledger Export Revenue');
  expect(error?.remedy).toMatch(/account/i);
});

test.each(sources.filter((source) => !source.isBad).map((source) => source.number))(
  '%s equals its source, read with SuiteQL over REST',
  async (number) => {
    const posted = await readInvoices(connected.administrator);
    const source = sources.find((candidate) => candidate.number === number);
    if (source === undefined) throw new Error(`There is no ${number}.`);
    expect(differences(source, posted.get(number))).toEqual([]);
  },
);

// Rates of the demo company in October 2026: in USD 1.12 for EUR and 1.30 for GBP, in EUR 1.16 for GBP.
test('receivables of each customer are as computed by hand, in the currency of the subsidiary', async () => {
  const rows = await connected.administrator.suiteql(`
    SELECT cu.entityid, SUM(tal.amount) AS balance
    FROM transactionaccountingline tal
      JOIN transaction t ON t.id = tal.transaction
      JOIN customer cu ON cu.id = t.entity
      JOIN account a ON a.id = tal.account
    WHERE a.accttype = 'AcctRec' AND tal.posting = 'T'
    GROUP BY cu.entityid`);
  expect(toFigures(rows, 'entityid')).toEqual({
    'CUS-00000118': '5847.56', // 3,747.56 + 2,100.00 USD
    'CUS-00000119': '1560.00', // 1,200.00 GBP x 1.30
    'CUS-00000120': '131.95', // 117.81 EUR x 1.12
    'CUS-00000121': '598.50',
    A00000311: '952.00', // EUR in the German subsidiary
    A00000312: '418.99', // 361.20 GBP x 1.16, in EUR
    A00000313: '2284.89',
    A00000314: '1120.00', // 1,000.00 EUR x 1.12
  });
});

test('income and tax payable of each account and subsidiary are as computed by hand', async () => {
  const rows = await connected.administrator.suiteql(`
    SELECT s.name AS subsidiary, a.acctnumber, SUM(tal.credit) AS credit, SUM(tal.debit) AS debit
    FROM transactionaccountingline tal
      JOIN transaction t ON t.id = tal.transaction
      JOIN transactionline tl ON tl.transaction = tal.transaction AND tl.id = tal.transactionline
      JOIN subsidiary s ON s.id = tl.subsidiary
      JOIN account a ON a.id = tal.account
    WHERE t.type = 'CustInvc' AND tal.posting = 'T' AND (a.accttype = 'Income' OR a.accttype = 'OthCurrLiab')
    GROUP BY s.name, a.acctnumber`);
  const figures = rows.map((row) => [
    `${row.subsidiary} ${row.acctnumber}`,
    (Number(row.credit ?? 0) - Number(row.debit ?? 0)).toFixed(2),
  ]);
  expect(Object.fromEntries(figures)).toEqual({
    // 3,000.00 + 1,000.00 GBP x 1.30 + 99.00 EUR x 1.12 + 2,100.00 + 1,999.99 + 1,000.00 EUR x 1.12
    'Northwind Analytics 4010': '9630.87',
    'Northwind Analytics 4020': '549.90', // 450.00 + 99.90
    'Northwind Analytics 4030': '598.50', // 3 x 199.50
    'Northwind Analytics 4040': '12.50', // 1,000 x 0.0125
    'Northwind Analytics 2200': '470.06', // 297.56 + 120.00 + 52.50
    'Northwind Analytics 2210': '21.07', // 18.81 EUR x 1.12
    'Northwind Analytics 2220': '260.00', // 200.00 GBP x 1.30
    'Northwind Analytics GmbH 4010': '949.16', // 600.00 + 301.00 GBP x 1.16
    'Northwind Analytics GmbH 4050': '250.00',
    'Northwind Analytics GmbH 4090': '-50.00',
    'Northwind Analytics GmbH 2210': '152.00', // 114.00 + 47.50 - 9.50
    'Northwind Analytics GmbH 2220': '69.83', // 60.20 GBP x 1.16
  });
});

test('debits equal credits in the trial balance', () => {
  const { debit, credit } = connected.account.trialBalance();
  expect(debit).toBe(credit);
});

test('names pass unchanged', async () => {
  const rows = await connected.administrator.suiteql('SELECT entityid, companyname, firstname, lastname FROM customer');
  const names = rows.map((row) => row.companyname ?? `${row.firstname} ${row.lastname}`);
  expect(names).toEqual(
    expect.arrayContaining(['O\'Brien & "Sons" Brewing, Ltd.', '株式会社東京データ商事', 'Zoë Müller-Großmann']),
  );
});

test('sending everything again posts nothing new', async () => {
  const before = await recordCounts();
  for (const connection of connections) {
    const results = await sendDemo(connection);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  }
  await connected.account.idle();
  expect(await recordCounts()).toEqual(before);
  expect(await readTransfers(connected.client, 'nue')).toEqual(
    transfers.filter((transfer) => transfer.connection === 'nue'),
  );
});

function sendDemo(connection: string): ReturnType<typeof sendDocuments> {
  const documents = sources
    .filter((source) => source.connection === connection)
    .map(({ data }) => ({ kind: 'invoice', data }));
  return sendDocuments(connected.client, connection, documents);
}

async function recordCounts(): Promise<unknown[]> {
  const tables = ['transaction', 'customer', 'item', 'customrecord_obc_transfer'];
  return Promise.all(
    tables.map((table) => connected.administrator.suiteql(`SELECT COUNT(*) AS records FROM ${table}`)),
  );
}

function toFigures(rows: readonly Readonly<Record<string, string | undefined>>[], key: string): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row[key] ?? '', Number(row.balance).toFixed(2)]));
}
