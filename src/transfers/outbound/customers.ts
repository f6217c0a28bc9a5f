import { customerBaseline } from '../../publishing/customer/baseline';
import { customerContentText } from '../../publishing/customer/content';
import { type CustomerNow, readCustomers } from '../../publishing/customer/read';
import type { ConnectionSettings } from '../../settings/settings';
import { linksIn, type RecordTransfer } from '../policy/outbound';
import { transfersOfRecords } from './recordTransfers';
import { type NoticedChange, storeChange } from './storeChange';

/** Under which transfers of customers are stored, and the record type behind them. */
const CUSTOMER = { kind: 'customer', recordType: 'customer' } as const;

/** Stands for a customer that is gone, where else its content stands. */
const DELETED = { content: '{"deleted":true}', baseline: 'deleted' } as const;

/** A customer that may have changed. */
export interface NoticedCustomer {
  /** Internal id. */
  readonly id: string;
  /** The transfer that wrote it last; null where that is not known. */
  readonly stamp: number | null;
}

/** The transfers of customers, by internal id: 10 units for each 500. */
export function transfersOfCustomers(ids: readonly string[]): ReadonlyMap<string, readonly RecordTransfer[]> {
  return transfersOfRecords({ ...CUSTOMER, ids });
}

/**
 * Stores what customers hold now, for each connection that they came from and that sends edits: nothing where it is
 * known there. 10 units for each 500, and 6 for each change.
 * @param transfers of the customers, by internal id
 * @param mayGoOn asked before each customer
 * @returns how many changes were stored, and the customers up to which it came
 */
export function storeCustomers(
  customers: readonly NoticedCustomer[],
  transfers: ReadonlyMap<string, readonly RecordTransfer[]>,
  connections: readonly ConnectionSettings[],
  by: string,
  mayGoOn: () => boolean = () => true,
): { readonly stored: number; readonly done: number } {
  const linked = customers.filter(({ id }) => linksTo(transfers.get(id) ?? [], connections).length > 0);
  const now = linked.length === 0 ? new Map<string, CustomerNow>() : readCustomers(linked.map(({ id }) => id));
  let stored = 0;
  for (const [done, { id, stamp }] of customers.entries()) {
    if (!mayGoOn()) return { stored, done };
    const customer = now.get(id);
    const known = transfers.get(id) ?? [];
    if (customer === undefined) continue;
    for (const link of linksTo(known, connections)) {
      const change = changeOf(customer, link, stamp, by);
      if (storeChange(change, known, new Date().toISOString())) stored += 1;
    }
  }
  return { stored, done: customers.length };
}

/**
 * Stores that customers were deleted, for a person to decide what that means in the platform: 6 units for each connection
 * that they came from and that sends edits. Nothing is sent.
 * @returns how many were stored
 */
export function storeDeletedCustomers(
  customers: readonly { readonly id: string; readonly number: string }[],
  transfers: ReadonlyMap<string, readonly RecordTransfer[]>,
  connections: readonly ConnectionSettings[],
  by: string,
): number {
  let stored = 0;
  for (const { id, number } of customers) {
    const known = transfers.get(id) ?? [];
    for (const link of linksTo(known, connections)) {
      const change: NoticedChange = {
        ...changeHead(link),
        ...DELETED,
        record: { type: CUSTOMER.recordType, id, number },
        customerName: number,
        stamp: null,
        by,
        what: 'deleted in NetSuite',
        error: {
          code: 'CUSTOMER_DELETED',
          message: `Customer ${number} (internal id ${id}) was deleted in NetSuite; the platform still has it as "${link.platformId}".`,
          remedy:
            'Close or merge the customer in the platform too, then cancel this transfer. If NetSuite merged it into another customer, link that one to the platform’s.',
        },
      };
      if (storeChange(change, known, new Date().toISOString())) stored += 1;
    }
  }
  return stored;
}

function changeOf(customer: CustomerNow, link: RecordTransfer, stamp: number | null, by: string): NoticedChange {
  return {
    ...changeHead(link),
    record: { type: CUSTOMER.recordType, id: customer.id, number: customer.number },
    customerName: customer.name,
    content: customerContentText(customer.content),
    baseline: customerBaseline(customer.content),
    stamp,
    by,
    what: 'changed in NetSuite',
    error: null,
  };
}

function changeHead({ connection, platformId }: RecordTransfer) {
  return { kind: CUSTOMER.kind, connection, platformId, customer: platformId } as const;
}

function linksTo(
  transfers: readonly RecordTransfer[],
  connections: readonly ConnectionSettings[],
): readonly RecordTransfer[] {
  const links = linksIn(transfers);
  return connections.flatMap(({ key }) => {
    const link = links.get(key);
    return link === undefined ? [] : [link];
  });
}
