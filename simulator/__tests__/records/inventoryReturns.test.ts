import { setFeature } from '../../src/company/settings';
import { runSuiteQL } from '../../src/query/run';
import { stockOf } from './stock';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let s: ReturnType<typeof stockOf>;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount();
  s = stockOf(t);
  customer = t.customer();
  item = s.inventoryItem();
});

const query = (sql: string) => runSuiteQL(t.account, administrator, sql, []).rows;
const status = (type: string, id: string) => t.load(type, id).fields.status;

describe('returns', () => {
  test('come back at the cost of their sale, whatever the average is now (section_N2307937)', () => {
    s.add(item, 10, 10, '2026-07-01');
    const order = s.order(customer, item, 4);
    s.ship(order, '2026-07-02');
    const invoice = s.bill(order, '2026-07-02');
    s.add(item, 6, 30, '2026-07-03');
    const rma = t.save(s.transform('invoice', invoice, 'returnauthorization'));
    const receipt = s.setLine(s.transform('returnauthorization', rma, 'itemreceipt'), 0, { quantity: 2 });
    const id = t.save(t.set(receipt, { trandate: s.day('2026-07-04') }));
    expect(s.impact(id)).toEqual({ '1300': 20, '5000': -20 });
    // 6 at 10, 6 at 30 and the two at 10.
    expect(s.shown(item).slice(0, 1).concat(s.balance('1300'))).toEqual([14, 260]);
    const credit = t.save(
      t.set(s.transform('returnauthorization', rma, 'creditmemo'), { trandate: s.day('2026-07-05') }),
    );
    expect(s.impact(credit)).toEqual({ '1100': -200, '4010': 200 });
    expect(s.shown(item)[0]).toBe(14);
  });

  test('come back at the Override Rate of the receipt, which the item proposes (section_N2199328)', () => {
    const fixed = s.inventoryItem({ defaultreturncost: 7 });
    s.add(fixed, 10, 10, '2026-07-01');
    const order = s.order(customer, fixed, 4);
    s.ship(order, '2026-07-02');
    const rma = t.save(s.transform('salesorder', order, 'returnauthorization'));
    const receive = (values: Record<string, number>) => {
      const receipt = s.setLine(s.transform('returnauthorization', rma, 'itemreceipt'), 0, { quantity: 1, ...values });
      return s.impact(t.save(t.set(receipt, { trandate: s.day('2026-07-03') })));
    };
    expect(receive({})).toEqual({ '1300': 7, '5000': -7 });
    expect(receive({ unitcostoverride: 5 })).toEqual({ '1300': 5, '5000': -5 });
  });

  test('of nobody knows which sale come back at the average', () => {
    s.add(item, 10, 10, '2026-07-01');
    const rma = t.save(s.sale('returnauthorization', customer, [{ item, quantity: 3, rate: 100 }]));
    const receipt = t.set(s.transform('returnauthorization', rma, 'itemreceipt'), { trandate: s.day('2026-07-02') });
    expect(s.impact(t.save(receipt))).toEqual({ '1300': 30, '5000': -30 });
  });

  test('that are not restocked are refused by name', () => {
    const rma = t.save(s.sale('returnauthorization', customer, [{ item, quantity: 3, rate: 100 }]));
    const receipt = s.setLine(s.transform('returnauthorization', rma, 'itemreceipt'), 0, { restock: false });
    expect(codeOf(() => t.save(receipt))).toMatch(/^SIMULATOR_NOT_SUPPORTED: .*restocking/);
  });

  test('by a credit memo of the invoice come back at the cost of the sale', () => {
    s.add(item, 10, 10, '2026-07-01');
    const invoice = s.sell(customer, item, 4, '2026-07-02');
    s.add(item, 6, 30, '2026-07-03');
    const credit = t.set(s.transform('invoice', invoice, 'creditmemo'), { trandate: s.day('2026-07-04') });
    expect(s.impact(t.save(credit))).toEqual({ '1100': -400, '1300': 40, '4010': 400, '5000': -40 });
    expect([s.shown(item)[0], s.balance('1300')]).toEqual([16, 280]);
  });

  test('by a refund of the cash sale too', () => {
    s.add(item, 10, 10, '2026-07-01');
    const record = s.sale('cashsale', customer, [{ item, quantity: 3, rate: 100 }], { trandate: s.day('2026-07-02') });
    const refund = t.set(s.transform('cashsale', t.save(record), 'cashrefund'), { trandate: s.day('2026-07-03') });
    expect(s.impact(t.save(refund))).toEqual({ '1200': -300, '1300': 30, '4010': 300, '5000': -30 });
    expect(s.shown(item)).toEqual([10, 10, 100]);
  });

  test('by a credit memo that stands alone add the quantity and no value (bridgehead_4337971641)', () => {
    s.add(item, 10, 10, '2026-07-01');
    const credit = s.sale('creditmemo', customer, [{ item, quantity: 10, rate: 100 }], {
      trandate: s.day('2026-07-02'),
    });
    expect(s.impact(t.save(credit))).toEqual({ '1100': -1000, '4010': 1000 });
    expect(s.shown(item)).toEqual([20, 5, 100]);
  });
});

describe('Pick, Pack and Ship (section_N1229796)', () => {
  beforeEach(() => {
    setFeature(t.account, 'PICKPACKSHIP', true);
    s.add(item, 10, 10, '2026-07-01');
  });

  test('posts nothing until it is shipped', () => {
    const order = s.order(customer, item, 4);
    const id = s.ship(order, '2026-07-02');
    expect(status('itemfulfillment', id)).toBe('Picked');
    expect(query(`SELECT posting FROM transaction WHERE id = ${id}`)).toEqual([['F']]);
    t.save(t.set(t.load('itemfulfillment', id), { shipstatus: 'B' }));
    expect([status('itemfulfillment', id), s.impact(id), s.shown(item)[0]]).toEqual(['Packed', {}, 10]);
    expect(status('salesorder', order)).toBe('Pending Fulfillment');
    expect(codeOf(() => s.bill(order, '2026-07-02'))).toMatch(/^INVALID_INITIALIZE_REF/);
    t.save(t.set(t.load('itemfulfillment', id), { shipstatus: 'C' }));
    expect([status('itemfulfillment', id), s.impact(id)]).toEqual(['Shipped', { '1300': -40, '5000': 40 }]);
    expect(query(`SELECT posting FROM transaction WHERE id = ${id}`)).toEqual([['T']]);
    expect(status('salesorder', order)).toBe('Pending Billing');
  });

  test('does not pick twice what is picked already', () => {
    const order = s.order(customer, item, 4);
    s.ship(order, '2026-07-02', 3);
    const rest = s.transform('salesorder', order, 'itemfulfillment');
    expect(s.line(rest).fields.quantity).toBe(1);
    expect(codeOf(() => t.save(s.setLine(rest, 0, { quantity: 2 })))).toMatch(/^USER_ERROR/);
  });

  test('has no stages without the feature', () => {
    setFeature(t.account, 'PICKPACKSHIP', false);
    const id = s.ship(s.order(customer, item, 4), '2026-07-02', 4, { shipstatus: 'A' });
    expect(status('itemfulfillment', id)).toBe('Shipped');
  });
});

describe('quantities of an item (section_N2262573)', () => {
  const quantities = () => {
    const { quantityonhand, quantitycommitted, quantityavailable, quantitybackordered } = t.load(
      'inventoryitem',
      item,
    ).fields;
    return [quantityonhand, quantitycommitted, quantityavailable, quantitybackordered];
  };

  test('commit what is there to approved orders, and back order the rest', () => {
    s.add(item, 10, 10, '2026-07-01');
    const order = s.order(customer, item, 4);
    expect(quantities()).toEqual([10, 4, 6, 0]);
    const more = s.order(customer, item, 9);
    expect(quantities()).toEqual([10, 10, 0, 3]);
    s.ship(order, '2026-07-02');
    expect(quantities()).toEqual([6, 6, 0, 3]);
    t.remove('salesorder', more);
    expect(quantities()).toEqual([6, 0, 6, 0]);
    expect(query(`SELECT quantityavailable, averagecost FROM item WHERE id = ${item}`)).toEqual([[6, 10]]);
  });

  test('commit nothing to orders that wait for approval, are closed, or sell another item now', () => {
    s.add(item, 10, 10, '2026-07-01');
    t.save(s.sale('salesorder', customer, [{ item, quantity: 4, rate: 1 }], { orderstatus: 'A' }));
    expect(quantities()).toEqual([10, 0, 10, 0]);
    const closed = s.order(customer, item, 4);
    t.save(s.setLine(t.load('salesorder', closed), 0, { isclosed: true }));
    expect(quantities()).toEqual([10, 0, 10, 0]);
    const changed = s.order(customer, item, 4);
    t.save(s.setLine(t.load('salesorder', changed), 0, { item: s.inventoryItem() }));
    expect(quantities()).toEqual([10, 0, 10, 0]);
  });

  test('are never available below zero, and never of what is underwater', () => {
    s.sell(customer, item, 2, '2026-07-01');
    s.order(customer, item, 1);
    expect(quantities()).toEqual([-2, 0, 0, 1]);
  });

  test('do not change with a save of the item', () => {
    s.add(item, 10, 10, '2026-07-01');
    const record = t.load('inventoryitem', item);
    s.sell(customer, item, 4, '2026-07-02');
    record.version = null;
    t.save(t.set(record, { displayname: 'Renamed' }));
    expect(quantities()).toEqual([6, 0, 6, 0]);
  });
});

describe('costing methods', () => {
  test('are the average; others are refused by name (section_N2191818)', () => {
    expect(t.load('inventoryitem', item).fields.costingmethod).toBe('AVG');
    expect(codeOf(() => s.inventoryItem({ costingmethod: 'FIFO' }))).toMatch(
      /^SIMULATOR_NOT_SUPPORTED: .*costing method FIFO/,
    );
  });
});

describe('Multi-Location Inventory (section_N2303574)', () => {
  let west: string;
  let east: string;
  beforeEach(() => {
    setFeature(t.account, 'MULTILOCINVT', true);
    west = t.idOf('location', 'name', 'San Francisco');
    east = t.idOf('location', 'name', 'New York');
    const lines = [
      { item, location: west, adjustqtyby: 10, unitcost: 10 },
      { item, location: east, adjustqtyby: 5, unitcost: 12 },
    ];
    t.save(s.adjustment(lines, { trandate: s.day('2026-07-01') }));
  });

  test('keeps quantities and average costs by location', () => {
    expect(
      query(
        'SELECT item, location, quantityonhand, averagecostmli, onhandvaluemli FROM inventoryitemlocations ORDER BY location',
      ),
    ).toEqual([
      [Number(item), Number(west), 10, 10, 100],
      [Number(item), Number(east), 5, 12, 60],
    ]);
    const shipped = s.ship(s.order(customer, item, 2, { location: east }), '2026-07-02');
    expect(s.impact(shipped)).toEqual({ '1300': -24, '5000': 24 });
    expect(
      query(`SELECT quantityonhand, quantityavailable FROM aggregateitemlocation WHERE location = ${east}`),
    ).toEqual([[3, 3]]);
    expect(s.shown(item)[0]).toBe(13);
  });

  test('brings a return back to another location at the cost of its sale (section_N2307937)', () => {
    const order = s.order(customer, item, 1, { location: west });
    s.ship(order, '2026-07-02');
    const rma = t.save(s.transform('salesorder', order, 'returnauthorization'));
    const receipt = s.setLine(s.transform('returnauthorization', rma, 'itemreceipt'), 0, { location: east });
    expect(s.impact(t.save(t.set(receipt, { trandate: s.day('2026-07-03') })))).toEqual({ '1300': 10, '5000': -10 });
  });

  test('needs the location of whatever moves', () => {
    expect(codeOf(() => s.sell(customer, item, 1, '2026-07-02'))).toMatch(/^USER_ERROR.*Location/);
    expect(codeOf(() => s.ship(s.order(customer, item, 1), '2026-07-02'))).toMatch(/^USER_ERROR.*Location/);
    expect(codeOf(() => t.save(s.adjustment([{ item, adjustqtyby: 1 }])))).toMatch(/^USER_ERROR.*Location/);
    expect(codeOf(() => s.sell(customer, item, 1, '2026-07-02', { location: west }))).toBe('no error');
  });

  test('has no table of locations without the feature', () => {
    setFeature(t.account, 'MULTILOCINVT', false);
    expect(codeOf(() => query('SELECT item FROM inventoryitemlocations'))).not.toBe('no error');
  });
});

describe('stock of two subsidiaries', () => {
  test('has its own costs in its own currency', () => {
    const both = s.inventoryItem({ subsidiary: [t.us(), t.de()] });
    s.add(both, 10, 10, '2026-07-01');
    const german = { subsidiary: t.de(), trandate: s.day('2026-07-01') };
    t.save(s.adjustment([{ item: both, adjustqtyby: 4, unitcost: 8 }], german));
    expect(s.shown(both)).toEqual([14, null, null]);
    const id = s.sell(t.customer({ subsidiary: t.de(), currency: t.eur() }), both, 1, '2026-07-02');
    expect(s.impact(id)).toMatchObject({ '1300': -8, '5000': 8 });
  });
});
