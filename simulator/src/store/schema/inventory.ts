import type { TableSchema, ViewSchema } from './table';

const quantities = {
  quantityonhand: 'number',
  quantityavailable: 'number',
  quantitycommitted: 'number',
  quantitybackordered: 'number',
} as const;

/** Stock and its cost. Location 0 is all of a subsidiary, where stock is not kept by location. */
export const inventoryTables: readonly TableSchema[] = [
  {
    // One line of a transaction that moves stock, with the stock after it. Amounts are changes of the inventory asset.
    name: 'inventorymovement',
    internal: true,
    columns: {
      transaction: 'key',
      line: 'key',
      item: 'key',
      subsidiary: 'key',
      location: 'key',
      trandate: 'date',
      sequence: 'integer',
      quantity: 'number',
      kind: 'text',
      unitcost: 'number',
      saledoc: 'key',
      saleline: 'key',
      assetaccount: 'key',
      cogsaccount: 'key',
      cost: 'amount',
      correction: 'amount',
      onhand: 'number',
      value: 'amount',
      average: 'number',
      costlines: 'text',
    },
    primaryKey: ['transaction', 'line'],
    indexes: [['item', 'trandate', 'sequence', 'transaction', 'line']],
  },
  {
    name: 'itemstock',
    internal: true,
    columns: {
      item: 'key',
      subsidiary: 'key',
      location: 'key',
      ...quantities,
      value: 'amount',
      average: 'number',
    },
    primaryKey: ['item', 'subsidiary', 'location'],
  },
];

const locations: ViewSchema = {
  name: 'inventoryitemlocations',
  columns: { item: 'key', location: 'key', ...quantities, averagecostmli: 'number', onhandvaluemli: 'amount' },
  select: `SELECT item, location, quantityonhand, quantityavailable, quantitycommitted, quantitybackordered,
      average AS averagecostmli, value AS onhandvaluemli
    FROM itemstock WHERE location <> 0`,
};

/** Stock by location under both names that SuiteQL has for it (public SuiteQL). */
export const inventoryViews: readonly ViewSchema[] = [locations, { ...locations, name: 'aggregateitemlocation' }];
