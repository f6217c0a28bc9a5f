import { formatTable } from '../../../tools/start/table';

test('columns are as wide as their widest cell, and amounts stand to the right', () => {
  expect(
    formatTable(
      ['Document', 'Total'],
      [
        ['invoice 1', '5.00'],
        ['株式会社', '1,234.50'],
      ],
    ).split('\n'),
  ).toEqual(['Document   Total', '---------  --------', 'invoice 1      5.00', '株式会社   1,234.50']);
});
