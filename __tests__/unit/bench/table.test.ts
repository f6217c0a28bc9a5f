import { cellText, tableText } from '../../../bench/table';

test('columns are as wide as their widest cell, figures stand to the right', () => {
  const table = {
    title: 'Units',
    columns: ['kind', 'each'],
    rows: [
      ['invoice', 39.66],
      ['item', null],
    ],
    notes: ['In batches of 50.'],
    over: [],
  };
  expect(tableText(table).split('\n')).toEqual([
    'Units',
    '',
    'kind      each',
    '-------  -----',
    'invoice  39.66',
    'item         -',
    'In batches of 50.',
    '',
  ]);
});

test('what is over its bar is said below', () => {
  const table = {
    title: 'Units',
    columns: ['kind'],
    rows: [['invoice']],
    notes: [],
    over: ['invoice: 41, at most 40'],
  };
  expect(tableText(table)).toContain('OVER THE BAR: invoice: 41, at most 40');
});

test.each([
  [1234.5, '1,235'],
  [999.994, '999.99'],
  [0.5, '0.5'],
  [-1500, '-1,500'],
  [null, '-'],
  ['create 10', 'create 10'],
])('%p is shown as %p', (cell, shown) => {
  expect(cellText(cell)).toBe(shown);
});
