import type { ConformancePage } from '../../../harness/case';
import { gives } from './stockBooks';

const LINES = 'src/records/inventory/stockLines.ts';
const QUANTITIES = 'src/records/inventory/quantities.ts';

export const pickPackShip: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1229796',
  title: 'Pick, Pack, and Ship Overview',
  cases: [
    gives(
      'picked-and-packed-do-not-post',
      'Fulfillments that are picked or packed do not post; those that are shipped do.',
      {
        file: 'src/records/transaction/movement.ts',
        find: 'movedStatus === null || status === movedStatus;',
        replace: 'movedStatus === null || status !== null;',
      },
      `var i = stock(); adjust(i, 5, 10, 1); var id = ship(order(i, 3), 2, { shipstatus: 'A' }); var seen = [costs(id)];
       ['B', 'C'].forEach(function (stage) { change('itemfulfillment', id, { shipstatus: stage }); seen.push(costs(id)); });
       return seen;`,
      [[], [], ['1300 -30', '5000 30']],
      ['PICKPACKSHIP'],
    ),
    gives(
      'order-is-fulfilled-when-shipped',
      'An order is fulfilled when its items are shipped, not when they are picked.',
      {
        file: 'src/records/transaction/orderProgress.ts',
        find: "t.type = 'ItemShip' AND t.status IN ('A', 'B')",
        replace: "t.type = 'ItemShip' AND t.status IN ('X')",
      },
      `var i = stock(); adjust(i, 5, 10, 1); var so = order(i, 3), id = ship(so, 2, { shipstatus: 'A' });
       function state() { return rows('SELECT status FROM transaction WHERE id = ?', [so])[0].status; }
       var seen = [state()]; change('itemfulfillment', id, { shipstatus: 'C' }); return seen.concat(state());`,
      ['B', 'F'],
      ['PICKPACKSHIP'],
    ),
  ],
};

export const stockLevels: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2262573',
  title: 'Assessing Stock Levels',
  cases: [
    gives(
      'available-is-on-hand-less-committed',
      'Quantity Available is Quantity On Hand less what is promised on approved sales orders.',
      {
        file: QUANTITIES,
        find: 'quantityavailable: there.minus(committed).toNumber(),',
        replace: 'quantityavailable: there.toNumber(),',
      },
      `var i = stock(); adjust(i, 10, 1, 1); order(i, 4); trade('salesorder', i, 3, 1, { orderstatus: 'A' });
       return has(i, ['quantityonhand', 'quantitycommitted', 'quantityavailable']);`,
      [10, 4, 6],
    ),
    gives(
      'back-ordered-has-no-stock',
      'What sales orders promise and is not in stock is back ordered.',
      {
        file: QUANTITIES,
        find: 'quantitybackordered: wanted.minus(committed).toNumber(),',
        replace: 'quantitybackordered: 0,',
      },
      "var i = stock(); adjust(i, 10, 1, 1); order(i, 14); return has(i, ['quantitycommitted', 'quantitybackordered']);",
      [10, 4],
    ),
    gives(
      'available-is-never-negative',
      'Quantity Available is never negative, and nothing underwater is committed.',
      {
        file: QUANTITIES,
        find: 'stock.quantity.gt(0) ? stock.quantity : new Big(0)',
        replace: 'stock.quantity',
      },
      `var i = stock(); trade('invoice', i, 2, 1); order(i, 1);
       return has(i, ['quantityonhand', 'quantityavailable', 'quantitycommitted']);`,
      [-2, 0, 0],
    ),
  ],
};

export const locations: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2303574',
  title: 'Multi-Location Inventory',
  cases: [
    gives(
      'stock-by-location',
      'With Multi-Location Inventory stock levels and values are kept by location.',
      {
        file: LINES,
        find: "isFeatureInEffect(account, 'MULTILOCINVT')",
        replace: "isFeatureInEffect(account, 'NONE')",
      },
      `var a = idOf('location', 'name', 'San Francisco'), b = idOf('location', 'name', 'New York'), i = stock();
       adjust(i, 5, 10, 1, { location: a }); adjust(i, 6, 12, 1, { location: b });
       var sold = costs(ship(order(i, 2, { location: b }), 2));
       return [sold, rows('SELECT quantityonhand AS q, averagecostmli AS c FROM inventoryitemlocations WHERE item = ? ORDER BY location', [i])];`,
      [
        ['1300 -24', '5000 24'],
        [
          { q: 5, c: 10 },
          { q: 4, c: 12 },
        ],
      ],
      ['MULTILOCINVT'],
    ),
    gives(
      'stock-needs-a-location',
      'With Multi-Location Inventory the transaction that moves an item is associated with a location.',
      {
        file: 'src/records/transaction/stockLocations.ts',
        find: "throw missingValues(['Location']);",
        replace: 'return;',
      },
      'var i = stock(); return message(function () { adjust(i, 5, 10, 1); });',
      'Please enter value(s) for: Location',
      ['MULTILOCINVT'],
    ),
  ],
};
