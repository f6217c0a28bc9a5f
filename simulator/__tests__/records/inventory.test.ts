import { glImpact } from '../../src/accounting/glImpact';
import { changePeriod } from '../../src/accounting/periodStatus';
import { setFeature, setPreference } from '../../src/company/settings';
import { runSuiteQL } from '../../src/query/run';
import { recordContext } from '../../src/records/catalogue';
import { voidDirectly } from '../../src/records/voiding/directVoid';
import { stockOf } from './stock';
import { administrator, codeOf, NOW, type TestAccount, testAccount } from './testAccount';

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

describe('inventory adjustments (section_161981111273)', () => {
  test('bring stock in at its cost, against the adjustment account', () => {
    const id = s.add(item, 20, 10, '2026-07-01');
    expect(s.impact(id)).toEqual({ '1300': 200, '6100': -200 });
    expect(t.load('inventoryadjustment', id).fields).toMatchObject({ tranid: 'IA00001', estimatedtotalvalue: 200 });
    expect(s.line(t.load('inventoryadjustment', id), 0, 'inventory').fields).toMatchObject({
      item,
      adjustqtyby: 20,
      unitcost: 10,
    });
    expect(
      glImpact(t.account, Number(id)).map(({ account, debit, credit }) => [account.number, debit, credit]),
    ).toEqual([
      ['6100', null, '200.00'],
      ['1300', '200.00', null],
    ]);
    expect(s.shown(item)).toEqual([20, 10, 200]);
  });

  test('take stock away at the average cost, which no line may say', () => {
    s.add(item, 20, 10, '2026-07-01');
    s.add(item, 20, 15, '2026-07-02');
    const minus = [{ item, adjustqtyby: -5 }];
    const id = t.save(s.adjustment(minus, { trandate: s.day('2026-07-03') }));
    expect(s.impact(id)).toEqual({ '1300': -62.5, '6100': 62.5 });
    expect(codeOf(() => t.save(s.adjustment([{ item, adjustqtyby: -5, unitcost: 1 }])))).toMatch(/^USER_ERROR/);
  });

  test('propose the average cost of what is there', () => {
    s.add(item, 10, 4, '2026-07-01');
    const id = t.save(s.adjustment([{ item, adjustqtyby: 2 }], { trandate: s.day('2026-07-02') }));
    expect(s.impact(id)).toEqual({ '1300': 8, '6100': -8 });
  });

  test('need lines with inventory items, a quantity, and an account that posts', () => {
    const service = t.item({}, 'serviceitem');
    const refusals: [Record<string, string | number>[], Record<string, string>, RegExp][] = [
      [[], {}, /^USER_ERROR/],
      [[{ item: service, adjustqtyby: 1 }], {}, /^INVALID_KEY_OR_REF.*item/],
      [[{ item }], {}, /^USER_ERROR.*Adjust Qty/],
      [[{ item, adjustqtyby: 1, unitcost: 1 }], { account: t.accountNumbered('1100') }, /^INVALID_KEY_OR_REF.*account/],
      [[{ item, adjustqtyby: 1, unitcost: -1 }], {}, /^USER_ERROR/],
    ];
    for (const [lines, values, refusal] of refusals) {
      expect(codeOf(() => t.save(s.adjustment(lines, values)))).toMatch(refusal);
    }
    expect(s.balance('1300')).toBe(0);
  });

  test('that are changed or deleted take their stock with them', () => {
    const id = s.add(item, 20, 10, '2026-07-01');
    t.save(s.setLine(t.load('inventoryadjustment', id), 0, { adjustqtyby: 5, unitcost: 12 }, 'inventory'));
    expect(s.shown(item)).toEqual([5, 12, 60]);
    expect(s.impact(id)).toEqual({ '1300': 60, '6100': -60 });
    t.remove('inventoryadjustment', id);
    expect(s.shown(item)[0]).toBe(0);
    expect(s.balance('1300')).toBe(0);
  });
});

describe('what is sold', () => {
  test('costs the moving average (section_N2191818: 20 at 10 and 20 at 15 are 12.50 each)', () => {
    s.add(item, 20, 10, '2026-07-06');
    s.add(item, 20, 15, '2026-07-07');
    const shipped = s.ship(s.order(customer, item, 5), '2026-07-08');
    expect(s.impact(shipped)).toEqual({ '1300': -62.5, '5000': 62.5 });
    expect(s.shown(item)).toEqual([35, 12.5, 437.5]);
  });

  test('posts its cost when it is shipped, not when it is billed', () => {
    s.add(item, 10, 10, '2026-07-01');
    const order = s.order(customer, item, 4);
    const shipped = s.ship(order, '2026-07-02');
    const invoice = s.bill(order, '2026-07-03');
    expect(s.impact(shipped)).toEqual({ '1300': -40, '5000': 40 });
    expect(s.impact(invoice)).toEqual({ '1100': 400, '4010': -400 });
    expect(s.shown(item)).toEqual([6, 10, 60]);
    expect(status('salesorder', order)).toBe('Billed');
  });

  test('billed in advance posts its cost with the shipment only', () => {
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'UNSHIPPEDINVOICES', true);
    s.add(item, 10, 10, '2026-07-01');
    const order = s.order(customer, item, 4);
    expect(s.impact(s.bill(order, '2026-07-02'))).toEqual({ '1100': 400, '4010': -400 });
    expect(s.impact(s.ship(order, '2026-07-03'))).toEqual({ '1300': -40, '5000': 40 });
  });

  test('without an order posts its cost with the invoice or the cash sale', () => {
    s.add(item, 10, 10, '2026-07-01');
    const invoice = s.sell(customer, item, 2, '2026-07-02');
    expect(s.impact(invoice)).toEqual({ '1100': 200, '1300': -20, '4010': -200, '5000': 20 });
    const sale = s.sale('cashsale', customer, [{ item, quantity: 3, rate: 100 }], { trandate: s.day('2026-07-03') });
    expect(s.impact(t.save(sale))).toEqual({ '1200': 300, '1300': -30, '4010': -300, '5000': 30 });
    expect(s.shown(item)).toEqual([5, 10, 50]);
  });

  test('has cost lines that searches can leave out', () => {
    s.add(item, 10, 10, '2026-07-01');
    const invoice = s.sell(customer, item, 2, '2026-07-02');
    const shipped = s.ship(s.order(customer, item, 3), '2026-07-02');
    const lines = (id: string) =>
      query(`SELECT iscogs, quantity, netamount FROM transactionline
        WHERE transaction = ${id} AND mainline = 'F' ORDER BY id`);
    expect(lines(invoice)).toEqual([
      ['F', -2, -200],
      ['T', 2, 20],
      ['T', -2, -20],
    ]);
    expect(lines(shipped)).toEqual([
      ['F', -3, -30],
      ['T', 3, 30],
    ]);
    expect(t.load('invoice', invoice).sublists.item).toHaveLength(1);
  });

  test('in another currency costs the base currency', () => {
    s.add(item, 10, 11, '2026-07-01');
    const european = t.customer({ currency: t.eur() });
    const invoice = s.sell(european, item, 2, '2026-07-02');
    expect(s.impact(invoice)).toEqual({ '1100': 220, '1300': -22, '4010': -220, '5000': 22 });
    // 22 dollars are 20 euros at 1.1.
    expect(
      query(`SELECT foreignamount FROM transactionline WHERE transaction = ${invoice} AND iscogs = 'T' ORDER BY id`),
    ).toEqual([[20], [-20]]);
  });

  test('waits with its cost for the approval of its invoice', () => {
    s.add(item, 10, 10, '2026-07-01');
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'CUSTINVC_APPROVALROUTING', true);
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'CUSTOMAPPROVALCUSTINVC', true);
    const id = s.sell(customer, item, 2, '2026-07-02', { approvalstatus: '1' });
    expect([status('invoice', id), s.shown(item)[0]]).toEqual(['Pending Approval', 10]);
    t.save(t.set(t.load('invoice', id), { approvalstatus: '2' }));
    expect(s.shown(item)[0]).toBe(8);
  });

  test('comes back when it is changed, deleted or voided', () => {
    s.add(item, 10, 10, '2026-07-01');
    const id = s.sell(customer, item, 4, '2026-07-02');
    t.save(s.setLine(t.load('invoice', id), 0, { quantity: 1 }));
    expect(s.shown(item)).toEqual([9, 10, 90]);
    expect(s.impact(id)).toMatchObject({ '1300': -10, '5000': 10 });
    t.remove('invoice', id);
    expect(s.shown(item)).toEqual([10, 10, 100]);
    const other = s.sell(customer, item, 4, '2026-07-02');
    const context = recordContext(t.account, administrator, 'invoice');
    voidDirectly(context, t.load('invoice', other));
    expect(s.shown(item)).toEqual([10, 10, 100]);
    expect(s.balance('1300')).toBe(100);
    const shipped = s.ship(s.order(customer, item, 4), '2026-07-03');
    t.remove('itemfulfillment', shipped);
    expect(s.shown(item)).toEqual([10, 10, 100]);
    expect([s.balance('5000'), s.balance('1300')]).toEqual([0, 100]);
  });

  test('keeps the ids of its lines when it is saved again', () => {
    s.add(item, 10, 10, '2026-07-01');
    const id = s.sell(customer, item, 4, '2026-07-02');
    const keys = () => query(`SELECT id, uniquekey FROM transactionline WHERE transaction = ${id} ORDER BY id`);
    const before = keys();
    t.save(s.setLine(t.load('invoice', id), 0, { quantity: 3 }));
    expect(keys()).toEqual(before);
  });
});

describe('stock below zero', () => {
  test('is sold at the last cost and corrected with the next receipt (section_N2195087)', () => {
    s.add(item, 10, 1.5, '2026-07-01');
    s.sell(customer, item, 10, '2026-07-02');
    const underwater = s.sell(customer, item, 3, '2026-07-03');
    expect(s.impact(underwater)).toMatchObject({ '1300': -4.5, '5000': 4.5 });
    expect(s.shown(item)[0]).toBe(-3);
    const receipt = s.add(item, 20, 1.75, '2026-07-04');
    // 20 at 1.75 are 35.00; three of them replace what went at 1.50: 0.75 more cost of goods sold.
    expect(s.impact(receipt)).toEqual({ '1300': 34.25, '5000': 0.75, '6100': -35 });
    expect(s.shown(item)).toEqual([17, 1.75, 29.75]);
  });

  test('uses the most recent average from above water (section_1497451045)', () => {
    s.add(item, 25, 15, '2026-06-30');
    s.add(item, 25, 5, '2026-07-01');
    s.sell(customer, item, 50, '2026-07-02');
    expect(s.impact(s.sell(customer, item, 10, '2026-07-03'))).toMatchObject({ '1300': -100, '5000': 100 });
    expect(s.impact(s.add(item, 100, 25, '2026-07-04'))).toEqual({ '1300': 2350, '5000': 150, '6100': -2500 });
    expect(s.shown(item)).toEqual([90, 25, 2250]);
  });

  test('costs nothing where there never was any stock', () => {
    const id = s.sell(customer, item, 2, '2026-07-01');
    expect(s.impact(id)).toEqual({ '1100': 200, '4010': -200 });
    expect(s.shown(item)).toEqual([-2, 0, 0]);
    s.add(item, 5, 3, '2026-07-02');
    expect([s.balance('1300'), s.balance('5000')]).toEqual([9, 6]);
  });

  test('is corrected for as many as come, while it stays below zero', () => {
    s.add(item, 1, 10, '2026-07-01');
    s.sell(customer, item, 6, '2026-07-02');
    s.add(item, 2, 12, '2026-07-03');
    // Five are missing at 10; two come at 12, so that three are missing at 10 and 4 more were the costs.
    expect(s.shown(item)).toEqual([-3, 10, -30]);
    expect([s.balance('1300'), s.balance('5000')]).toEqual([-30, 64]);
  });
});

describe('costing again (section_N2197365)', () => {
  test('a purchase that is entered late for an earlier day changes what was sold since', () => {
    s.add(item, 10, 10, '2026-07-01');
    const shipped = s.ship(s.order(customer, item, 5), '2026-07-05');
    expect(s.impact(shipped)).toEqual({ '1300': -50, '5000': 50 });
    s.add(item, 10, 20, '2026-07-03');
    expect(s.impact(shipped)).toEqual({ '1300': -75, '5000': 75 });
    expect(s.shown(item)).toEqual([15, 15, 225]);
  });

  test('on one day what comes in counts before what goes out', () => {
    const sold = s.sell(customer, item, 5, '2026-07-05');
    s.add(item, 10, 10, '2026-07-05');
    expect(s.impact(sold)).toMatchObject({ '1300': -50, '5000': 50 });
    expect(s.balance('1300')).toBe(50);
  });

  test('never reaches into a closed period (bridgehead_N2198841)', () => {
    s.add(item, 10, 10, '2026-07-01');
    s.sell(customer, item, 5, '2026-08-05', {});
    changePeriod(t.account, 'Jul 2026', { closed: true }, NOW);
    changePeriod(t.account, 'Aug 2026', { closed: true }, NOW);
    const before = s.balance('5000');
    // An adjustment dated in July, posted in September, would change what was sold in August.
    const late = () => {
      const record = s.adjustment([{ item, adjustqtyby: 10, unitcost: 20 }], {
        trandate: s.day('2026-07-03'),
        postingperiod: t.idOf('accountingperiod', 'periodname', 'Sep 2026'),
      });
      return t.save(record);
    };
    expect(codeOf(late)).toMatch(/^CLOSED_TRAN_PRD/);
    expect([s.balance('5000'), s.shown(item)[0]]).toEqual([before, 5]);
  });

  test('an invoice in a closed period keeps its quantities, and may change what moves nothing', () => {
    s.add(item, 10, 10, '2026-07-01');
    const id = s.sell(customer, item, 5, '2026-07-05');
    changePeriod(t.account, 'Jul 2026', { closed: true, allownonglchanges: true }, NOW);
    expect(codeOf(() => t.save(t.set(t.load('invoice', id), { memo: 'Seen' })))).toBe('no error');
    expect(codeOf(() => t.save(s.setLine(t.load('invoice', id), 0, { quantity: 4, amount: 500 })))).toMatch(
      /^CLOSED_TRAN_PRD/,
    );
  });
});

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
