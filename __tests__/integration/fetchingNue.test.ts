import { jest } from '@jest/globals';
import { nueCustomer, nueProduct } from '../proof/payloads';
import { invoiceNumbers, postInvoices, storedTransfers } from './support/inProcess';
import { nueInvoice, without } from './support/invoices';
import { type NueAccount, nueAccount, restorePoint } from './support/nueAccount';

jest.setTimeout(120_000);

let connected: NueAccount;
let restore: () => void;

beforeAll(async () => {
  connected = await nueAccount();
  restore = restorePoint(connected);
}, 240_000);

beforeEach(() => restore());

afterAll(() => connected?.close());

async function sendBare(id: string, customer: string): Promise<void> {
  const invoice = without(without(nueInvoice(id, undefined, customer), 'customer'), 'products');
  await postInvoices(connected.account, [invoice], 'nue');
  await connected.account.idle();
}

test('a customer that Nue never sent is fetched by REST, a product by GraphQL, and the invoice is posted', async () => {
  connected.nue.customers.set('late', nueCustomer('late', 1));
  connected.nue.products.set('product-1', nueProduct('product-1', 1));
  await sendBare('1', 'late');
  expect(await invoiceNumbers(connected.account)).toEqual(['T-1']);
  expect([...connected.nue.said].sort()).toEqual(['GET /customers/late', 'POST /async/graphql']);
});

test('a customer that Nue does not have is said by the invoice that waits for it', async () => {
  connected.nue.products.set('product-1', nueProduct('product-1', 1));
  await sendBare('2', 'gone');
  const [invoice] = (await storedTransfers(connected.account)).filter(({ kind }) => kind === 'invoice');
  expect(invoice).toMatchObject({ reason: 'Waiting', waitsFor: 'customer gone', error: 'NOT_FOUND_IN_PLATFORM' });
  expect(invoice?.message).toMatch(/customer "gone".*Nue did not have/);
});

test('too many requests let Nue rest, and then it goes on', async () => {
  connected.nue.customers.set('late', nueCustomer('late', 1));
  connected.nue.products.set('product-1', nueProduct('product-1', 1));
  connected.nue.fail({ status: 429, headers: { 'Retry-After': '600' } });
  await sendBare('3', 'late');
  expect(connected.nue.said).toHaveLength(1);
  await connected.account.passTime(15 * 60_000);
  await connected.account.passTime(15 * 60_000);
  await connected.account.passTime(15 * 60_000);
  await connected.account.idle();
  expect(await invoiceNumbers(connected.account)).toEqual(['T-3']);
});
