import Big from 'big.js';
import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import { refreshCommitments } from '../inventory/quantities';
import { isoDate } from '../values/dates';

/** How far a line of an order got. Quantities are those of the record, positive for what is ordered. */
export interface OrderLine {
  readonly id: number;
  readonly quantity: Big;
  readonly billed: Big;
  /** Shipped of a sales order, received of a return. */
  readonly moved: Big;
  /** The same with what is only picked or packed. */
  readonly begun: Big;
  readonly isClosed: boolean;
  /** The item is shipped or received; services and what cannot be fulfilled are only billed. */
  readonly isMoved: boolean;
  /** A line without a quantity, such as a discount, goes with the others. */
  readonly counts: boolean;
}

/** Lines of an order with what its invoices, shipments and receipts have done to them. */
export function orderLines({ store }: Pick<Account, 'store'>, order: number): OrderLine[] {
  const billed = quantities(store, order, 'OrdBill');
  const moved = quantities(store, order, 'ShipRcpt', SHIPPED);
  const begun = quantities(store, order, 'ShipRcpt');
  return store
    .all<{
      id: number;
      quantity: number | null;
      isclosed: string;
      itemtype: string | null;
      isfulfillable: string | null;
    }>(
      `SELECT tl.id, tl.quantity, tl.isclosed, i.itemtype, i.isfulfillable
       FROM transactionline tl LEFT JOIN item i ON i.id = tl.item
       WHERE tl."transaction" = ? AND tl.itemsublist = 'item' ORDER BY tl.linesequencenumber`,
      [order],
    )
    .map((row) => ({
      id: row.id,
      quantity: money(row.quantity).abs(),
      billed: billed.get(row.id) ?? new Big(0),
      moved: moved.get(row.id) ?? new Big(0),
      begun: begun.get(row.id) ?? new Big(0),
      isClosed: row.isclosed === 'T',
      isMoved: row.itemtype === 'InvtPart' || row.isfulfillable === 'T',
      counts: row.quantity !== null && row.itemtype !== 'Discount',
    }));
}

/** Fulfillments that are only picked or packed have not shipped anything (section_N1229796). */
const SHIPPED = `NOT EXISTS (SELECT 1 FROM "transaction" t
  WHERE t.id = l.nextdoc AND t.type = 'ItemShip' AND t.status IN ('A', 'B'))`;

function quantities(store: Account['store'], order: number, linkType: string, condition = 'TRUE'): Map<number, Big> {
  const sums = new Map<number, Big>();
  for (const row of store.all<{ line: number; quantity: number | null }>(
    `SELECT l.previousline AS line, tl.quantity FROM transactionlink l
     JOIN transactionline tl ON tl."transaction" = l.nextdoc AND tl.id = l.nextline
     WHERE l.previousdoc = ? AND l.linktype = ? AND ${condition}`,
    [order, linkType],
  )) {
    sums.set(row.line, (sums.get(row.line) ?? new Big(0)).plus(money(row.quantity).abs()));
  }
  return sums;
}

/** Statuses that stay until somebody changes them: Pending Approval and Cancelled. */
export const HELD = new Set(['A', 'C']);

/**
 * Brings quantities and status of an order up to date with the transactions that continue it. The letters mean the same
 * for sales orders and returns, with Pending Receipt and Refunded in place of Pending Fulfillment and Billed.
 */
export function refreshOrder(account: Account, order: number): void {
  const { store, clock } = account;
  const header = store.get<{ status: string; voided: string; closedate: string | null }>(
    `SELECT status, voided, closedate FROM "transaction" WHERE id = ? AND type IN ('SalesOrd', 'RtnAuth')`,
    [order],
  );
  if (header === null || header.voided === 'T') return;
  const lines = orderLines(account, order);
  for (const line of lines) {
    store.run(
      'UPDATE transactionline SET quantitybilled = ?, quantityshiprecv = ? WHERE "transaction" = ? AND id = ?',
      [line.billed.toNumber(), line.moved.toNumber(), order, line.id],
    );
  }
  const status = HELD.has(header.status) ? header.status : progressOf(lines);
  const isDone = status === 'G' || status === 'H';
  const closed = isDone ? (header.closedate ?? isoDate(new Date(clock.now()))) : null;
  store.run('UPDATE "transaction" SET status = ?, closedate = ? WHERE id = ?', [status, closed, order]);
  refreshCommitments(account, order);
}

/**
 * The status of an approved order by its lines (section_N1220604, section_N1310133), as with the features Advanced
 * Shipping and Advanced Receiving. Closed lines are left out; an order of which all lines are closed is closed, or billed
 * where they were billed before. Letter E is for what was shipped in part and not billed as far as it was shipped, D for
 * what was billed that far. While goods wait for their first shipment, services that are not billed do not count
 * (assumed).
 */
export function progressOf(all: readonly OrderLine[]): string {
  const lines = all.filter((line) => line.counts);
  const open = lines.filter((line) => !line.isClosed);
  if (lines.length > 0 && open.length === 0) return lines.some((line) => line.billed.lt(line.quantity)) ? 'H' : 'G';
  const awaitsMovement = open.some((line) => line.isMoved && line.moved.lt(line.quantity));
  const awaitsBilling = open.some((line) => line.billed.lt(line.quantity));
  if (!awaitsMovement) return awaitsBilling ? 'F' : 'G';
  if (!lines.some((line) => line.moved.gt(0))) return 'B';
  return open.some((line) => line.isMoved && line.billed.lt(line.moved)) ? 'E' : 'D';
}
