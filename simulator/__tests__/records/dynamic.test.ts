import { createRecord } from '../../src/records/createRecord';
import type { FieldValue, RecordData } from '../../src/records/data';
import { describeRecord } from '../../src/records/describeRecord';
import { selectValue, sourceLine, sourceRecord } from '../../src/records/sourcing';
import { administrator, codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

function dynamicInvoice(): RecordData {
  return createRecord(t.account, administrator, { type: 'invoice', isDynamic: true, defaultValues: {} });
}

function setField(record: RecordData, fieldId: string, value: FieldValue): RecordData {
  record.fields[fieldId] = value;
  return sourceRecord(t.account, administrator, { record, changed: fieldId });
}

function line(record: RecordData, values: Record<string, FieldValue>) {
  let current = { fields: {}, texts: {}, subrecords: {} } as RecordData['sublists'][string][number];
  for (const [fieldId, value] of Object.entries(values)) {
    current.fields[fieldId] = value;
    current = sourceLine(t.account, administrator, { record, sublistId: 'item', line: current, fieldId });
  }
  return current;
}

describe('dynamic mode (section_1524156901)', () => {
  test('setting the customer sources what follows from it at once, over what was set before', () => {
    const customer = t.customer({ terms: t.idOf('term', 'name', 'Net 15') });
    let record = setField(dynamicInvoice(), 'terms', t.idOf('term', 'name', 'Net 60'));
    record = setField(record, 'entity', customer);
    expect(record.fields).toMatchObject({
      terms: t.idOf('term', 'name', 'Net 15'),
      duedate: new Date(2026, 6, 30),
      currency: t.usd(),
    });
    expect(record.texts).toMatchObject({ terms: 'Net 15', currency: 'US Dollar' });
  });

  test('a new date moves period, rate and due date', () => {
    let record = setField(
      dynamicInvoice(),
      'entity',
      t.customer({ currency: t.eur(), terms: t.idOf('term', 'name', 'Net 30') }),
    );
    record = setField(record, 'trandate', new Date(2026, 9, 1));
    expect(record.fields).toMatchObject({ exchangerate: 1.12, duedate: new Date(2026, 9, 31) });
    expect(record.texts.postingperiod).toBe('Oct 2026');
  });

  test('item, quantity, rate and amount of the current line follow each other', () => {
    const record = setField(dynamicInvoice(), 'entity', t.customer());
    const item = t.item({ salesdescription: 'Plan' });
    expect(line(record, { item, quantity: 3, rate: 2.5 }).fields).toMatchObject({ amount: 7.5, description: 'Plan' });
    expect(line(record, { item, quantity: 3, rate: 2.5, amount: 9 }).fields).toMatchObject({ rate: 3, amount: 9 });
    expect(line(record, { item, amount: 9, quantity: 2 }).fields).toMatchObject({ rate: 9, amount: 18 });
  });

  test('the line that is being edited is not part of the record yet', () => {
    const record = setField(dynamicInvoice(), 'entity', t.customer());
    const before = record.sublists.item?.length;
    line(record, { item: t.item(), amount: 9 });
    expect(record.sublists.item?.length).toBe(before);
  });

  test('totals follow the committed lines, and the record saves as it stands', () => {
    let record = setField(dynamicInvoice(), 'entity', t.customer());
    record.sublists.item = [line(record, { item: t.item(), quantity: 2, rate: 5 })];
    record.changedSublists = ['item'];
    record = sourceRecord(t.account, administrator, { record, changed: 'item' });
    expect(record.fields.total).toBe(10);
    expect(t.load('invoice', t.save(record)).fields.total).toBe(10);
  });

  test('the text of a select field stands for its id', () => {
    const request = { type: 'invoice', sublistId: null, fieldId: 'terms' };
    expect(selectValue(t.account, administrator, { ...request, text: 'Net 30' })).toBe(
      t.idOf('term', 'name', 'Net 30'),
    );
    expect(codeOf(() => selectValue(t.account, administrator, { ...request, text: 'Net 31' }))).toMatch(
      /^INVALID_KEY_OR_REF/,
    );
  });

  test('a record type is described with labels, types, mandatory fields and subrecords', () => {
    const shape = describeRecord(t.account, administrator, 'customer');
    expect(shape.fields.find((field) => field.id === 'entitystatus')).toMatchObject({
      isMandatory: true,
      type: 'select',
    });
    const book = shape.sublists.find((sublist) => sublist.id === 'addressbook');
    expect(book?.fields.find((field) => field.id === 'addressbookaddress')?.subrecord).toBe('address');
    expect(describeRecord(t.account, administrator, 'address').fields.map((field) => field.id)).toContain('addr1');
  });
});
