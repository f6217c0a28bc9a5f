import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CUSTOMER_FIELDS, type CustomerContent } from '../../../src/documents/changes';
import { changedFields, customerBaseline, wasOneAddress } from '../../../src/publishing/customer/baseline';
import { customerContentText, parseCustomerContent } from '../../../src/publishing/customer/content';
import { fingerprint } from '../../../src/publishing/fingerprint';

const empty = Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, ''])) as CustomerContent;
const acme: CustomerContent = { ...empty, name: 'Acme', phone: '555-0100', 'billing.city': 'Boston' };
const anyContent = fc
  .record(Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, fc.string({ unit: 'grapheme' })])))
  .map((content) => content as CustomerContent);

describe('the baseline of a customer', () => {
  test('fits in its field and holds nothing that can be read', () => {
    const long = Object.fromEntries(CUSTOMER_FIELDS.map((field) => [field, 'ÄÖÜ '.repeat(1_000)])) as CustomerContent;
    expect(customerBaseline(long).length).toBeLessThanOrEqual(300);
    expect(customerBaseline(acme)).not.toMatch(/Acme|Boston|0100/);
  });

  test('tells exactly the fields that differ', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (before, now) => {
        const differing = CUSTOMER_FIELDS.filter((field) => before[field] !== now[field]);
        expect(changedFields(now, [customerBaseline(before)])).toEqual(differing);
      }),
    );
  });

  test('of several, a field counts as changed where any of them has another value', () => {
    const other = { ...acme, phone: '555-0111' };
    expect(changedFields(acme, [customerBaseline(acme), customerBaseline(other)])).toEqual(['phone']);
  });

  test.each([[[]], [['']], [['c0:a,b']], [['deleted']]])(
    'that is not known (%j) sends all that is held, and empties nothing',
    (before) => {
      expect(changedFields(acme, before)).toEqual(['name', 'phone', 'billing.city']);
    },
  );

  test('tells whether one address was both', () => {
    expect(wasOneAddress([])).toBeNull();
    expect(wasOneAddress([customerBaseline({ ...acme, isOneAddress: 'T' })])).toBe(true);
    expect(wasOneAddress([customerBaseline(acme)])).toBe(false);
  });

  test('fingerprints of texts that differ in one character differ', () => {
    const texts = Array.from({ length: 5_000 }, (_, index) => `555-${index}`);
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
    expect(fingerprint('')).toBe('-');
  });
});

describe('a stored content', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyContent, (content) => expect(parseCustomerContent(customerContentText(content))).toEqual(content)),
    );
  });

  test.each(['', 'nonsense', '[]', '{"deleted":true}', 'null'])('%j is none', (text) => {
    expect(parseCustomerContent(text)).toBeNull();
  });

  test('of an earlier version lacks nothing', () => {
    expect(parseCustomerContent('{"name":"Acme","gone":1}')).toEqual({ ...empty, name: 'Acme' });
  });
});
