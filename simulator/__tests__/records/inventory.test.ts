import { glImpact } from '../../src/accounting/glImpact';
import { changePeriod } from '../../src/accounting/periodStatus';
import { setPreference } from '../../src/company/settings';
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
