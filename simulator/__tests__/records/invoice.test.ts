import { codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount();
  customer = t.customer({ terms: t.idOf('term', 'name', 'Net 30') });
  item = t.item({ salesdescription: 'A subscription' });
});

const day = (year: number, month: number, date: number): Date => new Date(year, month - 1, date);
const period = (name: string): string => t.idOf('accountingperiod', 'periodname', name);
const lineFields = (id: string, index = 0) => t.load('invoice', id).sublists.item?.[index]?.fields;

describe('what a new invoice gets by itself', () => {
  test('today’s date, its period and the base rate', () => {
    const { fields } = t.create('invoice', {}, { entity: customer });
    expect(fields).toMatchObject({
      trandate: day(2026, 7, 15),
      postingperiod: period('Jul 2026'),
      exchangerate: 1,
      isbasecurrency: true,
      status: 'Open',
    });
  });

  test('from the customer: subsidiary, currency, terms, receivables account, e-mail', () => {
    const other = t.customer({
      subsidiary: t.de(),
      terms: t.idOf('term', 'name', 'Net 15'),
      receivablesaccount: t.accountNumbered('1110'),
      email: 'pay@acme.example',
    });
    expect(t.create('invoice', {}, { entity: other }).fields).toMatchObject({
      subsidiary: t.de(),
      currency: t.eur(),
      terms: t.idOf('term', 'name', 'Net 15'),
      account: t.accountNumbered('1110'),
      email: 'pay@acme.example',
    });
  });

  test('in standard mode what was set stays, wherever it was set (section_1524156901)', () => {
    const terms = t.idOf('term', 'name', 'Net 60');
    const record = t.create('invoice', { terms, entity: customer });
    t.addLine(record, 'item', { item, amount: 1 });
    expect(t.load('invoice', t.save(record)).fields).toMatchObject({ terms, duedate: day(2026, 9, 13) });
  });

  test('from the item: description, quantity 1, class', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 20 }]));
    expect(lineFields(id)).toMatchObject({ description: 'A subscription', quantity: 1, itemtype: 'NonInvtPart' });
  });

  test('the due date follows from the terms', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 1 }], { trandate: day(2026, 7, 31) }));
    expect(t.load('invoice', id).fields.duedate).toEqual(day(2026, 8, 30));
  });

  test('date-driven terms fall on a day of the month, of the next where that is too near', () => {
    t.store.run(
      `INSERT INTO term (name, datedriven, dayofmonthnetdue, duenextmonthifwithindays, isinactive)
       VALUES ('20th', 'T', 20, 7, 'F')`,
    );
    const terms = t.idOf('term', 'name', '20th');
    const due = (date: Date) =>
      t.load('invoice', t.save(t.invoice(customer, [{ item, amount: 1 }], { terms, trandate: date }))).fields.duedate;
    expect(due(day(2026, 7, 10))).toEqual(day(2026, 7, 20));
    expect(due(day(2026, 7, 14))).toEqual(day(2026, 8, 20));
  });

  test('the exchange rate of its day, from the currency rates (section_N1401566)', () => {
    const other = t.customer({ currency: t.eur() });
    const rate = (date: Date) =>
      t.load('invoice', t.save(t.invoice(other, [{ item, amount: 1 }], { trandate: date }))).fields.exchangerate;
    expect(rate(day(2026, 7, 1))).toBe(1.1);
    expect(rate(day(2026, 10, 1))).toBe(1.12);
  });

  test('numbers in order, also with a number of its own between them', () => {
    const number = (tranid: string | null) =>
      t.load('invoice', t.save(t.invoice(customer, [{ item, amount: 1 }], tranid ? { tranid } : {}))).fields.tranid;
    expect([number(null), number('MINE-7'), number(null)]).toEqual(['INV00001', 'MINE-7', 'INV00002']);
  });

  test('without Allow Override a given number is ignored; with it but without Update it cannot change later', () => {
    t.store.run("UPDATE numbering SET allowoverride = 'F' WHERE recordtype = 'invoice'");
    const id = t.save(t.invoice(customer, [{ item, amount: 1 }], { tranid: 'MINE-7' }));
    expect(t.load('invoice', id).fields.tranid).toBe('INV00001');
    t.store.run("UPDATE numbering SET allowoverride = 'T', allowupdate = 'F' WHERE recordtype = 'invoice'");
    t.save(t.set(t.load('invoice', id), { tranid: 'MINE-8' }));
    expect(t.load('invoice', id).fields.tranid).toBe('INV00001');
  });

  test('the customer’s default addresses, as they were then', () => {
    const record = t.load('customer', customer);
    t.addLine(record, 'addressbook', { label: 'Office', defaultbilling: true, defaultshipping: true });
    const line = record.sublists.addressbook?.[0];
    if (line) {
      line.subrecords.addressbookaddress = { ...t.load('customer', customer), type: 'address', id: null, sublists: {} };
      line.subrecords.addressbookaddress.fields = { addr1: '1 Main St', country: 'US' };
    }
    t.save(record);
    const id = t.save(t.invoice(customer, [{ item, amount: 1 }]));
    const again = t.load('customer', customer);
    const address = again.sublists.addressbook?.[0]?.subrecords.addressbookaddress;
    if (address) address.fields.addr1 = '2 Other St';
    again.changedSublists.push('addressbook');
    t.save(again);
    expect(t.load('invoice', id).fields.billaddress).toBe('1 Main St\nUnited States');
    expect(t.load('invoice', id).subrecords.shippingaddress?.fields.addr1).toBe('1 Main St');
  });
});

describe('lines', () => {
  test.each([
    [
      { quantity: 3, rate: 10.5 },
      { quantity: 3, rate: 10.5, amount: 31.5 },
    ],
    [
      { quantity: 3, amount: 10 },
      { quantity: 3, rate: 3.33333333, amount: 10 },
    ],
    [{ amount: 7 }, { quantity: 1, rate: 7, amount: 7 }],
    [{ rate: 7 }, { quantity: 1, rate: 7, amount: 7 }],
    [
      { quantity: 3, rate: 3.33, amount: 10 },
      { quantity: 3, rate: 3.33, amount: 10 },
    ],
    [
      { quantity: 1, rate: 0.005 },
      { rate: 0.005, amount: 0.01 },
    ],
    [{ quantity: -2, rate: 5 }, { amount: -10 }],
    [
      { quantity: 1, rate: 1.123456789 },
      { rate: 1.12345679, amount: 1.12 },
    ],
    [{ quantity: 0.1, rate: 0.7 }, { amount: 0.07 }],
  ])('%j becomes %j', (given, expected) => {
    const id = t.save(
      t.invoice(customer, [
        { item, amount: 50 },
        { item, ...given },
      ]),
    );
    expect(lineFields(id, 1)).toMatchObject(expected);
  });

  test('a new quantity on a stored line recomputes its amount', () => {
    const id = t.save(t.invoice(customer, [{ item, quantity: 2, rate: 10 }]));
    const record = t.load('invoice', id);
    const line = record.sublists.item?.[0];
    if (line) {
      line.fields.quantity = 5;
      line.changed = ['quantity'];
    }
    record.changedSublists.push('item');
    t.save(record);
    expect(lineFields(id)).toMatchObject({ quantity: 5, rate: 10, amount: 50 });
    expect(t.load('invoice', id).fields.total).toBe(50);
  });

  test('keep their ids and unique keys when others come and go', () => {
    const id = t.save(
      t.invoice(customer, [
        { item, amount: 1 },
        { item, amount: 2 },
      ]),
    );
    const record = t.load('invoice', id);
    const kept = record.sublists.item?.[1]?.fields;
    record.sublists.item?.shift();
    t.addLine(record, 'item', { item, amount: 3 });
    t.save(record);
    const after = t.load('invoice', id).sublists.item?.map((line) => line.fields) ?? [];
    expect(after.map((line) => line.amount)).toEqual([2, 3]);
    expect(after[0]).toMatchObject({ line: kept?.line, lineuniquekey: kept?.lineuniquekey });
    expect(after[1]?.line).not.toBe(kept?.line);
  });

  test('are stored with SuiteQL’s signs: the main line positive, lines of a sale negative', () => {
    const id = t.save(t.invoice(customer, [{ item, quantity: 2, rate: 10 }]));
    expect(
      t.store.all(
        `SELECT id, mainline, quantity, rate, foreignamount, netamount FROM transactionline WHERE "transaction" = ?
         ORDER BY linesequencenumber`,
        [Number(id)],
      ),
    ).toEqual([
      { id: 0, mainline: 'T', quantity: null, rate: null, foreignamount: 20, netamount: 20 },
      { id: 1, mainline: 'F', quantity: -2, rate: 10, foreignamount: -20, netamount: -20 },
    ]);
  });

  test('an invoice without lines is refused', () => {
    expect(codeOf(() => t.save(t.invoice(customer, [])))).toBe(
      'USER_ERROR: You must enter at least one line item for this transaction.',
    );
  });

  test('a line without item, and one without amount, are refused', () => {
    expect(codeOf(() => t.save(t.invoice(customer, [{ amount: 1 }])))).toBe(
      'USER_ERROR: Please enter value(s) for: Item',
    );
    expect(codeOf(() => t.save(t.invoice(customer, [{ item }])))).toMatch(
      /^USER_ERROR: Please enter a value for amount/,
    );
  });

  test('an inactive item cannot be invoiced', () => {
    t.store.run("UPDATE item SET isinactive = 'T' WHERE id = ?", [Number(item)]);
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }])))).toBe(
      `INVALID_KEY_OR_REF: Invalid item reference key ${item}.`,
    );
  });
});

describe('totals and tax', () => {
  test('a negative total is refused; zero is paid in full at once (section_164206526447)', () => {
    const lines = [
      { item, amount: 1 },
      { item, amount: -2 },
    ];
    expect(codeOf(() => t.save(t.invoice(customer, lines)))).toBe('USER_ERROR: The total cannot be negative.');
    const id = t.save(
      t.invoice(customer, [
        { item, amount: 2 },
        { item, amount: -2 },
      ]),
    );
    expect(t.load('invoice', id).fields).toMatchObject({ total: 0, status: 'Paid In Full', statusref: 'paidInFull' });
    expect(t.store.get('SELECT status FROM "transaction" WHERE id = ?', [Number(id)])).toEqual({ status: 'B' });
  });

  test('an open invoice owes all of its total', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 2 }]));
    expect(t.load('invoice', id).fields).toMatchObject({ status: 'Open', amountremaining: 2, amountpaid: 0 });
    expect(
      t.store.get('SELECT status, type, foreigntotal, foreignamountunpaid FROM "transaction" WHERE id = ?', [
        Number(id),
      ]),
    ).toEqual({ status: 'A', type: 'CustInvc', foreigntotal: 2, foreignamountunpaid: 2 });
  });

  test('in the United States the tax item of the body taxes the taxable lines together', () => {
    const taxed = t.customer({ taxitem: t.idOf('salestaxitem', 'itemid', 'CA San Francisco') });
    const taxable = t.item({ taxschedule: t.schedule('Standard') });
    const id = t.save(
      t.invoice(taxed, [
        { item: taxable, amount: 10.01 },
        { item: taxable, amount: 10.01 },
        { item, amount: 5 },
      ]),
    );
    // 20.02 at 8.625 % is 1.726725; each line by itself would be 0.86 + 0.86.
    expect(t.load('invoice', id).fields).toMatchObject({ subtotal: 25.02, taxtotal: 1.73, total: 26.75 });
  });

  test('a line that is set to not taxable is not taxed', () => {
    const taxed = t.customer({ taxitem: t.idOf('salestaxitem', 'itemid', 'CA San Francisco') });
    const taxable = t.item({ taxschedule: t.schedule('Standard') });
    const id = t.save(t.invoice(taxed, [{ item: taxable, amount: 100, istaxable: false }]));
    expect(t.load('invoice', id).fields.taxtotal).toBe(0);
  });

  test('elsewhere each line has its tax code, from the item’s tax schedule', () => {
    const german = t.customer({ subsidiary: t.de() });
    const taxable = t.item({ taxschedule: t.schedule('Standard') });
    const id = t.save(
      t.invoice(german, [
        { item: taxable, amount: 100.1 },
        { item: taxable, amount: 0.03 },
      ]),
    );
    expect(lineFields(id)).toMatchObject({
      taxcode: t.idOf('salestaxitem', 'itemid', 'S-DE'),
      taxrate1: 19,
      tax1amt: 19.02,
    });
    expect(t.load('invoice', id).fields).toMatchObject({ taxtotal: 19.03, total: 119.16 });
  });

  test('elsewhere an item that is not taxable has the zero-rated code, and posts no tax', () => {
    const german = t.customer({ subsidiary: t.de() });
    const id = t.save(t.invoice(german, [{ item, amount: 100 }]));
    expect(lineFields(id)).toMatchObject({ taxcode: t.idOf('salestaxitem', 'itemid', 'E-DE'), tax1amt: 0 });
    expect(t.store.all("SELECT * FROM transactionline WHERE taxline = 'T'")).toEqual([]);
  });

  test('elsewhere a line without tax code is refused', () => {
    const german = t.customer({ subsidiary: t.de() });
    t.store.run('UPDATE taxschedulenexus SET salestaxcode = NULL');
    expect(codeOf(() => t.save(t.invoice(german, [{ item, amount: 100 }])))).toBe(
      'USER_ERROR: Please enter value(s) for: Tax Code',
    );
  });

  test('rate and amount of the tax may be given', () => {
    const german = t.customer({ subsidiary: t.de() });
    const taxcode = t.idOf('salestaxitem', 'itemid', 'S-DE');
    const id = t.save(
      t.invoice(german, [
        { item, amount: 100, taxcode, taxrate1: 7 },
        { item, amount: 100, taxcode, tax1amt: 18.99 },
      ]),
    );
    expect(t.load('invoice', id).fields.taxtotal).toBe(25.99);
  });

  test('a discount item takes a share of the subtotal off, before tax', () => {
    const discount = t.save(
      t.create('discountitem', {
        itemid: 'Tenth',
        account: t.accountNumbered('4090'),
        rate: '-10%',
        subsidiary: [t.us()],
      }),
    );
    const id = t.save(t.invoice(customer, [{ item, amount: 33.33 }], { discountitem: discount }));
    expect(t.load('invoice', id).fields).toMatchObject({ subtotal: 33.33, discounttotal: -3.33, total: 30 });
  });

  test('a discount on a line is a share of the line above it', () => {
    const discount = t.save(
      t.create('discountitem', {
        itemid: 'Tenth',
        account: t.accountNumbered('4090'),
        rate: '-10%',
        subsidiary: [t.us()],
      }),
    );
    const id = t.save(t.invoice(customer, [{ item, amount: 50 }, { item, amount: 33.33 }, { item: discount }]));
    expect(lineFields(id, 2)).toMatchObject({ rate: '-10%', amount: -3.33, itemtype: 'Discount' });
    expect(t.load('invoice', id).fields.total).toBe(80);
  });
});
