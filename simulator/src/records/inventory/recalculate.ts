import Big from 'big.js';
import { decimalsOf } from '../../accounting/currencies';
import { type Costed, issue, NO_STOCK, receive, type Stock } from '../../accounting/inventoryCosting';
import { money } from '../../accounting/money';
import { baseCurrency } from '../../accounting/subsidiaries';
import type { Account } from '../../kernel/account';
import { POSITION, type Position, type StoredMovement } from './movements';
import { saleCost } from './saleCost';

type WithStore = Pick<Account, 'store'>;

/** A stock of an item: of a location, or of a subsidiary. */
interface Place {
  readonly decimals: number;
  stock: Stock;
}

/**
 * Works out what every movement of an item costs from a place in its history on, in the order of days and of the types
 * of a day, as NetSuite's inventory costing does after a transaction was added, changed or taken away (section_N2197365).
 *
 * @param from the earliest movement that is new, has changed or is gone
 * @returns the transactions whose cost has changed
 */
export function recalculate(account: WithStore, item: number, from: Position): Set<number> {
  const { store } = account;
  const places = new Map<string, Place>();
  const changed = new Set<number>();
  const movements = store.all<StoredMovement>(
    `SELECT * FROM inventorymovement WHERE item = ? AND (${POSITION}) >= (?, ?, ?, ?) ORDER BY ${POSITION}`,
    [item, ...valuesOf(from)],
  );
  for (const movement of movements) {
    const key = `${movement.subsidiary} ${movement.location}`;
    const place = places.get(key) ?? placeBefore(account, movement, from);
    places.set(key, place);
    const { stock, cost, correction } = costed(account, movement, place);
    place.stock = stock;
    if (!isSame(movement.cost, cost) || !isSame(movement.correction, correction)) changed.add(movement.transaction);
    else if (isSame(movement.onhand, stock.quantity) && isSame(movement.value, stock.value)) {
      if (isSame(movement.average, stock.average)) continue;
    }
    store.run(
      `UPDATE inventorymovement SET cost = ?, correction = ?, onhand = ?, value = ?, average = ?
       WHERE "transaction" = ? AND line = ?`,
      [
        ...[cost, correction, stock.quantity, stock.value, stock.average].map((amount) => amount.toNumber()),
        movement.transaction,
        movement.line,
      ],
    );
  }
  return changed;
}

function costed(account: WithStore, movement: StoredMovement, { stock, decimals }: Place): Costed {
  const quantity = money(movement.quantity);
  if (quantity.lt(0)) return issue(stock, quantity.times(-1), decimals);
  return receive(stock, quantity, unitCost(account, movement, stock), decimals);
}

/** What the line says; else for what comes back the cost of its sale; else the average of where it comes to. */
function unitCost(account: WithStore, { unitcost, saledoc, saleline }: StoredMovement, stock: Stock): Big {
  if (unitcost !== null) return money(unitcost);
  const sold = saledoc === null || saleline === null ? null : saleCost(account, saledoc, saleline);
  return sold ?? stock.average;
}

function placeBefore(account: WithStore, { item, subsidiary, location }: StoredMovement, from: Position): Place {
  const decimals = decimalsOf(account, baseCurrency(account, subsidiary));
  return { decimals, stock: stockAt(account, item, subsidiary, location, from) };
}

/** The stock of a place before a movement, or with all that has happened where none is given. */
export function stockAt(
  { store }: WithStore,
  item: number,
  subsidiary: number,
  location: number,
  before: Position = END,
): Stock {
  const row = store.get<StoredMovement>(
    `SELECT * FROM inventorymovement
     WHERE item = ? AND subsidiary = ? AND location = ? AND (${POSITION}) < (?, ?, ?, ?)
     ORDER BY trandate DESC, sequence DESC, "transaction" DESC, line DESC LIMIT 1`,
    [item, subsidiary, location, ...valuesOf(before)],
  );
  if (row === null) return NO_STOCK;
  return { quantity: new Big(row.onhand ?? 0), value: new Big(row.value ?? 0), average: new Big(row.average ?? 0) };
}

/** After every movement. */
const END: Position = { trandate: '9999-12-31', sequence: 0, transaction: 0, line: 0 };

function valuesOf({ trandate, sequence, transaction, line }: Position): (string | number)[] {
  return [trandate, sequence, transaction, line];
}

function isSame(stored: number | null, amount: Big): boolean {
  return stored !== null && amount.eq(stored);
}
