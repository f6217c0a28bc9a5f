import { equal } from '../../../harness/assert';
import type { ConformancePage } from '../../../harness/case';
import { books } from '../../setup/books';
import { gives, STOCK } from './stockBooks';

const COSTING = 'src/accounting/inventoryCosting.ts';
const LINES = 'src/records/inventory/stockLines.ts';

export const underwater: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2195087',
  title: 'System Cost of Goods Sold Adjustments',
  cases: [
    gives(
      'underwater-sale-is-corrected',
      'What is sold out of stock costs an estimate, and the next receipt posts the difference: 3 at $1.50, then 20 at $1.75, are $0.75 and leave $29.75.',
      {
        file: COSTING,
        find: 'correction: value.minus(plain) };',
        replace: 'correction: new Big(0) };',
      },
      `var i = stock(); adjust(i, 10, 1.5, 1); trade('invoice', i, 10, 2); var under = trade('invoice', i, 3, 3);
       return [costs(under), gl(adjust(i, 20, 1.75, 4)).sort(), has(i, ['quantityonhand', 'totalvalue'])];`,
      [
        ['1300 -4.5', '5000 4.5'],
        ['1300 -0.75', '1300 35', '5000 0.75', '6100 -35'],
        [17, 29.75],
      ],
    ),
    gives(
      'increases-before-reductions',
      'On one day what increases the inventory is costed before what reduces it.',
      { file: LINES, find: 'const ADDITIONS = 2;', replace: 'const ADDITIONS = 9;' },
      `var i = stock(); var sold = trade('invoice', i, 5, 5); var before = costs(sold); adjust(i, 10, 10, 5);
       return [before, costs(sold)];`,
      [[], ['1300 -50', '5000 50']],
    ),
  ],
};

export const costEstimates: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_1497451045',
  title: 'Setting Inventory Costing Preferences',
  cases: [
    gives(
      'underwater-estimate-is-the-average',
      'Average cost items below zero cost the most recent average from above water.',
      {
        file: COSTING,
        find: ': rounded(after.times(stock.average), decimals);\n  return {\n    stock: { quantity: after',
        replace: ': rounded(after.times(5), decimals);\n  return {\n    stock: { quantity: after',
      },
      `var i = stock(); adjust(i, 25, 15, 1); adjust(i, 25, 5, 2); trade('invoice', i, 50, 3);
       return costs(trade('invoice', i, 10, 4));`,
      ['1300 -100', '5000 100'],
    ),
  ],
};

export const recalculations: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2197365',
  title: 'Inventory Costing Recalculations',
  cases: [
    gives(
      'costs-are-calculated-again',
      'A transaction that is added to the history of an item changes the costs of those that follow.',
      { file: 'src/records/inventory/recordStock.ts', find: '    writeCostLines(account, other);\n', replace: '' },
      `var i = stock(); adjust(i, 10, 10, 1); var id = ship(order(i, 5), 5); var before = costs(id);
       adjust(i, 10, 20, 3); return [before, costs(id)];`,
      [
        ['1300 -50', '5000 50'],
        ['1300 -75', '5000 75'],
      ],
    ),
    gives(
      'removed-history-is-calculated-again',
      'A transaction that is taken out of the history of an item does too.',
      {
        file: 'src/records/transaction/remove.ts',
        find: '  releaseStock(account, id);\n',
        replace: '',
      },
      `var i = stock(); adjust(i, 10, 10, 1); var late = adjust(i, 10, 20, 2); var id = ship(order(i, 5), 5);
       record.delete({ type: 'inventoryadjustment', id: late }); return [costs(id), hand(i)];`,
      [
        ['1300 -50', '5000 50'],
        [5, 10],
      ],
    ),
  ],
};

export const closedCosting: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_N2198841',
  title: 'Inventory Costing Recalculations on Inventory Adjustments',
  cases: [
    {
      id: 'costs-of-closed-periods-stay',
      rule: 'What would change the costs of a closed period is prevented.',
      without: {
        file: 'src/records/inventory/recordStock.ts',
        find: "if (row?.closed === 'T') throw closedLedger();",
        replace: '',
      },
      run: async (api) => {
        const { site, run } = await books(api);
        const [made] = (await run(`${STOCK} var i = stock(); adjust(i, 10, 10, 1);
          trade('invoice', i, 5, 3); return [i];`)) as [string];
        site.account.setPeriod('Jul 2026', { closed: true });
        const late = `${STOCK} return caught(function () {
          var rec = fill(record.create({ type: 'inventoryadjustment' }), { subsidiary: 1, account: ledger('6100'),
            trandate: on(2), postingperiod: period('Aug 2026') });
          rec.setSublistValue({ sublistId: 'inventory', fieldId: 'item', line: 0, value: ${made} });
          rec.setSublistValue({ sublistId: 'inventory', fieldId: 'adjustqtyby', line: 0, value: 10 });
          rec.setSublistValue({ sublistId: 'inventory', fieldId: 'unitcost', line: 0, value: 20 });
          rec.save();
        });`;
        equal(await run(late), 'CLOSED_TRAN_PRD');
      },
    },
  ],
};
