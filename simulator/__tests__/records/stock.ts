import type { FieldValue } from '../../src/records/data';
import { orders } from './orders';
import type { TestAccount } from './testAccount';

type Values = Record<string, FieldValue>;

/** Short forms for inventory items and their stock. */
export function stockOf(t: TestAccount) {
  const o = orders(t);
  const day = (text: string): Date => new Date(`${text}T07:00:00Z`);
  const inventoryItem = (values: Values = {}): string =>
    t.item(
      { cogsaccount: t.accountNumbered('5000'), assetaccount: t.accountNumbered('1300'), ...values },
      'inventoryitem',
    );
  /** An adjustment that is not saved yet, against the account 6100. */
  const adjustment = (lines: readonly Values[], values: Values = {}) => {
    const record = t.create('inventoryadjustment', {
      subsidiary: t.us(),
      account: t.accountNumbered('6100'),
      ...values,
    });
    for (const line of lines) t.addLine(record, 'inventory', line);
    return record;
  };
  /** Brings units of an item in at a cost each, on a day. */
  const add = (item: string, quantity: number, unitcost: number, on: string): string =>
    t.save(adjustment([{ item, adjustqtyby: quantity, unitcost }], { trandate: day(on) }));
  /** On hand, average cost and total value, as the item shows them. */
  const shown = (item: string): FieldValue[] => {
    const { quantityonhand, averagecost, totalvalue } = t.load('inventoryitem', item).fields;
    return [quantityonhand ?? null, averagecost ?? null, totalvalue ?? null];
  };
  const order = (customer: string, item: string, quantity: number, values: Values = {}): string =>
    t.save(o.sale('salesorder', customer, [{ item, quantity, rate: 100, ...values }]));
  /** Ships an order on a day; all of it where no quantity is given. */
  const ship = (id: string, on: string, quantity?: number, values: Values = {}): string => {
    const record = t.set(o.transform('salesorder', id, 'itemfulfillment'), { trandate: day(on), ...values });
    return t.save(quantity === undefined ? record : o.setLine(record, 0, { quantity }));
  };
  const bill = (id: string, on: string): string =>
    t.save(t.set(o.transform('salesorder', id, 'invoice'), { trandate: day(on) }));
  /** An invoice without an order. */
  const sell = (customer: string, item: string, quantity: number, on: string, values: Values = {}): string =>
    t.save(t.invoice(customer, [{ item, quantity, rate: 100 }], { trandate: day(on), ...values }));
  const balance = (number: string): number =>
    Number(
      t.store.get<{ total: number }>(
        `SELECT COALESCE(ROUND(SUM(tal.amount), 2), 0) AS total FROM transactionaccountingline tal
         JOIN account a ON a.id = tal.account WHERE a.acctnumber = ? AND tal.posting = 'T'`,
        [number],
      )?.total,
    );
  return { ...o, day, inventoryItem, adjustment, add, shown, order, ship, bill, sell, balance };
}
