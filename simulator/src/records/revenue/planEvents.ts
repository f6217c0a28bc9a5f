import Big from 'big.js';
import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';

/** Values of `createrevenueplanson`. */
const ON_ARRANGEMENT = -1;
const ON_FULFILLMENT = -3;

const ORDERS = new Set(['SalesOrd', 'RtnAuth']);
/** What gives back is considered fulfilled when it is made (section_4340443927). */
const CREDITS = new Set(['CustCred', 'CashRfnd']);

/** What makes a plan. Its amount is in the currency of the element. */
export interface PlanEvent {
  /** Record that triggers the plan; null where it is the arrangement. */
  readonly transaction: number | null;
  readonly line: number | null;
  readonly date: string;
  readonly amount: Big;
}

/**
 * What has happened to make actual plans of an element (section_4340443927): its arrangement was made, a line bills it,
 * or a line ships or receives it. Items that cannot be fulfilled have their plans with the bill; credits without an order
 * are fulfilled at once. That an invoice or cash sale without an order fulfills itself is assumed.
 */
export function eventsOf(account: Account, element: Row): PlanEvent[] {
  const on = element.createrevenueplanson;
  if (on === null || on === undefined) return [];
  if (on === ON_ARRANGEMENT) return arrangementEvent(account, element);
  if (on !== ON_FULFILLMENT) return billingEvents(account, element);
  const source = account.store.get(
    `SELECT t.type, i.itemtype, i.isfulfillable FROM revenueelement e
     JOIN "transaction" t ON t.id = e.sourcetransaction JOIN item i ON i.id = e.item WHERE e.id = ?`,
    [element.id ?? null],
  );
  if (CREDITS.has(String(source?.type))) return arrangementEvent(account, element);
  const isMoved = source?.itemtype === 'InvtPart' || source?.isfulfillable === 'T';
  if (!isMoved || !ORDERS.has(String(source?.type))) return billingEvents(account, element);
  return fulfillmentEvents(account, element);
}

function arrangementEvent({ store }: Account, element: Row): PlanEvent[] {
  const row = store.get<{ trandate: string }>('SELECT trandate FROM "transaction" WHERE id = ?', [
    element.revenuearrangement ?? null,
  ]);
  if (row === null) return [];
  return [{ transaction: null, line: null, date: row.trandate, amount: money(element.allocationamount) }];
}

/** Billed amount / discounted sales amount x revenue amount (section_4356113783). */
function billingEvents({ store }: Account, element: Row): PlanEvent[] {
  const discounted = money(element.discountedsalesamount);
  const amount = money(element.allocationamount);
  return store
    .all<{ transaction: number; id: number; trandate: string; foreignamount: number }>(
      `SELECT tl."transaction", tl.id, t.trandate, tl.foreignamount FROM transactionline tl
       JOIN "transaction" t ON t.id = tl."transaction" AND t.posting = 'T'
       WHERE tl.revenueelement = ? ORDER BY t.trandate, t.id, tl.id`,
      [element.id ?? null],
    )
    .map((row) => ({
      transaction: row.transaction,
      line: row.id,
      date: row.trandate,
      amount: discounted.eq(0) ? new Big(0) : money(row.foreignamount).times(-1).div(discounted).times(amount),
    }));
}

/** Fulfilled quantity / quantity x revenue amount (section_4356113783). */
function fulfillmentEvents({ store }: Account, element: Row): PlanEvent[] {
  const ordered = money(element.quantity).abs();
  const amount = money(element.allocationamount);
  return store
    .all<{ transaction: number; id: number; trandate: string; quantity: number }>(
      `SELECT l.nextdoc AS "transaction", l.nextline AS id, t.trandate, tl.quantity FROM transactionlink l
       JOIN "transaction" t ON t.id = l.nextdoc AND t.posting = 'T'
       JOIN transactionline tl ON tl."transaction" = l.nextdoc AND tl.id = l.nextline
       WHERE l.previousdoc = ? AND l.previousline = ? AND l.linktype = 'ShipRcpt' AND tl.item = ?
       ORDER BY t.trandate, t.id, tl.id`,
      [element.sourcetransaction ?? null, element.sourceline ?? null, element.item ?? null],
    )
    .map((row) => ({
      transaction: row.transaction,
      line: row.id,
      date: row.trandate,
      amount: ordered.eq(0) ? new Big(0) : money(row.quantity).abs().div(ordered).times(amount),
    }));
}
