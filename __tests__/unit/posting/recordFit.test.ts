import { differingTraits, type HeldTraits, type WantedTraits } from '../../../src/posting/recordFit';

const wanted: WantedTraits = { customer: '31', currency: 'EUR', total: '119' };
const held: HeldTraits = { customer: '31', currencies: ['USD', 'EUR'], total: '-119.00' };

test('a record fits by its customer, one of its currencies and its amount of either sign', () => {
  expect(differingTraits(wanted, held)).toEqual([]);
});

test.each<[string, Partial<WantedTraits>, Partial<HeldTraits>, readonly string[]]>([
  ['another customer', {}, { customer: '32' }, ['customer']],
  ['a customer that is not known', {}, { customer: '' }, ['customer']],
  ['other currencies', {}, { currencies: ['USD'] }, ['currency']],
  ['another amount', {}, { total: '119.01' }, ['total']],
  ['an amount that cannot be read', {}, { total: '' }, ['total']],
  ['all of it', {}, { customer: '32', currencies: ['USD'], total: '1' }, ['customer', 'currency', 'total']],
  ['no customer, as records of its type', { customer: null }, { customer: null }, []],
  ['no currency', {}, { currencies: [] }, []],
  ['any currency and amount, where the document has none', { currency: null, total: null }, { total: '' }, []],
])('a record with %s', (_what, ofDocument, ofRecord, differing) => {
  expect(differingTraits({ ...wanted, ...ofDocument }, { ...held, ...ofRecord })).toEqual(differing);
});
