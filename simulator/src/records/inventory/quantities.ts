import Big from 'big.js';
import { money, sum } from '../../accounting/money';
import { baseCurrency, rootSubsidiary } from '../../accounting/subsidiaries';
import type { Account } from '../../kernel/account';
import { insertRow } from '../../store/insert';
import type { Row } from '../../store/store';
import { stockAt } from './recalculate';
import { isByLocation } from './stockLines';

type WithStore = Pick<Account, 'store'>;

/** Where stock is kept: a location of a subsidiary. */
interface Place {
  readonly subsidiary: number | null;
  readonly location: number | null;
}

interface Demand extends Row {
  subsidiary: number | null;
  location: number | null;
  quantity: number | null;
}

interface KnownPlace extends Row {
  subsidiary: number;
  location: number;
  quantitycommitted: number;
  quantitybackordered: number;
}

/** A place, and what sales orders want of it. */
interface Wanted {
  readonly place: Place;
  readonly wanted: Big;
}

/** Inventory items on the lines of a transaction, and those whose stock it moves. */
export function inventoryItems({ store }: WithStore, transaction: number): number[] {
  return store
    .all<{ item: number }>(
      `SELECT item FROM inventorymovement WHERE "transaction" = ?1
       UNION SELECT item FROM transactionline
       WHERE "transaction" = ?1 AND itemtype = 'InvtPart' AND item IS NOT NULL`,
      [transaction],
    )
    .map((row) => row.item);
}

/**
 * Brings the quantities that an item shows up to date (section_N2262573). Committed is what approved sales orders still
 * have to ship, as far as it is in stock, and back ordered the rest; available is what is in stock less what is
 * committed, never below zero. An order takes from the location of its line, or of its body.
 */
export function refreshQuantities(account: WithStore, item: number): void {
  const wanted = new Map<string, Wanted>();
  for (const place of placesOf(account, item)) wanted.set(keyOf(account, place), { place, wanted: new Big(0) });
  for (const demand of demandOf(account, item)) {
    const key = keyOf(account, demand);
    const before = wanted.get(key)?.wanted ?? new Big(0);
    wanted.set(key, { place: demand, wanted: before.plus(money(demand.quantity)) });
  }
  writeQuantities(account, item, [...wanted.values()]);
}

/** The same after stock has moved in some places: what orders want of it is as it was. */
export function refreshStock(account: WithStore, item: number, moved: readonly Place[]): void {
  const places = new Map<string, Wanted>();
  for (const place of moved) places.set(keyOf(account, place), { place, wanted: new Big(0) });
  for (const place of placesOf(account, item)) {
    const wanted = money(place.quantitycommitted).plus(money(place.quantitybackordered));
    places.set(keyOf(account, place), { place, wanted });
  }
  writeQuantities(account, item, [...places.values()]);
}

function writeQuantities(account: WithStore, item: number, places: readonly Wanted[]): void {
  const { store } = account;
  store.run('DELETE FROM itemstock WHERE item = ?', [item]);
  const rows = places.map(({ place, wanted }) => {
    const subsidiary = place.subsidiary ?? rootSubsidiary(account);
    const location = isByLocation(account) ? (place.location ?? 0) : 0;
    const stock = stockAt(account, item, subsidiary, location);
    const there = stock.quantity.gt(0) ? stock.quantity : new Big(0);
    const committed = wanted.lt(there) ? wanted : there;
    const row = {
      item,
      subsidiary,
      location,
      quantityonhand: stock.quantity.toNumber(),
      quantityavailable: there.minus(committed).toNumber(),
      quantitycommitted: committed.toNumber(),
      quantitybackordered: wanted.minus(committed).toNumber(),
      value: stock.value.toNumber(),
      average: stock.average.toNumber(),
    };
    insertRow(store, 'itemstock', row);
    return row;
  });
  const total = (column: keyof (typeof rows)[number]): Big => sum(rows.map((row) => money(row[column])));
  const currencies = new Set(rows.map((row) => baseCurrency(account, row.subsidiary)));
  const onHand = total('quantityonhand');
  const only = rows.length === 1 ? rows[0] : undefined;
  // Values in several currencies have no sum, and no average (assumed).
  const value = currencies.size > 1 ? null : total('value');
  const average = value !== null && onHand.gt(0) ? value.div(onHand).round(8).toNumber() : (only?.average ?? null);
  store.run(
    `UPDATE item SET quantityonhand = ?, quantityavailable = ?, quantitycommitted = ?, quantitybackordered = ?,
       totalvalue = ?, averagecost = ? WHERE id = ?`,
    [
      onHand.toNumber(),
      total('quantityavailable').toNumber(),
      total('quantitycommitted').toNumber(),
      total('quantitybackordered').toNumber(),
      value === null ? null : value.toNumber(),
      average,
      item,
    ],
  );
}

/** The same for the items of an order, which commits stock to itself. */
export function refreshCommitments(account: WithStore, order: number): void {
  for (const item of inventoryItems(account, order)) refreshQuantities(account, item);
}

/** The places that have, or had, stock or orders. */
function placesOf({ store }: WithStore, item: number): KnownPlace[] {
  return store.all<KnownPlace>(
    'SELECT subsidiary, location, quantitycommitted, quantitybackordered FROM itemstock WHERE item = ?',
    [item],
  );
}

/** What approved sales orders have to ship of an item, by where they take it from. */
function demandOf({ store }: WithStore, item: number): Demand[] {
  return store.all<Demand>(
    `SELECT t.subsidiary, COALESCE(tl.location, t.location) AS location,
       SUM(MAX(-tl.quantity - COALESCE(tl.quantityshiprecv, 0), 0)) AS quantity
     FROM transactionline tl JOIN "transaction" t ON t.id = tl."transaction"
     WHERE tl.item = ? AND t.type = 'SalesOrd' AND t.voided <> 'T' AND t.status NOT IN ('A', 'C', 'G', 'H')
       AND tl.itemsublist = 'item' AND tl.isclosed = 'F'
     GROUP BY t.subsidiary, COALESCE(tl.location, t.location)`,
    [item],
  );
}

function keyOf(account: WithStore, { subsidiary, location }: Place): string {
  return `${subsidiary ?? rootSubsidiary(account)} ${isByLocation(account) ? (location ?? 0) : 0}`;
}
