import { TRANSFER_STATUSES, type TransferStatus } from '../../transfers/policy/states';
import type { TransferView } from '../../transfers/request';
import { HUB_PAGE_SIZE, type HubQuery, hubAddress } from './query';

export interface Link {
  readonly text: string;
  /** Empty: plain text. */
  readonly address: string;
}

/** One line of the hub's list: texts as they are, still to be escaped. */
export interface HubRow {
  readonly transfer: Link;
  readonly status: string;
  readonly reason: string;
  readonly kind: string;
  readonly number: string;
  readonly customer: string;
  readonly amount: string;
  readonly record: Link;
  readonly received: string;
  readonly attempts: string;
  /** What happened, and what to do. */
  readonly problem: string;
  readonly connection: string;
}

export interface HubView {
  readonly counts: readonly (Link & { readonly count: number; readonly isChosen: boolean })[];
  readonly rows: readonly HubRow[];
  /** `51 to 100 of 1,234`. */
  readonly range: string;
  readonly previous: string | null;
  readonly next: string | null;
}

export interface HubData {
  readonly transfers: readonly TransferView[];
  /** That match the query. */
  readonly total: number;
  readonly counts: ReadonlyMap<TransferStatus, number>;
}

export interface HubEdge {
  /** The hub's own address. */
  readonly base: string;
  /** The page of a transfer. */
  transferAddress(transfer: number): string;
  /** A time (UTC, ISO 8601) in the user's format and time zone. */
  showTime(time: string): string;
  /** An exact decimal in the user's format. */
  showAmount(amount: string): string;
}

/** What the hub shows. Pure, given what the edge does with formats and addresses. */
export function hubView(query: HubQuery, data: HubData, edge: HubEdge): HubView {
  const all = [...data.counts.values()].reduce((sum, count) => sum + count, 0);
  const first = (query.page - 1) * HUB_PAGE_SIZE + 1;
  const last = first + data.transfers.length - 1;
  const toPage = (page: number): string => hubAddress(edge.base, { ...query, page });
  return {
    counts: [
      count('All', null, all),
      ...TRANSFER_STATUSES.map((status) => count(status, status, data.counts.get(status) ?? 0)),
    ],
    rows: data.transfers.map((transfer) => rowOf(transfer, edge)),
    range: data.transfers.length === 0 ? 'No transfers' : `${first} to ${last} of ${data.total}`,
    previous: query.page > 1 ? toPage(query.page - 1) : null,
    next: query.page * HUB_PAGE_SIZE < data.total ? toPage(query.page + 1) : null,
  };

  function count(text: string, status: TransferStatus | null, number: number) {
    const address = hubAddress(edge.base, { ...query, status, page: 1 });
    return { text, address, count: number, isChosen: query.status === status };
  }
}

function rowOf(transfer: TransferView, edge: HubEdge): HubRow {
  const { record, error } = transfer;
  return {
    transfer: { text: String(transfer.transfer), address: edge.transferAddress(transfer.transfer) },
    status: transfer.status,
    reason: transfer.reason ?? '',
    kind: transfer.kind,
    number: transfer.number === '' ? transfer.id : transfer.number,
    customer: transfer.customer,
    amount: transfer.amount === '' ? '' : `${edge.showAmount(transfer.amount)} ${transfer.currency}`,
    record:
      record === null ? { text: '', address: '' } : { text: record.number || `ID ${record.id}`, address: record.url },
    received: edge.showTime(transfer.received),
    attempts: String(transfer.attempts),
    problem: transfer.status === 'Transferred' || error === null ? '' : `${error.message} ${error.remedy}`,
    connection: transfer.connection,
  };
}
