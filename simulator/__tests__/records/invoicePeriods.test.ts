import { setPreference } from '../../src/company/settings';
import { transformRecord } from '../../src/records/transformRecord';
import { accountant, administrator, codeOf, type TestAccount, testAccount } from './testAccount';

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

describe('subsidiaries and currencies', () => {
  test('an item has to be valid in the subsidiary', () => {
    const german = t.item({ subsidiary: [t.de()] });
    expect(codeOf(() => t.save(t.invoice(customer, [{ item: german, amount: 1 }])))).toBe(
      `INVALID_KEY_OR_REF: Invalid item reference key ${german} for subsidiary ${t.us()}.`,
    );
  });

  test('a parent’s item is valid below it only with Include Children', () => {
    const german = t.customer({ subsidiary: t.de() });
    const taxcode = t.idOf('salestaxitem', 'itemid', 'S-DE');
    const narrow = t.item({ includechildren: false });
    expect(codeOf(() => t.save(t.invoice(german, [{ item: narrow, amount: 1, taxcode }])))).toMatch(
      /^INVALID_KEY_OR_REF: Invalid item reference key/,
    );
    t.save(t.invoice(german, [{ item, amount: 1, taxcode }]));
  });

  test('the currency has to be one of the customer’s', () => {
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], { currency: t.eur() })))).toBe(
      `INVALID_KEY_OR_REF: Invalid currency reference key ${t.eur()} for entity ${customer}.`,
    );
    const record = t.load('customer', customer);
    t.addLine(record, 'currency', { currency: t.eur() });
    t.save(record);
    t.save(t.invoice(customer, [{ item, amount: 1 }], { currency: t.eur() }));
  });

  test('another subsidiary than the customer’s is refused', () => {
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], { subsidiary: t.de() })))).toMatch(
      /^INVALID_KEY_OR_REF: Invalid entity reference key/,
    );
  });

  test('a location has to be valid in the subsidiary', () => {
    const berlin = t.idOf('location', 'name', 'Berlin');
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], { location: berlin })))).toBe(
      `INVALID_KEY_OR_REF: Invalid location reference key ${berlin} for subsidiary ${t.us()}.`,
    );
  });

  test('the account has to be one of receivables', () => {
    const bank = t.accountNumbered('1000');
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], { account: bank })))).toBe(
      `INVALID_KEY_OR_REF: Invalid account reference key ${bank}.`,
    );
  });

  test.each([
    ['DEPTMANDATORY', 'Department'],
    ['CLASSMANDATORY', 'Class'],
    ['LOCMANDATORY', 'Location'],
  ])('the preference %s makes %s mandatory (section_N1385293)', (preference, label) => {
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', preference, true);
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }])))).toBe(
      `USER_ERROR: Please enter value(s) for: ${label}`,
    );
  });
});

describe('posting periods', () => {
  test('a date in a closed period posts in the current one, by preference in the first open one (section_N1385293)', () => {
    t.clock.advance(62 * 24 * 3600 * 1000);
    const posted = () =>
      t.load('invoice', t.save(t.invoice(customer, [{ item, amount: 1 }], { trandate: day(2026, 5, 31) }))).fields
        .postingperiod;
    expect(posted()).toBe(period('Sep 2026'));
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'DEFAULTPERIODIFCLOSED', 'First Open Period');
    expect(posted()).toBe(period('Jul 2026'));
  });

  test('a closed period that is asked for is refused, for administrators too', () => {
    const values = { trandate: day(2026, 5, 31), postingperiod: period('May 2026') };
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], values)))).toBe(
      'CLOSED_TRAN_PRD: You cannot move a transaction to or from a closed period.',
    );
  });

  test('a period that is locked for A/R is refused, unless the role may override it', () => {
    t.store.run("UPDATE accountingperiod SET arlocked = 'T' WHERE periodname = 'Jul 2026'");
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }]), accountant))).toMatch(/^TRAN_PERIOD_CLOSED/);
    t.save(t.invoice(customer, [{ item, amount: 1 }]), administrator);
    t.store.run("INSERT INTO rolepermissions (role, permkey, permlevel) VALUES (1, 'ADMI_PERIODOVERRIDE', 4)");
    t.save(t.invoice(customer, [{ item, amount: 1 }]), accountant);
  });

  test('a year or quarter is no posting period', () => {
    expect(
      codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], { postingperiod: period('FY 2026') }))),
    ).toMatch(/^INVALID_KEY_OR_REF: Invalid postingperiod/);
  });

  test('a date without any period is UNDEFINED_ACCTNG_PRD (section_N3539978)', () => {
    expect(
      codeOf(
        () =>
          t.invoice(customer, [], {}) &&
          t.save(t.invoice(customer, [{ item, amount: 1 }], { trandate: day(2031, 1, 1) })),
      ),
    ).toMatch(/^UNDEFINED_ACCTNG_PRD/);
  });

  test('in a closed period the G/L impact stays, and the rest where the period allows it (section_N1452509)', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 10 }]));
    t.store.run("UPDATE accountingperiod SET closed = 'T' WHERE periodname = 'Jul 2026'");
    const dearer = t.load('invoice', id);
    const line = dearer.sublists.item?.[0];
    if (line) {
      line.fields.amount = 11;
      line.changed = ['amount'];
    }
    dearer.changedSublists.push('item');
    expect(codeOf(() => t.save(dearer))).toBe(
      'CLOSED_TRAN_PRD: The G/L impact of a transaction in a closed period cannot be changed.',
    );
    expect(codeOf(() => t.submit('invoice', id, { memo: 'later' }))).toMatch(/^TRANS_EDIT_DISALLWD/);
    t.store.run("UPDATE accountingperiod SET allownonglchanges = 'T' WHERE periodname = 'Jul 2026'");
    t.submit('invoice', id, { memo: 'later' });
    expect(t.load('invoice', id).fields.memo).toBe('later');
  });

  test('an invoice in a closed period cannot be deleted', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 10 }]));
    t.store.run("UPDATE accountingperiod SET closed = 'T' WHERE periodname = 'Jul 2026'");
    expect(codeOf(() => t.remove('invoice', id))).toMatch(/^CLOSED_TRAN_PRD/);
  });

  test('the date may be outside of the period, unless the preference disallows it', () => {
    const values = { trandate: day(2026, 7, 15), postingperiod: period('Aug 2026') };
    t.save(t.invoice(customer, [{ item, amount: 1 }], values));
    setPreference(t.account, 'ACCOUNTING_PREFERENCES', 'DATEPERIODMISMATCH', 'DISALLOW');
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }], values)))).toMatch(/^DATE_PRD_MISMATCH/);
  });
});

describe('copies, transformations, deletion', () => {
  test('a copy is open, with today’s date and a number of its own', () => {
    const id = t.save(
      t.invoice(customer, [{ item, quantity: 2, rate: 5 }], { trandate: day(2026, 7, 1), externalid: 'x', memo: 'm' }),
    );
    const copied = t.save(t.copy('invoice', id));
    expect(t.load('invoice', copied).fields).toMatchObject({
      trandate: day(2026, 7, 15),
      duedate: day(2026, 8, 14),
      tranid: 'INV00002',
      externalid: null,
      memo: 'm',
      total: 10,
    });
  });

  const transform = (fromType: string, fromId: string, toType: string) =>
    transformRecord(t.account, administrator, { fromType, fromId, toType, isDynamic: false, defaultValues: {} });

  test('a customer becomes an invoice (section_4267258715)', () => {
    expect(transform('customer', customer, 'invoice').fields).toMatchObject({ entity: customer, currency: t.usd() });
  });

  test.each([
    ['invoice', 'customer'],
    ['creditmemo', 'customerrefund'],
    ['invoice', 'salesorder'],
  ])('%s to %s is not in Oracle’s table: INVALID_RCRD_TRANSFRM', (from, to) => {
    expect(codeOf(() => transform(from, '1', to))).toBe(
      'INVALID_RCRD_TRANSFRM: That is not a valid record transformation.',
    );
  });

  test('a pair of the table whose target is not here yet is named', () => {
    expect(codeOf(() => transform('customer', customer, 'opportunity'))).toBe(
      'SIMULATOR_NOT_SUPPORTED: The simulator does not support the transformation of customer to opportunity.',
    );
  });

  test('a deleted invoice leaves nothing in the ledger', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 10 }]));
    t.remove('invoice', id);
    for (const table of ['"transaction"', 'transactionline', 'transactionaccountingline']) {
      expect(t.store.all(`SELECT * FROM ${table}`)).toEqual([]);
    }
  });

  test('an invoice that others are linked to is TRANS_IN_USE', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 10 }]));
    t.store.run('INSERT INTO transactionlink (previousdoc, nextdoc) VALUES (?, 4711)', [Number(id)]);
    expect(codeOf(() => t.remove('invoice', id))).toMatch(/^TRANS_IN_USE/);
  });
});
