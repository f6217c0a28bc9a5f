import { setPreference } from '../../src/company/settings';
import type { FieldValue, RecordData } from '../../src/records/data';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let customer: string;
let service: string;
let goods: string;
beforeEach(() => {
  t = testAccount();
  customer = t.customer({ terms: t.idOf('term', 'name', 'Net 30') });
  service = t.item();
  goods = t.item({ isfulfillable: true });
});

type Values = Record<string, FieldValue>;
const order = (lines: readonly Values[], values: Values = {}): RecordData => {
  const record = t.create('salesorder', { entity: customer, ...values });
  for (const line of lines) t.addLine(record, 'item', line);
  return record;
};
const transform = (fromType: string, fromId: string, toType: string, defaultValues: Values = {}): RecordData =>
  transformRecord(t.account, administrator, { fromType, fromId, toType, isDynamic: false, defaultValues });
const bill = (id: string, change: (record: RecordData) => void = () => undefined): string => {
  const record = transform('salesorder', id, 'invoice');
  change(record);
  return t.save(record);
};
const status = (id: string) => t.load('salesorder', id).fields.status;
const line = (record: RecordData, index = 0) => {
  const found = record.sublists.item?.[index];
  if (!found) throw new Error(`No line ${index}`);
  return found;
};

describe('sales orders', () => {
  test('do not post: no period, no change of any balance, lines in the non-posting register (section_N1221414)', () => {
    const id = t.save(order([{ item: service, quantity: 2, rate: 50 }]));
    expect(
      t.store.get('SELECT type, posting, postingperiod, foreigntotal, tranid FROM "transaction" WHERE id = ?', [id]),
    ).toEqual({
      type: 'SalesOrd',
      posting: 'F',
      postingperiod: null,
      foreigntotal: 100,
      tranid: 'SO00001',
    });
    expect(
      t.store.all(
        `SELECT tal.posting, a.acctnumber, tal.amount, tl.mainline, tl.quantity FROM transactionaccountingline tal
         JOIN transactionline tl ON tl."transaction" = tal."transaction" AND tl.id = tal.transactionline
         JOIN account a ON a.id = tal.account WHERE tal."transaction" = ? ORDER BY tl.linesequencenumber`,
        [id],
      ),
    ).toEqual([
      { posting: 'F', acctnumber: '9000', amount: 100, mainline: 'T', quantity: null },
      { posting: 'F', acctnumber: '4010', amount: -100, mainline: 'F', quantity: -2 },
    ]);
  });

  test('of services wait for billing, of goods for fulfillment (section_N1220604)', () => {
    expect(status(t.save(order([{ item: service, amount: 1 }])))).toBe('Pending Billing');
    const id = t.save(order([{ item: goods, amount: 1 }]));
    expect(t.load('salesorder', id).fields).toMatchObject({
      status: 'Pending Fulfillment',
      statusref: 'pendingFulfillment',
      orderstatus: 'B',
    });
  });

  test('wait for approval where they are entered so, and go on when approved (section_N1218788)', () => {
    const id = t.save(order([{ item: service, amount: 1 }], { orderstatus: 'A' }));
    expect(status(id)).toBe('Pending Approval');
    expect(codeOf(() => bill(id))).toMatch(/^INVALID_INITIALIZE_REF/);
    t.save(t.set(t.load('salesorder', id), { orderstatus: 'B' }));
    expect(status(id)).toBe('Pending Billing');
    t.save(t.set(t.load('salesorder', id), { orderstatus: 'A' }));
    expect(status(id)).toBe('Pending Approval');
  });

  test('are entered as the preference for new orders says', () => {
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'DEFSALESORDSTATUS', 'PENDING_APPROVAL');
    expect(t.create('salesorder', {}).fields.orderstatus).toBe('A');
  });

  test('wait for approval again when they are edited, where the preference says so (section_N1218788)', () => {
    const id = t.save(order([{ item: service, quantity: 2, rate: 5 }]));
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'REAPPROVESOONEDIT', true);
    t.save(t.set(t.load('salesorder', id), { memo: 'Changed' }));
    expect(status(id)).toBe('Pending Approval');
    t.save(t.set(t.load('salesorder', id), { orderstatus: 'B' }));
    bill(id, (record) => t.set(record, {}) && Object.assign(line(record).fields, { quantity: 1, amount: 5 }));
    t.save(t.set(t.load('salesorder', id), { memo: 'Changed again' }));
    expect(status(id)).toBe('Pending Billing');
  });

  test('cannot be set back to Pending Approval, or cancelled, when part of them is billed (section_N1218788)', () => {
    const id = t.save(order([{ item: service, quantity: 2, rate: 5 }]));
    bill(id, (record) => t.set(record, {}) && Object.assign(line(record).fields, { quantity: 1, amount: 5 }));
    for (const orderstatus of ['A', 'C']) {
      expect(codeOf(() => t.save(t.set(t.load('salesorder', id), { orderstatus })))).toMatch(/^USER_ERROR/);
    }
  });

  test('stay cancelled (section_N1220604)', () => {
    const id = t.save(order([{ item: service, amount: 1 }]));
    t.save(t.set(t.load('salesorder', id), { orderstatus: 'C' }));
    expect(status(id)).toBe('Cancelled');
    expect(codeOf(() => bill(id))).toMatch(/^INVALID_INITIALIZE_REF/);
    expect(codeOf(() => t.save(t.set(t.load('salesorder', id), { orderstatus: 'B' })))).toMatch(/^USER_ERROR/);
  });

  test('have statuses that no script sets', () => {
    const id = t.save(order([{ item: service, amount: 1 }]));
    expect(codeOf(() => t.save(t.set(t.load('salesorder', id), { orderstatus: 'G' })))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('are closed when every line is, and open again with a line (section_4698204292, section_161133765436)', () => {
    const id = t.save(
      order([
        { item: service, amount: 1 },
        { item: goods, amount: 2 },
      ]),
    );
    const close = (isclosed: boolean, index: number) => {
      const record = t.load('salesorder', id);
      line(record, index).fields.isclosed = isclosed;
      record.changedSublists.push('item');
      t.save(record);
    };
    close(true, 1);
    expect(status(id)).toBe('Pending Billing');
    close(true, 0);
    expect(status(id)).toBe('Closed');
    expect(t.store.get('SELECT status, closedate FROM "transaction" WHERE id = ?', [id])).toEqual({
      status: 'H',
      closedate: '2026-07-15',
    });
    expect(codeOf(() => bill(id))).toMatch(/^INVALID_INITIALIZE_REF/);
    close(false, 0);
    expect(status(id)).toBe('Pending Billing');
  });
});

describe('an invoice of a sales order', () => {
  test('takes over customer, currency, terms, memo, lines and names the order (section_4267258715)', () => {
    const terms = t.idOf('term', 'name', 'Net 60');
    const eur = t.customer({ currency: t.eur() });
    const id = t.save(order([{ item: service, quantity: 3, rate: 7 }], { entity: eur, terms, memo: 'Rush' }));
    const record = transform('salesorder', id, 'invoice');
    expect(record.fields).toMatchObject({
      entity: eur,
      currency: t.eur(),
      terms,
      memo: 'Rush',
      createdfrom: id,
      exchangerate: 1.1,
      total: 21,
      duedate: new Date(2026, 8, 13),
    });
    const invoice = t.load('invoice', t.save(record));
    expect(invoice.fields).toMatchObject({ createdfrom: id, terms, currency: t.eur(), total: 21 });
    expect(line(invoice).fields).toMatchObject({ item: service, quantity: 3, rate: 7, orderdoc: id, orderline: '1' });
  });

  test('bills what is left, part by part, until the order is billed (section_N1220604)', () => {
    const id = t.save(
      order([
        { item: service, quantity: 3, rate: 10 },
        { item: service, quantity: 1, rate: 5 },
      ]),
    );
    const first = bill(id, (record) => {
      record.sublists.item?.splice(1, 1);
      Object.assign(line(record).fields, { quantity: 2 });
      line(record).changed?.push('quantity');
    });
    expect(t.load('invoice', first).fields.total).toBe(20);
    expect(status(id)).toBe('Pending Billing');
    expect(line(t.load('salesorder', id)).fields).toMatchObject({ quantitybilled: 2, quantity: 3 });
    const rest = transform('salesorder', id, 'invoice');
    expect(rest.sublists.item?.map(({ fields }) => [fields.quantity, fields.amount])).toEqual([
      [1, 10],
      [1, 5],
    ]);
    t.save(rest);
    expect(status(id)).toBe('Billed');
    expect(codeOf(() => bill(id))).toBe(
      `INVALID_INITIALIZE_REF: You have an invalid sales order ${id} or the order is already billed (closed)`,
    );
  });

  test('leaves links between the lines, which SuiteQL shows from both sides', () => {
    const id = t.save(order([{ item: service, quantity: 3, rate: 10 }]));
    const invoice = bill(id);
    expect(t.store.all('SELECT * FROM nexttransactionlinelink WHERE previousdoc = ?', [id])).toMatchObject([
      {
        previousdoc: Number(id),
        previoustype: 'SalesOrd',
        previousline: 1,
        nextdoc: Number(invoice),
        nexttype: 'CustInvc',
        nextline: 1,
        linktype: 'OrdBill',
        foreignamount: 30,
      },
    ]);
    expect(t.store.all('SELECT DISTINCT createdfrom FROM transactionline WHERE "transaction" = ?', [invoice])).toEqual([
      { createdfrom: Number(id) },
    ]);
  });

  test('that is deleted opens the order again; the order cannot be deleted before it (TRANS_IN_USE)', () => {
    const id = t.save(order([{ item: service, amount: 10 }]));
    const invoice = bill(id);
    expect(codeOf(() => t.remove('salesorder', id))).toMatch(/^TRANS_IN_USE/);
    t.remove('invoice', invoice);
    expect(status(id)).toBe('Pending Billing');
    t.remove('salesorder', id);
    expect(t.store.all('SELECT * FROM transactionlink')).toEqual([]);
  });

  test('follows what is changed in it later', () => {
    const id = t.save(order([{ item: service, quantity: 4, rate: 10 }]));
    const invoice = t.load('invoice', bill(id));
    line(invoice).fields.quantity = 1;
    line(invoice).changed = ['quantity'];
    invoice.changedSublists.push('item');
    t.save(invoice);
    expect(status(id)).toBe('Pending Billing');
    expect(line(t.load('salesorder', id)).fields.quantitybilled).toBe(1);
  });

  test('cannot bill the same order twice at once (section_N1221414)', () => {
    const id = t.save(order([{ item: service, amount: 10 }]));
    const [one, other] = [transform('salesorder', id, 'invoice'), transform('salesorder', id, 'invoice')];
    t.save(one);
    expect(codeOf(() => t.save(other))).toBe('USER_ERROR: This transaction has already been processed.');
  });

  test('of goods needs their fulfillment, unless invoicing in advance is preferred (section_N1219162)', () => {
    const id = t.save(order([{ item: goods, amount: 10 }]));
    expect(codeOf(() => bill(id))).toMatch(/^INVALID_INITIALIZE_REF/);
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'UNSHIPPEDINVOICES', true);
    bill(id);
    expect(status(id)).toBe('Pending Fulfillment');
  });

  test('makes the order a changed record for who loaded it before (section_N2877583)', () => {
    const id = t.save(order([{ item: service, amount: 10 }]));
    const loaded = t.load('salesorder', id);
    bill(id);
    expect(codeOf(() => t.save(loaded))).toMatch(/^RCRD_HAS_BEEN_CHANGED/);
  });

  test('leaves lines in the order that cannot be removed or made smaller', () => {
    const id = t.save(
      order([
        { item: service, quantity: 3, rate: 1 },
        { item: service, amount: 1 },
      ]),
    );
    bill(id);
    const without = t.load('salesorder', id);
    without.sublists.item?.splice(0, 1);
    without.changedSublists.push('item');
    expect(codeOf(() => t.save(without))).toMatch(/^USER_ERROR: You cannot remove this line/);
    const smaller = t.load('salesorder', id);
    line(smaller).fields.quantity = 2;
    line(smaller).changed = ['quantity'];
    expect(codeOf(() => t.save(smaller))).toMatch(/^USER_ERROR: The quantity/);
  });
});

describe('other transformations', () => {
  test('that Oracle’s table does not have are refused (section_4267258715)', () => {
    const id = t.save(order([{ item: service, amount: 10 }]));
    expect(codeOf(() => transform('salesorder', id, 'creditmemo'))).toMatch(/^INVALID_RCRD_TRANSFRM/);
    expect(codeOf(() => transform('invoice', id, 'salesorder'))).toMatch(/^INVALID_RCRD_TRANSFRM/);
  });

  test('a customer gives a sales order', () => {
    const record = transform('customer', customer, 'salesorder');
    expect(record.fields).toMatchObject({ entity: customer, subsidiary: t.us(), orderstatus: 'B' });
  });
});
