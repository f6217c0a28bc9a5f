import type { PostedInvoice } from '../../../tools/start/books';
import { differences } from '../../../tools/start/compare';
import type { SourceInvoice } from '../../../tools/start/sources';

const source: SourceInvoice = {
  connection: 'nue',
  id: '1',
  number: 'INV-1',
  customer: 'Contoso',
  currency: 'GBP',
  date: '2026-10-01',
  dueDate: '2026-10-31',
  total: '1200.00',
  tax: '200.00',
  lines: 2,
  subsidiary: 'Northwind Analytics',
  isBad: false,
  data: {},
};

const posted: PostedInvoice = {
  id: '7',
  number: 'INV-1',
  customer: 'Contoso',
  currency: 'GBP',
  date: '2026-10-01',
  dueDate: '2026-10-31',
  total: '1200.00',
  subsidiary: 'Northwind Analytics',
  period: 'Oct 2026',
  lines: 2,
  exchangeRate: '1.3',
  ledger: [
    { account: '1100', accountType: 'AcctRec', debit: '1560.00', credit: '0.00' },
    { account: '4010', accountType: 'Income', debit: '0.00', credit: '1300.00' },
    { account: '2220', accountType: 'OthCurrLiab', debit: '0.00', credit: '260.00' },
  ],
};

test('an invoice that agrees has no differences', () => {
  expect(differences(source, posted)).toEqual([]);
});

test('an invoice that is not there is a difference', () => {
  expect(differences(source, undefined)).toEqual(['INV-1: NetSuite has no invoice of this number.']);
});

test.each<[string, Partial<PostedInvoice>]>([
  ['customer', { customer: 'Fabrikam' }],
  ['currency', { currency: 'USD' }],
  ['date', { date: '2026-09-30' }],
  ['due date', { dueDate: '2026-11-01' }],
  ['total', { total: '1200.01' }],
  ['lines', { lines: 1 }],
  ['subsidiary', { subsidiary: 'Northwind Analytics GmbH' }],
])('another %s is named', (what, change) => {
  const found = differences(source, { ...posted, ...change });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^INV-1: ${what} is .+ in the source and .+ in NetSuite`));
});

test('a ledger that does not balance, and receivables that are not the total, are named', () => {
  const ledger = posted.ledger.map((line) => (line.account === '1100' ? { ...line, debit: '1559.99' } : line));
  expect(differences(source, { ...posted, ledger })).toEqual([
    'INV-1: debit of receivables is 1560.00 in the source and 1559.99 in NetSuite.',
    'INV-1: sum of the ledger is 0.00 in the source and -0.01 in NetSuite.',
  ]);
});

test('tax that went to income is named', () => {
  const ledger = posted.ledger.map((line) => (line.account === '2220' ? { ...line, account: '4010' } : line));
  expect(differences(source, { ...posted, ledger })).toEqual([
    'INV-1: tax is 260.00 by the source and 0.00 in the ledger.',
  ]);
});
