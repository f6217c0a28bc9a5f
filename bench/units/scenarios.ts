import type { ConnectedAccount } from '../../__tests__/integration/support/connectedAccount';
import { nueCreditMemo } from '../../__tests__/integration/support/creditMemos';
import { changeSettings } from '../../__tests__/integration/support/inProcess';
import { nueInvoice } from '../../__tests__/integration/support/invoices';
import * as versions from '../../__tests__/integration/support/versions';
import { nueCustomer, nueProduct } from '../../__tests__/proof/payloads';
import { inboundRestlet, type SentDocument } from '../../tools/start/inbound';
import { invoices, send, settle } from '../documents';

/** Documents of one kind whose units are counted. */
export interface Scenario {
  readonly name: string;
  readonly documents: number;
  /** Units that creating, loading and saving the records of one such document takes, and nothing else. */
  readonly floor: number;
  /** What the floor is made of. */
  readonly writes: string;
  /** Units of one document at most. */
  readonly atMost: number | null;
  /** Not counted. */
  readonly prepare: (connected: ConnectedAccount) => Promise<void>;
  readonly act: (connected: ConnectedAccount) => Promise<void>;
}

const BATCH = 50;
const CUSTOMER = 'customer-0';
const NOTHING = async (): Promise<void> => {};

const many = (document: (index: number) => SentDocument): SentDocument[] =>
  Array.from({ length: BATCH }, (_, i) => document(i));
const invoiceVersion = (number: number, amount: string): SentDocument[] =>
  many((index) => ({
    kind: 'invoice',
    data: versions.version(`v-${index}`, number, { lines: [{ amount }], customer: CUSTOMER }),
  }));
const known = (connected: ConnectedAccount): Promise<void> => send(connected, invoices('known', 10, 10));
const posted = async (connected: ConnectedAccount): Promise<void> => {
  await known(connected);
  await send(connected, invoiceVersion(1, '100.00'));
};

const CREATE_TRANSACTION = 'create 10, save 20';

/** Each kind of document in a batch of 50, by a call of its own unless it says otherwise. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'invoice, 500 in one call, 10 customers',
    documents: 500,
    floor: 30,
    writes: CREATE_TRANSACTION,
    atMost: 40,
    prepare: known,
    act: (connected) => send(connected, invoices('measured', 500, 10)),
  },
  {
    name: 'invoice, 50 in one call',
    documents: BATCH,
    floor: 30,
    writes: CREATE_TRANSACTION,
    atMost: 42,
    prepare: known,
    act: (connected) => send(connected, invoices('measured', BATCH, 1)),
  },
  {
    name: 'invoice, 50 in one call, 5 customers',
    documents: BATCH,
    floor: 30,
    writes: CREATE_TRANSACTION,
    atMost: null,
    prepare: known,
    act: (connected) => send(connected, invoices('measured', BATCH, 5)),
  },
  {
    name: 'invoice, 1 in a call that posts it',
    documents: 1,
    floor: 30,
    writes: CREATE_TRANSACTION,
    atMost: 140,
    prepare: known,
    act: (connected) => send(connected, invoices('measured', 1, 1)),
  },
  {
    name: 'customer',
    documents: BATCH,
    floor: 15,
    writes: 'create 5, save 10',
    atMost: null,
    prepare: NOTHING,
    act: (connected) =>
      send(
        connected,
        many((index) => ({ kind: 'customer', data: nueCustomer(`new-${index}`, 1) })),
      ),
  },
  {
    name: 'item',
    documents: BATCH,
    floor: 15,
    writes: 'create 5, save 10',
    atMost: null,
    prepare: NOTHING,
    act: (connected) =>
      send(
        connected,
        many((index) => ({ kind: 'item', data: nueProduct(`new-${index}`, 1) })),
      ),
  },
  {
    name: 'credit memo, applied to an invoice',
    documents: BATCH,
    floor: 30,
    writes: CREATE_TRANSACTION,
    atMost: null,
    prepare: posted,
    act: (connected) =>
      send(
        connected,
        many((index) => ({
          kind: 'creditMemo',
          data: nueCreditMemo(`m-${index}`, {
            lines: [{ amount: '40.00' }],
            customer: CUSTOMER,
            applied: { [`v-${index}`]: 40 },
          }),
        })),
      ),
  },
  {
    name: 'newer invoice, edited in place',
    documents: BATCH,
    floor: 30,
    writes: 'load 10, save 20',
    atMost: null,
    prepare: posted,
    act: (connected) => send(connected, invoiceVersion(2, '70.00')),
  },
  {
    name: 'newer invoice, reversed and posted again',
    documents: BATCH,
    floor: 60,
    writes: 'twice create 10, save 20',
    atMost: null,
    prepare: async (connected) => {
      await posted(connected);
      await connected.account.passTime(120_000);
      const rows = await connected.account.suiteql("SELECT id FROM transaction WHERE tranid LIKE 'T-v-%'");
      for (const { id } of rows) await versions.edit(connected, id, { memo: 'Please pay by card' });
    },
    act: (connected) => send(connected, invoiceVersion(2, '70.00')),
  },
  {
    name: 'invoice cancelled, each by a DELETE, one run',
    documents: BATCH,
    floor: 30,
    writes: CREATE_TRANSACTION,
    atMost: null,
    prepare: async (connected) => {
      await posted(connected);
      await changeSettings(connected, { scheduledMode: true });
      await connected.account.passTime(15 * 60_000);
    },
    act: async (connected) => {
      for (let index = 0; index < BATCH; index += 1) {
        const query = { connection: 'nue', kind: 'invoice', id: `invoice-v-${index}` };
        await connected.client.callRestlet(inboundRestlet, 'DELETE', { query });
      }
      await connected.account.run({ script: 'customscript_obc_post', deployment: 'customdeploy_obc_post_00' });
      await settle(connected);
    },
  },
  {
    name: 'invoice linked with a record from before',
    documents: BATCH,
    floor: 0,
    writes: 'none',
    atMost: null,
    prepare: async (connected) => {
      await known(connected);
      await earlierInvoices(connected);
      const linkFields = { customer: '', item: '', transaction: 'externalid' };
      await changeSettings(connected, { linkFields });
    },
    act: (connected) =>
      send(
        connected,
        many((index) => ({ kind: 'invoice', data: nueInvoice(`e-${index}`, [{ amount: '100.00' }], CUSTOMER) })),
      ),
  },
];

/** Invoices that another tool has loaded, with the platform's id as external id. */
async function earlierInvoices({ account, administrator }: ConnectedAccount): Promise<void> {
  const [customer] = await account.suiteql("SELECT id FROM customer WHERE entityid = 'CUSTOMER-0'");
  const [item] = await account.suiteql(
    "SELECT id FROM item WHERE itemid LIKE '%product-1%' OR displayname = 'Product product-1'",
  );
  for (let index = 0; index < BATCH; index += 1) {
    await administrator.createRecord('invoice', {
      externalId: `invoice-e-${index}`,
      entity: { id: customer?.id },
      tranDate: '2026-10-15',
      item: { items: [{ item: { id: item?.id }, quantity: 1, rate: 100, amount: 100 }] },
    });
  }
}
