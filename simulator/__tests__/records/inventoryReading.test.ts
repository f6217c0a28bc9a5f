import { describeRecord } from '../../src/records/describeRecord';
import { filterTree } from '../../src/script/search/expression';
import type { SearchColumn } from '../../src/search/definition';
import { runSearch } from '../../src/search/run';
import { stockOf } from './stock';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let s: ReturnType<typeof stockOf>;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount('single');
  s = stockOf(t);
  customer = t.customer();
  item = s.inventoryItem();
  s.add(item, 10, 10, '2026-07-01');
});

const column = (name: string): SearchColumn => ({
  name,
  join: null,
  summary: null,
  formula: null,
  function: null,
  sort: null,
});
const found = (type: string, filters: unknown, names: readonly string[]) =>
  runSearch(
    t.account,
    administrator,
    { type, filter: filterTree(filters), columns: names.map(column) },
    { start: 0, end: null },
  ).map(({ cells }) => cells.map(({ value }) => value));

describe('searches for inventory', () => {
  test('give quantities and the average cost of items', () => {
    s.order(customer, item, 4);
    expect(
      found('inventoryitem', [['internalid', 'anyof', item]], ['quantityonhand', 'quantityavailable', 'averagecost']),
    ).toEqual([['10', '6', '10']]);
    expect(found('inventoryitem', [['quantityavailable', 'greaterthan', 6]], ['quantityonhand'])).toEqual([]);
  });

  test('tell cost lines from those of the record', () => {
    const order = s.order(customer, item, 4);
    const shipped = s.ship(order, '2026-07-02');
    const lines = (cogs: string) =>
      found(
        'itemfulfillment',
        [['internalid', 'anyof', shipped], 'and', ['mainline', 'is', 'F'], 'and', ['cogs', 'is', cogs]],
        ['quantity', 'amount'],
      );
    expect(lines('T')).toEqual([['4', '40.00']]);
    expect(lines('F')).toEqual([['-4', '-40.00']]);
    expect(found('inventoryadjustment', [['mainline', 'is', 'T']], ['amount'])).toEqual([['-100.00']]);
  });
});

describe('inventory of a single entity', () => {
  test('has no subsidiary, and costs and posts as in OneWorld', () => {
    const fields = describeRecord(t.account, administrator, 'inventoryadjustment').fields.map((field) => field.id);
    expect(fields).toContain('adjlocation');
    expect(fields).not.toContain('subsidiary');
    expect(codeOf(() => t.save(s.adjustment([{ item, adjustqtyby: 1, unitcost: 21 }], { subsidiary: '7' })))).toBe(
      'no error',
    );
    expect(s.shown(item)).toEqual([11, 11, 121]);
    const order = s.order(customer, item, 2);
    expect(s.impact(s.ship(order, '2026-07-20'))).toEqual({ '1300': -22, '5000': 22 });
    expect(s.balance('1300')).toBe(99);
  });
});
