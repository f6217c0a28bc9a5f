import type { FormData } from '../../src/company/companyData';
import { demoCompany } from '../../src/company/presets/demo';
import { setPreference } from '../../src/company/settings';
import { defineField } from '../../src/records/custom/defineField';
import type { FieldValue } from '../../src/records/data';
import { describeRecord } from '../../src/records/describeRecord';
import { saveRecord } from '../../src/records/saveRecord';
import { administrator, codeOf, finish, type TestAccount, testAccount } from './testAccount';

type Values = Record<string, FieldValue>;
let t: TestAccount;
let customer: string;
let item: string;

function open(...forms: FormData[]): void {
  t = testAccount({ ...demoCompany, forms });
  for (const [scriptId, kind, isMandatory] of [
    ['custbody_x_order', 'transactionbodycustomfield', true],
    ['custbody_x_note', 'transactionbodycustomfield', false],
    ['custcol_x_start', 'transactioncolumncustomfield', true],
  ] as const) {
    defineField(t.account, {
      scriptId,
      kind,
      label: scriptId.slice(-5),
      fieldType: 'TEXT',
      appliesTo: ['invoice'],
      isMandatory,
    });
  }
  customer = t.customer();
  item = t.item();
}

const FULL: Values = { custbody_x_order: 'o' };
const invoice = (values: Values = FULL, line: Values = { custcol_x_start: 's' }) =>
  t.invoice(customer, [{ item, amount: 1, ...line }], values);
const tried = (values?: Values, line?: Values): string => codeOf(() => t.save(invoice(values, line)));
const form = (more: Partial<FormData> = {}): FormData => ({
  name: 'Connector Invoice',
  recordType: 'invoice',
  isPreferred: true,
  ...more,
});

describe('mandatory custom fields', () => {
  beforeEach(() => open());

  test('of the body and of columns have to be entered, on every line', () => {
    expect(tried()).toBe('no error');
    expect(tried({})).toBe('USER_ERROR: Please enter value(s) for: order');
    expect(tried({}, {})).toBe('USER_ERROR: Please enter value(s) for: order, start');
  });

  test('Record.save may ignore them, not what NetSuite cannot do without (section_4267286323)', () => {
    const save = (record: ReturnType<typeof invoice>) =>
      finish(saveRecord(t.account, administrator, { record, enableSourcing: true, ignoreMandatoryFields: true }));
    expect(codeOf(() => save(invoice({}, {})))).toBe('no error');
    const unknown = t.create('invoice', {});
    t.addLine(unknown, 'item', { item, amount: 1 });
    expect(codeOf(() => save(unknown))).toMatch(/^USER_ERROR: Please enter value\(s\) for: .*Customer/);
  });
});

describe('custom forms', () => {
  test('the preferred form is that of new records, and is kept with them', () => {
    open(form());
    const id = t.save(invoice());
    const { fields, texts } = t.load('invoice', id);
    expect([fields.customform, texts.customform]).toEqual(['1', 'Connector Invoice']);
  });

  test('a form makes standard and custom fields mandatory', () => {
    open(form({ mandatory: ['memo', 'custbody_x_note'] }));
    expect(tried()).toBe('USER_ERROR: Please enter value(s) for: Memo, _note');
    expect(tried({ ...FULL, memo: 'm', custbody_x_note: 'n' })).toBe('no error');
  });

  test('what a form does not show nobody has to enter (assumed)', () => {
    open(form({ hidden: ['custbody_x_order', 'line.custcol_x_start', 'entity'] }));
    expect(tried({}, {})).toBe('no error');
    expect(codeOf(() => t.save(t.create('invoice', {})))).toMatch(/Customer/);
  });

  test('a record that names another form of its type follows that one', () => {
    open(form({ mandatory: ['memo'] }), form({ name: 'Plain', isPreferred: false }));
    expect(tried()).toMatch(/Memo/);
    expect(tried({ ...FULL, customform: '2' })).toBe('no error');
    expect(tried({ ...FULL, customform: '9' })).toBe('INVALID_KEY_OR_REF: Invalid customform reference key 9.');
  });

  test('forms of other types do not count', () => {
    open(form({ recordType: 'salesorder', mandatory: ['memo'] }));
    expect(tried()).toBe('no error');
    expect(tried({ ...FULL, customform: '1' })).toBe('INVALID_KEY_OR_REF: Invalid customform reference key 1.');
  });

  test('Field.isMandatory tells what the preferred form asks for', () => {
    open(form({ mandatory: ['memo'], hidden: ['custbody_x_order', 'line.custcol_x_start'] }));
    const { fields, sublists } = describeRecord(t.account, administrator, 'invoice');
    const found = Object.fromEntries(fields.map((field) => [field.id, field.isMandatory]));
    expect([found.memo, found.custbody_x_order, found.entity, found.otherrefnum]).toEqual([true, false, true, false]);
    const columns = sublists[0]?.fields.filter((field) => field.isMandatory).map((field) => field.id);
    expect(columns).toEqual(['item']);
  });
});

describe('numbers', () => {
  beforeEach(() => {
    t = testAccount();
    customer = t.customer();
    item = t.item();
  });
  const allow = (override: 'T' | 'F', update: 'T' | 'F'): void => {
    t.store.run('UPDATE numbering SET allowoverride = ?, allowupdate = ?', [override, update]);
  };
  const sale = (type: string, values: Values = {}): string => {
    const record = t.create(type, { entity: customer, ...values });
    return t.save(t.addLine(record, 'item', { item, amount: 1 }));
  };
  const journal = (values: Values): string => {
    const record = t.create('journalentry', { subsidiary: t.us(), ...values });
    t.addLine(record, 'line', { account: t.accountNumbered('6100'), debit: 1, credit: null });
    return t.save(t.addLine(record, 'line', { account: t.accountNumbered('2300'), debit: null, credit: 1 }));
  };
  const MAKERS: Readonly<Record<string, (values: Values) => string>> = {
    invoice: (values) => sale('invoice', values),
    salesorder: (values) => sale('salesorder', values),
    returnauthorization: (values) => sale('returnauthorization', values),
    cashsale: (values) => sale('cashsale', values),
    creditmemo: (values) => sale('creditmemo', values),
    journalentry: journal,
  };

  test.each(Object.keys(MAKERS))('a given number of %s counts only with Allow Override', (type) => {
    const make = (values: Values): unknown => t.load(type, MAKERS[type]?.(values) ?? '').fields.tranid;
    allow('F', 'F');
    expect(make({ tranid: 'MINE' })).not.toBe('MINE');
    allow('T', 'F');
    expect(make({ tranid: 'MINE' })).toBe('MINE');
  });

  test.each(Object.keys(MAKERS))('a number of %s is changed later only where updates are allowed too', (type) => {
    const id = MAKERS[type]?.({}) ?? '';
    const before = t.load(type, id).fields.tranid;
    const renamed = (): unknown => {
      t.save(t.set(t.load(type, id), { tranid: 'NEW' }));
      return t.load(type, id).fields.tranid;
    };
    allow('T', 'F');
    expect(renamed()).toBe(before);
    allow('T', 'T');
    expect(renamed()).toBe('NEW');
  });

  test('where numbers are not generated the given one is the number, and may be missing', () => {
    t.store.run("UPDATE numbering SET enabled = 'F'");
    expect(t.load('invoice', sale('invoice', { tranid: 'A-1' })).fields.tranid).toBe('A-1');
    expect(t.load('invoice', sale('invoice')).fields.tranid).toBeNull();
  });
});

describe('mandatory classifications (section_N1385293)', () => {
  beforeEach(() => {
    t = testAccount();
    customer = t.customer();
    item = t.item();
    for (const id of ['CLASSMANDATORY', 'DEPTMANDATORY', 'LOCMANDATORY']) {
      setPreference(t.account, 'ACCOUNTING_PREFERENCES', id, true);
    }
  });

  test('are asked for in one sentence; the body or every line may have them', () => {
    const department = t.idOf('department', 'name', 'Sales');
    const location = t.idOf('location', 'name', 'New York');
    const classified = t.idOf('classification', 'name', 'Software');
    const lines = [{ item, amount: 1, class: classified }];
    expect(codeOf(() => t.save(t.invoice(customer, [{ item, amount: 1 }])))).toBe(
      'USER_ERROR: Please enter value(s) for: Department, Class, Location',
    );
    expect(codeOf(() => t.save(t.invoice(customer, lines, { department })))).toBe(
      'USER_ERROR: Please enter value(s) for: Location',
    );
    t.save(t.invoice(customer, lines, { department, location }));
  });

  test('are not asked for where the feature is off', () => {
    t.store.run("UPDATE companyfeature SET isenabled = 'F' WHERE id IN ('CLASSES', 'DEPARTMENTS', 'LOCATIONS')");
    t.save(t.invoice(customer, [{ item, amount: 1 }]));
  });
});
