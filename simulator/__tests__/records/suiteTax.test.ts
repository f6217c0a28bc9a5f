import { glImpact } from '../../src/accounting/glImpact';
import type { FieldValue, RecordData } from '../../src/records/data';
import { describeRecord } from '../../src/records/describeRecord';
import { transformRecord } from '../../src/records/transformRecord';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

type Values = Record<string, FieldValue>;
let t: TestAccount;
let customer: string;
let item: string;
beforeEach(() => {
  t = testAccount('suitetax');
  customer = t.customer({ subsidiary: t.de() });
  item = t.item({ taxschedule: t.schedule('Standard') });
});

const code = (name: string): string => t.idOf('salestaxitem', 'itemid', name);
const type = (name: string): string => t.idOf('taxtype', 'name', name);
const VAT = (more: Values = {}): Values => ({
  taxdetailsreference: 'A',
  taxtype: type('VAT DE'),
  taxcode: code('S-DE'),
  taxbasis: 100,
  taxrate: 19,
  taxamount: 19,
  ...more,
});
/** An invoice of 100 whose line is A, with the tax details of a script. */
const overridden = (...details: Values[]): RecordData => {
  const record = t.invoice(customer, [{ item, amount: 100, taxdetailsreference: 'A' }], { taxdetailsoverride: true });
  for (const detail of details) t.addLine(record, 'taxdetails', detail);
  return record;
};
const impact = (id: string): string[] =>
  glImpact(t.account, Number(id)).map(
    ({ account, debit, credit }) => `${account.number} ${debit ?? ''}/${credit ?? ''}`,
  );
const details = (id: string) => (t.load('invoice', id).sublists.taxdetails ?? []).map((line) => line.fields);

describe('tax details (section_4283867856)', () => {
  test('take the place of the fields of legacy tax', () => {
    const shape = describeRecord(t.account, administrator, 'invoice');
    const ids = shape.fields.map((field) => field.id);
    expect(ids).toContain('taxdetailsoverride');
    expect(ids).not.toContain('taxitem');
    const lines = shape.sublists.find((sublist) => sublist.id === 'item')?.fields.map((field) => field.id);
    expect(lines).toContain('taxdetailsreference');
    expect(lines).not.toContain('taxcode');
    const legacy = testAccount();
    expect(describeRecord(legacy.account, administrator, 'invoice').sublists.map(({ id }) => id)).toEqual(['item']);
  });

  test('given with the override are the tax, and post to the account of their tax type', () => {
    const id = t.save(overridden(VAT({ taxamount: 18.5 })));
    expect(t.load('invoice', id).fields).toMatchObject({
      taxdetailsoverride: true,
      subtotal: 100,
      taxtotal: 18.5,
      total: 118.5,
    });
    expect(impact(id)).toEqual(['1100 118.50/', '4010 /100.00', '2210 /18.50']);
    expect(details(id)).toMatchObject([
      { linetype: 'Item', netamount: 100, taxbasis: 100, taxrate: 19, taxamount: 18.5, grossamount: 118.5 },
    ]);
  });

  test('two types of tax on one line are two lines in the ledger', () => {
    const levy = t.store.run(
      "INSERT INTO taxtype (name, country, isinactive, payablesaccount) VALUES ('Levy', 'DE', 'F', ?)",
      [Number(t.accountNumbered('2220'))],
    ).id;
    const levied = t.store.run(
      "INSERT INTO salestaxitem (itemid, rate, country, isinactive, taxtype) VALUES ('Levy', 1, 'DE', 'F', ?)",
      [levy],
    ).id;
    const own = VAT({ taxtype: String(levy), taxcode: String(levied), taxrate: 1, taxamount: 1 });
    expect(impact(t.save(overridden(VAT(), own)))).toEqual([
      '1100 120.00/',
      '4010 /100.00',
      '2210 /19.00',
      '2220 /1.00',
    ]);
  });

  test('must be complete, name a line of the transaction, and a code of their type', () => {
    const tried = (more: Values) => codeOf(() => t.save(overridden(VAT(more))));
    expect(tried({ taxamount: null, taxbasis: null })).toBe(
      'USER_ERROR: Please enter value(s) for: Tax Basis, Tax Amount',
    );
    expect(tried({ taxdetailsreference: 'Z' })).toMatch(/^INVALID_KEY_OR_REF: Invalid taxdetailsreference/);
    expect(tried({ taxcode: code('S-GB') })).toMatch(/^INVALID_KEY_OR_REF: Invalid taxcode/);
    expect(tried({ taxcode: '999' })).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('stay when an overridden transaction is edited, whatever changes (section_1513063654)', () => {
    const id = t.save(overridden(VAT({ taxamount: 12 })));
    const edited = t.load('invoice', id);
    const line = edited.sublists.item?.[0];
    if (line) {
      line.fields.amount = 200;
      line.changed = ['amount'];
    }
    edited.changedSublists.push('item');
    t.save(edited);
    expect(t.load('invoice', id).fields).toMatchObject({ subtotal: 200, taxtotal: 12, total: 212 });
  });

  test('without any, an overridden transaction has no tax', () => {
    expect(impact(t.save(overridden()))).toEqual(['1100 100.00/', '4010 /100.00']);
  });
});

describe('the tax engine', () => {
  test('computes what is not overridden, by item and country', () => {
    const id = t.save(
      t.invoice(customer, [
        { item, amount: 100 },
        { item: t.item(), amount: 50 },
      ]),
    );
    expect(impact(id)).toEqual(['1100 169.00/', '4010 /100.00', '4010 /50.00', '2210 /19.00']);
    expect(details(id)).toMatchObject([
      { taxdetailsreference: 'LINE_1', taxcode: code('S-DE'), taxamount: 19 },
      { taxdetailsreference: 'LINE_2', taxcode: code('E-DE'), taxamount: 0 },
    ]);
    expect(t.load('invoice', id).sublists.item?.[0]?.fields).toMatchObject({ taxdetailsreference: 'LINE_1' });
  });

  test('is asked again where tax-related fields change, and not otherwise (section_1513063654)', () => {
    const id = t.save(t.invoice(customer, [{ item, amount: 100 }]));
    t.store.run("UPDATE salestaxitem SET rate = 7 WHERE itemid = 'S-DE'");
    t.save(t.set(t.load('invoice', id), { memo: 'same' }));
    expect(t.load('invoice', id).fields.taxtotal).toBe(19);
    const edited = t.load('invoice', id);
    const line = edited.sublists.item?.[0];
    if (line) {
      line.fields.amount = 200;
      line.changed = ['amount'];
    }
    edited.changedSublists.push('item');
    t.save(edited);
    expect(t.load('invoice', id).fields.taxtotal).toBe(14);
  });

  test('takes over when the override is cleared', () => {
    const id = t.save(overridden(VAT({ taxamount: 1 })));
    t.save(t.set(t.load('invoice', id), { taxdetailsoverride: false }));
    expect(details(id)).toMatchObject([{ taxamount: 19 }]);
  });

  test('taxes in the United States with the customer’s code', () => {
    const american = t.customer({ taxable: true, taxitem: code('CA San Francisco') });
    expect(impact(t.save(t.invoice(american, [{ item, amount: 100 }])))).toEqual([
      '1100 108.63/',
      '4010 /100.00',
      '2200 /8.63',
    ]);
    expect(impact(t.save(t.invoice(t.customer(), [{ item, amount: 100 }])))).toEqual(['1100 100.00/', '4010 /100.00']);
  });
});

test('orders, credit memos, returns and cash sales have tax details too', () => {
  const order = t.create('salesorder', { entity: customer });
  const id = t.save(t.addLine(order, 'item', { item, amount: 100 }));
  expect(t.load('salesorder', id).fields).toMatchObject({ taxtotal: 19, total: 119 });
  const transform = (fromType: string, fromId: string, toType: string): string =>
    t.save(
      transformRecord(t.account, administrator, { fromType, fromId, toType, isDynamic: false, defaultValues: {} }),
    );
  const invoice = transform('salesorder', id, 'invoice');
  expect(impact(invoice)).toEqual(['1100 119.00/', '4010 /100.00', '2210 /19.00']);
  expect(impact(transform('invoice', invoice, 'creditmemo'))).toEqual(['1100 /119.00', '4010 100.00/', '2210 19.00/']);
  const sale = t.create('cashsale', { entity: customer });
  expect(impact(t.save(t.addLine(sale, 'item', { item, amount: 100 })))).toEqual([
    '1200 119.00/',
    '4010 /100.00',
    '2210 /19.00',
  ]);
});
