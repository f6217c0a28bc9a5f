import Big from 'big.js';
import { money } from '../../accounting/money';
import type { Account } from '../../kernel/account';
import type { Row } from '../../store/store';

type WithStore = Pick<Account, 'store'>;

interface Sums extends Row {
  quantity: number | null;
  cost: number | null;
}

/**
 * What one unit cost when it was sold, for what comes back of a sale (section_N2307937): by the line of the sale itself,
 * by the shipments of an order, or by those of the order that an invoice bills. Null where nothing of it has left the
 * stock.
 */
export function saleCost(account: WithStore, document: number, line: number): Big | null {
  const { store } = account;
  const own = store.get<Sums>(
    `SELECT SUM(quantity) AS quantity, SUM(cost) AS cost FROM inventorymovement
     WHERE "transaction" = ? AND line = ? AND quantity < 0`,
    [document, line],
  );
  const shipped = store.get<Sums>(
    `SELECT SUM(m.quantity) AS quantity, SUM(m.cost) AS cost FROM transactionlink l
     JOIN inventorymovement m ON m."transaction" = l.nextdoc AND m.line = l.nextline
     WHERE l.previousdoc = ? AND l.previousline = ? AND l.linktype = 'ShipRcpt' AND m.quantity < 0`,
    [document, line],
  );
  const unit = unitOf(own) ?? unitOf(shipped);
  if (unit !== null) return unit;
  const ordered = store.get<{ previousdoc: number; previousline: number }>(
    `SELECT previousdoc, previousline FROM transactionlink
     WHERE nextdoc = ? AND nextline = ? AND linktype = 'OrdBill' ORDER BY id LIMIT 1`,
    [document, line],
  );
  return ordered === null ? null : saleCost(account, ordered.previousdoc, ordered.previousline);
}

function unitOf(sums: Sums | null): Big | null {
  const quantity = money(sums?.quantity);
  if (quantity.eq(0) || sums?.cost === null) return null;
  return new Big(money(sums?.cost)).div(quantity);
}
