import Big from 'big.js';
import type { TransferView } from '../../src/transfers/request';
import type { NetSuiteClient } from '../client/netSuiteClient';
import { readInvoices } from './books';
import { differences } from './compare';
import { blockerOf, sendDocuments, stateOf, waitUntilSettled } from './inbound';
import type { Progress } from './progress';
import { setUp } from './setUp';
import { type SourceInvoice, sourceInvoices } from './sources';
import { formatTable } from './table';

export interface DemoClients {
  /** Does what an administrator does. */
  readonly administrator: NetSuiteClient;
  /** Does what a billing platform does. */
  readonly platform: NetSuiteClient;
}

const connections = ['nue', 'zuora'];

/**
 * Runs the demo against an account in which the SuiteApp is installed: settings, documents, table, comparison, and
 * everything once more.
 * @returns what is not as it should be, one sentence each
 */
export async function runDemo(clients: DemoClients, progress: Progress): Promise<string[]> {
  progress.show('Choosing accounts and mapping taxes ...');
  await setUp(clients.administrator);

  const sources = sourceInvoices();
  progress.show(`Sending ${sources.length} invoices as Nue and Zuora ...`);
  const refused = await sendAll(clients.platform, sources, 'accepted');
  const transfers = await waitUntilSettled(clients.platform, connections, sources.length, (transferred, all) =>
    progress.show(`Posting: ${transferred} of ${all} documents are transferred ...`),
  );
  progress.show('Reading the books and comparing them with the sources ...');
  const posted = await readInvoices(clients.administrator);
  progress.end();
  console.log(`\n${tableOf(transfers)}\n`);
  printErrors(transfers);

  progress.show('Sending everything again ...');
  const before = await countRecords(clients.administrator);
  const notUnchanged = await sendAll(clients.platform, sources, 'unchanged');
  await waitUntilSettled(clients.platform, connections, sources.length);
  const after = await countRecords(clients.administrator);
  progress.end();

  const good = sources.filter((source) => !source.isBad);
  const found = [
    ...refused,
    ...good.flatMap((source) => differences(source, posted.get(source.number))),
    ...sources.filter((source) => source.isBad).flatMap((source) => whatABadOneLacks(source, transfers, posted)),
    ...notUnchanged,
    ...(before === after ? [] : [`Sending again changed the records of the account: ${before}; then ${after}.`]),
  ];
  if (found.length === 0) {
    console.log(`${good.length} invoices agree with their source: customer, currency, dates, totals, tax, ledger.`);
    console.log('Sent again, nothing new was posted.');
  }
  return found;
}

/** Sends all invoices; says of each that was not answered as expected what was answered. */
async function sendAll(
  client: NetSuiteClient,
  sources: readonly SourceInvoice[],
  expected: 'accepted' | 'unchanged',
): Promise<string[]> {
  const found: string[] = [];
  for (const connection of connections) {
    const ofConnection = sources.filter((source) => source.connection === connection);
    const documents = ofConnection.map(({ data }) => ({ kind: 'invoice', data }));
    const results = await sendDocuments(client, connection, documents);
    for (const [index, source] of ofConnection.entries()) {
      const result = results[index];
      if (result?.outcome === expected) continue;
      found.push(`${source.number} was answered ${result?.outcome ?? 'nothing'}: ${result?.error?.message ?? ''}`);
    }
  }
  return found;
}

function tableOf(transfers: readonly TransferView[]): string {
  return formatTable(
    ['Document', 'Status', 'NetSuite record', 'Number', 'Total', 'Currency'],
    transfers.map((transfer) => [
      `${transfer.connection} ${transfer.kind} ${transfer.number}`,
      stateOf(transfer),
      transfer.record === null ? '' : `${transfer.record.type} ${transfer.record.id}`,
      transfer.record?.number ?? '',
      transfer.kind === 'invoice' ? new Big(transfer.amount).toFixed(2) : '',
      transfer.kind === 'invoice' ? transfer.currency : '',
    ]),
  );
}

function printErrors(transfers: readonly TransferView[]): void {
  for (const { connection, kind, number, reason, error } of transfers) {
    if (reason !== 'Action Needed' || error === null) continue;
    console.log(`${connection} ${kind} ${number} needs someone: ${error.message}\n  What to do: ${error.remedy}\n`);
  }
}

/** A bad document is not posted, and what holds it up says which value it is and what to do. */
function whatABadOneLacks(
  source: SourceInvoice,
  transfers: readonly TransferView[],
  posted: ReadonlyMap<string, unknown>,
): string[] {
  const transfer = transfers.find(({ kind, number }) => kind === 'invoice' && number === source.number);
  if (transfer === undefined) return [`${source.number} is bad, and it is lost.`];
  if (transfer.status !== 'Not Transferred' || posted.has(source.number)) {
    return [`${source.number} is bad, and yet it is ${transfer.status}.`];
  }
  const { error } = blockerOf(transfer, transfers);
  if (error?.message.includes('Ledger Export Revenue') && error.remedy !== '') return [];
  return [`${source.number} is bad, but its error does not name the account: ${error?.message ?? 'none'}`];
}

/** How many records of the kinds that the connector makes there are. */
async function countRecords(client: NetSuiteClient): Promise<string> {
  const counts: string[] = [];
  for (const table of ['transaction', 'customer', 'item', 'customrecord_obc_transfer']) {
    const [row] = await client.suiteql(`SELECT COUNT(*) AS records FROM ${table}`);
    counts.push(`${row?.records} in ${table}`);
  }
  return counts.join(', ');
}
