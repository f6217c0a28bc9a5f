import { TRANSFER_STATUSES, type TransferStatus } from '../../transfers/policy/states';

/** What the address of the hub asks for. */
export interface HubQuery {
  readonly status: TransferStatus | null;
  readonly connection: string | null;
  readonly kind: string | null;
  /** From 1. */
  readonly page: number;
}

export const HUB_PAGE_SIZE = 50;

/** Reads the hub's address; what makes no sense is left out. Pure. */
export function readHubQuery(parameters: Readonly<Record<string, string | undefined>>): HubQuery {
  const { status, connection, kind, page } = parameters;
  return {
    status: TRANSFER_STATUSES.find((known) => known === status) ?? null,
    connection: nameOf(connection),
    kind: nameOf(kind),
    page: page !== undefined && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The hub's address for a query, from its base address. Pure. */
export function hubAddress(base: string, query: HubQuery): string {
  const parts = [
    query.status === null ? '' : `status=${encodeURIComponent(query.status)}`,
    query.connection === null ? '' : `connection=${encodeURIComponent(query.connection)}`,
    query.kind === null ? '' : `kind=${encodeURIComponent(query.kind)}`,
    query.page === 1 ? '' : `page=${query.page}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? base : `${base}${base.includes('?') ? '&' : '?'}${parts.join('&')}`;
}

function nameOf(text: string | undefined): string | null {
  return text !== undefined && /^[A-Za-z0-9_-]{1,60}$/.test(text) ? text : null;
}
