import { orders } from './orders';
import { codeOf, type TestAccount, testAccount } from './testAccount';

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

const status = (id: string) => t.load('returnauthorization', id).fields.status;

describe('return authorizations', () => {
  test('alone: positive in the record, the other sign than a sale in SuiteQL, not posting', () => {
    const id = t.save(o.sale('returnauthorization', customer, [{ item: service, quantity: 2, rate: 5 }]));
    const record = t.load('returnauthorization', id);
    expect(record.fields).toMatchObject({ total: 10, status: 'Pending Refund', tranid: 'RMA00001' });
    expect(o.line(record).fields).toMatchObject({ quantity: 2, amount: 10 });
    expect(
      t.store.all(
        'SELECT mainline, quantity, foreignamount FROM transactionline WHERE "transaction" = ? ORDER BY linesequencenumber',
        [id],
      ),
    ).toEqual([
      { mainline: 'T', quantity: null, foreignamount: -10 },
      { mainline: 'F', quantity: 2, foreignamount: 10 },
    ]);
    expect(t.store.get('SELECT type, posting, foreigntotal FROM "transaction" WHERE id = ?', [id])).toEqual({
      type: 'RtnAuth',
      posting: 'F',
      foreigntotal: -10,
    });
    expect(o.impact(id)).toEqual({});
  });

  test('of goods wait for their receipt (section_N1310133)', () => {
    expect(status(t.save(o.sale('returnauthorization', customer, [{ item: goods, amount: 5 }])))).toBe(
      'Pending Receipt',
    );
  });

  test('of an invoice have all of its lines and are linked to it (section_N1306234)', () => {
    const invoice = t.save(
      o.sale('invoice', customer, [
        { item: service, quantity: 3, rate: 4 },
        { item: goods, amount: 9 },
      ]),
    );
    const record = o.transform('invoice', invoice, 'returnauthorization');
    expect(record.fields).toMatchObject({ createdfrom: invoice, entity: customer, total: 21 });
    record.sublists.item?.splice(1, 1);
    const id = t.save(o.setLine(record, 0, { quantity: 1 }));
    expect(t.load('returnauthorization', id).fields).toMatchObject({ total: 4, createdfrom: invoice });
    expect(t.store.all('SELECT * FROM transactionlink')).toMatchObject([
      { previousdoc: Number(invoice), previousline: 1, nextdoc: Number(id), nextline: 1, linktype: 'SaleRet' },
    ]);
    expect(codeOf(() => t.remove('invoice', invoice))).toMatch(/^TRANS_IN_USE/);
    t.remove('returnauthorization', id);
    t.remove('invoice', invoice);
  });

  test('of a sales order leave its status as it is', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item: service, amount: 9 }]));
    t.save(o.transform('salesorder', order, 'invoice'));
    t.save(o.transform('salesorder', order, 'returnauthorization'));
    expect(t.load('salesorder', order).fields.status).toBe('Billed');
  });

  test('of a sales order that is not approved are refused', () => {
    const order = t.save(o.sale('salesorder', customer, [{ item: service, amount: 9 }], { orderstatus: 'A' }));
    expect(codeOf(() => o.transform('salesorder', order, 'returnauthorization'))).toMatch(/^INVALID_INITIALIZE_REF/);
  });

  test('are closed line by line (section_N1310133)', () => {
    const id = t.save(o.sale('returnauthorization', customer, [{ item: goods, amount: 5 }]));
    t.save(o.setLine(t.load('returnauthorization', id), 0, { isclosed: true }));
    expect(status(id)).toBe('Closed');
  });

  test('wait for approval where they are entered so', () => {
    const id = t.save(o.sale('returnauthorization', customer, [{ item: goods, amount: 5 }], { orderstatus: 'A' }));
    expect(status(id)).toBe('Pending Approval');
    t.save(t.set(t.load('returnauthorization', id), { orderstatus: 'B' }));
    expect(status(id)).toBe('Pending Receipt');
  });
});
