import { expect, test } from '@jest/globals';
import { countryCode } from '../../../src/documents/countries';
import { currencyDecimals, parseCurrency } from '../../../src/documents/currencies';
import { documentKey, referenceKey } from '../../../src/documents/keys';
import { documentRank } from '../../../src/documents/ranks';
import { stateName } from '../../../src/documents/states';
import type { CurrencyCode } from '../../../src/documents/values';

test.each([
  ['US', 'US'],
  ['us', 'US'],
  ['United States', 'US'],
  ['USA', 'US'],
  ['Germany', 'DE'],
  ['DEU', 'DE'],
  ['Cote d’Ivoire', 'CI'],
  ['Curacao', 'CW'],
  ['St. Lucia', 'LC'],
  ['Saint Lucia', 'LC'],
  ['Trinidad and Tobago', 'TT'],
  ['Korea, Republic of', 'KR'],
  ['Switzerland', 'CH'],
  ['China', 'CN'],
])('the country %s is %s', (name, code) => {
  expect(countryCode(name)).toBe(code);
});

test.each(['', 'Atlantis', 'XX', 'constructor'])('%p is no country', (name) => {
  expect(countryCode(name)).toBeNull();
});

test('states of the United States and Canada have their short names', () => {
  expect(stateName('California', 'US')).toBe('CA');
  expect(stateName('ca', 'US')).toBe('CA');
  expect(stateName('Québec', 'CA')).toBe('QC');
  expect(stateName('Bayern', 'DE')).toBe('Bayern');
  expect(stateName('California', null)).toBe('California');
});

test('currencies are those of ISO 4217, with their decimals', () => {
  expect(parseCurrency('USD')).toBe('USD');
  expect(parseCurrency('usd')).toBeNull();
  expect(parseCurrency('XYZ')).toBeNull();
  expect(['USD', 'JPY', 'KWD'].map((code) => currencyDecimals(code as CurrencyCode))).toEqual([2, 0, 3]);
});

test('what others refer to is posted first', () => {
  expect(documentRank('item')).toBeLessThan(documentRank('customer'));
  expect(documentRank('customer')).toBeLessThan(documentRank('invoice'));
});

test('keys tell documents and connections apart', () => {
  expect(referenceKey({ kind: 'item', id: 'a' })).not.toBe(referenceKey({ kind: 'customer', id: 'a' }));
  expect(documentKey('zuora-us', { kind: 'item', id: 'a' })).not.toBe(
    documentKey('zuora-eu', { kind: 'item', id: 'a' }),
  );
});
