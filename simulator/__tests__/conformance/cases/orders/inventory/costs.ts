import type { ConformancePage } from '../../../harness/case';
import { gives } from './stockBooks';

const COSTING = 'src/accounting/inventoryCosting.ts';
const LINES = 'src/records/inventory/stockLines.ts';
const COSTS = 'src/records/inventory/costLines.ts';

export const costOfGoodsSold: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N1464868',
  title: 'Cost of Goods Sold (COGS) GL Impact',
  cases: [
    gives(
      'fulfillment-posts-cost',
      'Fulfilling an inventory item lowers the inventory asset and raises the costs of goods sold by what it cost.',
      { file: 'src/records/transaction/movement.ts', find: '      recordStock(context.account, id);\n', replace: '' },
      'var i = stock(); adjust(i, 5, 10, 1); return gl(ship(order(i, 3), 2)).sort();',
      ['1300 -30', '5000 30'],
    ),
    gives(
      'bill-of-an-order-posts-no-cost',
      'The invoice of an order that was fulfilled posts income alone.',
      { file: LINES, find: "link?.linktype === 'OrdBill'", replace: 'false' },
      `var i = stock(); adjust(i, 5, 10, 1); var so = order(i, 3); ship(so, 2);
       return [gl(of('salesorder', so, 'invoice').save()).sort(), hand(i)[0]];`,
      [['1100 300', '4010 -300'], 2],
    ),
    gives(
      'sale-without-order-posts-cost',
      'An invoice and a cash sale without an order post the cost of what they sell themselves.',
      {
        file: LINES,
        find: "'CustInvc', 'CashSale', 'CustCred', 'CashRfnd']);\nconst",
        replace: "'CustCred']);\nconst",
      },
      `var i = stock(); adjust(i, 5, 10, 1);
       return [costs(trade('invoice', i, 2, 2)), costs(trade('cashsale', i, 1, 2)), hand(i)[0]];`,
      [['1300 -20', '5000 20'], ['1300 -10', '5000 10'], 2],
    ),
  ],
};

export const costingMethods: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2191818',
  title: 'Costing Methods',
  cases: [
    gives(
      'average-cost',
      'Of 20 calculators at $10 and 20 at $15, five cost $12.50 each under average costing.',
      {
        file: COSTING,
        find: 'stock.value.times(quantity).div(stock.quantity)',
        replace: 'stock.value.times(quantity).div(20)',
      },
      `var i = stock(); adjust(i, 20, 10, 6); adjust(i, 20, 15, 7);
       return [costs(ship(order(i, 5), 8)), hand(i)];`,
      [
        ['1300 -62.5', '5000 62.5'],
        [35, 12.5],
      ],
    ),
    gives(
      'average-is-the-default',
      'Average costing is the default costing method.',
      { file: 'src/records/types/itemFields.ts', find: "{ defaultValue: 'AVG' }", replace: '{}' },
      "return has(stock(), ['costingmethod']);",
      ['AVG'],
    ),
  ],
};

export const adjustments: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_161981111273',
  title: 'Entering an Inventory Adjustment',
  cases: [
    gives(
      'adjustment-posts-to-its-account',
      'An inventory adjustment posts the value that it adds to the inventory asset against its adjustment account.',
      { file: COSTS, find: "if (header.type === 'InvAdjst') writer.adjusted();", replace: '' },
      'return gl(adjust(stock(), 4, 2.5, 1)).sort();',
      ['1300 10', '6100 -10'],
    ),
    gives(
      'adjustment-down-is-calculated',
      'The cost of what an adjustment removes is calculated.',
      { file: COSTING, find: '    cost: value.minus(stock.value),', replace: '    cost: NO_STOCK.value,' },
      'var i = stock(); adjust(i, 4, 2.5, 1); return gl(adjust(i, -2, null, 2)).sort();',
      ['1300 -5', '6100 5'],
    ),
    gives(
      'adjustment-down-takes-no-cost',
      'A line that removes something cannot say its unit cost.',
      {
        file: 'src/records/inventoryAdjustment/adjustmentLines.ts',
        find: 'if (quantity.lt(0) && cost !== null)',
        replace: 'if (quantity.lt(0) && cost === 0)',
      },
      'var i = stock(); adjust(i, 4, 2.5, 1); return caught(function () { adjust(i, -2, 1, 2); });',
      'USER_ERROR',
    ),
    gives(
      'adjustment-proposes-average',
      'The unit cost of an average cost item is its average cost by default.',
      {
        file: 'src/records/inventoryAdjustment/adjustmentLines.ts',
        find: 'line.fields.unitcost ??= stock.average.toNumber()',
        replace: 'line.fields.unitcost ??= 0',
      },
      'var i = stock(); adjust(i, 4, 2.5, 1); return gl(adjust(i, 2, null, 2)).sort();',
      ['1300 5', '6100 -5'],
    ),
  ],
};
