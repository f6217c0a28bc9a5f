import { demoCompany } from '../../src/company/presets/demo';
import { defineField } from '../../src/records/custom/defineField';
import { orders } from './orders';
import { codeOf, testAccount } from './testAccount';

const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);

const revenueRules = [
  {
    name: 'A quarter',
    method: 'Straight-line, by even periods',
    startDate: 'Event Date',
    endDate: 'Recognition Period',
    recognitionPeriods: 3,
  },
  {
    name: 'By its dates',
    method: 'Straight-line, using exact days',
    startDate: 'Revenue Element Start Date',
    endDate: 'Revenue Element End Date',
  },
] as const;

function armAccount() {
  const features = [...demoCompany.features, 'ADVANCEDREVENUERECOGNITION'];
  const t = testAccount({ ...demoCompany, features, revenueRules });
  const rule = (name: string): string => t.idOf('revenuerecognitionrule', 'name', name);
  const even = t.item({ revenuerecognitionrule: rule('A quarter') });
  const billed = t.item({ revenuerecognitionrule: rule('A quarter'), createrevenueplanson: '-2' });
  const dated = t.item({ revenuerecognitionrule: rule('By its dates') });
  const elements = () =>
    t.store.all<{ id: number; source: string; revenuearrangement: number; allocationamount: number }>(
      'SELECT id, source, revenuearrangement, allocationamount FROM revenueelement ORDER BY id',
    );
  const planned = () =>
    t.store
      .all<{ amount: number }>('SELECT amount FROM revenueplanplannedrevenue ORDER BY revenueplan, id')
      .map((row) => row.amount);
  const arrangements = () =>
    t.store.all<{ id: number; foreigntotal: number; posting: string }>(
      `SELECT id, foreigntotal, posting FROM "transaction" WHERE type = 'RevArrng' ORDER BY id`,
    );
  return { t, even, billed, dated, elements, planned, arrangements, ...orders(t) };
}

describe('revenue arrangements', () => {
  test('a sales order makes one that does not post, with an element for every line and its plan', () => {
    const a = armAccount();
    const lines = [
      { item: a.even, rate: 100 },
      { item: a.t.item(), rate: 7 },
      { item: a.even, rate: 50, quantity: 2 },
    ];
    a.t.save(a.sale('salesorder', a.t.customer(), lines));
    expect(a.arrangements()).toEqual([{ id: expect.any(Number), foreigntotal: 200, posting: 'F' }]);
    expect(a.elements().map((element) => element.allocationamount)).toEqual([100, 100]);
    expect(a.planned()).toEqual([33.33, 33.33, 33.34, 33.33, 33.33, 33.34]);
    const record = a.t.load('revenuearrangement', String(a.arrangements()[0]?.id));
    expect(record.fields).toMatchObject({ totalrevenueamount: 200, totalsellingamount: 200, status: 'Approved' });
    expect(record.sublists.revenueelement).toHaveLength(2);
  });

  test('an order that waits for approval makes none until it is approved', () => {
    const a = armAccount();
    const order = a.t.save(a.sale('salesorder', a.t.customer(), [{ item: a.even, rate: 9 }], { orderstatus: 'A' }));
    expect(a.arrangements()).toEqual([]);
    a.t.save(a.t.set(a.t.load('salesorder', order), { orderstatus: 'B' }));
    expect(a.arrangements()).toHaveLength(1);
  });

  test('the invoice of an order belongs to its element, and plans on billing come with it', () => {
    const a = armAccount();
    const order = a.t.save(a.sale('salesorder', a.t.customer(), [{ item: a.billed, rate: 30, quantity: 4 }]));
    expect(a.planned()).toEqual([]);
    const invoice = a.t.save(a.setLine(a.transform('salesorder', order, 'invoice'), 0, { quantity: 1 }));
    expect(a.elements()).toHaveLength(1);
    expect(a.planned()).toEqual([10, 10, 10]);
    expect(a.impact(invoice)).toEqual({ '1100': 30, '2400': -30 });
    a.t.remove('invoice', invoice);
    expect(a.planned()).toEqual([]);
    expect(a.elements()).toHaveLength(1);
  });

  test('a line that is added to the invoice of an order makes an arrangement of its own', () => {
    const a = armAccount();
    const order = a.t.save(a.sale('salesorder', a.t.customer(), [{ item: a.even, rate: 30 }]));
    const invoice = a.transform('salesorder', order, 'invoice');
    a.t.addLine(invoice, 'item', { item: a.even, rate: 5 });
    a.t.save(invoice);
    expect(a.arrangements().map((each) => each.foreigntotal)).toEqual([30, 5]);
  });

  test('invoices, cash sales and credit memos that no order stands behind make arrangements', () => {
    const a = armAccount();
    const line = { item: a.even, rate: 12 };
    for (const type of ['invoice', 'cashsale', 'creditmemo']) a.t.save(a.sale(type, a.t.customer(), [line]));
    expect(a.elements().map((element) => element.allocationamount)).toEqual([12, 12, -12]);
    expect(a.arrangements().map((each) => each.foreigntotal)).toEqual([12, 12, -12]);
  });

  test('a return authorization makes negative elements, and its credit memo makes none', () => {
    const a = armAccount();
    const order = a.t.save(a.sale('returnauthorization', a.t.customer(), [{ item: a.even, rate: 12 }]));
    a.t.save(a.transform('returnauthorization', order, 'creditmemo'));
    expect(a.elements().map((element) => element.allocationamount)).toEqual([-12]);
    expect(a.planned()).toEqual([-4, -4, -4]);
  });

  test('an edit changes the element and its plan under their ids, a deletion takes all away', () => {
    const a = armAccount();
    const invoice = a.t.save(a.sale('invoice', a.t.customer(), [{ item: a.even, rate: 12 }]));
    const [before] = a.elements();
    a.t.save(a.setLine(a.t.load('invoice', invoice), 0, { rate: 15, amount: 15 }));
    expect(a.elements()).toEqual([{ ...before, allocationamount: 15 }]);
    expect(a.planned()).toEqual([5, 5, 5]);
    a.t.remove('invoice', invoice);
    expect([a.elements(), a.planned(), a.arrangements()]).toEqual([[], [], []]);
  });

  test('a plan waits for the dates of the element, which can be set on the arrangement', () => {
    const a = armAccount();
    a.t.save(a.sale('invoice', a.t.customer(), [{ item: a.dated, rate: 61 }]));
    expect(a.planned()).toEqual([]);
    const record = a.t.load('revenuearrangement', String(a.arrangements()[0]?.id));
    const dates = { revrecstartdate: day(2026, 8, 1), revrecenddate: day(2026, 9, 30) };
    a.t.save(a.setLine(record, 0, dates, 'revenueelement'));
    expect(a.planned()).toEqual([31, 30]);
  });

  test('a field map takes a date of the source line to the element', () => {
    const a = armAccount();
    for (const [name, target] of [
      ['custcol_from', '-33601'],
      ['custcol_to', '-33602'],
    ] as const) {
      defineField(a.t.account, {
        kind: 'transactioncolumncustomfield',
        scriptId: name,
        label: name,
        fieldType: 'DATE',
      });
      const field = a.t.store.get<{ internalid: number }>('SELECT internalid FROM customfield WHERE scriptid = ?', [
        name,
      ]);
      const values = { sourcerecordtype: 'TRANSACTION_LINE', transactiontype: 'CustInvc' };
      a.t.save(
        a.t.create('revrecfieldmapping', { ...values, sourcefield: String(field?.internalid), targetfield: target }),
      );
    }
    const line = { item: a.dated, rate: 61, custcol_from: day(2026, 8, 1), custcol_to: day(2026, 9, 30) };
    a.t.save(a.sale('invoice', a.t.customer(), [line]));
    expect(a.planned()).toEqual([31, 30]);
  });

  test('a plan keeps the dates that a script sets', () => {
    const a = armAccount();
    const invoice = a.t.save(a.sale('invoice', a.t.customer(), [{ item: a.even, rate: 12 }]));
    const id = a.t.idOf('revenueplan', 'revenueplantype', 'ACTUAL');
    a.t.save(a.t.set(a.t.load('revenueplan', id), { revrecenddate: day(2026, 8, 31) }));
    expect(a.planned()).toEqual([6, 6]);
    a.t.save(a.setLine(a.t.load('invoice', invoice), 0, { rate: 20, amount: 20 }));
    expect(a.planned()).toEqual([10, 10]);
    expect(codeOf(() => a.t.create('revenueplan'))).toContain('RCRD_UNEDITABLE');
  });

  test('an item that says nothing of plans has none', () => {
    const a = armAccount();
    const rule = a.t.idOf('revenuerecognitionrule', 'name', 'A quarter');
    const item = a.t.item({ revenuerecognitionrule: rule, createrevenueplanson: null });
    a.t.save(a.sale('invoice', a.t.customer(), [{ item, rate: 12 }]));
    expect([a.elements().length, a.planned()]).toEqual([1, []]);
  });

  test('the plan of a billed line follows the amount of the invoice', () => {
    const a = armAccount();
    const order = a.t.save(a.sale('salesorder', a.t.customer(), [{ item: a.billed, rate: 30 }]));
    const invoice = a.t.save(a.transform('salesorder', order, 'invoice'));
    expect(a.planned()).toEqual([10, 10, 10]);
    a.t.save(a.setLine(a.t.load('invoice', invoice), 0, { rate: 15, amount: 15 }));
    expect(a.planned()).toEqual([5, 5, 5]);
  });

  test('arrangements are not made by scripts, and do not exist without the feature', () => {
    expect(codeOf(() => armAccount().t.create('revenuearrangement'))).toContain('SIMULATOR_NOT_SUPPORTED');
    expect(codeOf(() => testAccount().create('revenuearrangement'))).toContain('INVALID_RCRD_TYPE');
  });
});
