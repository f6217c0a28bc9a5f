import Big from 'big.js';
import fc from 'fast-check';
import { readInvoices } from '../../tools/start/books';
import { sendDocuments } from '../../tools/start/inbound';
import { type ConnectedAccount, connectedAccount, settled } from './support/connectedAccount';
import { nueInvoice } from './support/invoices';

let connected: ConnectedAccount;

beforeAll(async () => {
  connected = await connectedAccount();
}, 120_000);

afterAll(() => connected?.close());

const amount = fc.integer({ min: 1, max: 5_000_000 }).map((cents) => new Big(cents).div(100).toFixed(2));

const line = fc.record({
  amount,
  tax: fc.option(amount, { nil: undefined }),
  quantity: fc.integer({ min: 1, max: 1_000 }),
  product: fc.integer({ min: 1, max: 5 }).map((number) => `product-${number}`),
});

const invoice = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 12 }),
  customer: fc.integer({ min: 1, max: 6 }).map((number) => `customer-${number}`),
});

let sent = 0;

test('whatever is billed, the posted total is the total of the source and the ledger balances', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(invoice, { minLength: 1, maxLength: 10 }), async (invoices) => {
      const payloads = invoices.map(({ lines, customer }) => {
        sent += 1;
        return nueInvoice(`random-${sent}`, lines.map(withoutUndefined), customer);
      });
      await sendDocuments(
        connected.client,
        'nue',
        payloads.map((data) => ({ kind: 'invoice', data })),
      );
      await settled(connected, ['nue']);
      const posted = await readInvoices(connected.administrator);
      for (const payload of payloads) {
        const found = posted.get(String(payload.name));
        expect(found?.total).toBe(new Big(String(payload.amount)).toFixed(2));
        const ledger = found?.ledger ?? [];
        expect(sum(ledger.map(({ debit }) => debit))).toBe(sum(ledger.map(({ credit }) => credit)));
        expect(sum(ledger.filter(({ accountType }) => accountType === 'AcctRec').map(({ debit }) => debit))).toBe(
          found?.total,
        );
      }
    }),
    { numRuns: 12, seed: 20261101, endOnFailure: true },
  );
}, 300_000);

function withoutUndefined<T extends { readonly tax: string | undefined }>(given: T): Omit<T, 'tax'> & { tax?: string } {
  const { tax, ...rest } = given;
  return tax === undefined ? rest : { ...rest, tax };
}

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, next) => total.plus(next), new Big(0)).toFixed(2);
}
