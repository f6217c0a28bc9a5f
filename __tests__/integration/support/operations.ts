import type { OperationResponse, OperationState } from '../../../src/transfers/operations/request';
import type { TransferView } from '../../../src/transfers/request';
import { errorOf, jsonOf } from '../../../tools/client/answer';
import type { NetSuiteClient, Restlet } from '../../../tools/client/netSuiteClient';
import { readTransfers, sendDocuments } from '../../../tools/start/inbound';
import type { ConnectedAccount } from './connectedAccount';
import { nueInvoice } from './invoices';

const operateRestlet: Restlet = { script: 'customscript_obc_operate', deployment: 'customdeploy_obc_operate' };

/** Asks for an operation over HTTP. */
export async function operate(client: NetSuiteClient, body: object): Promise<OperationResponse> {
  return jsonOf<OperationResponse>(await client.callRestlet(operateRestlet, 'POST', { body }));
}

/** The code with which an operation is refused as a whole; null where it is not. */
export async function refusalOf(client: NetSuiteClient, body: object): Promise<string | null> {
  return errorOf(await client.callRestlet(operateRestlet, 'POST', { body }))?.code ?? null;
}

/** How a stored operation stands. */
export async function progressOf(client: NetSuiteClient, operation: number | undefined): Promise<OperationState> {
  const query = { operation: String(operation) };
  return jsonOf<OperationState>(await client.callRestlet(operateRestlet, 'GET', { query }));
}

/** Asks for an operation as somebody in one of the connector's roles. Returns status and answer. */
export async function operateAs({ account }: ConnectedAccount, role: string, body: object) {
  const [person] = await account.suiteql(
    'SELECT er.entity, r.id FROM employeerolesforsearch er JOIN role r ON r.id = er.role WHERE r.scriptid = ?',
    [role],
  );
  const user = { id: String(person?.entity), role: String(person?.id) };
  const { script, deployment: deploy } = operateRestlet;
  const answer = await account.callRestlet({ script, deploy, method: 'POST', body, user });
  return { status: answer.status, body: JSON.parse(answer.body) as OperationResponse & { error?: { code: string } } };
}

/** An invoice that nothing can post: no item stands for its tax. */
export function invoiceWithoutTaxItem(id: string, customer = 'customer-1', taxCode = 'US-NY') {
  const invoice = nueInvoice(id, [{ amount: '100.00', tax: '8.00' }], customer);
  const items = invoice.items as readonly object[];
  return { ...invoice, items: items.map((item) => ({ ...item, taxCode })) };
}

/** Sends invoices, lets the account do all that it does by itself, and returns all transfers by number. */
export async function sendInvoices(connected: ConnectedAccount, invoices: readonly unknown[]) {
  await sendDocuments(
    connected.client,
    'nue',
    invoices.map((data) => ({ kind: 'invoice', data })),
  );
  await connected.account.idle();
  return transfersByNumber(connected);
}

export async function transfersByNumber({ client }: ConnectedAccount): Promise<ReadonlyMap<string, TransferView>> {
  return new Map((await readTransfers(client, 'nue')).map((transfer) => [transfer.number, transfer]));
}

/** A field of a transfer as it is stored; empty where it has no value. */
export async function storedField({ account }: ConnectedAccount, transfer: number, field: string): Promise<string> {
  const [row] = await account.suiteql(
    `SELECT custrecord_obc_tr_${field} AS value FROM customrecord_obc_transfer WHERE id = ?`,
    [transfer],
  );
  return String(row?.value ?? '');
}

/** The transfer of that number. */
export function named(transfers: ReadonlyMap<string, TransferView>, number: string): TransferView {
  const transfer = transfers.get(number);
  if (transfer === undefined) throw new Error(`There is no transfer ${number}.`);
  return transfer;
}
