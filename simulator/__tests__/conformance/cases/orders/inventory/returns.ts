import type { ConformancePage } from '../../../harness/case';
import { gives } from './stockBooks';

const LINES = 'src/records/inventory/stockLines.ts';
const RECALCULATION = 'src/records/inventory/recalculate.ts';

export const returnedCosts: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2307937',
  title: 'Returned-Item Costing Using Multi-Location Inventory',
  cases: [
    gives(
      'return-at-the-cost-of-its-sale',
      'A widget that was sold from location A at $10 and comes back to location B, where widgets cost $12, costs $10.',
      { file: RECALCULATION, find: 'return sold ?? stock.average;', replace: 'return stock.average ?? sold;' },
      `var a = idOf('location', 'name', 'San Francisco'), b = idOf('location', 'name', 'New York'), i = stock();
       adjust(i, 5, 10, 1, { location: a }); adjust(i, 5, 12, 1, { location: b });
       var so = order(i, 1, { location: a }); ship(so, 2);
       var rma = of('salesorder', so, 'returnauthorization').save();
       var back = of('returnauthorization', rma, 'itemreceipt', { trandate: on(3) });
       back.setSublistValue({ sublistId: 'item', fieldId: 'location', line: 0, value: b });
       return costs(back.save());`,
      ['1300 10', '5000 -10'],
      ['MULTILOCINVT'],
    ),
  ],
};

export const returnCosting: ConformancePage = {
  paragraph: 'Accounting',
  page: 'section_N2199328',
  title: 'Item Return Costing',
  cases: [
    gives(
      'default-return-cost',
      'The Default Return Cost of an item is the Override Rate of its receipts, which is what it costs when it comes back.',
      {
        file: 'src/records/transform/moveOrder.ts',
        find: 'unitcostoverride: row?.defaultreturncost ?? null',
        replace: 'unitcostoverride: null',
      },
      `var i = stock({ defaultreturncost: 7 }); adjust(i, 5, 10, 1); var so = order(i, 1); ship(so, 2);
       var rma = of('salesorder', so, 'returnauthorization').save();
       return costs(of('returnauthorization', rma, 'itemreceipt', { trandate: on(3) }).save());`,
      ['1300 7', '5000 -7'],
    ),
    gives(
      'override-rate-counts',
      'An Override Rate that is entered on the receipt overrides what is calculated.',
      { file: RECALCULATION, find: 'if (unitcost !== null) return money(unitcost);', replace: '' },
      `var i = stock(); adjust(i, 5, 10, 1); var so = order(i, 1); ship(so, 2);
       var rma = of('salesorder', so, 'returnauthorization').save();
       var back = of('returnauthorization', rma, 'itemreceipt', { trandate: on(3) });
       back.setSublistValue({ sublistId: 'item', fieldId: 'unitcostoverride', line: 0, value: 4 });
       return costs(back.save());`,
      ['1300 4', '5000 -4'],
    ),
  ],
};

export const standaloneCredit: ConformancePage = {
  paragraph: 'Accounting',
  page: 'bridgehead_4337971641',
  title: 'Stand Alone Credit Memo',
  cases: [
    gives(
      'standalone-credit-adds-no-value',
      'A credit memo that stands alone adds the quantity to the inventory, and credits nothing to the costs of goods sold.',
      { file: LINES, find: "&& (type === 'CustCred' || type === 'CashRfnd') ? 0 : null", replace: '? null : null' },
      `var i = stock(); adjust(i, 10, 10, 1); var id = trade('creditmemo', i, 10, 2); return [costs(id), hand(i)];`,
      [[], [20, 5]],
    ),
  ],
};
