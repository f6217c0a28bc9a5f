import { setTimeout as pause } from 'node:timers/promises';
import type { InboundResponse, TransferView } from '../../src/transfers/request';
import { jsonOf } from '../client/answer';
import type { NetSuiteClient, Restlet } from '../client/netSuiteClient';

export const inboundRestlet: Restlet = {
  script: 'customscript_obc_inbound',
  deployment: 'customdeploy_obc_inbound',
};

/** A document for the RESTlet: the platform's own object. */
export interface SentDocument {
  readonly kind: string;
  readonly data: unknown;
}

interface TransferPage {
  readonly transfers: readonly TransferView[];
  readonly pages: number;
}

/** Posts documents of one connection, as its platform does. */
export async function sendDocuments(
  client: NetSuiteClient,
  connection: string,
  documents: readonly SentDocument[],
): Promise<InboundResponse['results']> {
  const answer = await client.callRestlet(inboundRestlet, 'POST', { body: { connection, documents } });
  return jsonOf<InboundResponse>(answer).results;
}

/** All transfers of a connection, in the order in which they came. */
export async function readTransfers(client: NetSuiteClient, connection: string): Promise<TransferView[]> {
  // By id: while they are read, transfers go from one status to the next.
  const transfers = new Map<number, TransferView>();
  for (const status of ['Not Transferred', 'Transferring', 'Transferred', 'Cancelled']) {
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const answer = await client.callRestlet(inboundRestlet, 'GET', {
        query: { connection, status, page: String(page) },
      });
      const answered = jsonOf<TransferPage>(answer);
      for (const transfer of answered.transfers) transfers.set(transfer.transfer, transfer);
      pages = answered.pages;
    }
  }
  return [...transfers.values()].sort((a, b) => a.transfer - b.transfer);
}

/**
 * Waits until nothing will happen any more by itself: every document is transferred, needs a person, or waits for one
 * that does.
 * @param expected how many documents there must be at least; of a large call they appear one after the other
 * @param onChange is told how many are transferred, of how many
 * @throws Error when it takes longer than the time allowed
 */
export async function waitUntilSettled(
  client: NetSuiteClient,
  connections: readonly string[],
  expected: number,
  onChange: (transferred: number, all: number) => void = () => {},
  seconds = 180,
): Promise<TransferView[]> {
  const end = Date.now() + seconds * 1_000;
  for (let settled = 0; ; ) {
    const transfers: TransferView[] = [];
    for (const connection of connections) transfers.push(...(await readTransfers(client, connection)));
    onChange(transfers.filter((transfer) => transfer.status === 'Transferred').length, transfers.length);
    const open = transfers.filter((transfer) => !isSettled(transfer, transfers));
    // Twice the same, because a transfer that changes while the pages are read may be on none of them.
    if (open.length === 0 && transfers.length >= expected && transfers.length === settled) return transfers;
    settled = open.length === 0 ? transfers.length : 0;
    if (Date.now() > end) {
      const first = open.slice(0, 5).map((transfer) => `${transfer.kind} ${transfer.number}: ${stateOf(transfer)}`);
      throw new Error(
        `After ${seconds} seconds ${open.length} of ${transfers.length} documents are not settled:\n${first.join('\n')}`,
      );
    }
    await pause(300);
  }
}

/** Status with its reason: `Not Transferred: Action Needed`. */
export function stateOf(transfer: TransferView): string {
  return transfer.reason === null ? transfer.status : `${transfer.status}: ${transfer.reason}`;
}

/** The transfer that holds this one up: the one that it waits for, or itself. */
export function blockerOf(transfer: TransferView, transfers: readonly TransferView[]): TransferView {
  const { waitsFor, connection } = transfer;
  if (transfer.reason !== 'Waiting' || waitsFor === null) return transfer;
  const blocker = transfers.find(
    (other) => other.connection === connection && other.kind === waitsFor.kind && other.id === waitsFor.id,
  );
  return blocker === undefined || blocker === transfer ? transfer : blockerOf(blocker, transfers);
}

function isSettled(transfer: TransferView, transfers: readonly TransferView[]): boolean {
  if (transfer.status === 'Transferred' || transfer.status === 'Cancelled') return true;
  const { reason } = blockerOf(transfer, transfers);
  return reason === 'Action Needed' || reason === 'Held';
}
