import type { Account } from '../../kernel/account';
import type { LineData, RecordData } from '../data';
import type { SublistDefinition } from '../definition';
import { field, select, sublist, text } from '../fieldList';
import { keyIn, lineOf, type RecordContext } from '../recordType';

/** Price level 1 is the base price in every account. */
export const BASE_PRICE = 1;

/**
 * Price sublists: `price1` holds the prices in the first currency, `price2` in the second and so on; lines are price
 * levels, `price_1_` is the price of the first quantity. Quantity schedules are not kept.
 */
export const priceSublists: readonly SublistDefinition[] = [1, 2, 3, 4].map((number) =>
  sublist(
    `price${number}`,
    'Pricing',
    [
      select('pricelevel', 'Price Level', 'pricelevel'),
      text('currency', 'Currency', 10, { readOnly: true }),
      field('price_1_', 'Price', 'rate'),
    ],
    { staticLines: true },
  ),
);

/** The price lists of an item by sublist; every price level has a line in every currency. */
export function pricesOf(account: Account, item: number | null): Record<string, LineData[]> {
  const levels = account.store.all<{ id: number }>('SELECT id FROM pricelevel ORDER BY id');
  const sublists: Record<string, LineData[]> = {};
  currencies(account).forEach((currency, index) => {
    sublists[`price${index + 1}`] = levels.map((level) => {
      const price = item === null ? null : priceOf(account, item, level.id, currency);
      return lineOf({ pricelevel: String(level.id), currency: String(currency), price_1_: price });
    });
  });
  return sublists;
}

/** Price of an item by level and currency, or null where none is entered. */
export function priceOf(account: Account, item: number, level: number, currency: number): number | null {
  return (
    account.store.get<{ unitprice: number }>(
      'SELECT unitprice FROM pricing WHERE item = ? AND pricelevel = ? AND currency = ? ORDER BY quantity LIMIT 1',
      [item, level, currency],
    )?.unitprice ?? null
  );
}

export function writePrices(context: RecordContext, data: RecordData, stored: RecordData | null, item: number): void {
  const { store } = context.account;
  currencies(context.account).forEach((currency, index) => {
    const id = `price${index + 1}`;
    if (stored && !data.changedSublists.includes(id)) return;
    store.run('DELETE FROM pricing WHERE item = ? AND currency = ?', [item, currency]);
    (data.sublists[id] ?? []).forEach((line, lineIndex) => {
      const price = line.fields.price_1_;
      if (typeof price !== 'number') return;
      const level = keyIn(line.fields.pricelevel) ?? lineIndex + 1;
      store.run('INSERT INTO pricing (item, pricelevel, quantity, unitprice, currency) VALUES (?, ?, 0, ?, ?)', [
        item,
        level,
        price,
        currency,
      ]);
    });
  });
}

function currencies(account: Account): number[] {
  return account.store.all<{ id: number }>('SELECT id FROM currency ORDER BY id LIMIT 4').map((row) => row.id);
}
