import type { ConnectedAccount } from '../__tests__/integration/support/connectedAccount';
import { nueInvoice } from '../__tests__/integration/support/invoices';
import { sendDocuments } from '../tools/start/inbound';
import { type Figure, usageFrom } from './measure';

const inbound = 'customscript_obc_inbound';

/** Units of an invoice whose customer and items are known: 50 in one call, for 5 customers. */
export async function unitsForAnInvoice(connected: ConnectedAccount): Promise<Figure[]> {
  await send(connected, 'known', 5, 5);
  const usage = usageFrom(connected.account);
  await send(connected, 'measured', 50, 5);
  return [{ name: 'units for an invoice', value: usage.total() / 50, atMost: 40 }];
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
