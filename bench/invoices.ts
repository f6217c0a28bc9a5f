import type { ConnectedAccount } from '../__tests__/integration/support/connectedAccount';
import { nueInvoice } from '../__tests__/integration/support/invoices';
import { sendDocuments } from '../tools/start/inbound';
import { type Figure, usageFrom } from './measure';

const inbound = 'customscript_obc_inbound';

/**
 * Units of an invoice whose customer and items are known, in batches of 50: 500 in one call, of 10 customers. All
 * scripts count, from the receipt to the end of the last run.
 */
export async function unitsForAnInvoice(connected: ConnectedAccount): Promise<Figure[]> {
  return [{ name: 'units for an invoice', value: await unitsOfOne(connected, 500, 10), atMost: 40 }];
}

/** The same where a call brings one batch alone, so that it bears the costs of the call and of the run by itself. */
export async function unitsForAnInvoiceOfOneBatch(connected: ConnectedAccount): Promise<Figure[]> {
  return [{ name: 'units for an invoice, 50 in a call', value: await unitsOfOne(connected, 50, 1), atMost: null }];
}

/** The same, of 5 customers: their work is spread over lanes, and each batch has its own costs. */
export async function unitsForAnInvoiceOfFive(connected: ConnectedAccount): Promise<Figure[]> {
  return [{ name: 'units for an invoice, 5 customers', value: await unitsOfOne(connected, 50, 5), atMost: null }];
}

async function unitsOfOne(connected: ConnectedAccount, invoices: number, customers: number): Promise<number> {
  await send(connected, 'known', customers, customers);
  const usage = usageFrom(connected.account);
  await send(connected, 'measured', invoices, customers);
  return usage.total() / invoices;
}

/** One call with 500 documents, and what it takes to post them. */
export async function callWith500Documents(connected: ConnectedAccount): Promise<Figure[]> {
  const usage = usageFrom(connected.account);
  const start = Date.now();
  await send(connected, 'bulk', 500, 50);
  const seconds = (Date.now() - start) / 1_000;
  const scripts = connected.account.usage();
  const callSeconds = scripts.filter(({ script }) => script === inbound).map(({ mostSeconds }) => mostSeconds);
  const invocations = scripts.filter(({ entryPoint }) => ['map', 'reduce'].includes(entryPoint));
  return [
    { name: 'units of a call with 500 documents', value: usage.of(inbound), atMost: 5_000 },
    { name: 'seconds of a call with 500 documents', value: Math.max(...callSeconds), atMost: 60 },
    {
      name: 'most units of one invocation',
      value: Math.max(...invocations.map(({ mostUnits }) => mostUnits)),
      atMost: 5_000,
    },
    { name: 'invoices a second', value: 500 / seconds, atMost: null },
  ];
}

async function send(connected: ConnectedAccount, name: string, count: number, customers: number): Promise<void> {
  const documents = Array.from({ length: count }, (_, index) => ({
    kind: 'invoice',
    data: nueInvoice(`${name}-${index}`, [{ amount: '100.00', tax: '8.63' }], `customer-${index % customers}`),
  }));
  const results = await sendDocuments(connected.client, 'nue', documents);
  if (results.some(({ outcome }) => outcome !== 'accepted')) throw new Error('A document was not accepted.');
  await connected.account.idle();
  const transfers = await connected.account.suiteql(
    'SELECT COUNT(*) AS open FROM customrecord_obc_transfer WHERE custrecord_obc_tr_transferred IS NULL',
  );
  if (Number(transfers[0]?.open) > 0) throw new Error(`${transfers[0]?.open} documents were not transferred.`);
}
