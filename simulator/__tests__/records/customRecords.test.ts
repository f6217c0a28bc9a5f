import { type CustomFieldInput, defineField } from '../../src/records/custom/defineField';
import { defineList } from '../../src/records/custom/defineList';
import { type CustomRecordTypeInput, defineRecordType } from '../../src/records/custom/defineRecordType';
import type { FieldValue } from '../../src/records/data';
import { codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

function type(input: Partial<CustomRecordTypeInput> = {}): void {
  defineRecordType(t.account, { scriptId: 'customrecord_a', name: 'A', ...input });
}

function fieldOf(id: string, fieldType: string, input: Partial<CustomFieldInput> = {}): void {
  defineField(t.account, {
    scriptId: id,
    kind: 'customrecordcustomfield',
    recordType: 'customrecord_a',
    label: id,
    fieldType,
    ...input,
  });
}

const make = (values: Record<string, FieldValue> = {}): string =>
  t.save(t.create('customrecord_a', { name: 'one', ...values }));

describe('custom records', () => {
  test('a type that is not defined is INVALID_RCRD_TYPE (section_N3539978)', () => {
    expect(codeOf(() => make())).toMatch(/^INVALID_RCRD_TYPE/);
  });

  test('a type gives its rows a table and columns named by script ids', () => {
    type();
    fieldOf('custrecord_x', 'TEXT');
    const id = make({ custrecord_x: 'value' });
    expect(t.store.get('SELECT id, recordid, name, isinactive, custrecord_x FROM customrecord_a')).toEqual({
      id: Number(id),
      recordid: Number(id),
      name: 'one',
      isinactive: 'F',
      custrecord_x: 'value',
    });
  });

  test.each<[string, FieldValue]>([
    ['TEXT', 'short'],
    ['TEXTAREA', 'x'.repeat(4000)],
    ['CLOBTEXT', 'x'.repeat(1_000_000)],
    ['INTEGER', -7],
    ['FLOAT', 1.25],
    ['CURRENCY', 99.99],
    ['PERCENT', 12.5],
    ['CHECKBOX', true],
    ['DATE', new Date(2026, 1, 28)],
    ['DATETIMETZ', new Date('2026-02-28T23:59:59.999Z')],
    ['EMAIL', 'a@b.example'],
    ['URL', 'https://example.com/?q=1'],
  ])('a field of type %s comes back as it was saved', (fieldType, value) => {
    type();
    fieldOf('custrecord_x', fieldType);
    expect(t.load('customrecord_a', make({ custrecord_x: value })).fields.custrecord_x).toEqual(value);
  });

  test.each([
    ['TEXT', 300],
    ['TEXTAREA', 4000],
    ['CLOBTEXT', 1_000_000],
  ])('a field of type %s holds %i characters and no more', (fieldType, limit) => {
    type();
    fieldOf('custrecord_x', fieldType);
    expect(codeOf(() => make({ custrecord_x: 'x'.repeat(limit + 1) }))).toMatch(/^EXCEEDED_MAX_FIELD_LENGTH/);
  });

  test('a select field takes ids of its record type and no others', () => {
    type();
    fieldOf('custrecord_customer', 'SELECT', { source: 'customer' });
    const customer = t.customer();
    expect(t.load('customrecord_a', make({ custrecord_customer: customer })).texts.custrecord_customer).toBe(
      'CUST00001 Customer 1',
    );
    expect(codeOf(() => make({ custrecord_customer: '4711' }))).toBe(
      'INVALID_KEY_OR_REF: Invalid custrecord_customer reference key 4711.',
    );
  });

  test('a custom list is known by its values’ script ids, and keeps their internal ids', () => {
    type();
    const values = (first: string) => [
      { scriptId: 'val_a', value: first },
      { scriptId: 'val_b', value: 'Second' },
    ];
    defineList(t.account, { scriptId: 'customlist_a', name: 'A', values: values('First') });
    fieldOf('custrecord_list', 'SELECT', { source: 'customlist_a' });
    const id = make({ custrecord_list: '2' });
    defineList(t.account, { scriptId: 'customlist_a', name: 'A', values: values('Renamed') });
    expect(t.store.all('SELECT id, name FROM customlist_a')).toEqual([
      { id: 1, name: 'Renamed' },
      { id: 2, name: 'Second' },
    ]);
    expect(t.load('customrecord_a', id).texts.custrecord_list).toBe('Second');
    expect(codeOf(() => make({ custrecord_list: '3' }))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('without a name field the internal id stands for the name', () => {
    type({ includeName: false });
    const id = t.save(t.create('customrecord_a', {}));
    expect(t.load('customrecord_a', id).fields.name).toBe(id);
  });

  test('with a name field it is mandatory', () => {
    type();
    expect(codeOf(() => t.save(t.create('customrecord_a', {})))).toBe('USER_ERROR: Please enter value(s) for: Name');
  });

  test('numbers its records with prefix and digits where the type says so', () => {
    type({ enableNumbering: true, numberingPrefix: 'T-', numberingMinDigits: 4 });
    expect(t.load('customrecord_a', make({ name: 'given' })).fields.name).toBe('T-0001');
  });

  test('unique names are DUP_CSTM_RCRD_ENTRY where they double (section_N3539978)', () => {
    type({ enableNameUniqueness: true });
    make();
    expect(codeOf(() => make())).toMatch(/^DUP_CSTM_RCRD_ENTRY/);
  });

  test('a parent that is referred to cannot be deleted, unless the field says SET_NULL', () => {
    type();
    defineRecordType(t.account, { scriptId: 'customrecord_p', name: 'P' });
    fieldOf('custrecord_p', 'SELECT', { source: 'customrecord_p' });
    const parent = t.save(t.create('customrecord_p', { name: 'p' }));
    const child = make({ custrecord_p: parent });
    expect(codeOf(() => t.remove('customrecord_p', parent))).toMatch(/^THIS_RECORD_CANNOT_BE_DELETED/);
    fieldOf('custrecord_p', 'SELECT', { source: 'customrecord_p', onParentDelete: 'SET_NULL' });
    t.remove('customrecord_p', parent);
    expect(t.load('customrecord_a', child).fields.custrecord_p).toBeNull();
  });

  test('every field of a custom record may be changed with submitFields', () => {
    type();
    fieldOf('custrecord_x', 'INTEGER');
    const id = make({ custrecord_x: 1 });
    t.submit('customrecord_a', id, { custrecord_x: 2 });
    expect(t.load('customrecord_a', id).fields).toMatchObject({ custrecord_x: 2, name: 'one' });
  });

  test('a copy has its own dates and no external id', () => {
    type();
    const id = make({ externalid: 'x' });
    expect(t.copy('customrecord_a', id).fields).toMatchObject({ name: 'one', externalid: null, created: null });
  });
});
