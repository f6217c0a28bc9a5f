import { setPreference } from '../../src/company/settings';
import { createRecord } from '../../src/records/createRecord';
import { orders } from './orders';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let o: ReturnType<typeof orders>;
let customer: string;
let service: string;
let goods: string;
beforeEach(() => {
  t = testAccount();
  o = orders(t);
  customer = t.customer();
  service = t.item();
  goods = t.item({ isfulfillable: true });
});

const status = (type: string, id: string) => t.load(type, id).fields.status;
const fulfill = (order: string, quantity?: number): string => {
  const record = o.transform('salesorder', order, 'itemfulfillment');
  return t.save(quantity === undefined ? record : o.setLine(record, 0, { quantity }));
};

describe('item fulfillments', () => {
  test('ship what is left of the goods of an order, which waits for billing then (section_N1220604)', () => {
    const order = t.save(
      o.sale('salesorder', customer, [
        { item: goods, quantity: 3, rate: 10 },
        { item: service, amount: 5 },
      ]),
    );
    expect(status('salesorder', order)).toBe('Pending Fulfillment');
    const record = o.transform('salesorder', order, 'itemfulfillment');
    expect(record.sublists.item?.map(({ fields }) => [fields.item, fields.quantity, fields.itemreceive])).toEqual([
      [goods, 3, true],
    ]);
    const id = t.save(record);
    expect(t.load('itemfulfillment', id).fields).toMatchObject({
      status: 'Shipped',
      createdfrom: order,
      tranid: 'IF00001',
    });
    expect(status('salesorder', order)).toBe('Pending Billing');
    expect(o.line(t.load('salesorder', order)).fields.quantityfulfilled).toBe(3);
    expect(o.impact(id)).toEqual({});
    expect(
      t.store.all('SELECT quantity, createdfrom FROM transactionline WHERE "transaction" = ? AND mainline = \'F\'', [
        id,
      ]),
    ).toEqual([{ quantity: -3, createdfrom: Number(order) }]);
  });

  test('in parts: partially fulfilled when that is billed, pending billing before (section_N1220604)', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item: goods, quantity: 3, rate: 10 }]));
    fulfill(order, 1);
    expect(status('salesorder', order)).toBe('Pending Billing/Partially Fulfilled');
    const invoice = o.transform('salesorder', order, 'invoice');
    expect(invoice.sublists.item?.map(({ fields }) => [fields.quantity, fields.amount])).toEqual([[1, 10]]);
    t.save(invoice);
    expect(status('salesorder', order)).toBe('Partially Fulfilled');
    fulfill(order);
    t.save(o.transform('salesorder', order, 'invoice'));
    expect(status('salesorder', order)).toBe('Billed');
    expect(codeOf(() => fulfill(order))).toMatch(/^INVALID_INITIALIZE_REF/);
  });

  test('leave out lines that are not ticked', () => {
    const order = t.save(
      o.sale('salesorder', customer, [
        { item: goods, quantity: 1, rate: 10 },
        { item: goods, quantity: 2, rate: 10 },
      ]),
    );
    const record = o.setLine(o.transform('salesorder', order, 'itemfulfillment'), 0, { itemreceive: false });
    t.save(record);
    expect(t.load('salesorder', order).sublists.item?.map(({ fields }) => fields.quantityfulfilled)).toEqual([0, 2]);
  });

  test('cannot ship more than remains', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item: goods, quantity: 3, rate: 10 }]));
    expect(codeOf(() => fulfill(order, 4))).toMatch(/^USER_ERROR: The quantity cannot be greater/);
    expect(codeOf(() => fulfill(order, 3))).toBe('no error');
  });

  test('that are changed or deleted bring the order back', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item: goods, quantity: 3, rate: 10 }]));
    const id = fulfill(order);
    t.save(o.setLine(t.load('itemfulfillment', id), 0, { quantity: 2 }));
    expect(o.line(t.load('salesorder', order)).fields.quantityfulfilled).toBe(2);
    t.remove('itemfulfillment', id);
    expect(status('salesorder', order)).toBe('Pending Fulfillment');
  });

  test('are made from orders only, and not of closed lines', () => {
    expect(
      codeOf(() =>
        createRecord(t.account, administrator, { type: 'itemfulfillment', isDynamic: false, defaultValues: {} }),
      ),
    ).toMatch(/^RCRD_UNEDITABLE/);
    const other = t.save(
      o.sale('salesorder', customer, [
        { item: goods, quantity: 3, rate: 10 },
        { item: service, amount: 1 },
      ]),
    );
    t.save(o.setLine(t.load('salesorder', other), 0, { isclosed: true }));
    expect(codeOf(() => fulfill(other))).toMatch(/^INVALID_INITIALIZE_REF/);
  });
});

describe('item receipts (section_N1307628)', () => {
  test('cannot receive more than was authorised, unless the preference allows overage', () => {
    const rma = t.save(o.sale('returnauthorization', customer, [{ item: goods, quantity: 2, rate: 10 }]));
    const receive = () =>
      codeOf(() => t.save(o.setLine(o.transform('returnauthorization', rma, 'itemreceipt'), 0, { quantity: 3 })));
    expect(receive()).toMatch(/^USER_ERROR: The quantity cannot be greater/);
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'OVERRECEIPTS', true);
    expect(receive()).toBe('no error');
  });

  test('receive returned goods, which can be refunded then', () => {
    const rma = t.save(o.sale('returnauthorization', customer, [{ item: goods, quantity: 2, rate: 10 }]));
    t.save(o.setLine(o.transform('returnauthorization', rma, 'itemreceipt'), 0, { quantity: 1 }));
    expect(status('returnauthorization', rma)).toBe('Pending Refund/Partially Received');
    const id = t.save(o.transform('returnauthorization', rma, 'itemreceipt'));
    expect(status('returnauthorization', rma)).toBe('Pending Refund');
    expect(o.line(t.load('returnauthorization', rma)).fields.quantityreceived).toBe(2);
    expect(o.line(t.load('itemreceipt', id)).fields.quantity).toBe(1);
    const credit = t.save(o.transform('returnauthorization', rma, 'creditmemo'));
    expect(status('returnauthorization', rma)).toBe('Refunded');
    expect(o.impact(credit)).toEqual({ '1100': -20, '4010': 20 });
    t.remove('creditmemo', credit);
    expect(status('returnauthorization', rma)).toBe('Pending Refund');
  });
});
