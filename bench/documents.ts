import type { ConnectedAccount } from '../__tests__/integration/support/connectedAccount';
import { nueInvoice } from '../__tests__/integration/support/invoices';
import { type SentDocument, sendDocuments } from '../tools/start/inbound';

/** Nue invoices of one line with tax, named by the text and their number, of so many customers in turn. */
export function invoices(name: string, count: number, customers: number): SentDocument[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'invoice',
    data: nueInvoice(`${name}-${index}`, [{ amount: '100.00', tax: '8.63' }], `customer-${index % customers}`),
  }));
}

/** Sends documents in one call, lets the account work them off, and makes sure that it did; what is held may stay. */
export async function send(connected: ConnectedAccount, documents: readonly SentDocument[]): Promise<void> {
  const results = await sendDocuments(connected.client, 'nue', documents);
  const refused = results.find(({ outcome }) => outcome !== 'accepted');
  if (refused !== undefined) throw new Error(`A document was not accepted: ${JSON.stringify(refused)}`);
  await settle(connected);
}

/** Lets the account work off all that is to be done; a document that is then not transferred makes the figures void. */
export async function settle({ account }: Pick<ConnectedAccount, 'account'>): Promise<void> {
  await account.idle();
  const [open] = await account.suiteql(
    `SELECT COUNT(*) AS transfers, MAX(custrecord_obc_tr_error_message) AS message FROM customrecord_obc_transfer
     WHERE custrecord_obc_tr_status = 'Not Transferred' AND custrecord_obc_tr_reason <> 'Held'
       AND custrecord_obc_tr_connection = 'nue'`,
  );
  if (Number(open?.transfers) > 0)
    throw new Error(`${open?.transfers} documents were not transferred: ${open?.message}`);
}
