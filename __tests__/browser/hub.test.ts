import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/browser/launchChromium';
import { hubAddress } from '../../tools/start/hub';
import { sendDocuments } from '../../tools/start/inbound';
import { sourceInvoices } from '../../tools/start/sources';
import { type ConnectedAccount, connectedAccount, settled } from '../integration/support/connectedAccount';
import { nueInvoice } from '../integration/support/invoices';

let connected: ConnectedAccount;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

const hostile = '<img src=x onerror="document.title=1"> & "Söhne"';

beforeAll(async () => {
  connected = await connectedAccount();
  const bad = sourceInvoices().filter(({ isBad }) => isBad);
  await sendDocuments(
    connected.client,
    'zuora',
    bad.map(({ data }) => ({ kind: 'invoice', data })),
  );
  const invoices = Array.from({ length: 60 }, (_, index) => nueInvoice(`hub-${index}`));
  const first = invoices[0] as { customer: object };
  await sendDocuments(
    connected.client,
    'nue',
    invoices.map((invoice) => ({
      kind: 'invoice',
      data: { ...invoice, customer: { ...first.customer, name: hostile } },
    })),
  );
  await settled(connected, ['nue', 'zuora']);
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await connected?.close();
});

beforeEach(async () => {
  await page.goto(connected.url + hubAddress());
  await page.getByRole('heading', { name: 'Transaction Hub' }).waitFor();
}, 60_000);

test('an accountant sees the documents, newest first, 50 on a page', async () => {
  expect(await rows()).toHaveLength(50);
  expect(await rowWith('T-hub-59')).toMatch(/Transferred.*invoice.*T-hub-59.*100\.00 USD/);
  expect(await page.getByText('1 to 50 of 65').count()).toBe(1);
}, 60_000);

test('the next page shows the rest, and the way back', async () => {
  await page.getByRole('link', { name: 'Next' }).click();
  await page.getByText('51 to 65 of 65').waitFor();
  expect(await rows()).toHaveLength(15);
  await page.getByRole('link', { name: 'Previous' }).click();
  await page.getByText('1 to 50 of 65').waitFor();
}, 60_000);

test('the filter by status shows what is not transferred, with its error and remedy', async () => {
  await page.getByRole('link', { name: /^Not Transferred \(\d+\)$/ }).click();
  await page.getByText('1 to 2 of 2').waitFor();
  expect(await rows()).toHaveLength(2);
  expect(await rowWith('Action Needed')).toMatch(/item.*Ledger Export Revenue/);
  expect(await rowWith('INV00002105')).toMatch(/Waiting/);
}, 60_000);

test('a transferred invoice links to its NetSuite record', async () => {
  await page.getByRole('link', { name: 'T-hub-59' }).click();
  await page.waitForURL(/custinvc\.nl\?id=\d+/);
}, 60_000);

test('a name with markup is shown as text', async () => {
  expect(await page.getByText(hostile).count()).toBeGreaterThan(0);
  expect(await page.title()).not.toBe('1');
}, 60_000);

test('no page complained', () => {
  expect(complaints).toEqual([]);
});

/** Texts of the list's rows, without its heading. */
async function rows(): Promise<string[]> {
  const texts = await page.locator('table tbody tr').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' ')).filter((text) => text.trim() !== '');
}

async function rowWith(text: string): Promise<string> {
  const found = (await rows()).find((row) => row.includes(text));
  if (found === undefined) throw new Error(`No row shows ${text}.`);
  return found;
}
