import { defineField } from '../../src/records/custom/defineField';
import { defineRecordType } from '../../src/records/custom/defineRecordType';
import { codeOf, type TestAccount, testAccount } from './testAccount';

let t: TestAccount;
beforeEach(() => {
  t = testAccount();
});

describe('field values', () => {
  test.each([
    ['a text over its length', { companyname: 'x'.repeat(84) }, 'EXCEEDED_MAX_FIELD_LENGTH'],
    ['a number that is none', { creditlimit: 'much' }, 'INVALID_NUMBER'],
    ['a date that is none', { startdate: '2026-01-01' }, 'INVALID_DATE'],
    ['a checkbox that is neither', { taxable: 'maybe' }, 'INVALID_BOOLEAN_VALUE'],
    ['an address without @', { email: 'nobody' }, 'INVALID_EMAIL'],
    ['an id that the list does not have', { terms: '999' }, 'INVALID_KEY_OR_REF'],
    ['an id that is no number', { terms: 'Net 30' }, 'INVALID_KEY_OR_REF'],
  ])('%s is refused (section_N3539978)', (_name, values, code) => {
    expect(codeOf(() => t.customer(values))).toMatch(new RegExp(`^${code}: `));
  });

  test('the longest text that fits is kept', () => {
    const id = t.customer({ companyname: 'é'.repeat(83) });
    expect(t.load('customer', id).fields.companyname).toBe('é'.repeat(83));
  });

  test('the sentence of a text that is too long names field and limit', () => {
    expect(codeOf(() => t.customer({ companyname: 'x'.repeat(84) }))).toBe(
      'EXCEEDED_MAX_FIELD_LENGTH: The field companyname contained more than the maximum number ( 83 ) of characters allowed.',
    );
  });

  test('an inactive entry cannot be chosen, but stays where it was chosen before', () => {
    const terms = t.idOf('term', 'name', 'Net 15');
    const id = t.customer({ terms });
    t.store.run("UPDATE term SET isinactive = 'T' WHERE id = ?", [Number(terms)]);
    expect(codeOf(() => t.customer({ terms }))).toBe(`INVALID_KEY_OR_REF: Invalid terms reference key ${terms}.`);
    t.save(t.set(t.load('customer', id), { comments: 'still fine' }));
  });

  test('a select field that was set by its text is looked up when the record is saved', () => {
    const record = t.create('customer', { companyname: 'Acme', subsidiary: t.us() });
    delete record.fields.terms;
    record.texts.terms = 'Net 45';
    expect(t.load('customer', t.save(record)).fields.terms).toBe(t.idOf('term', 'name', 'Net 45'));
    const wrong = t.create('customer', { companyname: 'Acme', subsidiary: t.us() });
    delete wrong.fields.terms;
    wrong.texts.terms = 'Net 46';
    expect(codeOf(() => t.save(wrong))).toMatch(/^INVALID_KEY_OR_REF/);
  });

  test('text of every script passes unchanged', () => {
    const name = `O'Brien & "Søn" – 株式会社 🚀; DROP TABLE customer`;
    expect(t.load('customer', t.customer({ companyname: name })).fields.companyname).toBe(name);
  });
});

describe('fields that are not here', () => {
  test('one that NetSuite has is refused by name', () => {
    expect(codeOf(() => t.customer({ creditholdoverride: 'ON' }))).toBe(
      'SIMULATOR_NOT_SUPPORTED: The simulator does not support the field creditholdoverride of customer.',
    );
    const line = { item: t.item(), amount: 1, units: '1' };
    expect(codeOf(() => t.save(t.invoice(t.customer(), [line])))).toBe(
      'SIMULATOR_NOT_SUPPORTED: The simulator does not support the field units of invoice.item.',
    );
  });

  test('one that NetSuite has not either is ignored', () => {
    expect(t.load('customer', t.customer({ nosuchfield: 'x' })).fields).not.toHaveProperty('nosuchfield');
  });
});

describe('submitFields', () => {
  test('changes fields that allow inline editing, without touching others', () => {
    const id = t.customer({ comments: 'before' });
    t.submit('customer', id, { comments: 'after' });
    expect(t.load('customer', id).fields).toMatchObject({ comments: 'after', companyname: 'Customer 1' });
  });

  test('refuses fields that do not, by name (the Records Browser says which)', () => {
    const id = t.customer();
    expect(codeOf(() => t.submit('customer', id, { subsidiary: t.de() }))).toMatch(/^SIMULATOR_NOT_SUPPORTED/);
    const invoice = t.save(t.invoice(id, [{ item: t.item(), amount: 5 }]));
    t.submit('invoice', invoice, { memo: 'noted' });
    expect(t.load('invoice', invoice).fields.memo).toBe('noted');
    expect(codeOf(() => t.submit('invoice', invoice, { entity: id }))).toMatch(/^SIMULATOR_NOT_SUPPORTED/);
  });

  test('does not compare versions: the last writer wins (section_4267283788)', () => {
    const id = t.customer();
    const loaded = t.load('customer', id);
    t.submit('customer', id, { comments: 'first' });
    t.submit('customer', id, { comments: 'second' });
    expect(codeOf(() => t.save(t.set(loaded, { comments: 'third' })))).toBe(
      'RCRD_HAS_BEEN_CHANGED: Record has been changed',
    );
    expect(t.load('customer', id).fields.comments).toBe('second');
  });

  test('of a record that does not exist is RCRD_DSNT_EXIST', () => {
    expect(codeOf(() => t.submit('customer', '4711', { comments: 'x' }))).toMatch(/^RCRD_DSNT_EXIST/);
  });
});

describe('optimistic locking (section_N2877583)', () => {
  test('a record that was saved since it was loaded cannot be saved', () => {
    const id = t.customer();
    const one = t.load('customer', id);
    const other = t.load('customer', id);
    t.save(t.set(one, { comments: 'one' }));
    expect(codeOf(() => t.save(t.set(other, { comments: 'other' })))).toBe(
      'RCRD_HAS_BEEN_CHANGED: Record has been changed',
    );
    expect(t.load('customer', id).fields.comments).toBe('one');
  });

  test.each([
    [true, 'RCRD_HAS_BEEN_CHANGED: Record has been changed'],
    [false, 'no error'],
  ])('custom records obey it where their type says so: %s', (enableOptimisticLocking, expected) => {
    defineRecordType(t.account, { scriptId: 'customrecord_a', name: 'A', enableOptimisticLocking });
    const id = t.save(t.create('customrecord_a', { name: 'one' }));
    const one = t.load('customrecord_a', id);
    const other = t.load('customrecord_a', id);
    t.save(t.set(one, { name: 'two' }));
    expect(codeOf(() => t.save(t.set(other, { name: 'three' })))).toBe(expected);
  });

  test('saving a record that was deleted is RCRD_DSNT_EXIST', () => {
    const id = t.customer();
    const loaded = t.load('customer', id);
    t.remove('customer', id);
    expect(codeOf(() => t.save(loaded))).toMatch(/^RCRD_DSNT_EXIST/);
  });
});

describe('custom fields', () => {
  const body = { kind: 'transactionbodycustomfield', fieldType: 'TEXT', label: 'Origin' } as const;

  test('become columns of their table, and fields of their record types', () => {
    defineField(t.account, { ...body, scriptId: 'custbody_origin', appliesTo: ['invoice'] });
    const id = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 1 }], { custbody_origin: 'nue' }));
    expect(t.load('invoice', id).fields.custbody_origin).toBe('nue');
    expect(t.store.get('SELECT custbody_origin FROM "transaction" WHERE id = ?', [Number(id)])).toEqual({
      custbody_origin: 'nue',
    });
  });

  test('of lines are kept with each line', () => {
    defineField(t.account, {
      kind: 'transactioncolumncustomfield',
      fieldType: 'DATE',
      label: 'Start',
      scriptId: 'custcol_start',
    });
    const start = new Date(2026, 6, 1);
    const id = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 1, custcol_start: start }]));
    expect(t.load('invoice', id).sublists.item?.[0]?.fields.custcol_start).toEqual(start);
    expect(t.store.all('SELECT id, custcol_start FROM transactionline WHERE mainline = ?', ['F'])).toEqual([
      { id: 1, custcol_start: '2026-07-01' },
    ]);
  });

  test('that are mandatory are asked for, unless mandatory fields are ignored', () => {
    defineField(t.account, { ...body, scriptId: 'custbody_origin', isMandatory: true });
    const invoice = t.invoice(t.customer(), [{ item: t.item(), amount: 1 }]);
    expect(codeOf(() => t.save(invoice))).toBe('USER_ERROR: Please enter value(s) for: Origin');
  });

  test('a definition that changes keeps the values; a change of kind of type is refused', () => {
    defineField(t.account, { ...body, scriptId: 'custbody_origin' });
    const id = t.save(t.invoice(t.customer(), [{ item: t.item(), amount: 1 }], { custbody_origin: 'nue' }));
    defineField(t.account, { ...body, scriptId: 'custbody_origin', label: 'Source', fieldType: 'TEXTAREA' });
    expect(t.load('invoice', id).fields.custbody_origin).toBe('nue');
    expect(
      codeOf(() => defineField(t.account, { ...body, scriptId: 'custbody_origin', fieldType: 'INTEGER' })),
    ).toMatch(/^INVALID_FLD_TYPE/);
  });

  test('of a snapshot that is restored are gone again, also from the definitions', () => {
    const snapshot = t.store.snapshot();
    for (let round = 0; round < 3; round++) {
      const scriptId = `custbody_round${round}`;
      defineField(t.account, { ...body, scriptId });
      expect(t.create('invoice').fields).toHaveProperty(scriptId);
      t.store.restore(snapshot);
      expect(t.create('invoice').fields).not.toHaveProperty(scriptId);
    }
  });

  test('default values are set on new records', () => {
    defineField(t.account, { ...body, scriptId: 'custbody_origin', defaultValue: 'manual' });
    expect(t.create('invoice').fields.custbody_origin).toBe('manual');
  });
});
